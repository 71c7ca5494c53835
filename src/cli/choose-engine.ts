import type { Engine } from "../engine/engine.ts";
import type { Database } from "../engine/sql/database.ts";
import type { ResolvedInputs } from "../ingest/inputs.ts";
import type { Day } from "../model/day.ts";
import type { Mapping } from "../model/mapping.ts";
import type { EngineOptions } from "./engine-options.ts";
import type { Shell } from "./shell.ts";

export interface DatabaseReading {
  readonly asOf: Day;
  readonly allowEmpty: boolean;
  readonly mapping: Mapping | null;
  readonly jobs: number | undefined;
}

/** A database counts; null where files are read. What is asked of it ends when the command does. */
export async function databaseEngine(
  { name, connection, explain, memoryLimit }: EngineOptions,
  inputs: ResolvedInputs,
  { jobs, ...reading }: DatabaseReading,
  shell: Shell,
): Promise<Engine | null> {
  if (name === "files") return null;
  const { explained } = await import("../engine/sql/explained.ts");
  const around = <D extends Database>(database: D): Database =>
    explain ? explained(database, (sql) => shell.print(sql)) : database;
  const asked = { ...reading, allowEmpty: reading.allowEmpty || explain };
  if (name === "duckdb") {
    const { duckdbEngine } = await import("../engine/sql/duckdb/engine.ts");
    const views = (made: readonly string[]) => shell.print(made.map((sql) => `${sql};\n\n`).join(""));
    return duckdbEngine(inputs, {
      ...asked,
      stdin: shell.stdin,
      memoryLimit,
      threads: jobs ?? null,
      around: async (database) => {
        if (explain) await views(database.made);
        return around(database);
      },
    });
  }
  const { connectionOf } = await import("../engine/sql/clickhouse/connection.ts");
  const { openClickhouse } = await import("../engine/sql/clickhouse/database.ts");
  const { serverEngine } = await import("../engine/sql/server-engine.ts");
  const to = connectionOf(connection, shell.env);
  return {
    gather: async (plan) => {
      const database = await openClickhouse(to);
      const forget = shell.ending.onInterrupt(() => database.close());
      try {
        return await serverEngine(around(database), asked).gather(plan);
      } finally {
        forget();
        await database.close();
      }
    },
  };
}
