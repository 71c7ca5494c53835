import { Form, type SharedTexts } from "../byte-row.ts";
import type { ByteSpan, RawRow } from "../reader.ts";
import { type RowBatch, RowPacker } from "./row-batch.ts";
import type { WordNumbers } from "./word-numbers.ts";

const nothing = new RowPacker(0).take();

/** Each row of a batch in turn, whose cells stay where they are until they are asked for. */
export class BatchRow implements RawRow {
  number = 0;
  width = 0;
  hidden = false;
  kind = new Uint8Array(32);
  private batch: RowBatch = nothing;
  private bytes: Buffer = Buffer.alloc(0);
  /** The row's first cell in the batch. */
  private first = 0;
  private next = 0;
  private readonly texts: string[] = [];
  /** By column the cell whose text was decoded last. */
  private readonly decoded: number[] = [];
  private readonly here: ByteSpan = { bytes: this.bytes, from: 0, to: 0 };
  private readonly shared: SharedTexts | null;
  private readonly tokens: number;
  private readonly words: WordNumbers;

  constructor(shared: SharedTexts | null, words: WordNumbers) {
    this.shared = shared;
    this.tokens = shared?.length ?? 0;
    this.words = words;
  }

  begin(batch: RowBatch): void {
    this.batch = batch;
    this.bytes = Buffer.from(batch.bytes.buffer);
    this.next = 0;
    this.decoded.fill(-1);
  }

  /** Shows the row at a place in the batch, which must be the next one. */
  show(at: number, before: number): void {
    const { heads, kinds } = this.batch;
    const width = heads[at * 3 + 1] as number;
    const first = this.next;
    this.number = before + (heads[at * 3] as number);
    this.hidden = heads[at * 3 + 2] === 1;
    this.width = width;
    this.first = first;
    this.next = first + width;
    if (width > this.kind.length) this.kind = new Uint8Array(width * 2);
    const { kind } = this;
    for (let column = 0; column < width; column++) kind[column] = kinds[first + column] as number;
  }

  text(column: number): string {
    if (!(column >= 0 && column < this.width)) return "";
    const cell = this.first + column;
    if (this.decoded[column] === cell) return this.texts[column] as string;
    const text = this.decode(cell, column);
    for (let gap = this.decoded.length; gap < column; gap++) this.decoded[gap] = -1;
    this.decoded[column] = cell;
    this.texts[column] = text;
    return text;
  }

  token(column: number): number {
    if (!(column >= 0 && column < this.width)) return -1;
    const cell = this.first + column;
    const form = this.batch.forms[cell];
    if (form === Form.shared) return this.batch.from[cell] as number;
    if (form !== Form.word) return -1;
    return this.tokens + this.words.numberOf(column, this.batch.from[cell] as number);
  }

  span(column: number): ByteSpan | null {
    if (!(column >= 0 && column < this.width)) return null;
    const { here, batch } = this;
    const cell = this.first + column;
    const form = batch.forms[cell];
    if (form === Form.ascii || form === Form.utf8) {
      here.bytes = this.bytes;
      here.from = batch.from[cell] as number;
      here.to = batch.to[cell] as number;
      return here;
    }
    if (form !== Form.shared || this.shared === null) return null;
    this.shared.locate(batch.from[cell] as number, here);
    return here;
  }

  private decode(cell: number, column: number): string {
    const { forms, from, to } = this.batch;
    const start = from[cell] as number;
    switch (forms[cell]) {
      case Form.shared:
        return this.shared?.at(start) ?? "";
      case Form.word:
        return this.words.textOf(column, start);
      case Form.ascii:
        return this.bytes.toString("latin1", start, to[cell]);
      case Form.utf8:
        return this.bytes.toString("utf8", start, to[cell]);
      default:
        return "";
    }
  }
}
