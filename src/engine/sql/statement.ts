import type { Purpose, Statement } from "./database.ts";
import type { Sql } from "./dialect.ts";

const said = {
  written: "what is written where a database cannot tell what it means; read by the same rules as files",
  fates: "every row has one fate; the rows used, and what is blank in them",
  keys: "rows with a key that another row has, too",
  figures: "counts and sums by unit as written; divided and compared elsewhere",
  distinct: "exact distinct values of the whole",
  "distinct-by-unit": "exact distinct values by unit",
  latest: "the last day of each running total",
  rows: "all rows of a small table",
  ledger: "rows to put right",
} satisfies Record<Purpose, string>;

export interface Select {
  readonly columns: readonly Sql[];
  readonly from: Sql;
  readonly where: Sql | null;
  readonly groupBy?: readonly Sql[];
  readonly orderBy?: readonly Sql[];
  readonly limit?: number;
  readonly distinct?: boolean;
}

export function select({
  columns,
  from,
  where,
  groupBy = [],
  orderBy = [],
  limit,
  distinct = false,
}: Select): Sql {
  return [
    `SELECT ${distinct ? "DISTINCT " : ""}${columns.join(",\n       ")}`,
    `FROM ${from}`,
    ...(where === null || where === "1 = 1" ? [] : [`WHERE ${where}`]),
    ...(groupBy.length === 0 ? [] : [`GROUP BY ${groupBy.join(", ")}`]),
    ...(orderBy.length === 0 ? [] : [`ORDER BY ${orderBy.join(", ")}`]),
    ...(limit === undefined ? [] : [`LIMIT ${limit}`]),
  ].join("\n");
}

/** A statement with a comment that says what it is for. */
export function statement(
  dataset: string,
  purpose: Purpose,
  sql: Sql,
  sample: Statement["sample"] = [],
): Statement {
  return { dataset, purpose, sample, sql: `-- ${comment(dataset)}: ${said[purpose]}\n${sql}` };
}

/** Names come from rules: none may end the comment. */
function comment(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, " ");
}
