import Fraction from "fraction.js";
import { CellKind } from "../cell.ts";
import type { Dictionary, Field } from "../dataset.ts";
import { formatDay } from "../day.ts";
import type { Value } from "../value.ts";
import { CodeLookup } from "./codes.ts";
import { readDate, readYear } from "./dates.ts";
import { type BytesRead, bytesReadOf } from "./from-bytes.ts";
import { readLimit, readNumber, readRate, storedNumber } from "./numbers.ts";
import { clean, spelling } from "./text.ts";

/**
 * Reads one cell of a field: its value, null when it says that nothing is there, undefined when it
 * says something that the field cannot hold. `unit` is the unit of a limit
 * or number that stands outside the cell.
 */
export interface CellRead {
  (text: string, kind: CellKind, unit: string | null): Value | undefined;
  /** The same for cells without a unit, straight from their bytes, where it knows their form. */
  readonly bytes?: BytesRead | null;
}

export interface ReadingContext {
  readonly dictionary: Dictionary;
  readonly timezone: string;
  readonly date1904: boolean;
}

/** Makes the cell readers of one sheet; literals of rules are read by the same functions. */
export function readingOf(context: ReadingContext): (field: Field) => CellRead {
  const { dictionary, timezone, date1904 } = context;
  const { words } = dictionary;
  const missing = new Set(words.missing.map(spelling));
  const longest = Math.max(...words.missing.map((mark) => mark.length));
  const flags = new Map<string, string>();
  for (const yes of ["是", ...words.yes]) flags.set(spelling(yes), "是");
  for (const no of ["否", ...words.no]) flags.set(spelling(no), "否");
  const isMissing = (mark: string | null) => mark !== null && missing.has(spelling(mark));
  const counters = new Set(words.counters.map(clean));
  const factors = limitFactors(dictionary.limits);

  const readers = {
    id: () => (text, kind) =>
      hasLostDigits(text, kind) ? undefined : readText(text, kind, date1904, timezone),
    text: () => (text, kind) => readText(text, kind, date1904, timezone),
    number: () => (text, kind, unit) => readNumber(text, kind, unit, counters),
    rate: () => (text, kind) => readRate(text, kind),
    limit: () => (text, kind, unit) => readLimit(text, kind, isMissing(unit) ? null : unit, factors),
    date: () => (text, kind) => readDate(text, kind, date1904, timezone),
    year: () => (text, kind) => readYear(text, kind, date1904, timezone),
    flag: () => (text) => flags.get(spelling(text)),
    code: (field) => {
      const list = lookupOf(dictionary, field);
      return (text) => list.read(text);
    },
    set: (field) => {
      const list = lookupOf(dictionary, field);
      return (text) => list.readSet(text);
    },
  } satisfies Record<Field["type"], (field: Field) => CellRead>;

  return (field) => {
    const read: CellRead = readers[field.type](field);
    const free = field.type === "id" || field.type === "text";
    const careful: CellRead = (text, kind, unit) => {
      if (kind === CellKind.blank) return null;
      if (kind === CellKind.error) return undefined;
      const value = read(kind === CellKind.number ? plainInteger(text) : text, kind, unit);
      // A dash is nothing only where it is not a spelling of something, as 无 is of 否.
      const doubtful = value === undefined || free;
      return doubtful && text.length <= longest + 2 && missing.has(spelling(text)) ? null : value;
    };
    return Object.assign(careful, { bytes: bytesReadOf(field.type, date1904) });
  };
}

/** Java writes whole numbers as 1.0 and 2.0221025E7: as integers they are flags, dates and codes. */
function plainInteger(text: string): string {
  if (!/^-?\d+\.0+$|^-?\d\.\d+E\d$/.test(text)) return text;
  const value = storedNumber(text);
  return typeof value === "number" ? String(value) : text;
}

/** 1.1620E+17 was an id of 18 digits: taken as it stands, many ids would be one. */
function hasLostDigits(text: string, kind: CellKind): boolean {
  const exponent = /^\s*[+-]?\d(?:\.\d+)?[eE]\+?(\d+)\s*$/.exec(text)?.[1];
  // A stored number has 15 digits; what is shown of one, and saved as text, has far fewer.
  return exponent !== undefined && Number(exponent) >= (kind === CellKind.number ? 15 : 10);
}

/** Ids and names: every digit kept; a stored number is written out without exponent. */
function readText(text: string, kind: CellKind, date1904: boolean, timezone: string): Value | undefined {
  if (kind === CellKind.date) {
    const day = readDate(text, kind, date1904, timezone);
    return day === undefined ? undefined : formatDay(day);
  }
  if (kind === CellKind.number && /[.eE]/.test(text)) {
    const value = storedNumber(text);
    return value === null ? undefined : typeof value === "number" ? String(value) : value.toString();
  }
  const written = clean(text);
  return written === "" ? null : written;
}

/** "1/8", "5" or "none" as working days, by unit. */
export function limitFactors(limits: ReadonlyMap<string, string>): Map<string, Fraction | null> {
  return new Map(
    [...limits].map(([unit, factor]) => [clean(unit), factor === "none" ? null : new Fraction(factor)]),
  );
}

function lookupOf(dictionary: Dictionary, field: Field): CodeLookup {
  const list = field.codes === null ? undefined : dictionary.codes.get(field.codes);
  return new CodeLookup(list ?? { values: {}, groups: {} });
}
