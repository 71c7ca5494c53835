import type Fraction from "fraction.js";

/**
 * A cell after it has been understood: text and codes as strings, numbers exact, dates as day
 * numbers, sets as lists of codes, and null for missing.
 */
export type Value = string | number | Fraction | readonly string[] | null;

/** One row of a dataset: values in the order of the dataset's fields. */
export type Row = readonly Value[];
