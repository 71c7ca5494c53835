import { parseISO } from "date-fns/parseISO";
import { CellKind } from "../cell.ts";
import { type Day, dayInZone, dayOf } from "../day.ts";
import { clean } from "./text.ts";

const SEPARATED =
  /^(\d{4})\s*([-/.年])\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T\s]*(\d{1,2})[:时](\d{1,2})(?:[:分](?:(\d{1,2})(?:\.\d+)?)?秒?)?\s*(Z|[+-]\d{2}:?\d{2})?)?(?:\s*(?:星期|周)[一二三四五六日天])?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(?:(\d{2})\d{0,3})?)?$/;
const COMPACT_TIMED = /^(\d{4})(\d{2})(\d{2})[T\s]\s*(\d{1,2}):?(\d{2})(?::?(\d{2})(?:\.\d+)?)?$/;
// Without a date format only five digits (1927-2173) are a serial: 2022 is a year, not 14 July 1905, and
// 202209 a month, not a day in 2453.
const SERIAL = /^\d{5}(?:\.\d+)?$/;
const YEAR = /^(\d{4})年?$/;

// Serial 25569 is 1970-01-01; up to serial 60 Excel counts a 29 February 1900 that never was.
const SERIAL_OF_EPOCH = 25_569;
const LAST_FALSE_SERIAL = 60;
const DAYS_TO_1904 = 1_462;
const LAST_SERIAL = 2_958_465;
// A time of 23:59:59.9999 is midnight with binary noise.
const HALF_MILLISECOND = 0.5 / 86_400_000;

/** A date cell as a calendar day in the plan's time zone; undefined when it cannot be read. */
export function readDate(text: string, kind: CellKind, date1904: boolean, timezone: string): Day | undefined {
  if (kind === CellKind.date) return ofSerial(Number(text), date1904);
  if (kind !== CellKind.text && kind !== CellKind.number) return undefined;
  const written = clean(text);
  const compact = COMPACT.exec(written) ?? COMPACT_TIMED.exec(written);
  if (compact !== null) return ofParts(compact, 2, 4);
  if (SERIAL.test(written)) return ofSerial(Number(written), date1904);
  if (kind === CellKind.number) return undefined;
  const separated = SEPARATED.exec(written);
  if (separated === null) return undefined;
  const zone = separated[8];
  const day = ofParts(separated, 3, 5);
  if (zone === undefined || day === undefined) return day;
  const [time = ""] = /\d{1,2}:\d{1,2}(?::\d{1,2})?/.exec(written) ?? [];
  const [hour = "", minute = "", second = "00"] = time.split(":");
  const clock = [hour, minute, second].map((part) => part.padStart(2, "0")).join(":");
  const date = [separated[3], separated[4]].map((part) => String(part).padStart(2, "0")).join("-");
  const instant = parseISO(`${separated[1]}-${date}T${clock}${zone}`);
  return Number.isNaN(instant.getTime()) ? undefined : dayInZone(instant, timezone);
}

/** A year field: a bare year is its 1 January, anything else is read as a date. */
export function readYear(text: string, kind: CellKind, date1904: boolean, timezone: string): Day | undefined {
  const year = kind === CellKind.date ? null : YEAR.exec(clean(text));
  if (year !== null) return dayOf(Number(year[1]), 1, 1) ?? undefined;
  return readDate(text, kind, date1904, timezone);
}

function ofSerial(serial: number, date1904: boolean): Day | undefined {
  const whole = Math.floor(serial + HALF_MILLISECOND);
  const days = date1904 ? whole + DAYS_TO_1904 : whole;
  if (!(days >= 1 && days <= LAST_SERIAL)) return undefined;
  return days - SERIAL_OF_EPOCH + (days <= LAST_FALSE_SERIAL && !date1904 ? 1 : 0);
}

function ofParts(match: RegExpExecArray, monthAt: number, hourAt: number): Day | undefined {
  const day = dayOf(Number(match[1]), Number(match[monthAt]), Number(match[monthAt + 1]));
  const [hour, minute, second] = [0, 1, 2].map((offset) => Number(match[hourAt + offset] ?? 0));
  const clock = (hour ?? 0) <= 24 && (minute ?? 0) < 60 && (second ?? 0) <= 60;
  return day === null || !clock ? undefined : day;
}
