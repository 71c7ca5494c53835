import Fraction from "fraction.js";
import type { Direction } from "../model/plan.ts";

/** What a value is held against. */
export interface Target {
  readonly direction: Direction;
  /** In the indicator's unit; for improve and reduce the baseline. */
  readonly threshold: Fraction;
  readonly worst: Fraction | null;
  /** Whether 100 is as far as the value can go. */
  readonly percent: boolean;
}

/** Directions in which more is better, once the two-sided `exactly` is put on a side. */
export function wantsMore(target: Target, value: Fraction): boolean {
  switch (target.direction) {
    case "at-least":
    case "more-than":
    case "improve":
      return true;
    case "at-most":
    case "less-than":
    case "reduce":
      return false;
    case "exactly":
      return value.compare(target.threshold) < 0;
    default:
      return target.direction satisfies never;
  }
}

export function isStrict(direction: Direction): boolean {
  return (
    direction === "more-than" ||
    direction === "less-than" ||
    direction === "improve" ||
    direction === "reduce"
  );
}

export function isMet(value: Fraction, { direction, threshold }: Target): boolean {
  const order = value.compare(threshold);
  switch (direction) {
    case "at-least":
      return order >= 0;
    case "at-most":
      return order <= 0;
    case "exactly":
      return order === 0;
    case "more-than":
    case "improve":
      return order > 0;
    case "less-than":
    case "reduce":
      return order < 0;
    default:
      return direction satisfies never;
  }
}

const ZERO = new Fraction(0);
const ONE = new Fraction(1);

/**
 * How much of a target is reached, 0-1: 1 when met, else the value's share of the threshold, or its
 * way from the worst anchor to the threshold where one is given (70.5 of 72: 0.979167).
 */
export function attainmentOf(value: Fraction, target: Target): Fraction {
  if (isMet(value, target)) return ONE;
  return clamp(unmetShare(value, target));
}

function unmetShare(value: Fraction, target: Target): Fraction {
  const { direction, threshold, worst, percent } = target;
  if (direction === "exactly" && !threshold.equals(0) && !(percent && threshold.equals(100))) return ZERO;
  const more = threshold.equals(0) && direction === "exactly" ? false : wantsMore(target, value);
  if (more) {
    if (worst !== null) return divide(value.sub(worst), threshold.sub(worst));
    return threshold.compare(0) > 0 ? value.div(threshold) : ZERO;
  }
  if (worst !== null) return divide(worst.sub(value), worst.sub(threshold));
  return threshold.compare(0) > 0 ? divide(threshold, value) : ZERO;
}

function divide(a: Fraction, b: Fraction): Fraction {
  return b.equals(0) ? ZERO : a.div(b);
}

function clamp(share: Fraction): Fraction {
  if (share.compare(0) < 0) return ZERO;
  return share.compare(1) > 0 ? ONE : share;
}

/** What is missing to the threshold, in the indicator's unit; never negative, 0 when met. */
export function gapOf(value: Fraction, target: Target): Fraction {
  return isMet(value, target) ? ZERO : target.threshold.sub(value).abs();
}
