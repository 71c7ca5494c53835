import Fraction from "fraction.js";
import type { Day } from "../model/day.ts";

export interface PaceInput {
  readonly start: Day;
  readonly baseline: Fraction;
  readonly deadline: Day;
  readonly threshold: Fraction;
  readonly value: Fraction;
  readonly asOf: Day;
}

export interface PaceFigures {
  readonly elapsed: Fraction;
  readonly expected: Fraction;
  readonly spi: Fraction | null;
  readonly state: "on-track" | "at-risk" | "behind" | null;
  readonly requiredPerDay: Fraction | null;
  readonly daysLeft: number;
  readonly projected: Day | null;
}

/** Progress of a running total against a straight line from its baseline to its target; null without a way to go. */
export function paceOf(input: PaceInput): PaceFigures | null {
  const { start, baseline, deadline, threshold, value, asOf } = input;
  if (deadline <= start || asOf < start || threshold.compare(baseline) <= 0) return null;
  const passed = new Fraction(Math.min(asOf, deadline) - start);
  const elapsed = passed.div(deadline - start);
  const planned = threshold.sub(baseline).mul(elapsed);
  const gained = value.sub(baseline);
  const spi = planned.equals(0) ? null : gained.div(planned);
  const daysLeft = deadline - asOf;
  const missing = threshold.sub(value);
  const open = missing.compare(0) > 0;
  return {
    elapsed,
    expected: baseline.add(planned),
    spi,
    state: spi === null ? null : stateOf(spi),
    requiredPerDay: open && daysLeft > 0 ? missing.div(daysLeft) : null,
    daysLeft,
    projected: projectedDay(gained, asOf - start, missing, asOf),
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
