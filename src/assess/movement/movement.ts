import type { Assessment } from "../../model/assessment.ts";
import { type Day, formatDay } from "../../model/day.ts";
import type { Movement } from "../../model/movement.ts";
import type { IndicatorReport, Report } from "../../model/report.ts";
import type { WorkingDaysBetween } from "../pace.ts";
import { changeSince, type Subject } from "./change.ts";
import { comparisonWith } from "./comparison.ts";
import { forecastOf } from "./forecast.ts";
import type { PastRun } from "./past-run.ts";
import { scoreChange } from "./scores.ts";
import { standsOf } from "./stands.ts";
import { streakOf } from "./streak.ts";
import { type Earlier, earlierRuns } from "./terms.ts";
import { trendOf } from "./trend.ts";

export interface Moving {
  /** Earlier runs, oldest first. */
  readonly runs: readonly PastRun[];
  /** The one of the day named by --baseline. */
  readonly baseline: PastRun | null;
  readonly asOf: Day;
  readonly workingDays?: WorkingDaysBetween | undefined;
}

/** A report with what moved since earlier runs, and how it goes on. */
export function withMovement(report: Report, moving: Moving): Report {
  const { runs, baseline } = moving;
  const earlier = new Map(report.indicators.map((one) => [one.id, earlierRuns(report, one, runs)]));
  const earlierOf = (id: string) => earlier.get(id) ?? [];
  const since = (run: PastRun | null) => (id: string) => earlierOf(id).find((one) => one.run === run);
  const previous = runs.at(-1) ?? null;
  const scoreMovement = (now: Parameters<typeof scoreChange>[3]) => {
    const to = (run: PastRun | null) =>
      run === null ? null : scoreChange(report, run, ({ id }) => since(run)(id), now);
    return { previous: to(previous), baseline: to(baseline) };
  };
  const comparison = (run: PastRun | null) => (run === null ? null : comparisonWith(report, run, since(run)));
  return {
    ...report,
    overall: {
      ...report.overall,
      movement: scoreMovement({ score: report.overall.score, rank: null, group: null, unit: null }),
    },
    indicators: report.indicators.map((indicator) =>
      movedIndicator(indicator, earlierOf(indicator.id), moving),
    ),
    units: report.units.map((unit) => ({ ...unit, movement: scoreMovement(unit) })),
    movement: {
      snapshots: runs.length,
      first: runs[0]?.past.asOf ?? null,
      previous: comparison(previous),
      baseline: comparison(baseline),
    },
    trend: trendOf(report, runs, earlierOf),
  };
}

function movedIndicator(
  indicator: IndicatorReport,
  earlier: readonly Earlier[],
  moving: Moving,
): IndicatorReport {
  const rises = indicator.measure === "latest";
  const moved = <Found extends Assessment>(found: Found, unit: string | null): Found => {
    const subject: Subject = { indicator, found, unit, rises };
    const { pace, why } =
      found.pace === null ? forecastOf(subject, earlier, moving) : { pace: found.pace, why: null };
    const last = earlier.at(-1);
    const { runs, baseline } = moving;
    const movement: Movement = {
      previous: last?.run === runs.at(-1) ? changeSince(last, subject) : null,
      baseline:
        baseline === null
          ? null
          : changeSince(
              earlier.find(({ run }) => run === baseline),
              subject,
            ),
      streak: streakOf(standsOf(indicator, found, unit, runs, formatDay(moving.asOf))),
      noPace: why,
    };
    return { ...found, pace, movement };
  };
  return {
    ...indicator,
    whole: moved(indicator.whole, null),
    units: indicator.units.map((line) => moved(line, line.unit)),
  };
}
