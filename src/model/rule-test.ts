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
}
