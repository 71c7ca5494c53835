import type { Row } from "../model/value.ts";
import { KeyPrint } from "./key-print.ts";
import { KeyTable } from "./key-table.ts";
import { PagedInts } from "./paged.ts";
import { countTotals, rolledUp } from "./roll.ts";
import { keyOf } from "./surroundings.ts";
import type { Tally, Totals, UnitNumber, Upwards } from "./tally.ts";
import { UnitCounts } from "./unit-counts.ts";

const print = new KeyPrint();

/** One entry a value with the unit that had it first, and a side list for values of several units. */
export class DistinctTally implements Tally {
  private readonly keys = new KeyTable();
  private readonly firstUnit = new PagedInts();
  private readonly furtherUnits = new Map<number, Set<UnitNumber>>();
  private readonly fields: readonly number[];

  constructor(fields: readonly number[]) {
    this.fields = fields;
  }

  step(row: Row, unit: UnitNumber): void {
    const { fields, keys } = this;
    print.start();
    for (let part = 0; part < fields.length; part += 1) {
      const value = row[fields[part] as number];
      if (value == null) return;
      print.add(keyOf(value));
    }
    const before = keys.size;
    this.see(keys.enterPrint(print.end()), before, unit);
  }

  /** `before` is how many keys there were: an ordinal that reaches it is new. */
  private see(ordinal: number, before: number, unit: UnitNumber): void {
    if (ordinal >= before) {
      this.firstUnit.put(ordinal, unit);
      return;
    }
    if (this.firstUnit.at(ordinal) === unit) return;
    const further = this.furtherUnits.get(ordinal);
    if (further === undefined) this.furtherUnits.set(ordinal, new Set([unit]));
    else further.add(unit);
  }

  merge(later: DistinctTally): void {
    let before = this.keys.size;
    this.keys.enterAll(later.keys, (ordinal, other) => {
      this.see(ordinal, before, later.firstUnit.at(other));
      for (const unit of later.furtherUnits.get(other) ?? []) this.see(ordinal, this.keys.size, unit);
      before = this.keys.size;
    });
  }

  finish(upwards: Upwards): Totals {
    const ofOneUnit = new UnitCounts();
    for (let ordinal = 0; ordinal < this.keys.size; ordinal += 1) {
      if (!this.furtherUnits.has(ordinal)) ofOneUnit.add(this.firstUnit.at(ordinal), 1);
    }
    const counts = rolledUp(ofOneUnit, upwards);
    for (const [ordinal, further] of this.furtherUnits) {
      const units = new Set([this.firstUnit.at(ordinal), ...further].flatMap((each) => [...upwards(each)]));
      for (const unit of units) counts.add(unit, 1);
    }
    return countTotals(this.keys.size, counts);
  }
}
