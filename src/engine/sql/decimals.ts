import type Fraction from "fraction.js";
import { fail } from "../../problem.ts";

const MOST_PLACES = 10;
const MOST_WHOLE = 28;
const SCALE = 10n ** BigInt(MOST_PLACES);

/**
 * A number in full digits: 0.0625. @throws ProblemError where ten places cannot hold it (10 分钟 = 1/48 day),
 * or 28 digits before them.
 */
export function decimalText(value: Fraction): string {
  if (SCALE % value.d !== 0n) return fail("D034", {}, { value: value.toFraction() });
  const scaled = value.n * (SCALE / value.d);
  const digits = String(scaled).padStart(MOST_PLACES + 1, "0");
  const whole = digits.slice(0, -MOST_PLACES);
  if (whole.length > MOST_WHOLE) return fail("D034", {}, { value: value.toFraction() });
  const places = digits.slice(-MOST_PLACES).replace(/0+$/, "");
  return `${value.s < 0n ? "-" : ""}${whole}${places === "" ? "" : `.${places}`}`;
}
