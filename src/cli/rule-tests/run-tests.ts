import Fraction from "fraction.js";
import { assess } from "../../assess/assess.ts";
import type { Assessment } from "../../model/assessment.ts";
import type { Language } from "../../model/language.ts";
import type { Plan } from "../../model/plan.ts";
import {
  type Difference,
  type Expectation,
  type ExpectedNumber,
  expectedNumbers,
  type RuleTest,
  type TestOutcome,
} from "../../model/rule-test.ts";
import { BranchProbes, type Seen } from "./branch-probes.ts";
import { gatherTest } from "./gather-test.ts";
import { traceOf } from "./trace.ts";

export interface Watching {
  readonly seen: readonly Seen[];
  readonly language: Language;
}

/** Runs the rows of a test and holds the outcome against the expected one; notes which branches were taken. */
export async function runRuleTest(
  plan: Plan,
  test: RuleTest,
  { seen, language }: Watching = { seen: [], language: "zh" },
): Promise<TestOutcome> {
  const own = plan.indicators.find(({ id }) => id === test.indicator);
  if (own === undefined) throw new Error(`no indicator ${test.indicator}`);
  // The engine computes what a plan asks for; a test asks for one indicator.
  const only = { ...plan, indicators: [own], tasks: [] };
  const probes = new BranchProbes(own, seen);
  const evidence = await gatherTest(probes.beside(only), test);
  probes.note(evidence);
  const report = assess(only, evidence, { asOf: test.asOf, language: "zh", version: "0" });
  const [indicator] = report.indicators;
  if (indicator === undefined) throw new Error(`no indicator ${test.indicator}`);
  const units = [...test.units].flatMap(([unit, expected]) => {
    const found = indicator.units.find((one) => one.unit === unit);
    return found === undefined
      ? [{ unit, key: "status", expected: expected.status, actual: NOTHING }]
      : differencesIn(unit, expected, found);
  });
  const differences = [...differencesIn(null, test.whole, indicator.whole), ...units];
  return {
    test,
    differences,
    trace: differences.length === 0 ? null : await traceOf(only, own, test, language),
  };
}

/** Stands where a figure has no value, or a unit is not judged. */
export const NOTHING = "—";

function differencesIn(unit: string | null, expected: Expectation, found: Assessment): Difference[] {
  const status =
    expected.status === found.status
      ? []
      : [{ unit, key: "status", expected: expected.status, actual: found.status }];
  const numbers = expectedNumbers.flatMap((key): Difference[] => {
    const wanted = expected[key];
    const actual = numberOf(found, key);
    if (wanted === undefined || actual === twelveDigits(wanted)) return [];
    return [{ unit, key, expected: wanted, actual: actual === null ? NOTHING : String(actual) }];
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
