import { type KeyPrint, printOfKey, WORDS } from "./key-print.ts";

/** Fingerprints of 4,096 keys lie in a page: a table of millions grows without copying them. */
const PAGE_BITS = 12;
const PAGE_MASK = (1 << PAGE_BITS) - 1;
const FREE = 0;

/**
 * Distinct keys by 128-bit fingerprints, numbered in the order of their coming: millions take 22–27
 * bytes each where a Map of strings takes hundreds. Two different keys of ten million share a
 * fingerprint with a probability of about 10^-25.
 */
export class KeyTable {
  size = 0;
  /** Fingerprints by ordinal, four words each. */
  private readonly pages: Int32Array[] = [];
  /**
   * Ordinal + 1 in the low bits, as many as number the slots, and in the high ones those of the
   * fingerprint's first word, which tell nearly all other keys apart without a look at the pages.
   */
  private slots = new Int32Array(256);

  /** The ordinal of a key, which is entered if it is new: then it equals the size before. */
  enter(key: string): number {
    return this.enterPrint(printOfKey(key));
  }

  /** The ordinal of a key, or -1. */
  find(key: string): number {
    return this.findPrint(printOfKey(key));
  }

  has(key: string): boolean {
    return this.find(key) >= 0;
  }

  enterPrint({ words }: KeyPrint): number {
    return this.enterWords(words, 0);
  }

  findPrint({ words }: KeyPrint): number {
    return this.ordinalIn(this.slotOf(words, 0));
  }

  /** Whether a key of another table is in this one too. */
  hasKeyOf(other: KeyTable, ordinal: number): boolean {
    return this.ordinalIn(this.slotOf(other.pageOf(ordinal), placeOf(ordinal))) >= 0;
  }

  /** Enters every key of another table, telling both ordinals. */
  enterAll(other: KeyTable, entered: (ordinal: number, otherOrdinal: number) => void): void {
    for (let ordinal = 0; ordinal < other.size; ordinal += 1) {
      entered(this.enterWords(other.pageOf(ordinal), placeOf(ordinal)), ordinal);
    }
  }

  private pageOf(ordinal: number): Int32Array {
    return this.pages[ordinal >>> PAGE_BITS] as Int32Array;
  }

  private ordinalIn(slot: number): number {
    return ((this.slots[slot] as number) & (this.slots.length - 1)) - 1;
  }

  private enterWords(from: Int32Array, at: number): number {
    const slot = this.slotOf(from, at);
    if (this.slots[slot] !== FREE) return this.ordinalIn(slot);
    const ordinal = this.size;
    if ((ordinal & PAGE_MASK) === 0) this.pages.push(new Int32Array(WORDS << PAGE_BITS));
    const page = this.pageOf(ordinal);
    const place = placeOf(ordinal);
    for (let word = 0; word < WORDS; word += 1) page[place + word] = from[at + word] as number;
    this.slots[slot] = this.entryOf(from[at] as number, ordinal);
    this.size += 1;
    if (this.size * 4 > this.slots.length * 3) this.growSlots();
    return ordinal;
  }

  private entryOf(first: number, ordinal: number): number {
    return (first & -this.slots.length) | (ordinal + 1);
  }

  /** The slot that holds a fingerprint, or the free one where it would go. */
  private slotOf(from: Int32Array, at: number): number {
    const { slots } = this;
    const mask = slots.length - 1;
    const first = from[at] as number;
    for (let slot = first & mask; ; slot = (slot + 1) & mask) {
      const entry = slots[slot] as number;
      if (entry === FREE) return slot;
      if (((entry ^ first) & ~mask) !== 0) continue;
      const ordinal = (entry & mask) - 1;
      const page = this.pageOf(ordinal);
      const place = placeOf(ordinal);
      if (
        page[place] === first &&
        page[place + 1] === from[at + 1] &&
        page[place + 2] === from[at + 2] &&
        page[place + 3] === from[at + 3]
      ) {
        return slot;
      }
    }
  }

  private growSlots(): void {
    const length = this.slots.length * 2;
    // The smaller array is let go before the larger one is asked for.
    this.slots = new Int32Array(0);
    this.slots = new Int32Array(length);
    const mask = length - 1;
    for (let ordinal = 0; ordinal < this.size; ordinal += 1) {
      const first = this.pageOf(ordinal)[placeOf(ordinal)] as number;
      let slot = first & mask;
      while (this.slots[slot] !== FREE) slot = (slot + 1) & mask;
      this.slots[slot] = this.entryOf(first, ordinal);
    }
  }
}

function placeOf(ordinal: number): number {
  return (ordinal & PAGE_MASK) * WORDS;
}
