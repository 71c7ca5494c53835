import type { Suspicion } from "../model/evidence.ts";
import type { Params } from "../model/language.ts";
import type { PhraseCode } from "../model/phrases.ts";
import { whyOf } from "../model/phrases.ts";

const MOST_CELLS = 20;

export type SuspectCell = Suspicion["cells"][number];

/** Counts the rows of a dataset that one check doubts, and lists the first of their cells. */
export class SuspicionTally {
  private count = 0;
  private readonly cells: SuspectCell[] = [];
  private readonly dataset: string;
  private readonly why: Suspicion["why"];

  constructor(dataset: string, code: PhraseCode, with_: Params) {
    this.dataset = dataset;
    this.why = whyOf(code, with_);
  }

  add(cell: () => SuspectCell): void {
    this.count += 1;
    if (this.cells.length < MOST_CELLS) this.cells.push(cell());
  }

  addRows(rows: number): void {
    this.count += rows;
  }

  get result(): Suspicion | null {
    const { dataset, count, why, cells } = this;
    return count === 0 ? null : { dataset, count, why, cells };
  }
}
