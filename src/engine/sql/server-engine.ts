import type { Day } from "../../model/day.ts";
import type { Mapping } from "../../model/mapping.ts";
import { periodAt } from "../../model/period.ts";
import { neededBy } from "../demands.ts";
import type { Engine } from "../engine.ts";
import type { Database } from "./database.ts";
import { sqlEngine } from "./gather.ts";
import { tablesFor } from "./tables.ts";

export interface ServerOptions {
  readonly asOf: Day;
  readonly allowEmpty: boolean;
  readonly mapping: Mapping | null;
}

/** Tables of a database server, counted there. */
export function serverEngine(database: Database, { asOf, allowEmpty, mapping }: ServerOptions): Engine {
  return {
    gather: async (plan) => {
      const period = periodAt(plan.period, asOf);
      const span = { start: period?.start ?? null, end: Math.min(period?.end ?? asOf, asOf) };
      const tables = await tablesFor(database, plan, neededBy(plan), mapping?.tables ?? null, span);
      return sqlEngine(database, { asOf, allowEmpty, tables }).gather(plan);
    },
  };
}
