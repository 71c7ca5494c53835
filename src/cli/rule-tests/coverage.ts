import type { Language } from "../../model/language.ts";
import type { Plan } from "../../model/plan.ts";
import type { RuleTest, TestCoverage, UntakenBranch } from "../../model/rule-test.ts";
import { filterOn } from "../../plan/formula.ts";
import type { Seen } from "./branch-probes.ts";

/** Which indicators have a case that is met and one that is missed, and which tests of filters went both ways. */
export function coverageOf(
  plan: Plan,
  tests: readonly RuleTest[],
  seen: readonly Seen[] = [],
  language: Language = "zh",
): TestCoverage {
  const targets = plan.indicators.filter(
    ({ measure, stages, baseline }) =>
      measure.kind !== "reported" && (stages.some((stage) => stage.threshold !== null) || baseline !== null),
  );
  const has = (id: string, statuses: readonly string[]) =>
    tests.some(
      ({ indicator, whole, units }) =>
        indicator === id && [whole, ...units.values()].some(({ status }) => statuses.includes(status)),
    );
  const ids = targets.map(({ id }) => id);
  const noMet = ids.filter((id) => !has(id, ["met"]));
  const noMissed = ids.filter((id) => !has(id, ["open", "overdue"]));
  const lacking = new Set([...noMet, ...noMissed]);
  const untaken = seen.flatMap((one) => untakenIn(one, plan, language));
  const missed = untaken.reduce((sum, { never }) => sum + (never === "either" ? 2 : 1), 0);
  const outcomes = (ids.length + seen.length) * 2;
  const found = outcomes - noMet.length - noMissed.length - missed;
  return {
    plan: plan.id,
    measured: ids.length,
    covered: ids.length - lacking.size,
    noMet,
    noMissed,
    branches: seen.length,
    taken: seen.length - untaken.length,
    untaken,
    percent: outcomes === 0 ? 100 : Math.floor((found * 1000) / outcomes) / 10,
  };
}

function untakenIn({ branch, yes, no }: Seen, { dictionary }: Plan, language: Language): UntakenBranch[] {
  if (yes && no) return [];
  const { indicator, role, dataset, filter, at } = branch;
  return [
    {
      indicator,
      role,
      dataset,
      text: filterOn(dataset, filter, dictionary, language),
      file: at.file ?? "",
      line: at.line ?? 0,
      never: yes ? "false" : no ? "true" : "either",
    },
  ];
}
