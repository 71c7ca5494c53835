import type { Value } from "./value.ts";

export const aggregateKinds = ["count", "sum", "distinct", "latest"] as const;
export type AggregateKind = (typeof aggregateKinds)[number];

/** Words that rules write; share, average and ratio come down to two aggregates. */
export const measureKinds = [
  "share",
  "count",
  "sum",
  "average",
  "distinct",
  "latest",
  "ratio",
  "reported",
] as const;
export type MeasureKind = (typeof measureKinds)[number];

export type Comparison = "lt" | "lte" | "gt" | "gte";

export type Operand = { kind: "value"; value: Value } | { kind: "field"; field: string } | { kind: "as-of" };

export type Test =
  | { op: "equals"; values: readonly Value[] }
  | { op: "equals-field"; operand: Operand }
  | { op: "compare"; comparison: Comparison; operand: Operand }
  | { op: "exists"; exists: boolean }
  | { op: "contains"; text: string }
  | { op: "in"; join: SemiJoin }
  | { op: "not"; test: Test }
  | { op: "all"; tests: readonly Test[] };

/** "Has at least one used row in": the values of a field over another dataset's rows. */
export interface SemiJoin {
  readonly dataset: string;
  readonly field: string;
  readonly where: Filter;
}

/** True or false of a row, never unknown; an empty `all` holds for every row. */
export type Filter =
  | { kind: "all"; filters: readonly Filter[] }
  | { kind: "any"; filters: readonly Filter[] }
  | { kind: "none"; filters: readonly Filter[] }
  | { kind: "test"; field: string; test: Test };

export interface Aggregate {
  readonly kind: AggregateKind;
  readonly dataset: string;
  /** None for count, one for sum and latest, one or more for distinct. */
  readonly fields: readonly string[];
  readonly where: Filter;
  /** The field that names the row's unit, null where rows name none. */
  readonly by: string | null;
  /** Of latest in a ratio: fields that the last row must have too, else it leaves both sides. */
  readonly together: readonly string[];
  /** Of distinct: a database may estimate it, for the plan says so. */
  readonly approximate?: true;
}

export interface Measure {
  readonly kind: MeasureKind;
  readonly of: Aggregate | null;
  readonly to: Aggregate | null;
  /** Whether the gap is said in things to put right, or in an amount to move. */
  readonly needs: "things" | "amount" | "none";
  /** Of a share: what makes a row good, kept apart for explanations and ledgers. */
  readonly that: Filter | null;
  /** Fields that leave rows out of both sides of a ratio of sums when missing. */
  readonly required: readonly string[];
  /** Counts those rows, so that they can be accounted for. */
  readonly leftOut: Aggregate | null;
}

export const everyRow: Filter = { kind: "all", filters: [] };

/** Visits every test of a filter, with the nesting that stands above it left out. */
export function* testsOf(filter: Filter): Generator<{ field: string; test: Test }> {
  if (filter.kind === "test") yield* flatten(filter.field, filter.test);
  else for (const inner of filter.filters) yield* testsOf(inner);
}

function* flatten(field: string, test: Test): Generator<{ field: string; test: Test }> {
  yield { field, test };
  if (test.op === "not") yield* flatten(field, test.test);
  if (test.op === "all") for (const inner of test.tests) yield* flatten(field, inner);
}

/** The fields of its own dataset that a filter reads. */
export function fieldsOf(filter: Filter): Set<string> {
  const fields = new Set<string>();
  for (const { field, test } of testsOf(filter)) {
    fields.add(field);
    const operand = test.op === "compare" || test.op === "equals-field" ? test.operand : null;
    if (operand?.kind === "field") fields.add(operand.field);
  }
  return fields;
}

/** The semi-joins that a filter makes, not those inside their own filters. */
export function joinsOf(filter: Filter): SemiJoin[] {
  return [...testsOf(filter)].flatMap(({ test }) => (test.op === "in" ? [test.join] : []));
}
