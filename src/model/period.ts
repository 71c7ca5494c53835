import { type Day, inYear, yearOf } from "./day.ts";
import type { Period } from "./plan.ts";

/** The plan's period as of a day: a later as-of moves a yearly period to its own year. */
export function periodAt(period: Period | null, asOf: Day): { start: Day; end: Day } | null {
  if (period === null) return null;
  const { start, end, yearly } = period;
  const years = yearly && asOf > end ? yearOf(asOf) - yearOf(end) : 0;
  if (years === 0) return { start, end };
  return { start: inYear(start, yearOf(start) + years), end: inYear(end, yearOf(end) + years) };
}
