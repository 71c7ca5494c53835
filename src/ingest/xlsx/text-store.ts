import { isUtf8 } from "node:buffer";
import type { SharedTexts } from "../byte-row.ts";
import type { ByteSpan } from "../reader.ts";
import { beginsVisibly } from "../visible.ts";

const SLAB_BITS = 20;
const SLAB = 1 << SLAB_BITS;
const MOST_SLABS = 2 ** (32 - SLAB_BITS);
const PAGE_BITS = 16;
const PAGE = 1 << PAGE_BITS;
const REMEMBERED = 1 << 14;
const LONGEST_REMEMBERED = 256;

interface Page {
  readonly starts: Uint32Array<SharedArrayBuffer>;
  readonly lengths: Int32Array<SharedArrayBuffer>;
}

/** A store that is complete, for another thread, which sees the same memory. */
export interface StoredTexts {
  readonly slabs: readonly Uint8Array<SharedArrayBuffer>[];
  readonly pages: readonly Page[];
  readonly length: number;
}

/**
 * Texts kept as UTF-8 outside the heap, where millions of them cost the garbage collector nothing and all
 * threads can see them, and made into strings when they are asked for. Those asked for last are
 * remembered: cells repeat.
 */
export class TextStore implements SharedTexts {
  length = 0;
  private readonly slabs: Buffer<SharedArrayBuffer>[] = [];
  private slab = sharedBytes(0);
  private used = 0;
  /** Where each text begins (its slab, then 20 bits of offset) and its length; ~length where it is ASCII. */
  private readonly pages: Page[] = [];
  private pending = 0;
  private sound = true;
  private readonly known = new Int32Array(REMEMBERED).fill(-1);
  private readonly texts = new Array<string>(REMEMBERED).fill("");

  /** A store that another thread has filled. */
  static of({ slabs, pages, length }: StoredTexts): TextStore {
    const store = new TextStore();
    store.slabs.push(...slabs.map(({ buffer }) => Buffer.from(buffer)));
    store.pages.push(...pages);
    store.length = length;
    return store;
  }

  /** The store as other threads may have it; nothing must be added after. */
  get stored(): StoredTexts {
    const { slabs, pages, length } = this;
    return { slabs: slabs.map(({ buffer }) => new Uint8Array(buffer)), pages, length };
  }

  /**
   * Takes bytes as the text to be kept next. False, and nothing is taken, unless they stand for
   * themselves: no entity, line end or escape, and a first letter that can be seen.
   */
  offer(bytes: Buffer, from: number, to: number): boolean {
    const first = bytes[from] as number;
    if (!beginsVisibly(first)) return false;
    this.makeRoom(to - from);
    const { slab } = this;
    let into = this.used;
    let high = 0;
    for (let at = from; at < to; at++) {
      const byte = bytes[at] as number;
      if (byte === 0x26 /* & */ || byte === 0x5f /* _ */ || byte === 0x0d) return false;
      slab[into++] = byte;
      high |= byte;
    }
    this.pending = high < 0x80 ? ~(to - from) : to - from;
    return true;
  }

  /** Gives the text that was offered back, to be changed. */
  takeBack(): string {
    return this.decode(this.slab, this.used, this.pending);
  }

  /** Keeps the text that was offered. */
  keep(): void {
    const at = this.length & (PAGE - 1);
    if (at === 0) this.pages.push(newPage());
    const page = this.pages.at(-1);
    if (page === undefined) return;
    page.starts[at] = (this.slabs.length - 1) * SLAB + this.used;
    page.lengths[at] = this.pending;
    this.used += lengthOf(this.pending);
    this.length++;
  }

  add(text: string): void {
    const length = Buffer.byteLength(text, "utf8");
    this.makeRoom(length);
    this.slab.write(text, this.used, "utf8");
    this.pending = length;
    this.keep();
  }

  /** False when bytes were offered that are not UTF-8. */
  isSound(): boolean {
    this.sound &&= isUtf8(this.slab.subarray(0, this.used));
    return this.sound;
  }

  /** Whether it may take one text more; four gigabytes is all that it can address. */
  isFull(): boolean {
    return this.slabs.length >= MOST_SLABS;
  }

  at(index: number): string | undefined {
    const slot = index & (REMEMBERED - 1);
    if (this.known[slot] === index) return this.texts[slot];
    const page = this.pages[index >>> PAGE_BITS];
    if (page === undefined || index >= this.length) return undefined;
    const start = page.starts[index & (PAGE - 1)] as number;
    const length = page.lengths[index & (PAGE - 1)] as number;
    const slab = this.slabs[start >>> SLAB_BITS] as Buffer;
    const text = this.decode(slab, start & (SLAB - 1), length);
    if (text.length <= LONGEST_REMEMBERED) {
      this.known[slot] = index;
      this.texts[slot] = text;
    }
    return text;
  }

  locate(index: number, span: ByteSpan): void {
    const page = this.pages[index >>> PAGE_BITS];
    const start = page?.starts[index & (PAGE - 1)] ?? 0;
    span.bytes = this.slabs[start >>> SLAB_BITS] ?? this.slab;
    span.from = start & (SLAB - 1);
    span.to = span.from + lengthOf(page?.lengths[index & (PAGE - 1)] ?? 0);
  }

  isBlank(index: number): boolean {
    return this.pages[index >>> PAGE_BITS]?.lengths[index & (PAGE - 1)] === 0;
  }

  private decode(slab: Buffer, from: number, length: number): string {
    return slab.toString(length < 0 ? "latin1" : "utf8", from, from + lengthOf(length));
  }

  private makeRoom(length: number): void {
    if (this.used + length <= this.slab.length) return;
    this.isSound();
    this.slab = sharedBytes(Math.max(SLAB, length));
    this.slabs.push(this.slab);
    this.used = 0;
  }
}

function lengthOf(stored: number): number {
  return stored < 0 ? ~stored : stored;
}

function sharedBytes(length: number): Buffer<SharedArrayBuffer> {
  return Buffer.from(new SharedArrayBuffer(length));
}

function newPage(): Page {
  return {
    starts: new Uint32Array(new SharedArrayBuffer(PAGE * 4)),
    lengths: new Int32Array(new SharedArrayBuffer(PAGE * 4)),
  };
}
