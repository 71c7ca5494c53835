import { filterKey } from "../../measure/filter-tree.ts";
import type { Aggregate } from "../../model/measure.ts";
import { Columns } from "./aggregates.ts";
import type { CountedDataset } from "./counted-dataset.ts";
import type { AnswerRow } from "./database.ts";
import type { Sql } from "./dialect.ts";
import { allOf, groupedBy } from "./expr.ts";
import { conditionOf } from "./filters.ts";
import type { RunContext } from "./run-context.ts";
import { select, statement } from "./statement.ts";

/** For each running total the rows of the last day of each written unit: its name, the day, the value. */
export async function latestRows(
  aggregates: readonly Aggregate[],
  of: CountedDataset,
  context: RunContext,
): Promise<ReadonlyMap<Aggregate, readonly AnswerRow[]>> {
  const groups = new Map<string, Aggregate[]>();
  for (const aggregate of aggregates) {
    if (aggregate.by === null) continue;
    const key = filterKey(aggregate.where);
    groups.set(key, [...(groups.get(key) ?? []), aggregate]);
  }
  const found = new Map<Aggregate, readonly AnswerRow[]>();
  for (const group of groups.values()) {
    const amounts = new Columns();
    const places = group.map((aggregate) => amounts.add(amountOf(aggregate, of)));
    const rows = await lastRows(group[0] as Aggregate, amounts.sql, of, context);
    for (const [index, aggregate] of group.entries()) {
      const at = (places[index] ?? 0) + 2;
      found.set(
        aggregate,
        rows.map((row) => [row[0] ?? null, row[1] ?? null, row[at] ?? null]),
      );
    }
  }
  return found;
}

/** Missing where the row lacks a field that the other side of a ratio needs. */
function amountOf({ fields, together }: Aggregate, of: CountedDataset): Sql {
  const { value } = of.exprOf(fields[0] ?? "");
  const others = together.filter((field) => field !== fields[0]);
  if (others.length === 0) return value;
  const complete = allOf(others.map((field) => `${of.exprOf(field).value} IS NOT NULL`));
  return `CASE WHEN ${complete} THEN ${value} ELSE NULL END`;
}

function lastRows(
  { where, by }: Aggregate,
  amounts: readonly Sql[],
  of: CountedDataset,
  { dialect, ask }: RunContext,
): Promise<readonly AnswerRow[]> {
  const { day, from } = of;
  const named = of.exprOf(by ?? "");
  const unit = named.value;
  const condition = conditionOf(where, of.conditions);
  const there = allOf([of.where, condition, `${day} IS NOT NULL`, `${unit} IS NOT NULL`]);
  const last = select({ columns: [unit, `max(${day})`], from, where: there, groupBy: groupedBy(named) });
  const sql = select({
    columns: [unit, day, ...amounts].map((value) => dialect.written(value)),
    from,
    where: allOf([there, dialect.isTrue(dialect.isIn([unit, day], last))]),
  });
  return ask(statement(of.dataset.name, "latest", sql));
}
