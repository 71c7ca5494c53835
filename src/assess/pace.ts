import Fraction from "fraction.js";
import type { Assessment } from "../model/assessment.ts";
import { type Day, formatDay } from "../model/day.ts";
import { jsonNumber, jsonNumberOrNull } from "./rounding.ts";

/** Working days after a day up to and including another; null where the calendar does not reach so far. */
export type WorkingDaysBetween = (from: Day, to: Day) => number | null;

export interface PaceInput {
  readonly start: Day;
  readonly baseline: Fraction;
  readonly deadline: Day;
  readonly threshold: Fraction;
  readonly value: Fraction;
  readonly asOf: Day;
  readonly workingDays?: WorkingDaysBetween | undefined;
}

export interface PaceFigures {
  readonly elapsed: Fraction;
  readonly expected: Fraction;
  readonly spi: Fraction | null;
  readonly state: "on-track" | "at-risk" | "behind" | null;
  readonly requiredPerDay: Fraction | null;
  readonly requiredPerWorkingDay: Fraction | null;
  readonly daysLeft: number;
  readonly projected: Day | null;
  readonly atDeadline: Fraction | null;
}

/**
 * Progress against a straight line from where it began to its target, up or down; null without a way to go.
 * From 100 to 200 in 50 days, 130 after 20: expected 140, SPI 30 ÷ 40 = 0.75, 70 ÷ 30 a day needed.
 */
export function paceOf(input: PaceInput): PaceFigures | null {
  const { start, baseline, deadline, threshold, value, asOf, workingDays } = input;
  const way = threshold.sub(baseline);
  if (deadline <= start || asOf < start || way.equals(0)) return null;
  const passed = new Fraction(Math.min(asOf, deadline) - start);
  const elapsed = passed.div(deadline - start);
  const planned = way.mul(elapsed);
  const gained = value.sub(baseline);
  const spi = planned.equals(0) ? null : gained.div(planned);
  const daysLeft = deadline - asOf;
  // Downwards the amounts are turned, so that what is missing is positive either way.
  const turn = way.compare(0);
  const missing = threshold.sub(value).mul(turn);
  const working = daysLeft > 0 ? (workingDays?.(asOf, deadline) ?? null) : null;
  const each = (days: number | null) =>
    missing.compare(0) > 0 && days !== null && days > 0 ? missing.div(days) : null;
  return {
    elapsed,
    expected: baseline.add(planned),
    spi,
    state: spi === null ? null : stateOf(spi),
    requiredPerDay: each(daysLeft),
    requiredPerWorkingDay: each(working),
    daysLeft,
    projected: projectedDay(gained.mul(turn), asOf - start, missing, asOf),
    atDeadline: asOf > start && daysLeft > 0 ? value.add(gained.mul(daysLeft).div(asOf - start)) : null,
  };
}

const ON_TRACK = new Fraction("0.95");
const AT_RISK = new Fraction("0.6");

function stateOf(spi: Fraction): "on-track" | "at-risk" | "behind" {
  if (spi.compare(ON_TRACK) >= 0) return "on-track";
  return spi.compare(AT_RISK) >= 0 ? "at-risk" : "behind";
}

const FURTHEST = 3_660;

function projectedDay(gained: Fraction, days: number, missing: Fraction, asOf: Day): Day | null {
  if (missing.compare(0) <= 0) return asOf;
  if (days <= 0 || gained.compare(0) <= 0) return null;
  const wait = Number(missing.mul(days).div(gained).ceil().valueOf());
  return wait > FURTHEST ? null : asOf + wait;
}

/** The figures as a report says them. */
export function jsonPace(figures: PaceFigures): NonNullable<Assessment["pace"]> {
  return {
    elapsed: jsonNumber(figures.elapsed),
    expected: jsonNumber(figures.expected),
    spi: jsonNumberOrNull(figures.spi),
    state: figures.state,
    requiredPerDay: jsonNumberOrNull(figures.requiredPerDay),
    requiredPerWorkingDay: jsonNumberOrNull(figures.requiredPerWorkingDay),
    daysLeft: figures.daysLeft,
    projected: figures.projected === null ? null : formatDay(figures.projected),
  };
}
