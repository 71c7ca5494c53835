import { Form } from "../byte-row.ts";
import { CellKind, type RawRow } from "../reader.ts";

/** Rows on their way from one thread to another: a few arrays, whose buffers change hands uncopied. */
export interface RowBatch {
  readonly rows: number;
  /** Number, width, and whether hidden, three for each row. */
  readonly heads: Int32Array<ArrayBuffer>;
  /** CellKind and form of each cell, row after row, each as wide as its row. */
  readonly kinds: Uint8Array<ArrayBuffer>;
  readonly forms: Uint8Array<ArrayBuffer>;
  /** The place of its bytes in `bytes` and their end, or the number of its word or shared text. */
  readonly from: Int32Array<ArrayBuffer>;
  readonly to: Int32Array<ArrayBuffer>;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Words of columns that had not come before, in the order of their numbers. */
  readonly words: readonly Word[];
}

export interface Word {
  readonly column: number;
  readonly kind: number;
  readonly text: string;
}

/** What a batch hands over rather than copies. */
export function buffersOf({ heads, kinds, forms, from, to, bytes }: RowBatch): ArrayBuffer[] {
  return [heads, kinds, forms, from, to, bytes].map((array) => array.buffer);
}

const MOST_ROWS = 1_024;
const MOST_BYTES = 256 * 1024;

/** Packs the rows of a scan into batches. */
export class RowPacker {
  private rows = 0;
  private cells = 0;
  private used = 0;
  private heads = new Int32Array(MOST_ROWS * 3);
  private kinds = new Uint8Array(0);
  private forms = new Uint8Array(0);
  private from = new Int32Array(0);
  private to = new Int32Array(0);
  private bytes = new Uint8Array(0);
  private words: Word[] = [];
  /** How many words of each column have been packed. */
  private readonly known: number[] = [];
  private readonly shared: number;

  /** `shared`: how many texts the sheet shares; tokens beyond them are words of columns. */
  constructor(shared: number) {
    this.shared = shared;
    this.begin(16, MOST_BYTES);
  }

  get isEmpty(): boolean {
    return this.rows === 0;
  }

  get isFull(): boolean {
    return this.rows === MOST_ROWS || this.used >= MOST_BYTES;
  }

  add(row: RawRow): void {
    const { width } = row;
    const head = this.rows++ * 3;
    this.heads[head] = row.number;
    this.heads[head + 1] = width;
    this.heads[head + 2] = row.hidden ? 1 : 0;
    this.reserveCells(width);
    for (let column = 0; column < width; column++) this.addCell(row, column);
  }

  /** The rows since the last time. */
  take(): RowBatch {
    const { rows, heads, kinds, forms, from, to, bytes, words } = this;
    const batch = { rows, heads, kinds, forms, from, to, bytes, words };
    this.begin(Math.ceil(this.cells / Math.max(1, rows)), MOST_BYTES);
    return batch;
  }

  private begin(width: number, bytes: number): void {
    const room = width * MOST_ROWS;
    this.rows = 0;
    this.cells = 0;
    this.used = 0;
    this.words = [];
    this.heads = new Int32Array(MOST_ROWS * 3);
    this.kinds = new Uint8Array(room);
    this.forms = new Uint8Array(room);
    this.from = new Int32Array(room);
    this.to = new Int32Array(room);
    this.bytes = new Uint8Array(bytes);
  }

  private addCell(row: RawRow, column: number): void {
    const cell = this.cells++;
    const kind = row.kind[column] ?? CellKind.blank;
    this.kinds[cell] = kind;
    if (kind === CellKind.blank) return;
    const token = row.token(column);
    if (token >= this.shared) this.addWord(cell, row, column, token - this.shared);
    else if (token >= 0) this.note(cell, Form.shared, token, 0);
    else this.addBytes(cell, row, column);
  }

  private addWord(cell: number, row: RawRow, column: number, word: number): void {
    if (word >= (this.known[column] ?? 0)) {
      this.known[column] = word + 1;
      this.words.push({ column, kind: row.kind[column] ?? CellKind.blank, text: row.text(column) });
    }
    this.note(cell, Form.word, word, 0);
  }

  private addBytes(cell: number, row: RawRow, column: number): void {
    const span = row.span(column);
    const bytes = span === null ? Buffer.from(row.text(column)) : span.bytes;
    const from = span === null ? 0 : span.from;
    const to = span === null ? bytes.length : span.to;
    this.reserveBytes(to - from);
    const start = this.used;
    let high = 0;
    for (let at = from; at < to; at++) {
      const byte = bytes[at] as number;
      this.bytes[this.used++] = byte;
      high |= byte;
    }
    this.note(cell, high < 0x80 ? Form.ascii : Form.utf8, start, this.used);
  }

  private note(cell: number, form: number, from: number, to: number): void {
    this.forms[cell] = form;
    this.from[cell] = from;
    this.to[cell] = to;
  }

  private reserveCells(width: number): void {
    if (this.cells + width <= this.kinds.length) return;
    const room = Math.max(this.kinds.length * 2, this.cells + width);
    this.kinds = grown(this.kinds, new Uint8Array(room));
    this.forms = grown(this.forms, new Uint8Array(room));
    this.from = grown(this.from, new Int32Array(room));
    this.to = grown(this.to, new Int32Array(room));
  }

  private reserveBytes(length: number): void {
    if (this.used + length <= this.bytes.length) return;
    this.bytes = grown(this.bytes, new Uint8Array(Math.max(this.bytes.length * 2, this.used + length)));
  }
}

function grown<T extends Uint8Array | Int32Array>(from: T, into: T): T {
  into.set(from);
  return into;
}
