import { problem } from "../problem.ts";
import { flagOf, type OptionReader } from "./options.ts";

export const engines = ["files", "duckdb", "clickhouse"] as const;
export type EngineName = (typeof engines)[number];

export interface EngineOptions {
  readonly name: EngineName;
  /** As given by the flag or the configuration; the environment has another. */
  readonly connection: string | undefined;
  /** Print statements instead of running them. */
  readonly explain: boolean;
  readonly memoryLimit: string | null;
}

export function engineOptions(read: OptionReader): EngineOptions {
  const name = read.oneOf("engine", engines) ?? "files";
  const connection = read.text("connection");
  const explain = read.flag("explainSql");
  const memoryLimit = read.text("memoryLimit") ?? null;
  if (memoryLimit !== null && !/^[1-9]\d{0,5}\s?[KMGT]i?B$/i.test(memoryLimit))
    read.refuse("memoryLimit", "4GB, 512MB …");
  const needs = [
    { flag: "connection", given: connection !== undefined, engine: ["clickhouse"] },
    { flag: "explainSql", given: explain, engine: ["duckdb", "clickhouse"] },
    { flag: "memoryLimit", given: memoryLimit !== null, engine: ["duckdb"] },
  ];
  for (const { flag, given, engine } of needs)
    if (given && !engine.includes(name))
      read.add(problem("U044", {}, { flag: flagOf(flag), engine: engine.join(" | ") }));
  return { name, connection, explain, memoryLimit };
}
