import { compileDerived } from "../../measure/derive.ts";
import { layoutOf } from "../../measure/layout.ts";
import type { Surroundings } from "../../measure/surroundings.ts";
import type { Dataset, Derived, Field } from "../../model/dataset.ts";
import { type Day, dayOf } from "../../model/day.ts";
import type { Value } from "../../model/value.ts";
import { ProblemError } from "../../problem.ts";
import { finiteExpr, sqlTypes } from "./column-exprs.ts";
import type { Dialect, Sql } from "./dialect.ts";
import type { Expr } from "./expr.ts";

export interface DerivedContext {
  readonly dialect: Dialect;
  readonly dataset: Dataset;
  readonly around: Surroundings;
  exprOf(field: string): Expr;
  /** The first and last day of a field among used rows; null where none has one. */
  daysOf(field: string): { readonly first: Day; readonly last: Day } | null;
  /** The field that a look-up finds, as it stands in the joined rows. */
  lookedUp(field: Field, derived: Derived & { kind: "lookup" }): Expr;
}

/** A derived field as SQL: computed here for each cell where all cells are known, else in the database. */
export function derivedExpr(field: Field, derived: Derived, context: DerivedContext): Expr {
  const known = knownOutcomes(field, derived, context);
  if (known !== null) return known;
  const { dialect, exprOf, around } = context;
  const type = sqlTypes[field.type];
  const expr = (value: Sql): Expr => ({ field, type, value, finite: null });
  switch (derived.kind) {
    case "difference":
      return expr(`${exprOf(derived.minuend).value} - ${exprOf(derived.subtrahend).value}`);
    case "days":
      return expr(dialect.decimalOfInteger(`(${exprOf(derived.to).value} - ${exprOf(derived.from).value})`));
    case "workdays":
      return expr(workdays(derived, context));
    case "in-time":
      return expr(inTime(exprOf(derived.done).value, exprOf(derived.due).value, around.asOf, dialect));
    case "choose":
      return expr(choose(field, derived, context));
    case "lookup":
      return context.lookedUp(field, derived);
    default:
      return derived satisfies never;
  }
}

/** Fields that depend on one other only, whose cells are all known. */
function knownOutcomes(
  field: Field,
  derived: Derived,
  { dialect, dataset, around, exprOf }: DerivedContext,
): Expr | null {
  if (derived.kind !== "choose" && derived.kind !== "workdays") return null;
  const operand = derived.kind === "choose" ? derived.on : derived.from;
  const { finite } = exprOf(operand);
  if (finite === null) return null;
  const layout = layoutOf(dataset, [operand]);
  const compute = compileDerived(field, derived, layout, around);
  const outcomeOf = (value: Value): Value => {
    const row: Value[] = layout.fields.map(() => null);
    row[layout.indexOf(operand)] = value;
    return orNothing(() => compute(row));
  };
  const outcomes = new Map([...finite.outcomes].map(([cell, value]) => [cell, outcomeOf(value)]));
  return finiteExpr(field, { text: finite.text, outcomes, blank: outcomeOf(finite.blank) }, dialect);
}

/** Days outside the calendar have no working day after them. */
function orNothing(compute: () => Value): Value {
  try {
    return compute();
  } catch (error) {
    if (error instanceof ProblemError) return null;
    throw error;
  }
}

/** The days that occur are few: what each leads to is counted out here. */
function workdays(
  { from, plus }: Derived & { kind: "workdays" },
  { dialect, around, exprOf, daysOf }: DerivedContext,
): Sql {
  const { firstYear, lastYear } = around.calendar;
  const covered = { first: dayOf(firstYear, 1, 1) ?? 0, last: dayOf(lastYear, 12, 31) ?? 0 };
  // Of days that are themselves computed nothing is known.
  const known = daysOf(from) ?? { first: Number.NEGATIVE_INFINITY, last: Number.POSITIVE_INFINITY };
  // One cell of 2999-12-31 makes no list of a thousand years: no day outside the calendar leads anywhere.
  const first = Math.max(known.first, covered.first);
  const last = Math.min(known.last, covered.last);
  if (first > last) return "NULL";
  const list = Array.from({ length: last - first + 1 }, (_, at) =>
    orNothing(() => around.calendar.add(first + at, plus)),
  );
  const day = exprOf(from).value;
  const found = dialect.nth(list as (Day | null)[], `${day} - ${first - 1}`);
  // An index below 1 would count from the list's end.
  return first === known.first ? found : `CASE WHEN ${day} >= ${first} THEN ${found} ELSE NULL END`;
}

function inTime(done: Sql, due: Sql, asOf: Day, dialect: Dialect): Sql {
  const [yes, no] = [dialect.quoteText("是"), dialect.quoteText("否")];
  return [
    `CASE WHEN ${due} IS NULL THEN NULL`,
    `WHEN ${done} IS NOT NULL AND ${done} <= ${due} THEN ${yes}`,
    `WHEN ${done} IS NOT NULL THEN ${no}`,
    `WHEN ${due} < ${asOf} THEN ${no} ELSE NULL END`,
  ].join(" ");
}

function choose(
  field: Field,
  derived: Derived & { kind: "choose" },
  { dialect, around, exprOf }: DerivedContext,
): Sql {
  const on = exprOf(derived.on);
  const result = (text: string): Sql =>
    field.type === "number" ? dialect.decimal(text) : dialect.quoteText(text);
  const otherwise = derived.otherwise === null ? "NULL" : result(derived.otherwise);
  const cases = derived.cases.flatMap(([literal, text]) =>
    around.literal(on.field, literal).flatMap((value) => {
      if (value === null) return [];
      const test = on.type === "text" ? dialect.quoteText(String(value)) : String(value);
      return [`WHEN ${on.value} = ${test} THEN ${result(text)}`];
    }),
  );
  if (cases.length === 0) return otherwise;
  return `CASE WHEN ${on.value} IS NULL THEN ${otherwise} ${cases.join(" ")} ELSE ${otherwise} END`;
}
