/** A calendar day as whole days since 1970-01-01; no clock and no zone left in it. */
export type Day = number;

const MS_PER_DAY = 86_400_000;

/** The day of a calendar date, or null when no such date exists (2022-02-30). */
export function dayOf(year: number, month: number, date: number): Day | null {
  if (year < 1900 || year > 2999 || month < 1 || month > 12 || date < 1 || date > 31) return null;
  const time = Date.UTC(year, month - 1, date);
  return new Date(time).getUTCDate() === date ? time / MS_PER_DAY : null;
}

/** Reads yyyy-mm-dd. */
export function parseDay(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match === null ? null : dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** Writes yyyy-mm-dd. */
export function formatDay(day: Day): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

export function yearOf(day: Day): number {
  return new Date(day * MS_PER_DAY).getUTCFullYear();
}

/** The same month and date in another year; 02-29 becomes 02-28 where there is none. */
export function inYear(day: Day, year: number): Day {
  const date = new Date(day * MS_PER_DAY);
  const month = date.getUTCMonth() + 1;
  const moved = dayOf(year, month, date.getUTCDate()) ?? dayOf(year, month, date.getUTCDate() - 1);
  if (moved === null) throw new RangeError(`year ${year} is outside the calendar`);
  return moved;
}

/** The calendar day of an instant in a time zone. */
export function dayInZone(instant: Date, timezone: string): Day {
  const parts = new Intl.DateTimeFormat("en-CA", { timeZone: timezone, dateStyle: "short" });
  const day = parseDay(parts.format(instant));
  if (day === null) throw new RangeError("instant outside the calendar");
  return day;
}
