import type { KeyPrint } from "../measure/key-print.ts";
import { KeyTable } from "../measure/key-table.ts";
import { PagedInts } from "../measure/paged.ts";

/** Where a row stood: the number of its sheet and its row there. */
export interface RowPlace {
  readonly sheet: number;
  readonly row: number;
}

/** The used rows of a dataset by key: the first with a key counts. */
export class KeyIndex {
  private readonly keys = new KeyTable();
  /** Sheets are read one after another: each with the first ordinal that is its own. */
  private readonly sheets: { readonly from: number; readonly sheet: number }[] = [];
  private readonly rows = new PagedInts();
  private readonly prints = new PagedInts();
  private asked: string | undefined;
  private askedOf = 0;
  private answer = -1;

  /**
   * The row's ordinal where its key is new, else -1 - the ordinal of the earlier row with that key.
   * `print` is a fingerprint of what the plan uses.
   */
  enter(key: KeyPrint, sheet: number, row: number, print: number): number {
    const ordinal = this.keys.size;
    const known = this.keys.enterPrint(key);
    if (known < ordinal) return -1 - known;
    if (this.sheets.at(-1)?.sheet !== sheet) this.sheets.push({ from: ordinal, sheet });
    this.rows.put(ordinal, row);
    this.prints.put(ordinal, print);
    return ordinal;
  }

  placeOf(ordinal: number): RowPlace {
    const { sheet } = this.sheets.findLast(({ from }) => from <= ordinal) ?? { sheet: 0 };
    return { sheet, row: this.rows.at(ordinal) };
  }

  printOf(ordinal: number): number {
    return this.prints.at(ordinal);
  }

  get size(): number {
    return this.keys.size;
  }

  hasKeyOf(other: KeyTable, ordinal: number): boolean {
    return this.keys.hasKeyOf(other, ordinal);
  }

  /** Of a key of one part; -1 where no used row has it. */
  ordinalOf(key: string): number {
    // Several look-ups of one row ask for the same key.
    if (key !== this.asked || this.keys.size !== this.askedOf) {
      this.asked = key;
      this.askedOf = this.keys.size;
      this.answer = this.keys.find(key);
    }
    return this.answer;
  }
}
