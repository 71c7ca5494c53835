import type Fraction from "fraction.js";
import { isMet, type Target, wantsMore } from "./target.ts";

/** The JSON number of an exact value: 12 significant digits. */
export function jsonNumber(value: Fraction): number {
  return Number(asFloat(value).toPrecision(12));
}

const LARGEST_BITS = 1000;

/** A score over hundreds of indicators has parts of hundreds of digits, more than a float can hold. */
function asFloat(value: Fraction): number {
  if (value.d <= Number.MAX_SAFE_INTEGER) return value.valueOf();
  const spare = BigInt(Math.max(0, value.d.toString(2).length - LARGEST_BITS));
  return Number((value.s * value.n) >> spare) / Number(value.d >> spare);
}

export function jsonNumberOrNull(value: Fraction | null): number | null {
  return value === null ? null : jsonNumber(value);
}

/** Half up, away from zero, to a number of places. */
export function fixed(value: Fraction, places: number): string {
  return write(
    value
      .abs()
      .mul(10 ** places)
      .add(0.5)
      .floor(),
    value.compare(0) < 0,
    places,
  );
}

function write(units: Fraction, negative: boolean, places: number): string {
  const digits = units.n.toString().padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places);
  const text = places === 0 ? whole : `${whole}.${digits.slice(digits.length - places)}`;
  return negative && units.n !== 0n ? `-${text}` : text;
}

/** Without trailing zeros: thresholds and counts as people write them. */
export function trimmed(value: Fraction, places: number): string {
  const text = fixed(value, places);
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** The one rounding of a value: an unmet value never rounds onto or past its threshold. */
export function displayValue(value: Fraction, places: number, target: Target | null): string {
  if (target === null || isMet(value, target)) return fixed(value, places);
  const step = 10 ** places;
  const rounded = value
    .abs()
    .mul(step)
    .add(0.5)
    .floor()
    .div(step)
    .mul(value.compare(0) < 0 ? -1 : 1);
  const order = rounded.compare(target.threshold);
  const more = wantsMore(target, value);
  // 99.996 of 100 prints 99.99, and 0.0301 over 0.03 prints 0.04.
  if (more ? order < 0 : order > 0) return fixed(value, places);
  const cut = more ? value.mul(step).floor() : value.mul(step).ceil();
  return write(cut.abs(), cut.compare(0) < 0, places);
}
