import type { Day } from "../model/day.ts";
import { type Exact, fraction } from "../model/exact.ts";
import { firstOf, type Row } from "../model/value.ts";
import { Roll } from "./roll.ts";
import { NO_UNIT, type Tally, type Totals, type UnitNumber, type Upwards } from "./tally.ts";

/** Semi-additive: each unit's last row by date; the first of several with one date. */
export class LatestTally implements Tally {
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
    const day = firstOf(row, this.dates) as Day | null;
    if (day === null) this.undated += 1;
    else if (unit === NO_UNIT) this.unitless += 1;
    else this.see(unit, day, this.isComplete(row) ? ((row[this.field] ?? null) as Exact | null) : null);
  }

  private isComplete(row: Row): boolean {
    for (const at of this.together) if (row[at] == null) return false;
    return true;
  }

  private see(unit: UnitNumber, day: Day, value: Exact | null): void {
    const known = this.last.get(unit);
    if (known === undefined) this.last.set(unit, { day, value });
    else if (day > known.day) {
      known.day = day;
      known.value = value;
    }
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
      else roll.add(unit, fraction(value), 1);
    }
    return roll.totals({ undated: this.undated, unitless: this.unitless, incomplete });
  }
}
