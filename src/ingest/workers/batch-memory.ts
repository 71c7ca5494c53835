export const MOST_ROWS = 1_024;
export const MOST_BYTES = 256 * 1024;

/** Arrays that a batch of rows is written to by one thread and read from by another, over and over. */
export class BatchMemory {
  heads = ints(MOST_ROWS * 3);
  kinds = bytesOf(0);
  forms = bytesOf(0);
  from = ints(0);
  to = ints(0);
  bytes = bytesOf(MOST_BYTES);

  /** Room for so many cells; what has been written stays. */
  reserveCells(cells: number): void {
    if (cells <= this.kinds.length) return;
    const room = Math.max(this.kinds.length * 2, cells, MOST_ROWS * 16);
    this.kinds = grown(this.kinds, bytesOf(room));
    this.forms = grown(this.forms, bytesOf(room));
    this.from = grown(this.from, ints(room));
    this.to = grown(this.to, ints(room));
  }

  reserveBytes(length: number): void {
    if (length <= this.bytes.length) return;
    this.bytes = grown(this.bytes, bytesOf(Math.max(this.bytes.length * 2, length)));
  }

  note(cell: number, kind: number, form: number, from: number, to: number): void {
    this.kinds[cell] = kind;
    this.forms[cell] = form;
    this.from[cell] = from;
    this.to[cell] = to;
  }
}

function ints(length: number): Int32Array<SharedArrayBuffer> {
  return new Int32Array(new SharedArrayBuffer(length * 4));
}

function bytesOf(length: number): Uint8Array<SharedArrayBuffer> {
  return new Uint8Array(new SharedArrayBuffer(length));
}

function grown<T extends Uint8Array | Int32Array>(from: T, into: T): T {
  into.set(from);
  return into;
}
