import type Fraction from "fraction.js";
import type { Aggregate, AggregateKind } from "../model/measure.ts";
import type { Row } from "../model/value.ts";
import { CountTally } from "./count-tally.ts";
import { DistinctTally } from "./distinct-tally.ts";
import { LatestTally } from "./latest-tally.ts";
import type { Layout } from "./layout.ts";
import { SumTally } from "./sum-tally.ts";

/** What an aggregate came to: null when no row had a value, and the rows behind it. */
export interface Total {
  readonly value: Fraction | null;
  readonly rows: number;
}

/** A unit by its number; how numbers nest is known to whoever gave them out. */
export type UnitNumber = number;

/** The units whose figures a row of this unit counts in: itself and those above it. */
export type Upwards = (unit: UnitNumber) => readonly UnitNumber[];

export interface Totals {
  /** All rows pooled, distinct values counted anew. */
  readonly whole: Total;
  readonly units: ReadonlyMap<UnitNumber, Total>;
  /** Rows that could not take part, by reason. */
  readonly leftOut: Readonly<Record<string, number>>;
}

/** A running aggregate by unit. Tallies of parts of the rows merge into the tally of all of them. */
export interface Tally {
  step(row: Row, unit: UnitNumber): void;
  /** Adds a tally of the same aggregate over rows that come later in reading order. */
  merge(later: Tally): void;
  finish(upwards: Upwards): Totals;
}

/** The unit number of rows that name no unit. */
export const NO_UNIT: UnitNumber = 0;

export function tallyOf(aggregate: Aggregate, layout: Layout): Tally {
  return tallies[aggregate.kind](aggregate, layout);
}

const tallies = {
  count: () => new CountTally(),
  sum: ({ fields }, layout) => new SumTally(layout.indexOf(fields[0] ?? "")),
  distinct: ({ fields }, layout) => new DistinctTally(fields.map((field) => layout.indexOf(field))),
  latest: ({ fields, together }, layout) =>
    new LatestTally(
      layout.indexOf(fields[0] ?? ""),
      layout.dataset.date.map((field) => layout.indexOf(field)),
      together.map((field) => layout.indexOf(field)),
    ),
} satisfies Record<AggregateKind, (aggregate: Aggregate, layout: Layout) => Tally>;
