import { KeyTable } from "../measure/key-table.ts";
import { PagedInts } from "../measure/paged.ts";
import type { DatasetRun } from "./dataset-run.ts";

/** Counts rows whose value is no key of another dataset, which may be read before or after. */
export class Reference {
  private readonly values = new KeyTable();
  private readonly rows = new PagedInts();
  private missing = 0;
  private readonly read: DatasetRun | undefined;

  /** `read`: the other dataset, where its rows have been read before; then no value has to be kept. */
  constructor(read?: DatasetRun) {
    this.read = read;
  }

  see(value: string): void {
    if (this.read !== undefined) {
      if (this.read.keys.ordinalOf(value) < 0) this.missing += 1;
      return;
    }
    const ordinal = this.values.enter(value);
    this.rows.put(ordinal, this.rows.at(ordinal) + 1);
  }

  /** 0 where the other dataset cannot tell: it is not there, or a sheet of it has no key. */
  strangers(target: DatasetRun | undefined): number {
    if (target === undefined || target.used === 0 || target.dataset.key.length !== 1) return 0;
    if (target.keys.size !== target.used) return 0;
    let rows = this.missing;
    for (let ordinal = 0; ordinal < this.values.size; ordinal += 1) {
      if (!target.keys.hasKeyOf(this.values, ordinal)) rows += this.rows.at(ordinal);
    }
    return rows;
  }
}
