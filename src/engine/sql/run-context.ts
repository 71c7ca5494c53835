import type { Labels } from "../../ingest/labels.ts";
import type { Surroundings } from "../../measure/surroundings.ts";
import type { Day } from "../../model/day.ts";
import type { Plan } from "../../model/plan.ts";
import type { QualityBook } from "../quality.ts";
import type { UnitTable } from "../unit-table.ts";
import type { AnswerRow, Statement } from "./database.ts";
import type { Dialect } from "./dialect.ts";
import type { Readings } from "./readings.ts";
import type { UsedRows } from "./relation.ts";

/** What all datasets of one run share. */
export interface RunContext {
  readonly plan: Plan;
  readonly dialect: Dialect;
  readonly asOf: Day;
  readonly period: { readonly start: Day; readonly end: Day } | null;
  readonly units: UnitTable;
  readonly labels: Labels;
  readonly readings: Readings;
  readonly around: Surroundings;
  readonly quality: QualityBook;
  ask(statement: Statement): Promise<readonly AnswerRow[]>;
  rowsOf(dataset: string): UsedRows | undefined;
}
