import { type Day, formatDay, parseDay } from "../../model/day.ts";
import { periodAt } from "../../model/period.ts";
import { whyOf } from "../../model/phrases.ts";
import type { Indicator, Plan } from "../../model/plan.ts";
import type { EarlierOf } from "../indicators.ts";
import { exactValue } from "./forecast.ts";
import type { PastRun } from "./past-run.ts";
import { earlierRuns } from "./terms.ts";

/** What the run of the named day found of an indicator, or why that cannot be held against. */
export function valuesIn(run: PastRun, indicator: Indicator, plan: Plan, asOf: Day): EarlierOf {
  const period = periodAt(plan.period, asOf);
  const now = {
    period: period === null ? null : { start: formatDay(period.start), end: formatDay(period.end) },
  };
  const measure = indicator.measure.kind;
  const [earlier] = earlierRuns(now, indicator, [run]);
  const date = parseDay(run.past.asOf) ?? asOf;
  // A baseline of last year is what a yearly target is meant to be better than.
  const anew = earlier?.measured.filter(({ code }) => code !== "period-changed") ?? [];
  return (unit) => {
    const before = run.assessment(indicator.id, unit);
    const value = before === undefined ? null : exactValue({ ...indicator, measure }, before);
    if (value === null)
      return { kind: "none", why: whyOf("baseline-without-value", { date: run.past.asOf }) };
    if (anew.length > 0) return { kind: "none", why: whyOf("baseline-changed", { date: run.past.asOf }) };
    return { kind: "value", value, date };
  };
}
