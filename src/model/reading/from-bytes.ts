import { CellKind } from "../cell.ts";
import type { FieldType } from "../dataset.ts";

/**
 * Reads the forms in which nearly all dates and numbers come straight from their bytes; NaN leaves a cell
 * to the careful reader, which must come to the same value for all that is read here.
 */
export type BytesRead = (bytes: Uint8Array, from: number, to: number, kind: number) => number;

export function bytesReadOf(type: FieldType, date1904: boolean): BytesRead | null {
  if (type === "number") return integerOf;
  return type === "date" || type === "year" ? (date1904 ? writtenDay : dayOfBytes) : null;
}

const ZERO = 0x30;
const DASH = 0x2d;
const SLASH = 0x2f;
const COLON = 0x3a;
const SPACE = 0x20;
const POINT = 0x2e;
const NINE = 0x39;
const T = 0x54;
/** Integers of more digits may not be exact as numbers. */
const MOST_DIGITS = 15;

const SERIAL_OF_EPOCH = 25_569;
/** Below it Excel counts a day that never was. */
const FIRST_PLAIN_SERIAL = 61;
const LAST_SERIAL = 2_958_465;

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function integerOf(bytes: Uint8Array, from: number, to: number, kind: number): number {
  if ((kind !== CellKind.number && kind !== CellKind.text) || to - from > MOST_DIGITS || from === to)
    return Number.NaN;
  return digits(bytes, from, to);
}

function dayOfBytes(bytes: Uint8Array, from: number, to: number, kind: number): number {
  return kind === CellKind.date ? serialDay(bytes, from, to) : writtenDay(bytes, from, to, kind);
}

/** The day of 44859 or 44859.5; a fraction that may round up to the next day is not for us. */
function serialDay(bytes: Uint8Array, from: number, to: number): number {
  let point = from;
  while (point < to && bytes[point] !== POINT) point++;
  if (point === from || point - from > 7 || to - from > 30) return Number.NaN;
  const serial = digits(bytes, from, point);
  if (!(serial >= FIRST_PLAIN_SERIAL && serial <= LAST_SERIAL)) return Number.NaN;
  if (point + 1 < to && bytes[point + 1] === NINE && bytes[point + 2] === NINE) return Number.NaN;
  for (let at = point + 1; at < to; at++) if (!isDigit(bytes[at] as number)) return Number.NaN;
  return point + 1 === to ? Number.NaN : serial - SERIAL_OF_EPOCH;
}

/** The day of 2022-10-25, 2022/10/25 and both with 09:30 or 09:30:00. */
function writtenDay(bytes: Uint8Array, from: number, to: number, kind: number): number {
  const length = to - from;
  if (kind !== CellKind.text || (length !== 10 && length !== 16 && length !== 19)) return Number.NaN;
  const mark = bytes[from + 4];
  if ((mark !== DASH && mark !== SLASH) || bytes[from + 7] !== mark) return Number.NaN;
  if (length > 10 && !isClock(bytes, from + 10, to)) return Number.NaN;
  const year = digits(bytes, from, from + 4);
  const month = digits(bytes, from + 5, from + 7);
  const date = digits(bytes, from + 8, from + 10);
  if (!(year >= 1900 && year <= 2999 && month >= 1 && month <= 12 && date >= 1)) return Number.NaN;
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0;
  if (date > (DAYS[month - 1] as number) + leap) return Number.NaN;
  return daysBefore(year, month) + date - 1;
}

/** Days from 1970-01-01 to the first of a month, counted in years that begin in March. */
function daysBefore(year: number, month: number): number {
  const y = month > 2 ? year : year - 1;
  const m = month > 2 ? month - 3 : month + 9;
  const leaps = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  return y * 365 + leaps + Math.floor((153 * m + 2) / 5) - 719_468;
}

function isClock(bytes: Uint8Array, from: number, to: number): boolean {
  if (bytes[from] !== SPACE && bytes[from] !== T) return false;
  if (bytes[from + 3] !== COLON || !(digits(bytes, from + 1, from + 3) <= 24)) return false;
  if (!(digits(bytes, from + 4, from + 6) < 60)) return false;
  return to - from === 6 || (bytes[from + 6] === COLON && digits(bytes, from + 7, from + 9) <= 60);
}

/** NaN where anything else than a digit stands. */
function digits(bytes: Uint8Array, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] as number;
    if (!isDigit(byte)) return Number.NaN;
    value = value * 10 + byte - ZERO;
  }
  return value;
}

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= NINE;
}
