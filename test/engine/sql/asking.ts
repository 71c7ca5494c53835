import { clickhouse } from "../../../src/engine/sql/clickhouse/dialect.ts";
import type { Column, Database } from "../../../src/engine/sql/database.ts";
import { duckdb } from "../../../src/engine/sql/duckdb/dialect.ts";
import { explained } from "../../../src/engine/sql/explained.ts";
import { serverEngine } from "../../../src/engine/sql/server-engine.ts";
import { parseDay } from "../../../src/model/day.ts";
import type { Mapping, TableRule } from "../../../src/model/mapping.ts";
import type { Plan } from "../../../src/model/plan.ts";

export const dialects = { duckdb, clickhouse };
export const asOf = parseDay("2022-10-25") ?? 0;

export interface Asking {
  /** Column types by name, instead of text under the fields' own names. */
  readonly types?: Readonly<Record<string, string>>;
  readonly tables?: Readonly<Record<string, Partial<TableRule> & { table: string }>>;
}

/** The statements that a plan comes to, as --explain-sql prints them; each without its semicolon. */
export async function statementsOf(
  plan: Plan,
  name: keyof typeof dialects,
  { types, tables }: Asking = {},
): Promise<string[]> {
  const dialect = dialects[name];
  const columnsOf = (table: string): Column[] => {
    const fields = plan.dictionary.datasets.get(table)?.fields.values() ?? [];
    const own = [...fields].flatMap(({ name, derived }) =>
      derived === null ? [[name, "String"] as const] : [],
    );
    const text = name === "duckdb" ? "VARCHAR" : "String";
    return (types === undefined ? own.map(([field]) => [field, text] as const) : Object.entries(types)).map(
      ([column, type]) => ({ name: column, type, kind: dialect.kindOf(type) }),
    );
  };
  const database: Database = {
    dialect,
    name: "test",
    format: name,
    tables: async () => [...plan.dictionary.datasets.keys()],
    columns: async (table) => columnsOf(table),
    source: (table) => dialect.quoteName(table),
    ask: () => Promise.reject(new Error("asked")),
    close: async () => {},
  };
  const sent: string[] = [];
  const printing = explained(database, async (sql) => {
    sent.push(sql.trim().replace(/;$/, ""));
  });
  const said = Object.entries(tables ?? {}).map(
    ([dataset, rule]) => [dataset, { columns: {}, unique: false, where: {}, ...rule }] as const,
  );
  const mapping: Mapping | null =
    tables === undefined ? null : { name: "m", rules: [], tables: new Map(said) };
  await serverEngine(printing, { asOf, allowEmpty: true, mapping }).gather(plan);
  return sent;
}
