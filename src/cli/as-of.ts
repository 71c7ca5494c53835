import { type Day, dayInZone } from "../model/day.ts";
import type { Plan } from "../model/plan.ts";

export type AskedAsOf = Day | "today" | undefined;

export interface AsOf {
  readonly day: Day;
  /** Whether the plan's end was taken because today lies past it: the user is told. */
  readonly afterPeriod: boolean;
}

/** The day that the data is judged on: as asked, else today in the plan's zone, but not past its end. */
export function asOfDay(asked: AskedAsOf, now: Date, plan: Pick<Plan, "period" | "timezone">): AsOf {
  if (typeof asked === "number") return { day: asked, afterPeriod: false };
  const today = dayInZone(now, plan.timezone);
  const end = plan.period?.end;
  if (asked === "today" || end === undefined || today <= end) return { day: today, afterPeriod: false };
  return { day: end, afterPeriod: true };
}
