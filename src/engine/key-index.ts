import { KeyTable } from "../measure/key-table.ts";

/** Where a row stood: the number of its sheet and its row there. */
export interface RowPlace {
  readonly sheet: number;
  readonly row: number;
}

/** The used rows of a dataset by key: the first with a key counts. */
export class KeyIndex {
  private readonly keys = new KeyTable();
  private sheets = new Uint32Array(1024);
  private rows = new Uint32Array(1024);
  private prints = new Uint32Array(1024);

  /** The row's ordinal, or the earlier row with its key. `print` is a fingerprint of what the plan uses. */
  enter(
    key: readonly string[],
    place: RowPlace,
    print: number,
  ): { ordinal: number } | { first: RowPlace; same: boolean } {
    const ordinal = this.keys.size;
    const known = this.keys.enter(...key);
    if (known < ordinal) {
      const first = { sheet: this.sheets[known] ?? 0, row: this.rows[known] ?? 0 };
      return { first, same: this.prints[known] === print };
    }
    if (ordinal === this.rows.length) {
      this.sheets = doubled(this.sheets);
      this.rows = doubled(this.rows);
      this.prints = doubled(this.prints);
    }
    this.sheets[ordinal] = place.sheet;
    this.rows[ordinal] = place.row;
    this.prints[ordinal] = print;
    return { ordinal };
  }

  get size(): number {
    return this.keys.size;
  }

  hasKeyOf(other: KeyTable, ordinal: number): boolean {
    return this.keys.hasKeyOf(other, ordinal);
  }

  ordinalOf(key: string): number | undefined {
    const ordinal = this.keys.find(key);
    return ordinal < 0 ? undefined : ordinal;
  }
}

function doubled(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2);
  larger.set(array);
  return larger;
}

/** FNV-1a over UTF-16 units: cheap, and a collision only hides that two repeated rows differ. */
export function fingerprint(text: string, seed = 0x811c9dc5): number {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
