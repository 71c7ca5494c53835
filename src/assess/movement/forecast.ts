import Fraction from "fraction.js";
import type { Assessment, Why } from "../../model/assessment.ts";
import { type Day, parseDay } from "../../model/day.ts";
import { whyOf } from "../../model/phrases.ts";
import type { IndicatorReport } from "../../model/report.ts";
import { jsonPace, paceOf, type WorkingDaysBetween } from "../pace.ts";
import { jsonNumber } from "../rounding.ts";
import { isMissed, type Subject } from "./change.ts";
import { trailing } from "./streak.ts";
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
  const points = [...pointsBefore(subject, earlier), { day: clock.asOf, value: now }];
  const [first] = points;
  const { asOf, workingDays } = clock;
  if (first === undefined || points.length < FEWEST_POINTS)
    return refuse(whyOf("pace-few-snapshots", { count: points.length, least: FEWEST_POINTS }));
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

/** Snapshots under the same terms, the last without a break, that had a value. */
function pointsBefore({ indicator, found, unit }: Subject, earlier: readonly Earlier[]): Point[] {
  const lines = earlier.map(({ run, then, measured }) => {
    const before = run.assessment(indicator.id, unit);
    const due = before?.deadline ?? found.deadline;
    const alike =
      before !== undefined &&
      measured.length === 0 &&
      due === found.deadline &&
      judgedAnew(indicator, found, then, before).length === 0;
    return { asOf: run.past.asOf, before, alike };
  });
  return trailing(lines, ({ alike }) => alike).flatMap(({ asOf, before }) => {
    const value = before === undefined ? null : exactValue(indicator, before);
    const day = parseDay(asOf);
    return value === null || day === null ? [] : [{ day, value }];
  });
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
