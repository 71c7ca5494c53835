import Fraction from "fraction.js";
import { isMet, isStrict, type Target, wantsMore } from "./target.ts";

/** The gap in work: rows to put right, perfect new rows, or the total to move. */
export interface Work {
  readonly fix: Fraction | null;
  readonly new: Fraction | null;
  readonly move: Fraction | null;
}

export interface Parts {
  readonly value: Fraction;
  readonly numerator: Fraction | null;
  readonly denominator: Fraction | null;
  /** 100 where numerator ÷ denominator is said in %. */
  readonly scale: number;
  /** Whether the parts count things; else they are amounts. */
  readonly things: boolean;
}

/**
 * Work to meet a target, null when it is met. Of 1,000 rows 430 are good and 45 % is wanted: 20 to put
 * right, or 37 perfect new ones; at 100 % no number of new ones would do.
 */
export function neededFor(parts: Parts, target: Target): Work | null {
  if (isMet(parts.value, target)) return null;
  const { numerator, denominator, scale, things } = parts;
  const more = wantsMore(target, parts.value);
  const strict = isStrict(target.direction);
  // A rate that was reported without its parts says nothing of the work behind it.
  if (numerator === null) return { fix: null, new: null, move: null };
  if (denominator === null) {
    return { fix: null, new: null, move: least(target.threshold.sub(parts.value).abs(), strict) };
  }
  const share = target.threshold.div(scale);
  const wanted = share.mul(denominator);
  if (!things) return { fix: null, new: null, move: least(wanted.sub(numerator).abs(), strict) };
  if (!more) {
    const allowed = strict ? wanted.ceil().sub(1) : wanted.floor();
    return { fix: numerator.sub(allowed), new: null, move: null };
  }
  const missing = wanted.sub(numerator);
  return { fix: wholeNumber(missing, strict), new: newRows(missing, share, strict), move: null };
}

function newRows(missing: Fraction, share: Fraction, strict: boolean): Fraction | null {
  const dilution = new Fraction(1).sub(share);
  return dilution.compare(0) <= 0 ? null : wholeNumber(missing.div(dilution), strict);
}

/** The smallest whole number that reaches an amount, or with `strict` passes it. */
function wholeNumber(amount: Fraction, strict: boolean): Fraction {
  return strict ? amount.floor().add(1) : amount.ceil();
}

function least(amount: Fraction, strict: boolean): Fraction {
  return strict ? wholeNumber(amount, true) : amount;
}
