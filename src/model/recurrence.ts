import { type Day, dayOf, formatDay, yearOf } from "./day.ts";

/** How often a duty falls due; `word` is said where the document names no period, and nothing falls due then. */
export type Recurrence =
  | { readonly kind: "monthly"; readonly days: readonly number[] }
  | { readonly kind: "weeks"; readonly weeks: number; readonly from: Day }
  | { readonly kind: "quarterly" }
  | { readonly kind: "yearly"; readonly month: number; readonly date: number }
  | { readonly kind: "unstated"; readonly word: string };

/** Words for "again and again" that name no period. */
export const unstatedWords = ["定期", "不定期", "实时", "及时", "适时", "随时", "常态"] as const;

/** One period of a recurring duty: from its first day to the day on which it is due. */
export interface Due {
  readonly begins: Day;
  readonly due: Day;
}

/** The first due day on or after a day; null where no period is stated. Days that a month lacks are its last. */
export function dueOnOrAfter(recurrence: Recurrence, day: Day): Day | null {
  switch (recurrence.kind) {
    case "monthly":
      return firstFrom(day, (year, month) => recurrence.days.map((date) => inMonth(year, month, date)));
    case "quarterly":
      return firstFrom(day, (year, month) => (month % 3 === 0 ? [inMonth(year, month, 31)] : []));
    case "yearly":
      return firstFrom(day, (year, month) =>
        month === recurrence.month ? [inMonth(year, month, recurrence.date)] : [],
      );
    case "weeks": {
      const step = recurrence.weeks * 7;
      return recurrence.from + Math.ceil((day - recurrence.from) / step) * step;
    }
    case "unstated":
      return null;
    default:
      return recurrence satisfies never;
  }
}

/**
 * The periods that fall due within a window and have begun by as-of. Monthly 15, 30 within 2021-11-09 to
 * 2021-12-31: due 11-15 (begins 11-09), 11-30 (begins 11-16), 12-15, 12-30.
 */
export function duesWithin(
  recurrence: Recurrence,
  window: { start: Day; end: Day | null },
  asOf: Day,
): Due[] {
  const first = recurrence.kind === "weeks" ? Math.max(window.start, recurrence.from) : window.start;
  const dues: Due[] = [];
  for (let begins = window.start; begins <= asOf; ) {
    const due = dueOnOrAfter(recurrence, Math.max(begins, first));
    if (due === null || (window.end !== null && due > window.end)) break;
    dues.push({ begins, due });
    begins = due + 1;
  }
  return dues;
}

/** Short text of a recurrence, the same in every language: "monthly 15, 30". */
export function recurrenceText(recurrence: Recurrence): string {
  switch (recurrence.kind) {
    case "monthly":
      return `monthly ${recurrence.days.join(", ")}`;
    case "weeks":
      return `every ${recurrence.weeks} weeks from ${formatDay(recurrence.from)}`;
    case "yearly":
      return `yearly ${pad(recurrence.month)}-${pad(recurrence.date)}`;
    case "quarterly":
      return "quarterly";
    case "unstated":
      return recurrence.word;
    default:
      return recurrence satisfies never;
  }
}

const MONTHS_AHEAD = 14;

function firstFrom(day: Day, daysOf: (year: number, month: number) => Day[]): Day {
  const month = new Date(day * 86_400_000).getUTCMonth();
  for (let ahead = 0; ahead < MONTHS_AHEAD; ahead += 1) {
    const at = month + ahead;
    const found = daysOf(yearOf(day) + Math.floor(at / 12), (at % 12) + 1).filter((due) => due >= day);
    if (found.length > 0) return Math.min(...found);
  }
  throw new RangeError("a recurrence without a due day");
}

function inMonth(year: number, month: number, date: number): Day {
  for (let last = date; last > 27; last -= 1) {
    const day = dayOf(year, month, last);
    if (day !== null) return day;
  }
  const day = dayOf(year, month, date);
  if (day === null) throw new RangeError(`${year}-${month}-${date} is outside the calendar`);
  return day;
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}
