import Fraction from "fraction.js";
import { compareExact, type Exact } from "../../model/exact.ts";
import type { Filter, Test } from "../../model/measure.ts";

/** A condition on one field that must hold for the row. */
export interface Condition {
  readonly field: string;
  readonly test: Test;
}

/** The conditions that a filter joins by "and", and the choices (any, none) that it makes besides. */
export function conditionsOf(filter: Filter): { conditions: Condition[]; choices: Filter[] } {
  if (filter.kind === "test") return { conditions: flat(filter.field, filter.test), choices: [] };
  if (filter.kind !== "all") return { conditions: [], choices: [filter] };
  const parts = filter.filters.map(conditionsOf);
  return {
    conditions: parts.flatMap(({ conditions }) => conditions),
    choices: parts.flatMap(({ choices }) => choices),
  };
}

function flat(field: string, test: Test): Condition[] {
  return test.op === "all" ? test.tests.flatMap((inner) => flat(field, inner)) : [{ field, test }];
}

/** One text for equal filters. */
export function keyOf(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner instanceof Fraction || typeof inner === "bigint" ? String(inner.valueOf()) : inner,
  );
}

/** A field on which no row can satisfy the filter, or undefined. `isSet` fields may hold several values at once. */
export function impossible(filter: Filter, isSet: (field: string) => boolean): string | undefined {
  return impossibleWith([], filter, isSet);
}

function impossibleWith(
  given: readonly Condition[],
  filter: Filter,
  isSet: (field: string) => boolean,
): string | undefined {
  const { conditions, choices } = conditionsOf(filter);
  const all = [...given, ...conditions];
  for (const field of new Set(conditions.map(({ field }) => field))) {
    const tests = all.filter((one) => one.field === field).map(({ test }) => test);
    if (contradict(tests, isSet(field))) return field;
  }
  for (const choice of choices) {
    if (choice.kind !== "any") continue;
    // A branch may be dead beside this `where` and alive beside another that shares it; not so by itself.
    const own = choice.filters.map((inner) => impossibleWith([], inner, isSet));
    const dead = choice.filters.map((inner) => impossibleWith(all, inner, isSet));
    const field = own.find((one) => one !== undefined);
    if (field !== undefined) return field;
    if (dead.length > 0 && dead.every((one) => one !== undefined)) return dead[0];
  }
  return undefined;
}

function contradict(tests: readonly Test[], isSet: boolean): boolean {
  if (tests.length < 2) return false;
  const missing = tests.some((test) => test.op === "exists" && !test.exists);
  if (missing && tests.some(needsValue)) return true;
  return (!isSet && valuesExclude(tests)) || boundsExclude(tests);
}

/** Whether a test is false of a missing value. */
export function needsValue(test: Test): boolean {
  if (test.op === "not") return false;
  if (test.op === "all") return test.tests.some(needsValue);
  return test.op !== "exists" || test.exists;
}

function valuesExclude(tests: readonly Test[]): boolean {
  let left: Set<string> | undefined;
  for (const test of tests) {
    if (test.op !== "equals") continue;
    const values = new Set(test.values.map(keyOf));
    left = left === undefined ? values : new Set([...left].filter((value) => values.has(value)));
  }
  if (left === undefined) return false;
  for (const test of tests)
    if (test.op === "not" && test.test.op === "equals")
      for (const value of test.test.values) left.delete(keyOf(value));
  return left.size === 0;
}

interface Bound {
  readonly at: Exact;
  readonly open: boolean;
}

function boundsExclude(tests: readonly Test[]): boolean {
  const low = boundsOf(tests, ["gt", "gte"]).sort(
    (a, b) => compareExact(b.at, a.at) || Number(b.open) - Number(a.open),
  )[0];
  const high = boundsOf(tests, ["lt", "lte"]).sort(
    (a, b) => compareExact(a.at, b.at) || Number(b.open) - Number(a.open),
  )[0];
  if (low !== undefined && high !== undefined && !fits(low.at, high, -1)) return true;
  if (low !== undefined && high !== undefined && low.open && compareExact(low.at, high.at) === 0) return true;
  return tests.some(
    (test) =>
      test.op === "equals" &&
      test.values.length > 0 &&
      test.values.every(
        (value) =>
          isExact(value) &&
          ((low !== undefined && !fits(value, low, 1)) || (high !== undefined && !fits(value, high, -1))),
      ),
  );
}

function boundsOf(tests: readonly Test[], comparisons: readonly string[]): Bound[] {
  return tests.flatMap((test) => {
    if (test.op !== "compare" || !comparisons.includes(test.comparison)) return [];
    if (test.operand.kind !== "value" || !isExact(test.operand.value)) return [];
    return [{ at: test.operand.value, open: test.comparison === "gt" || test.comparison === "lt" }];
  });
}

function fits(value: Exact, bound: Bound, side: 1 | -1): boolean {
  const order = compareExact(value, bound.at) * side;
  return bound.open ? order > 0 : order >= 0;
}

function isExact(value: unknown): value is Exact {
  return typeof value === "number" || value instanceof Fraction;
}

/**
 * The first condition of `wide` that `narrow` does not ask for; undefined when narrow lies within wide.
 * Whether one comparison of a field implies another is `doubt`: it may, or it is not sure to.
 */
export function notWithin(narrow: Filter, wide: Filter, doubt: "may" | "not sure"): string | undefined {
  const [inner, outer] = [conditionsOf(narrow), conditionsOf(wide)];
  const choices = new Set(inner.choices.map(keyOf));
  const loose = outer.choices.find((choice) => !choices.has(keyOf(choice)));
  if (loose !== undefined) return loose.kind;
  return outer.conditions.find(
    (needed) => !inner.conditions.some((one) => implies(one, needed, doubt === "may")),
  )?.field;
}

function implies(one: Condition, needed: Condition, doubted: boolean): boolean {
  if (one.field !== needed.field) return false;
  if (keyOf(one.test) === keyOf(needed.test)) return true;
  if (needed.test.op === "exists" && needed.test.exists) return needsValue(one.test);
  if (one.test.op === "equals" && needed.test.op === "equals") {
    const allowed = new Set(needed.test.values.map(keyOf));
    return one.test.values.every((value) => allowed.has(keyOf(value)));
  }
  return doubted && (one.test.op === "compare" || needed.test.op === "compare" || needed.test.op === "not");
}
