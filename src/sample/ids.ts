import type { Dataset } from "../model/dataset.ts";
import { type Day, formatDay } from "../model/day.ts";

/** What an id is made of. */
export interface IdParts {
  readonly dataset: Dataset;
  readonly field: string;
  /** The number of the unit in the directory and of the row in the list, from 1. */
  readonly unit: number;
  readonly row: number;
  readonly day: Day;
}

// Long ids are where spreadsheets lose digits: most of these have 18 and more.
const known: Readonly<Record<string, (parts: IdParts) => string>> = {
  实施编码: ({ unit, row }) => `11${digits(unit, 6)}01399${digits(unit * 37, 4)}X2${digits(row * 7919, 12)}`,
  基本编码: ({ row }) => `0001${digits(row * 7919, 8)}`,
  办件编号: ({ unit, row, day }) => `${compact(day)}${digits(unit, 4)}${digits(row, 8)}`,
  评价编号: ({ row, day }) => `${compact(day)}${digits(row, 11)}`,
  证照类型编码: ({ row }) => `111000000000${digits(13_338 + Math.floor(row / 9) * 7, 5)}W${digits(row, 3)}`,
  印章编号: ({ unit, row }) => `6200${digits(unit, 6)}${digits(row, 8)}`,
  接口编码: ({ row }) => `GJ-${digits(100 + row, 5)}`,
};

export function idOf(parts: IdParts): string {
  const make = known[parts.field];
  if (make !== undefined) return make(parts);
  return `${compact(parts.day)}${digits(parts.dataset.name.codePointAt(0) ?? 0, 5)}${digits(parts.row, 7)}`;
}

function digits(value: number, length: number): string {
  return String(value % 10 ** length).padStart(length, "0");
}

function compact(day: Day): string {
  return formatDay(day).replaceAll("-", "");
}
