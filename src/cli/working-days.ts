import { stateCouncilCalendar } from "../measure/working-days.ts";
import type { Day } from "../model/day.ts";

/** Working days after a day up to another; null where the calendar does not reach. */
export function workingDays(from: Day, to: Day): number | null {
  const calendar = stateCouncilCalendar();
  return calendar.covers(from) && calendar.covers(to) ? calendar.between(from, to) : null;
}
