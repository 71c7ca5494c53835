import type { Plan } from "../../model/plan.ts";
import type { RuleTest } from "../../model/rule-test.ts";

export interface Coverage {
  readonly plan: string;
  /** Indicators that rows can measure and that have a target. */
  readonly measured: number;
  readonly covered: number;
  /** Ids without a case that is met, and without one that is not. */
  readonly noMet: readonly string[];
  readonly noMissed: readonly string[];
}

/** Which indicators have a case that is met and one that is missed. */
export function coverageOf(plan: Plan, tests: readonly RuleTest[]): Coverage {
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
  return { plan: plan.id, measured: ids.length, covered: ids.length - lacking.size, noMet, noMissed };
}
