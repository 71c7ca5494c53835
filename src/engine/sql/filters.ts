import { compileFilter } from "../../measure/filter.ts";
import { layoutOf } from "../../measure/layout.ts";
import type { Surroundings } from "../../measure/surroundings.ts";
import type { Dataset } from "../../model/dataset.ts";
import { type Exact, fraction } from "../../model/exact.ts";
import type { Comparison, Filter, Operand, SemiJoin, Test } from "../../model/measure.ts";
import type { Value } from "../../model/value.ts";
import { decimalText } from "./decimals.ts";
import type { Dialect, Sql } from "./dialect.ts";
import { allOf, anyOf, type Expr, FALSE, isAmong, notOf, TRUE } from "./expr.ts";

/** What conditions are compiled against. */
export interface Conditions {
  readonly dialect: Dialect;
  readonly dataset: Dataset;
  readonly around: Surroundings;
  exprOf(field: string): Expr;
  /** A SELECT of the values of a semi-join, none of them NULL; null where the dataset is not there. */
  queryOf(join: SemiJoin): { readonly sql: Sql; readonly type: Expr["type"] } | null;
}

/** A condition that is true or false of every row, as filters are; never unknown. */
export function conditionOf(filter: Filter, on: Conditions): Sql {
  if (filter.kind === "test") return testOf(filter.field, filter.test, on);
  const parts = filter.filters.map((inner) => conditionOf(inner, on));
  if (filter.kind === "all") return allOf(parts);
  return filter.kind === "any" ? anyOf(parts) : notOf(anyOf(parts));
}

function testOf(field: string, test: Test, on: Conditions): Sql {
  if (test.op === "not") return notOf(testOf(field, test.test, on));
  if (test.op === "all") return allOf(test.tests.map((inner) => testOf(field, inner, on)));
  const expr = on.exprOf(field);
  if (test.op === "in") return semiJoinOf(expr, test.join, on);
  if (expr.finite !== null && isClosed(test)) return answered(field, test, expr, on);
  return openTest(expr, test, on);
}

type Plain = Exclude<Test, { op: "not" | "all" | "in" }>;

/** Whether a test looks at nothing but its own field. */
function isClosed(test: Plain): boolean {
  const operand = test.op === "compare" || test.op === "equals-field" ? test.operand : null;
  return operand?.kind !== "field";
}

/** All that the column holds is known: the cells for which the test holds are named one by one. */
function answered(field: string, test: Plain, { finite }: Expr, on: Conditions): Sql {
  const { dialect, dataset, around } = on;
  const layout = layoutOf(dataset, [field]);
  const holds = compileFilter({ kind: "test", field, test }, layout, around);
  const at = layout.indexOf(field);
  const holdsOf = (value: Value) => {
    const row: Value[] = layout.fields.map(() => null);
    row[at] = value;
    return holds(row);
  };
  const ofBlank = holdsOf(finite?.blank ?? null);
  const text = finite?.text ?? null;
  if (text === null) return ofBlank ? TRUE : FALSE;
  const cells = [...(finite?.outcomes ?? [])].filter(([, value]) => holdsOf(value) !== ofBlank);
  const among = isAmong(
    dialect,
    text,
    cells.map(([cell]) => cell),
  );
  return ofBlank ? notOf(among) : among;
}

function openTest(expr: Expr, test: Plain, on: Conditions): Sql {
  const { dialect } = on;
  switch (test.op) {
    case "equals": {
      const literals = test.values.flatMap((value) => literalOf(value, expr.type, dialect) ?? []);
      const [only] = literals;
      if (only === undefined) return FALSE;
      // A list of decimals is no list to ClickHouse.
      if (expr.type === "decimal")
        return anyOf(literals.map((literal) => dialect.isTrue(`${expr.value} = ${literal}`)));
      const list = literals.length === 1 ? `= ${only}` : `IN (${literals.join(", ")})`;
      return dialect.isTrue(`${expr.value} ${list}`);
    }
    case "equals-field":
      return compared(expr, "=", test.operand, on);
    case "compare":
      return compared(expr, signs[test.comparison], test.operand, on);
    case "exists":
      return test.exists ? `${expr.value} IS NOT NULL` : `${expr.value} IS NULL`;
    case "contains":
      return expr.type === "text" ? dialect.isTrue(dialect.contains(expr.value, test.text)) : FALSE;
    default:
      return test satisfies never;
  }
}

const signs: Record<Comparison, string> = { lt: "<", lte: "<=", gt: ">", gte: ">=" };

function compared(expr: Expr, sign: string, operand: Operand, on: Conditions): Sql {
  const other = operandOf(operand, expr.type, on);
  return other === null ? FALSE : on.dialect.isTrue(`${expr.value} ${sign} ${other}`);
}

function operandOf(operand: Operand, type: Expr["type"], on: Conditions): Sql | null {
  if (operand.kind === "as-of") return literalOf(on.around.asOf, type, on.dialect);
  if (operand.kind === "value") return literalOf(operand.value, type, on.dialect);
  const other = on.exprOf(operand.field);
  return inType(other, type, on.dialect);
}

/** A value of a field as another type of values is compared with it; null where the two never are equal. */
export function inType(expr: Expr, type: Expr["type"], dialect: Dialect): Sql | null {
  if (expr.type === type) return expr.value;
  if (type === "decimal" && expr.type === "text") return dialect.decimalOf(expr.value, "text");
  if (type === "decimal" && expr.type === "day") return dialect.decimalOfInteger(expr.value);
  return null;
}

/** A literal of a type; null where it has no such value. */
export function literalOf(value: Value, type: Expr["type"], dialect: Dialect): Sql | null {
  if (value === null) return null;
  if (type === "text") return typeof value === "string" ? dialect.quoteText(value) : null;
  if (typeof value === "string" || Array.isArray(value)) return null;
  if (type === "day") return typeof value === "number" ? String(value) : null;
  return dialect.decimal(decimalText(fraction(value as Exact)));
}

function semiJoinOf(expr: Expr, join: SemiJoin, on: Conditions): Sql {
  const query = on.queryOf(join);
  if (query === null) return FALSE;
  const { dialect } = on;
  const { finite } = expr;
  if (finite !== null && expr.field.type === "set") {
    const members = new Set(
      [...finite.outcomes.values()].flatMap((value) => (Array.isArray(value) ? value : [])),
    );
    return anyOf(
      [...members].map((member) => {
        const cells = [...finite.outcomes].filter(
          ([, value]) => Array.isArray(value) && value.includes(member),
        );
        const has =
          finite.text === null
            ? FALSE
            : isAmong(
                dialect,
                finite.text,
                cells.map(([cell]) => cell),
              );
        return allOf([has, dialect.isTrue(dialect.isIn([dialect.quoteText(member)], query.sql))]);
      }),
    );
  }
  const value = inType(expr, query.type, dialect);
  return value === null ? FALSE : dialect.isTrue(dialect.isIn([value], query.sql));
}
