import { Readable } from "node:stream";
import Fraction from "fraction.js";
import { assess } from "../../assess/assess.ts";
import { gather } from "../../engine/engine.ts";
import { filesEngine } from "../../engine/files.ts";
import { defaultLimits } from "../../ingest/reader.ts";
import type { Assessment } from "../../model/assessment.ts";
import type { Plan } from "../../model/plan.ts";
import {
  type Expectation,
  type ExpectedNumber,
  expectedNumbers,
  type RuleTest,
} from "../../model/rule-test.ts";
import { inMemoryFile } from "./in-memory.ts";

/** One figure that is not what the test expects. */
export interface Difference {
  /** Null for the whole area. */
  readonly unit: string | null;
  readonly key: string;
  readonly expected: string;
  readonly actual: string;
}

export interface TestOutcome {
  readonly test: RuleTest;
  readonly differences: readonly Difference[];
}

/** Runs the rows of a test through the same engine as files, and holds the outcome against the expected one. */
export async function runRuleTest(plan: Plan, test: RuleTest): Promise<TestOutcome> {
  // The engine computes what a plan asks for; a test asks for one indicator.
  const only = { ...plan, indicators: plan.indicators.filter(({ id }) => id === test.indicator), tasks: [] };
  const { asOf, sheets } = test;
  const engine = filesEngine(
    { paths: [{ path: "/test", display: "test" }], skipped: [] },
    {
      asOf,
      limits: defaultLimits,
      allowEmpty: true,
      stdin: Readable.from([]),
      open: async () => ({ files: [inMemoryFile("test", sheets)], skipped: [] }),
    },
  );
  const report = assess(only, await gather(only, engine), { asOf, language: "zh", version: "0" });
  const [indicator] = report.indicators;
  if (indicator === undefined) throw new Error(`no indicator ${test.indicator}`);
  const units = [...test.units].flatMap(([unit, expected]) => {
    const found = indicator.units.find((one) => one.unit === unit);
    return found === undefined
      ? [{ unit, key: "status", expected: expected.status, actual: "—" }]
      : differencesIn(unit, expected, found);
  });
  return { test, differences: [...differencesIn(null, test.whole, indicator.whole), ...units] };
}

function differencesIn(unit: string | null, expected: Expectation, found: Assessment): Difference[] {
  const status =
    expected.status === found.status
      ? []
      : [{ unit, key: "status", expected: expected.status, actual: found.status }];
  const numbers = expectedNumbers.flatMap((key): Difference[] => {
    const wanted = expected[key];
    const actual = numberOf(found, key);
    if (wanted === undefined || actual === twelveDigits(wanted)) return [];
    return [{ unit, key, expected: wanted, actual: actual === null ? "—" : String(actual) }];
  });
  return [...status, ...numbers];
}

function numberOf(found: Assessment, key: ExpectedNumber): number | null {
  if (key === "fix" || key === "new" || key === "move") return found.needed?.[key] ?? null;
  return found[key];
}

/** Reports carry 12 significant digits. */
function twelveDigits(written: string): number {
  const exact = new Fraction(written);
  return Number(Number(exact.valueOf()).toPrecision(12));
}
