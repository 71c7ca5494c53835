import Fraction from "fraction.js";
import type { Day } from "../model/day.ts";
import { type Exact, ExactSum } from "../model/exact.ts";
import type { Aggregate, AggregateKind } from "../model/measure.ts";
import type { Row } from "../model/value.ts";
import { KeyTable } from "./key-table.ts";
import type { Layout } from "./layout.ts";
import { keyOf } from "./surroundings.ts";

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

class CountTally implements Tally {
  private readonly counts = new Map<UnitNumber, number>();

  step(_row: Row, unit: UnitNumber): void {
    this.counts.set(unit, (this.counts.get(unit) ?? 0) + 1);
  }

  merge(later: CountTally): void {
    for (const [unit, count] of later.counts) this.counts.set(unit, (this.counts.get(unit) ?? 0) + count);
  }

  finish(upwards: Upwards): Totals {
    const roll = new Roll(upwards);
    for (const [unit, count] of this.counts) roll.add(unit, new Fraction(count), count);
    return roll.totals({ zero: true });
  }
}

class SumTally implements Tally {
  private readonly sums = new Map<UnitNumber, { sum: ExactSum; rows: number }>();
  private readonly field: number;

  constructor(field: number) {
    this.field = field;
  }

  step(row: Row, unit: UnitNumber): void {
    const value = row[this.field];
    if (value == null) return;
    const entry = this.entry(unit);
    entry.sum.add(value as Exact);
    entry.rows += 1;
  }

  private entry(unit: UnitNumber) {
    const known = this.sums.get(unit);
    if (known !== undefined) return known;
    const entry = { sum: new ExactSum(), rows: 0 };
    this.sums.set(unit, entry);
    return entry;
  }

  merge(later: SumTally): void {
    for (const [unit, { sum, rows }] of later.sums) {
      const entry = this.entry(unit);
      entry.sum.merge(sum);
      entry.rows += rows;
    }
  }

  finish(upwards: Upwards): Totals {
    const roll = new Roll(upwards);
    for (const [unit, { sum, rows }] of this.sums) roll.add(unit, sum.total, rows);
    return roll.totals({ zero: false });
  }
}

/** One entry a value with the unit that had it first, and a side list for values of several units. */
class DistinctTally implements Tally {
  private readonly keys = new KeyTable();
  private firstUnit = new Uint32Array(1024);
  private readonly furtherUnits = new Map<number, Set<UnitNumber>>();
  private readonly fields: readonly number[];

  constructor(fields: readonly number[]) {
    this.fields = fields;
  }

  step(row: Row, unit: UnitNumber): void {
    const parts: string[] = [];
    for (const field of this.fields) {
      const value = row[field];
      if (value == null) return;
      parts.push(keyOf(value));
    }
    const before = this.keys.size;
    this.see(this.keys.enter(...parts), before, unit);
  }

  /** `before` is how many keys there were: an ordinal that reaches it is new. */
  private see(ordinal: number, before: number, unit: UnitNumber): void {
    if (ordinal < before) {
      if (this.firstUnit[ordinal] === unit) return;
      const further = this.furtherUnits.get(ordinal) ?? new Set();
      this.furtherUnits.set(ordinal, further.add(unit));
      return;
    }
    if (ordinal === this.firstUnit.length) {
      const larger = new Uint32Array(this.firstUnit.length * 2);
      larger.set(this.firstUnit);
      this.firstUnit = larger;
    }
    this.firstUnit[ordinal] = unit;
  }

  merge(later: DistinctTally): void {
    let before = this.keys.size;
    this.keys.enterAll(later.keys, (ordinal, other) => {
      this.see(ordinal, before, later.firstUnit[other] ?? NO_UNIT);
      for (const unit of later.furtherUnits.get(other) ?? []) this.see(ordinal, this.keys.size, unit);
      before = this.keys.size;
    });
  }

  finish(upwards: Upwards): Totals {
    const counts = new Map<UnitNumber, number>();
    const count = (unit: UnitNumber) => counts.set(unit, (counts.get(unit) ?? 0) + 1);
    for (let ordinal = 0; ordinal < this.keys.size; ordinal += 1) {
      const unit = this.firstUnit[ordinal] ?? NO_UNIT;
      const further = this.furtherUnits.get(ordinal);
      if (further === undefined) upwards(unit).forEach(count);
      else new Set([unit, ...further].flatMap((each) => upwards(each))).forEach(count);
    }
    const totals = [...counts].map(([unit, rows]) => [unit, { value: new Fraction(rows), rows }] as const);
    const { size } = this.keys;
    return { whole: { value: new Fraction(size), rows: size }, units: new Map(totals), leftOut: {} };
  }
}

/** Semi-additive: each unit's last row by date; the first of several with one date. */
class LatestTally implements Tally {
  private readonly last = new Map<UnitNumber, { day: Day; value: Exact | null }>();
  private readonly field: number;
  private readonly dates: readonly number[];
  private readonly together: readonly number[];
  private undated = 0;
  private unitless = 0;

  constructor(field: number, dates: readonly number[], together: readonly number[]) {
    this.field = field;
    this.dates = dates;
    this.together = together;
  }

  step(row: Row, unit: UnitNumber): void {
    const date = this.dates.map((at) => row[at]).find((value) => value != null);
    if (date == null) this.undated += 1;
    else if (unit === NO_UNIT) this.unitless += 1;
    else {
      const complete = this.together.every((at) => row[at] != null);
      this.see(unit, date as Day, complete ? ((row[this.field] ?? null) as Exact | null) : null);
    }
  }

  private see(unit: UnitNumber, day: Day, value: Exact | null): void {
    const known = this.last.get(unit);
    if (known === undefined || day > known.day) this.last.set(unit, { day, value });
  }

  merge(later: LatestTally): void {
    for (const [unit, { day, value }] of later.last) this.see(unit, day, value);
    this.undated += later.undated;
    this.unitless += later.unitless;
  }

  finish(upwards: Upwards): Totals {
    const roll = new Roll(upwards);
    let incomplete = 0;
    for (const [unit, { value }] of this.last) {
      if (value === null) incomplete += 1;
      else roll.add(unit, new Fraction(typeof value === "number" ? value : value), 1);
    }
    const leftOut = { undated: this.undated, unitless: this.unitless, incomplete };
    return roll.totals({ zero: false, leftOut });
  }
}

/** Adds amounts to a unit, those above it and the whole. */
class Roll {
  private whole = { value: new Fraction(0), rows: 0 };
  private readonly units = new Map<UnitNumber, { value: Fraction; rows: number }>();
  private readonly upwards: Upwards;

  constructor(upwards: Upwards) {
    this.upwards = upwards;
  }

  add(unit: UnitNumber, amount: Fraction, rows: number): void {
    this.whole = { value: this.whole.value.add(amount), rows: this.whole.rows + rows };
    for (const each of this.upwards(unit)) {
      const so = this.units.get(each) ?? { value: new Fraction(0), rows: 0 };
      this.units.set(each, { value: so.value.add(amount), rows: so.rows + rows });
    }
  }

  /** `zero`: whether an aggregate of nothing is 0 (counts) or missing (sums). */
  totals(options: { zero: boolean; leftOut?: Record<string, number> }): Totals {
    const empty = this.whole.rows === 0 && !options.zero;
    return {
      whole: empty ? { value: null, rows: 0 } : this.whole,
      units: this.units,
      leftOut: options.leftOut ?? {},
    };
  }
}
