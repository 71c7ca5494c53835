import type { Assessment, Why } from "../../model/assessment.ts";
import type { Past, PastAssessment } from "../../model/past.ts";
import { whyOf } from "../../model/phrases.ts";
import type { IndicatorReport } from "../../model/report.ts";
import type { PastIndicator, PastRun } from "./past-run.ts";

/** An indicator as an earlier run had it. */
export interface Earlier {
  readonly run: PastRun;
  readonly then: PastIndicator;
  /** Why its values do not measure the same as now; empty where they do. */
  readonly measured: readonly Why[];
}

/** What an indicator measures, in a report of now or of then. */
type Measured = Pick<PastIndicator, "id" | "formula" | "measuredIn">;

/** The runs that had an indicator, in their order. */
export function earlierRuns(
  report: Pick<Past, "period">,
  indicator: Measured,
  runs: readonly PastRun[],
): Earlier[] {
  return runs.flatMap((run) => {
    const then = run.indicator(indicator.id);
    return then === undefined ? [] : [{ run, then, measured: measuredAnew(report, indicator, run, then) }];
  });
}

function measuredAnew(
  { period }: Pick<Past, "period">,
  now: Measured,
  { past }: PastRun,
  then: PastIndicator,
): Why[] {
  const reasons: Why[] = [];
  if (then.formula !== null && now.formula !== null && then.formula.zh !== now.formula.zh)
    reasons.push(whyOf("formula-changed", { from: then.formula.zh }));
  if (then.measuredIn !== now.measuredIn)
    reasons.push(whyOf("measured-in-changed", { from: then.measuredIn, to: now.measuredIn }));
  if (past.period !== null && period !== null && past.period.start !== period.start)
    reasons.push(whyOf("period-changed", { from: past.period.start, to: period.start }));
  return reasons;
}

/** Why a status was not judged by the same target as now. */
export function judgedAnew(
  now: Pick<IndicatorReport, "direction">,
  found: Pick<Assessment, "threshold" | "stage" | "baseline">,
  then: PastIndicator,
  before: PastAssessment,
): Why[] {
  const reasons: Why[] = [];
  if (then.direction !== now.direction)
    reasons.push(whyOf("direction-changed", { from: then.direction, to: now.direction }));
  const [from, to] = [before.threshold, found.threshold];
  if (from === to) return reasons;
  if (from === null || to === null) return [...reasons, whyOf("target-changed")];
  const { stage } = found;
  const why =
    stage !== null && before.stage !== null && before.stage !== stage
      ? whyOf("stage-changed", { from, to, stage })
      : whyOf("threshold-changed", { from, to });
  return [...reasons, why];
}
