import { type Day, formatDay, parseDay } from "../model/day.ts";
import type { Plan } from "../model/plan.ts";

export interface TimeSpan {
  readonly start: Day;
  readonly end: Day;
}

const DAYS_OF_DATA = 30;

/** From the period's start to the first day on which an indicator is due, else the period's end. */
export function timeSpanOf({ period, indicators, issued }: Plan): TimeSpan {
  const start = period?.start ?? parseDay(`${formatDay(issued).slice(0, 4)}-01-01`) ?? issued;
  const last = period?.end ?? start + 364;
  const deadlines = indicators
    .map(({ deadline }) => deadline)
    .filter((day) => day !== null)
    .filter((day) => day >= start + DAYS_OF_DATA && day <= last);
  return { start, end: deadlines.length === 0 ? last : Math.min(...deadlines) };
}
