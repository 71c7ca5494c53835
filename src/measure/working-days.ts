import { createRequire } from "node:module";
import { type Day, dayOf, formatDay, parseDay, yearOf } from "../model/day.ts";
import { fail } from "../problem.ts";

interface HolidayTable {
  readonly holidays: Readonly<Record<string, string>>;
  readonly workdays: Readonly<Record<string, string>>;
}

/** The State Council's working days: Monday to Friday, less holidays, plus the weekends swapped in. */
export class WorkingDays {
  readonly firstYear: number;
  readonly lastYear: number;
  private readonly firstDay: Day;
  /** Working days from the first covered day up to and including each day. */
  private readonly cumulative: Uint32Array;

  constructor(table: HolidayTable) {
    const holidays = new Set(Object.keys(table.holidays).map(parseDay));
    const swapped = new Set(Object.keys(table.workdays).map(parseDay));
    const years = new Set([...holidays].flatMap((day) => (day === null ? [] : [yearOf(day)])));
    this.lastYear = Math.max(...years);
    let first = this.lastYear;
    while (years.has(first - 1)) first -= 1;
    this.firstYear = first;
    this.firstDay = dayOf(first, 1, 1) ?? 0;
    const days = (dayOf(this.lastYear, 12, 31) ?? 0) - this.firstDay + 1;
    this.cumulative = new Uint32Array(days);
    let count = 0;
    for (let offset = 0; offset < days; offset += 1) {
      const day = this.firstDay + offset;
      const weekday = new Date(day * 86_400_000).getUTCDay();
      const works = swapped.has(day) || (weekday !== 0 && weekday !== 6 && !holidays.has(day));
      if (works) count += 1;
      this.cumulative[offset] = count;
    }
  }

  covers(day: Day): boolean {
    return day >= this.firstDay && day < this.firstDay + this.cumulative.length;
  }

  /** The date n working days after a day; that day is day 0, a working day or not. Throws D010 outside the calendar. */
  add(day: Day, n: number): Day {
    const offset = day - this.firstDay;
    if (!this.covers(day)) this.refuse(day);
    if (n === 0) return day;
    const wanted = (this.cumulative[offset] ?? 0) + n;
    const last = this.cumulative.length - 1;
    if ((this.cumulative[last] ?? 0) < wanted) this.refuse(this.firstDay + last + 1);
    let low = offset;
    let high = last;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.cumulative[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return this.firstDay + low;
  }

  /** Working days after `from` up to and including `to`; 0 when `to` is not later. */
  between(from: Day, to: Day): number {
    if (!this.covers(from)) this.refuse(from);
    if (!this.covers(to)) this.refuse(to);
    if (to <= from) return 0;
    return (this.cumulative[to - this.firstDay] ?? 0) - (this.cumulative[from - this.firstDay] ?? 0);
  }

  private refuse(day: Day): never {
    return fail("D010", {}, { date: formatDay(day), from: this.firstYear, to: this.lastYear });
  }
}

let calendar: WorkingDays | undefined;

/** The calendar that chinese-days carries: its table only, its functions guess where years are not announced. */
export function stateCouncilCalendar(): WorkingDays {
  calendar ??= new WorkingDays(
    createRequire(import.meta.url)("chinese-days/dist/chinese-days.json") as HolidayTable,
  );
  return calendar;
}
