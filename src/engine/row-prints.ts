import { KeyPrint } from "../measure/key-print.ts";
import { keyOf } from "../measure/surroundings.ts";
import type { Row } from "../model/value.ts";
import type { DatasetRun } from "./dataset-run.ts";
import type { SheetPlaces } from "./sheet-places.ts";
import type { UnitTable } from "./unit-table.ts";

/** Fingerprints of rows, in which a unit is the same under any of its names. */
export class RowPrints {
  private readonly print = new KeyPrint();
  private readonly key: readonly number[];
  private readonly unit: number;
  /** Read fields that are not of the key. */
  private readonly others: readonly number[];
  private readonly units: UnitTable;

  constructor({ key, unit }: SheetPlaces, { layout }: DatasetRun, units: UnitTable) {
    this.key = key;
    this.unit = unit;
    this.units = units;
    const read = layout.fields.slice(0, layout.fields.length - layout.derived.length);
    this.others = [...read.keys()].filter((at) => !key.includes(at));
  }

  /** Of the key, and what else tells rows of one key apart; good until the next row's. */
  ofKey(values: Row, beside: string | null): KeyPrint {
    const { key } = this;
    const print = this.print.start();
    for (let part = 0; part < key.length; part += 1) print.add(this.textAt(values, key[part] as number));
    if (beside !== null) print.add(beside);
    return print.end();
  }

  /** Of everything else that the plan uses: rows of one key that differ in it contradict each other. */
  ofRest(values: Row): number {
    const { others } = this;
    let print = 0;
    for (let other = 0; other < others.length; other += 1) {
      const at = others[other] as number;
      const value = values[at];
      // Days and most amounts are whole numbers.
      print =
        typeof value === "number" && (value | 0) === value
          ? mixed(print, value)
          : withText(print, this.textAt(values, at));
    }
    return print >>> 0;
  }

  private textAt(values: Row, at: number): string {
    const value = values[at];
    if (at === this.unit) return String(this.units.numberOf(value));
    return value == null ? "" : keyOf(value);
  }
}

/** FNV-1a over UTF-16 units, two at a time: cheap, and a collision only hides that repeated rows differ. */
function withText(print: number, text: string): number {
  const { length } = text;
  let hash = mixed(print, length);
  for (let at = 0; at < length; at += 2) {
    const pair = text.charCodeAt(at) | (at + 1 < length ? text.charCodeAt(at + 1) << 16 : 0);
    hash = mixed(hash, pair);
  }
  return hash;
}

function mixed(hash: number, word: number): number {
  const product = Math.imul(hash ^ word, 0x01000193);
  return product ^ (product >>> 15);
}
