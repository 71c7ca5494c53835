const LF = 0x0a;
const QUOTE = 0x22;
export const RANGE_BYTES = 4 * 1024 * 1024;

/**
 * Notes, every few megabytes of a text, where a record may begin: behind a line end with as many quotes
 * before it as make pairs. Quotes in odd places can make such a place wrong, so that whoever reads up to it
 * has to see whether a record ends there. Right in encodings that have ASCII bytes for ASCII only.
 */
export class RecordStarts {
  readonly offsets: number[] = [];
  private read = 0;
  private quoted = false;
  private next: number;
  private readonly step: number;

  constructor(step: number) {
    this.step = step;
    this.next = step;
  }

  add(chunk: Buffer): void {
    let at = 0;
    while (this.read + chunk.length >= this.next) {
      // From the place that was looked for on, or where the last one was found.
      const from = Math.max(at, this.next - this.read);
      this.pass(chunk, at, from);
      at = this.lineEnd(chunk, from);
      if (at < 0) break;
      this.offsets.push(this.read + at);
      this.next = this.read + at + this.step;
    }
    if (at >= 0) this.pass(chunk, at, chunk.length);
    this.read += chunk.length;
  }

  /** Where the line after the next line end outside quotes begins; -1, and all is passed, without one. */
  private lineEnd(chunk: Buffer, from: number): number {
    for (let at = from; at < chunk.length; at++) {
      const byte = chunk[at];
      if (byte === QUOTE) this.quoted = !this.quoted;
      else if (byte === LF && !this.quoted) return at + 1;
    }
    return -1;
  }

  private pass(chunk: Buffer, from: number, to: number): void {
    let at = chunk.indexOf(QUOTE, from);
    if (at < 0) return;
    let odd = 0;
    for (; at < to; at++) if (chunk[at] === QUOTE) odd ^= 1;
    if (odd === 1) this.quoted = !this.quoted;
  }
}
