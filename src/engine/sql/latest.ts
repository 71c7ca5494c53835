import type { Aggregate } from "../../model/measure.ts";
import type { AnswerRow } from "./database.ts";
import type { Sql } from "./dialect.ts";
import { allOf } from "./expr.ts";
import { type Conditions, conditionOf } from "./filters.ts";
import type { UsedRows } from "./relation.ts";
import type { RunContext } from "./run-context.ts";
import { select, statement } from "./statement.ts";

export interface LatestContext {
  readonly rows: UsedRows;
  readonly on: Conditions;
  readonly unit: Sql;
  readonly day: Sql;
  readonly ask: RunContext["ask"];
}

/** The rows of the last day of each written unit: its name, the day, the value. */
export async function latestRows(
  { fields, where, together, by }: Aggregate,
  { rows, on, unit, day, ask }: LatestContext,
): Promise<readonly AnswerRow[]> {
  if (by === null) return [];
  const { dialect } = on;
  const there = allOf([rows.where, conditionOf(where, on), `${day} IS NOT NULL`, `${unit} IS NOT NULL`]);
  const last = select({ columns: [unit, `max(${day})`], from: rows.from, where: there, groupBy: [unit] });
  const { value } = on.exprOf(fields[0] ?? "");
  const complete = allOf(together.map((field) => `${on.exprOf(field).value} IS NOT NULL`));
  const amount = together.length === 0 ? value : `CASE WHEN ${complete} THEN ${value} ELSE NULL END`;
  const isLast = dialect.isTrue(dialect.isIn([unit, day], last));
  const sql = select({
    columns: [dialect.written(unit), dialect.written(day), dialect.written(amount)],
    from: rows.from,
    where: allOf([there, isLast]),
  });
  return ask(statement(rows.dataset.name, "latest", sql));
}
