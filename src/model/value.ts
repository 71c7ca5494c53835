import type Fraction from "fraction.js";

/**
 * A cell after it has been understood: text and codes as strings, numbers exact, dates as day
 * numbers, sets as lists of codes, and null for missing.
 */
export type Value = string | number | Fraction | readonly string[] | null;

/** One row of a dataset: values in the order of the dataset's fields. */
export type Row = readonly Value[];

/** The first of some places of a row that has a value, such as its date; null where none has. */
export function firstOf(row: Row, places: readonly number[]): Value {
  for (let at = 0; at < places.length; at += 1) {
    const value = row[places[at] as number];
    if (value != null) return value;
  }
  return null;
}
