import { z } from "zod";
import { statuses } from "./assessment.ts";
import type { Day } from "./day.ts";

const name = z.string().min(1);
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "2022-10-25");
// A fraction says exactly what a decimal cannot: 43/44.
const number = z
  .string()
  .regex(/^-?\d+(\.\d+)?(\/[1-9]\d*)?$/, "45 | 0.5 | 43/44")
  .meta({ override: "number | text" });
/** Headings and cells, as they would stand in a sheet; `times` repeats a row. */
const row = z.record(name, z.string().meta({ override: "cell" }));

export const expectedNumbers = [
  "numerator",
  "denominator",
  "value",
  "threshold",
  "attainment",
  "gap",
  "stage",
  "rows",
  "fix",
  "new",
  "move",
] as const;
export type ExpectedNumber = (typeof expectedNumbers)[number];

const expectation = z.strictObject({
  status: z.enum(statuses),
  ...(Object.fromEntries(expectedNumbers.map((key) => [key, number.optional()])) as Record<
    ExpectedNumber,
    z.ZodOptional<typeof number>
  >),
});
export type Expectation = z.infer<typeof expectation>;

const caseSchema = z.strictObject({
  indicator: name,
  name,
  "as-of": date.optional(),
  rows: z.record(name, z.array(row)),
  expect: expectation,
  units: z.record(name, expectation).default({}),
});

/** A file of rule tests: `tests:` names the plan. */
export const ruleTestsSchema = z.strictObject({
  tests: name,
  "as-of": date,
  every: z.record(name, row).default({}),
  cases: z.array(caseSchema).min(1),
});

/** A sheet that holds a case's rows. */
export interface TestSheet {
  readonly dataset: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Headings of keys that were counted, not written. */
  readonly numbered: readonly string[];
  /** For each row the line on which it is written; several where it is repeated. */
  readonly lines: readonly number[];
}

/** Small rows in, what they come to out. */
export interface RuleTest {
  readonly indicator: string;
  readonly name: string;
  readonly asOf: Day;
  readonly sheets: readonly TestSheet[];
  readonly whole: Expectation;
  readonly units: ReadonlyMap<string, Expectation>;
  readonly file: string;
  readonly line: number;
  /** Its place in the list of cases. */
  readonly index: number;
}

/** One figure that is not what the test expects. */
export interface Difference {
  /** Null for the whole area. */
  readonly unit: string | null;
  readonly key: string;
  readonly expected: string;
  readonly actual: string;
}

/** How a figure came about that was not expected: the formula with its numbers, and rows at each filter. */
export interface Trace {
  readonly formula: string;
  readonly chains: readonly TracedChain[];
  /** Cells that could not be read, and what else was noticed about the rows. */
  readonly notes: readonly string[];
}

export interface TracedChain {
  readonly dataset: string;
  readonly side: "both" | "numerator" | "denominator";
  readonly steps: readonly {
    readonly role: "used" | "where" | "that";
    readonly filter: string;
    readonly rows: number | null;
  }[];
  readonly rows: readonly TracedRow[];
}

/** What is written on a line of the test, and how many of its rows are left after each step. */
export interface TracedRow {
  readonly line: number;
  readonly times: number;
  readonly written: string;
  readonly left: readonly (number | null)[];
}

/** A test of a filter that no case has seen come out so. */
export interface UntakenBranch {
  readonly indicator: string;
  readonly role: "where" | "that";
  readonly dataset: string;
  readonly text: string;
  readonly file: string;
  readonly line: number;
  readonly never: "true" | "false" | "either";
}

export interface TestCoverage {
  readonly plan: string;
  /** Indicators that rows can measure and that have a target. */
  readonly measured: number;
  readonly covered: number;
  /** Ids without a case that is met, and without one that is not. */
  readonly noMet: readonly string[];
  readonly noMissed: readonly string[];
  /** Tests of `where` and `that`: how many there are, and how many were seen both true and false. */
  readonly branches: number;
  readonly taken: number;
  readonly untaken: readonly UntakenBranch[];
  /** Of all outcomes, met or missed and true or false, how many were seen: 0–100, cut to one decimal. */
  readonly percent: number;
}

export interface TestOutcome {
  readonly test: RuleTest;
  readonly differences: readonly Difference[];
  /** Null where nothing differs. */
  readonly trace: Trace | null;
}
