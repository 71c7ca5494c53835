import type { Field } from "../model/dataset.ts";
import { compareExact, type Exact } from "../model/exact.ts";
import type { Comparison, Filter, Operand, Test } from "../model/measure.ts";
import type { Row, Value } from "../model/value.ts";
import type { Layout } from "./layout.ts";
import { keyOf, type Surroundings } from "./surroundings.ts";

export type RowTest = (row: Row) => boolean;

/** Compiles a filter for rows of a layout. Every test on a missing value is false, save `exists: false`. */
export function compileFilter(filter: Filter, layout: Layout, around: Surroundings): RowTest {
  if (filter.kind === "test") return compileTest(filter.field, filter.test, layout, around);
  const tests = filter.filters.map((inner) => compileFilter(inner, layout, around));
  if (filter.kind === "any") return anyOf(tests);
  if (filter.kind === "none") return negated(anyOf(tests));
  return allOf(tests);
}

function anyOf(tests: readonly RowTest[]): RowTest {
  return (row) => {
    for (let at = 0; at < tests.length; at += 1) if ((tests[at] as RowTest)(row)) return true;
    return false;
  };
}

function allOf(tests: readonly RowTest[]): RowTest {
  const [first, second] = tests;
  if (first === undefined) return () => true;
  if (second === undefined) return first;
  return (row) => {
    for (let at = 0; at < tests.length; at += 1) if (!(tests[at] as RowTest)(row)) return false;
    return true;
  };
}

function negated(test: RowTest): RowTest {
  return (row) => !test(row);
}

function compileTest(name: string, test: Test, layout: Layout, around: Surroundings): RowTest {
  const at = layout.indexOf(name);
  switch (test.op) {
    case "equals":
      if (name === layout.dataset.unit && around.unitName !== undefined)
        return equalsUnit(at, test.values, around.unitName);
      return equalsAny(at, test.values, layout.fields[at]);
    case "equals-field": {
      const operand = operandValue(test.operand, layout, around);
      return (row) => {
        const a = row[at];
        const b = operand(row);
        return a != null && b != null && keyOf(a) === keyOf(b);
      };
    }
    case "compare": {
      const operand = operandValue(test.operand, layout, around);
      const holds = comparisons[test.comparison];
      return (row) => {
        const a = row[at];
        const b = operand(row);
        return a != null && b != null && holds(compareExact(a as Exact, b as Exact));
      };
    }
    case "exists":
      return test.exists ? (row) => row[at] != null : (row) => row[at] == null;
    case "contains": {
      const { text } = test;
      return (row) => typeof row[at] === "string" && (row[at] as string).includes(text);
    }
    case "in": {
      const keys = around.keysOf(test.join);
      return (row) => {
        const value = row[at];
        if (value == null) return false;
        return Array.isArray(value) ? value.some((member) => keys.has(member)) : keys.has(keyOf(value));
      };
    }
    case "not":
      return negated(compileTest(name, test.test, layout, around));
    case "all":
      return allOf(test.tests.map((inner) => compileTest(name, inner, layout, around)));
    default:
      return test satisfies never;
  }
}

const comparisons: Record<Comparison, (order: number) => boolean> = {
  lt: (order) => order < 0,
  lte: (order) => order <= 0,
  gt: (order) => order > 0,
  gte: (order) => order >= 0,
};

function equalsAny(at: number, values: readonly Value[], field: Field | undefined): RowTest {
  const keys = new Set(values.flatMap((value) => (value === null ? [] : [keyOf(value)])));
  const [only] = keys;
  if (field?.type === "set") {
    return (row) =>
      Array.isArray(row[at]) && (row[at] as readonly string[]).some((member) => keys.has(member));
  }
  if (keys.size === 1 && typeof values[0] === "string") return (row) => row[at] === only;
  return (row) => {
    const value = row[at];
    return value != null && keys.has(keyOf(value));
  };
}

/** 市公安局 and 嘉峪关市公安局 are one unit, in the rule as in the rows. */
function equalsUnit(at: number, values: readonly Value[], unitName: (written: string) => string): RowTest {
  const names = new Set(values.flatMap((value) => (typeof value === "string" ? [unitName(value)] : [])));
  return (row) => {
    const value = row[at];
    return typeof value === "string" && names.has(unitName(value));
  };
}

function operandValue(operand: Operand, layout: Layout, around: Surroundings): (row: Row) => Value {
  if (operand.kind === "as-of") return () => around.asOf;
  if (operand.kind === "value") return () => operand.value;
  const at = layout.indexOf(operand.field);
  return (row) => row[at] ?? null;
}
