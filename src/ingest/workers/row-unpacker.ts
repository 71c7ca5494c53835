import type { SharedTexts } from "../byte-row.ts";
import type { RowSink } from "../reader.ts";
import { BatchRow } from "./batch-row.ts";
import type { RowBatch } from "./row-batch.ts";
import { WordNumbers } from "./word-numbers.ts";

/** Hands on the rows of batches as the scan itself would have; one for each scan. */
export class RowUnpacker {
  private readonly words = new WordNumbers();
  private readonly row: BatchRow;
  private readonly sink: RowSink;

  constructor(shared: SharedTexts | null, sink: RowSink) {
    this.row = new BatchRow(shared, this.words);
    this.sink = sink;
  }

  /**
   * False once the sink has had enough. `thread` is the one that has numbered the words of the batch, whose
   * rows come `before` others.
   */
  take(batch: RowBatch, thread = 0, before = 0): boolean {
    const { row, words, sink } = this;
    words.turnTo(thread);
    for (const word of batch.words) words.learn(word);
    row.begin(batch);
    for (let at = 0; at < batch.rows; at++) {
      row.show(at, before);
      if (sink(row) === false) return false;
    }
    return true;
  }
}
