import { halfUp } from "../figures.ts";

/** A value of an earlier run, which carries no rounding of its own: two places, three below 1, none for whole ones. */
export function plainNumber(value: number): string {
  if (Number.isInteger(value)) return String(value);
  return halfUp(value, Math.abs(value) < 1 ? 3 : 2);
}
