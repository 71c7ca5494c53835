import { CellKind } from "../model/cell.ts";
import { formatDay } from "../model/day.ts";
import { readDate } from "../model/reading/dates.ts";

const MINUTES = 1_440;
/** Dates are taken as they stand. */
const ZONE = "UTC";

/** A stored cell as a person sees it; text stays as it was typed. */
export function cellText(text: string, kind: CellKind, date1904: boolean): string {
  switch (kind) {
    case CellKind.date:
      return dateText(text, date1904);
    case CellKind.percent:
      return `${Number((Number(text) * 100).toPrecision(12))}%`;
    case CellKind.boolean:
      return text === "1" ? "TRUE" : "FALSE";
    default:
      return text;
  }
}

function dateText(text: string, date1904: boolean): string {
  const day = readDate(text, CellKind.date, date1904, ZONE);
  const serial = Number(text);
  // A time alone is no date.
  if (day === undefined || serial < 1) return text;
  const minute = Math.round((serial - Math.floor(serial)) * MINUTES) % MINUTES;
  const two = (number: number) => String(number).padStart(2, "0");
  return minute === 0
    ? formatDay(day)
    : `${formatDay(day)} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** 2022.10.30, 20221030, 2022年10月30日 as 2022-10-30; other text as it is. */
export function dayText(text: string): string {
  const day = readDate(text, CellKind.text, false, ZONE);
  return day === undefined ? text : formatDay(day);
}
