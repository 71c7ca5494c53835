import { type Exact, ExactSum } from "../model/exact.ts";
import type { Row } from "../model/value.ts";
import { Roll } from "./roll.ts";
import type { Tally, Totals, UnitNumber, Upwards } from "./tally.ts";
import { UnitCounts } from "./unit-counts.ts";

export class SumTally implements Tally {
  private readonly sums: ExactSum[] = [];
  private readonly rows = new UnitCounts();
  private readonly field: number;

  constructor(field: number) {
    this.field = field;
  }

  step(row: Row, unit: UnitNumber): void {
    const value = row[this.field];
    if (value == null) return;
    this.sumOf(unit).add(value as Exact);
    this.rows.add(unit, 1);
  }

  private sumOf(unit: UnitNumber): ExactSum {
    while (this.sums.length <= unit) this.sums.push(new ExactSum());
    return this.sums[unit] as ExactSum;
  }

  merge(later: SumTally): void {
    later.rows.each((unit, rows) => {
      this.sumOf(unit).merge(later.sumOf(unit));
      this.rows.add(unit, rows);
    });
  }

  finish(upwards: Upwards): Totals {
    const roll = new Roll(upwards);
    this.rows.each((unit, rows) => roll.add(unit, this.sumOf(unit).total, rows));
    return roll.totals();
  }
}
