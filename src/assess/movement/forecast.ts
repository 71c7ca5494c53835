import Fraction from "fraction.js";
import type { Assessment, Why } from "../../model/assessment.ts";
import { type Day, parseDay } from "../../model/day.ts";
import type { PastAssessment } from "../../model/past.ts";
import { whyOf } from "../../model/phrases.ts";
import type { IndicatorReport } from "../../model/report.ts";
import { jsonPace, paceOf, type WorkingDaysBetween } from "../pace.ts";
import { jsonNumber } from "../rounding.ts";
import { isMissed, type Subject } from "./change.ts";
import { type Earlier, judgedAnew } from "./terms.ts";

/** Fewer are no trend: two points always lie on a line. This run is one of them. */
export const FEWEST_POINTS = 3;

export interface Forecast {
  readonly pace: Assessment["pace"];
  /** Why there is none, of what is unmet. */
  readonly why: Why | null;
}

interface Clock {
  readonly asOf: Day;
  readonly workingDays?: WorkingDaysBetween | undefined;
}

interface Point {
  readonly day: Day;
  readonly value: Fraction;
}

/**
 * The pace of a figure by its own history: it begins at the first snapshot since which period, stage,
 * target, deadline and formula have been what they are, and the value found then.
 */
export function forecastOf(subject: Subject, earlier: readonly Earlier[], clock: Clock): Forecast {
  const { indicator, found } = subject;
  const rising = risingOf(indicator, found);
  const now = exactValue(indicator, found);
  if (rising === null || now === null || found.threshold === null) return { pace: null, why: null };
  const refuse = (why: Why): Forecast => ({ pace: null, why: isMissed(found.status) ? why : null });
  if (found.deadline === null) return refuse(whyOf("pace-no-deadline"));
  const { first, count: before } = startOf(subject, earlier);
  const { asOf, workingDays } = clock;
  const count = before + 1;
  if (first === undefined || count < FEWEST_POINTS)
    return refuse(whyOf("pace-few-snapshots", { count, least: FEWEST_POINTS }));
  const threshold = new Fraction(found.threshold);
  const deadline = parseDay(found.deadline) ?? clock.asOf;
  const way = threshold.compare(first.value);
  if (rising ? way <= 0 : way >= 0) return refuse(whyOf("pace-met-at-start"));
  if (deadline <= first.day) return refuse(whyOf("pace-after-deadline"));
  const { day: start, value: baseline } = first;
  const figures = paceOf({ start, baseline, deadline, threshold, value: now, asOf, workingDays });
  if (figures === null) return refuse(whyOf("pace-after-deadline"));
  const since = earlier.find(({ run }) => parseDay(run.past.asOf) === start)?.run.past.asOf;
  return {
    pace: {
      ...jsonPace(figures),
      atDeadline:
        figures.atDeadline === null ? null : jsonNumber(bounded(figures.atDeadline, now, indicator)),
      ...(since === undefined ? {} : { since }),
    },
    why: null,
  };
}

/** Whether the target lies above; null where there is no target to go for. */
function risingOf(indicator: IndicatorReport, { stages }: Assessment): boolean | null {
  const direction = stages.find(({ current }) => current)?.direction ?? indicator.direction;
  if (direction === "at-least" || direction === "more-than") return true;
  return direction === "at-most" || direction === "less-than" ? false : null;
}

interface Start {
  /** Undefined where no snapshot is like this run. */
  readonly first: Point | undefined;
  /** Snapshots with a value, from the first on. */
  readonly count: number;
}

/** Where snapshots under the same terms begin, the last without a break. */
function startOf({ indicator, found, unit }: Subject, earlier: readonly Earlier[]): Start {
  let first: { readonly asOf: string; readonly before: PastAssessment } | undefined;
  let count = 0;
  for (const { run, then, measured } of earlier.toReversed()) {
    const before = run.assessment(indicator.id, unit);
    if (before === undefined || measured.length > 0) break;
    if ((before.deadline ?? found.deadline) !== found.deadline) break;
    if (judgedAnew(indicator, found, then, before).length > 0) break;
    if (before.value === null) continue;
    first = { asOf: run.past.asOf, before };
    count += 1;
  }
  const value = first === undefined ? null : exactValue(indicator, first.before);
  const day = first === undefined ? null : parseDay(first.asOf);
  return { first: value === null || day === null ? undefined : { day, value }, count };
}

type Figures = Pick<Assessment, "value" | "numerator" | "denominator">;

/** The quotient of its parts where they are known, being exact. */
export function exactValue(
  { measuredIn, measure }: Pick<IndicatorReport, "measuredIn" | "measure">,
  { value, numerator, denominator }: Figures,
): Fraction | null {
  if (value === null) return null;
  const [of, to] = [numerator, denominator].map((part) => (part === null ? null : new Fraction(part)));
  if (of == null || to == null || to.equals(0)) return new Fraction(value);
  const scale = measuredIn === "%" && measure !== "average" ? 100 : 1;
  return of.div(to).mul(scale);
}

/** A rate does not leave 0-100, nor a number of things 0, unless it has been beyond already. */
function bounded(forecast: Fraction, now: Fraction, { measuredIn }: IndicatorReport): Fraction {
  if (forecast.compare(0) < 0 && now.compare(0) >= 0) return new Fraction(0);
  if (measuredIn === "%" && forecast.compare(100) > 0 && now.compare(100) <= 0) return new Fraction(100);
  return forecast;
}
