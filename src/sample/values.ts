import type { Day } from "../model/day.ts";

/** What a cell means, before anyone writes it in their own way: dates are days, sets are lists. */
export type SampleValue = string | number | readonly string[] | null;
export type SampleRow = Map<string, SampleValue>;

export interface ListRow {
  readonly values: SampleRow;
  /** The directory's name of the unit. */
  readonly unit: string;
  readonly day: Day;
}

export function numberIn(row: SampleRow, field: string): number | null {
  const value = row.get(field);
  return typeof value === "number" ? value : null;
}
