import type { Sink } from "./sink.ts";

const SIZE = 64 * 1024;

/**
 * Turns many short texts into few chunks of bytes. Texts are written out at once: those that wait together
 * outlive the garbage collector's short rounds, and memory grows by all of them.
 */
export class Batch {
  private readonly sink: Sink;
  private bytes = Buffer.allocUnsafe(SIZE);
  private filled = 0;

  constructor(sink: Sink) {
    this.sink = sink;
  }

  async add(text: string): Promise<void> {
    // A character of text is at most three bytes.
    const most = text.length * 3;
    if (most > SIZE - this.filled) await this.flush();
    if (most > SIZE) return this.sink(Buffer.from(text));
    this.filled += this.bytes.write(text, this.filled);
  }

  /** Hands on what is waiting; the bytes are the receiver's. */
  async flush(): Promise<void> {
    if (this.filled === 0) return;
    const { bytes, filled } = this;
    this.bytes = Buffer.allocUnsafe(SIZE);
    this.filled = 0;
    await this.sink(bytes.subarray(0, filled));
  }
}
