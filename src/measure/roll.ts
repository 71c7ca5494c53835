import Fraction from "fraction.js";
import type { Total, Totals, UnitNumber, Upwards } from "./tally.ts";
import { UnitCounts } from "./unit-counts.ts";

/** Adds amounts to a unit, those above it and the whole. */
export class Roll {
  private whole = { value: new Fraction(0), rows: 0 };
  private readonly units = new Map<UnitNumber, { value: Fraction; rows: number }>();
  private readonly upwards: Upwards;

  constructor(upwards: Upwards) {
    this.upwards = upwards;
  }

  add(unit: UnitNumber, amount: Fraction, rows: number): void {
    this.whole = { value: this.whole.value.add(amount), rows: this.whole.rows + rows };
    for (const each of this.upwards(unit)) {
      const so = this.units.get(each);
      // Few units stand above others: most amounts are taken as they are.
      if (so === undefined) this.units.set(each, { value: amount, rows });
      else this.units.set(each, { value: so.value.add(amount), rows: so.rows + rows });
    }
  }

  /** Without any value an amount is missing, not 0. */
  totals(leftOut: Totals["leftOut"] = {}): Totals {
    return {
      whole: this.whole.rows === 0 ? { value: null, rows: 0 } : this.whole,
      units: this.units,
      leftOut,
    };
  }
}

/** Counts of units, added to those above them. */
export function rolledUp(counts: UnitCounts, upwards: Upwards): UnitCounts {
  const rolled = new UnitCounts();
  counts.each((unit, count) => {
    for (const each of upwards(unit)) rolled.add(each, count);
  });
  return rolled;
}

/** Where the rows themselves are what is counted: of nothing they are 0. */
export function countTotals(whole: number, rolled: UnitCounts): Totals {
  const units = new Map<UnitNumber, Total>();
  rolled.each((unit, rows) => units.set(unit, { value: new Fraction(rows), rows }));
  return { whole: { value: new Fraction(whole), rows: whole }, units, leftOut: {} };
}
