import type { Aggregate } from "../../model/measure.ts";
import { fail } from "../../problem.ts";
import type { BoundTable } from "./bound-table.ts";
import type { Sql } from "./dialect.ts";
import { allOf, TRUE } from "./expr.ts";
import { type Conditions, conditionOf } from "./filters.ts";

/** The columns of a statement, each once, with the place of each in its answer. */
export class Columns {
  readonly sql: Sql[] = [];

  /** The number of a column. */
  add(column: Sql): number {
    const known = this.sql.indexOf(column);
    return known >= 0 ? known : this.sql.push(column) - 1;
  }
}

/** Where in the rows of an answer an aggregate's amount and number of rows stand; -1 where it has none. */
export interface Additive {
  readonly aggregate: Aggregate;
  readonly amount: number;
  readonly rows: number;
  /** Of latest: rows without a date, and without a unit. */
  readonly undated: number;
  readonly unitless: number;
}

/** What of an aggregate adds up over units: all of counts and sums, what is left out of latest. */
export function additiveOf(
  aggregate: Aggregate,
  { columns, on, day, by, table }: { columns: Columns; on: Conditions; day: Sql; by: Sql; table: BoundTable },
): Additive {
  const { dialect } = on;
  const where = conditionOf(aggregate.where, on);
  const countIf = (condition: Sql) => columns.add(dialect.countIf(condition === TRUE ? null : condition));
  const none = { aggregate, amount: -1, rows: -1, undated: -1, unitless: -1 };
  switch (aggregate.kind) {
    case "count":
      return { ...none, rows: countIf(where) };
    case "sum": {
      const field = aggregate.fields[0] ?? "";
      const { value } = on.exprOf(field);
      refuseFloats(field, table);
      const there = allOf([where, `${value} IS NOT NULL`]);
      return { ...none, amount: columns.add(dialect.sumIf(value, there)), rows: countIf(there) };
    }
    case "latest":
      return {
        ...none,
        undated: countIf(allOf([where, `${day} IS NULL`])),
        unitless: countIf(allOf([where, `${day} IS NOT NULL`, `${by} IS NULL`])),
      };
    case "distinct":
      return none;
    default:
      return aggregate.kind satisfies never;
  }
}

function refuseFloats(field: string, { columns, dataset }: BoundTable): void {
  const column = columns.get(field);
  if (column?.kind !== "float" || column.scale !== undefined) return;
  fail("D036", {}, { dataset: dataset.name, field, column: column.heading, type: "float" });
}

/** The number of distinct combinations, exact unless the plan allows an estimate; rows that lack one of the fields have none. */
export function distinctOf({ fields, where, approximate }: Aggregate, on: Conditions): Sql {
  const values = fields.map((field) => on.exprOf(field).value);
  const condition = allOf([conditionOf(where, on), ...values.map((value) => `${value} IS NOT NULL`)]);
  const { dialect } = on;
  return approximate === true
    ? dialect.nearlyDistinctIf(values, condition)
    : dialect.distinctIf(values, condition);
}
