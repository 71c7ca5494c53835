import type { Row } from "../model/value.ts";
import { countTotals, rolledUp } from "./roll.ts";
import type { Tally, Totals, UnitNumber, Upwards } from "./tally.ts";
import { UnitCounts } from "./unit-counts.ts";

export class CountTally implements Tally {
  private readonly counts = new UnitCounts();
  private rows = 0;

  step(_row: Row, unit: UnitNumber): void {
    this.rows += 1;
    this.counts.add(unit, 1);
  }

  merge(later: CountTally): void {
    this.rows += later.rows;
    later.counts.each((unit, count) => this.counts.add(unit, count));
  }

  finish(upwards: Upwards): Totals {
    return countTotals(this.rows, rolledUp(this.counts, upwards));
  }
}
