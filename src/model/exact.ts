import Fraction from "fraction.js";

/** An exact rational: a safe integer where possible, since most cells are, else a fraction. */
export type Exact = number | Fraction;

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE]([+-]?\d+))?$/;
const LONGEST_DECIMAL = 60;
const LARGEST_EXPONENT = 40;

/** Reads a decimal as written ("0.30", "-12", "1e3"); null when it is not one, or absurdly long. */
export function parseExact(text: string): Exact | null {
  const match = text.length <= LONGEST_DECIMAL ? DECIMAL.exec(text) : null;
  if (match === null) return null;
  if (Math.abs(Number(match[1] ?? 0)) > LARGEST_EXPONENT) return null;
  const value = Number(text);
  if (Number.isSafeInteger(value) && match[1] === undefined) return settle(new Fraction(text));
  return settle(new Fraction(expand(text)));
}

/** A fraction that is a safe integer becomes a plain number, so that equal values have one form. */
export function settle(value: Fraction): Exact {
  const whole = value.d === 1n && value.n <= BigInt(Number.MAX_SAFE_INTEGER);
  return whole ? Number(value.s * value.n) : value;
}

export function fraction(value: Exact): Fraction {
  return typeof value === "number" ? new Fraction(value) : value;
}

export function subtract(a: Exact, b: Exact): Exact {
  if (typeof a === "number" && typeof b === "number") {
    const result = a - b;
    if (Number.isSafeInteger(result)) return result;
  }
  return settle(fraction(a).sub(fraction(b)));
}

/** Negative, zero or positive, as for sort. */
export function compareExact(a: Exact, b: Exact): number {
  return typeof a === "number" && typeof b === "number" ? a - b : fraction(a).compare(fraction(b));
}

/** Of amounts with up to six decimals, which is all that people write: 1e6 of these are one. */
const PARTS = 1_000_000n;

/** A running total that stays exact: integers and decimals add as safe integers, the rest as fractions. */
export class ExactSum {
  private whole = 0;
  /** Millionths of decimals. */
  private parts = 0;
  private rest: Fraction | null = null;

  add(value: Exact): void {
    if (typeof value === "number") {
      const next = this.whole + value;
      if (Number.isSafeInteger(next)) {
        this.whole = next;
        return;
      }
    } else if (PARTS % value.d === 0n) {
      const next = this.parts + Number(value.s * value.n * (PARTS / value.d));
      if (Number.isSafeInteger(next)) {
        this.parts = next;
        return;
      }
    }
    this.rest = (this.rest ?? new Fraction(0)).add(fraction(value));
  }

  merge(other: ExactSum): void {
    this.add(other.whole);
    this.add(new Fraction(other.parts, PARTS));
    if (other.rest !== null) this.add(other.rest);
  }

  get total(): Fraction {
    const sum = new Fraction(this.whole).add(new Fraction(this.parts, PARTS));
    return this.rest === null ? sum : sum.add(this.rest);
  }
}

/**
 * A sum of many fractions whose denominators have little in common. It is reduced once, at the end:
 * the greatest common divisor of numbers of hundreds of digits costs more than all the rest.
 */
export class PooledSum {
  private n = 0n;
  private d = 1n;

  add({ s, n, d }: Fraction): void {
    const factor = d / commonDivisor(this.d % d, d);
    this.n = this.n * factor + s * n * ((this.d * factor) / d);
    this.d *= factor;
  }

  get total(): Fraction {
    return new Fraction(this.n, this.d);
  }
}

function commonDivisor(a: bigint, b: bigint): bigint {
  return a === 0n ? b : commonDivisor(b % a, a);
}

// fraction.js reads "1e3" through a float; written out in full it stays exact.
function expand(text: string): string {
  const [mantissa = "", exponent = "0"] = text.toLowerCase().split("e");
  const sign = mantissa.startsWith("-") ? "-" : "";
  const [whole = "", part = ""] = mantissa.replace(/^[+-]/, "").split(".");
  const digits = whole + part;
  const point = whole.length + Number(exponent);
  const padded = digits.padStart(digits.length + Math.max(0, 1 - point), "0");
  const at = Math.max(point, 1);
  const left = padded.slice(0, at).padEnd(at, "0");
  const right = padded.slice(at);
  return `${sign}${left}${right === "" ? "" : `.${right}`}`;
}
