import { Form } from "../byte-row.ts";
import { CellKind, type RawRow } from "../reader.ts";
import { BatchMemory, MOST_BYTES, MOST_ROWS } from "./batch-memory.ts";

/** Rows on their way from one thread to another: a few arrays that both can see. */
export interface RowBatch {
  readonly rows: number;
  /** Number, width, and whether hidden, three for each row. */
  readonly heads: Int32Array<SharedArrayBuffer>;
  /** CellKind and form of each cell, row after row, each as wide as its row. */
  readonly kinds: Uint8Array<SharedArrayBuffer>;
  readonly forms: Uint8Array<SharedArrayBuffer>;
  /** The place of its bytes in `bytes` and their end, or the number of its word or shared text. */
  readonly from: Int32Array<SharedArrayBuffer>;
  readonly to: Int32Array<SharedArrayBuffer>;
  readonly bytes: Uint8Array<SharedArrayBuffer>;
  /** Words of columns that had not come before, in the order of their numbers. */
  readonly words: readonly Word[];
}

export interface Word {
  readonly column: number;
  readonly kind: number;
  readonly text: string;
}

/** Packs the rows of a scan into batches. */
export class RowPacker {
  /** Where the next batch is written; it must not be read any more. */
  memory = new BatchMemory();
  private rows = 0;
  private cells = 0;
  private used = 0;
  private words: Word[] = [];
  /** How many words of each column have been packed. */
  private readonly known: number[] = [];
  private readonly shared: number;

  /** `shared`: how many texts the sheet shares; tokens beyond them are words of columns. */
  constructor(shared: number) {
    this.shared = shared;
  }

  get isEmpty(): boolean {
    return this.rows === 0;
  }

  get isFull(): boolean {
    return this.rows === MOST_ROWS || this.used >= MOST_BYTES;
  }

  add(row: RawRow): void {
    const { memory } = this;
    const { width } = row;
    const head = this.rows++ * 3;
    memory.heads[head] = row.number;
    memory.heads[head + 1] = width;
    memory.heads[head + 2] = row.hidden ? 1 : 0;
    memory.reserveCells(this.cells + width);
    for (let column = 0; column < width; column++) this.addCell(row, column);
  }

  /** The rows since the last time. */
  take(): RowBatch {
    const { heads, kinds, forms, from, to, bytes } = this.memory;
    const batch = { rows: this.rows, heads, kinds, forms, from, to, bytes, words: this.words };
    this.rows = 0;
    this.cells = 0;
    this.used = 0;
    this.words = [];
    return batch;
  }

  private addCell(row: RawRow, column: number): void {
    const { memory, shared } = this;
    const cell = this.cells++;
    const kind = row.kind[column] ?? CellKind.blank;
    if (kind === CellKind.blank) {
      memory.note(cell, kind, Form.nothing, 0, 0);
      return;
    }
    const token = row.token(column);
    if (token >= shared) {
      this.learn(row, column, token - shared);
      memory.note(cell, kind, Form.word, token - shared, 0);
    } else if (token >= 0) memory.note(cell, kind, Form.shared, token, 0);
    else this.addBytes(cell, row, column, kind);
  }

  private learn(row: RawRow, column: number, word: number): void {
    if (word < (this.known[column] ?? 0)) return;
    this.known[column] = word + 1;
    this.words.push({ column, kind: row.kind[column] ?? CellKind.blank, text: row.text(column) });
  }

  private addBytes(cell: number, row: RawRow, column: number, kind: number): void {
    const { memory, used: start } = this;
    const span = row.span(column);
    const bytes = span === null ? Buffer.from(row.text(column)) : span.bytes;
    const from = span === null ? 0 : span.from;
    const to = span === null ? bytes.length : span.to;
    memory.reserveBytes(start + to - from);
    const into = memory.bytes;
    let end = start;
    let high = 0;
    for (let at = from; at < to; at++) {
      const byte = bytes[at] as number;
      into[end++] = byte;
      high |= byte;
    }
    this.used = end;
    memory.note(cell, kind, high < 0x80 ? Form.ascii : Form.utf8, start, end);
  }
}
