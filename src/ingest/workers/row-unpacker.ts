import { ByteRow, type SharedTexts } from "../byte-row.ts";
import type { RowSink } from "../reader.ts";
import type { RowBatch } from "./row-batch.ts";

/** Hands on the rows of batches as the scan itself would have; one for each scan. */
export class RowUnpacker {
  private readonly row: ByteRow;
  private readonly sink: RowSink;

  constructor(shared: SharedTexts | null, sink: RowSink) {
    this.row = new ByteRow(shared);
    this.sink = sink;
  }

  /** False once the sink has had enough. */
  take(batch: RowBatch): boolean {
    const { row } = this;
    const { heads, bytes } = batch;
    for (const { column, text } of batch.words) row.learn(column, text);
    row.bytes = Buffer.from(bytes.buffer);
    let cell = 0;
    for (let at = 0; at < batch.rows; at++) {
      const width = heads[at * 3 + 1] as number;
      row.number = heads[at * 3] as number;
      row.hidden = heads[at * 3 + 2] === 1;
      row.width = width;
      row.reserve(width);
      this.fill(batch, cell, width);
      cell += width;
      if (this.sink(row) === false) return false;
    }
    return true;
  }

  private fill({ kinds, forms, from, to }: RowBatch, first: number, width: number): void {
    const { row } = this;
    for (let column = 0, cell = first; column < width; column++, cell++) {
      row.kind[column] = kinds[cell] as number;
      row.form[column] = forms[cell] as number;
      row.from[column] = from[cell] as number;
      row.to[column] = to[cell] as number;
    }
  }
}
