import { ByteRow, Form, type SharedTexts } from "../byte-row.ts";
import type { RowSink } from "../reader.ts";
import type { RowBatch } from "./row-batch.ts";
import { WordNumbers } from "./word-numbers.ts";

/** Hands on the rows of batches as the scan itself would have; one for each scan. */
export class RowUnpacker {
  private readonly row: ByteRow;
  private readonly words: WordNumbers;
  private readonly sink: RowSink;

  constructor(shared: SharedTexts | null, sink: RowSink) {
    this.row = new ByteRow(shared);
    this.words = new WordNumbers((column, text) => this.row.learn(column, text));
    this.sink = sink;
  }

  /**
   * False once the sink has had enough. `thread` is the one that has numbered the words of the batch, whose
   * rows come `before` others.
   */
  take(batch: RowBatch, thread = 0, before = 0): boolean {
    const { row } = this;
    const { heads, bytes } = batch;
    const numbers = this.words.of(thread);
    for (const word of batch.words) this.words.learn(numbers, word);
    row.bytes = Buffer.from(bytes.buffer);
    let cell = 0;
    for (let at = 0; at < batch.rows; at++) {
      const width = heads[at * 3 + 1] as number;
      row.number = before + (heads[at * 3] as number);
      row.hidden = heads[at * 3 + 2] === 1;
      row.width = width;
      row.reserve(width);
      this.fill(batch, cell, width, numbers);
      cell += width;
      if (this.sink(row) === false) return false;
    }
    return true;
  }

  private fill(
    { kinds, forms, from, to }: RowBatch,
    first: number,
    width: number,
    numbers: readonly number[][],
  ): void {
    const { row } = this;
    for (let column = 0, cell = first; column < width; column++, cell++) {
      const form = forms[cell] as number;
      row.kind[column] = kinds[cell] as number;
      row.form[column] = form;
      row.from[column] =
        form === Form.word ? (numbers[column]?.[from[cell] as number] ?? 0) : (from[cell] as number);
      row.to[column] = to[cell] as number;
    }
  }
}
