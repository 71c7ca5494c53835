import { randomBytes } from "node:crypto";

const WORDS = 4;
const EMPTY = 0;

// Chosen anew in each process, so that no export can be made to collide.
const seeds = new Int32Array(new Uint8Array(randomBytes(WORDS * 4)).buffer);

/**
 * Distinct keys by 128-bit fingerprints, numbered in the order of their coming: millions take 20–40
 * bytes each where a Map of strings takes hundreds. Two different keys of ten million share a
 * fingerprint with a probability of about 10^-25.
 */
export class KeyTable {
  size = 0;
  /** Fingerprints by ordinal, four words each. */
  private prints = new Int32Array(1024 * WORDS);
  /** Ordinal + 1 by slot; 0 is free. */
  private slots = new Uint32Array(2048);
  private readonly hash = new Int32Array(WORDS);

  /** The ordinal of a key, which is entered if it is new: then it equals the size before. */
  enter(...parts: readonly string[]): number {
    this.fingerprint(parts);
    return this.enterPrint(this.hash, 0);
  }

  /** The ordinal of a key, or -1. */
  find(...parts: readonly string[]): number {
    this.fingerprint(parts);
    return (this.slots[this.slotOf(this.hash, 0)] ?? EMPTY) - 1;
  }

  has(...parts: readonly string[]): boolean {
    return this.find(...parts) >= 0;
  }

  /** Whether a key of another table is in this one too. */
  hasKeyOf(other: KeyTable, ordinal: number): boolean {
    return (this.slots[this.slotOf(other.prints, ordinal * WORDS)] ?? EMPTY) !== EMPTY;
  }

  /** Enters every key of another table, telling both ordinals. */
  enterAll(other: KeyTable, entered: (ordinal: number, otherOrdinal: number) => void): void {
    for (let ordinal = 0; ordinal < other.size; ordinal += 1) {
      entered(this.enterPrint(other.prints, ordinal * WORDS), ordinal);
    }
  }

  private enterPrint(from: Int32Array, at: number): number {
    const slot = this.slotOf(from, at);
    const known = (this.slots[slot] ?? EMPTY) - 1;
    if (known >= 0) return known;
    const ordinal = this.size;
    if ((ordinal + 1) * WORDS > this.prints.length) {
      const larger = new Int32Array(this.prints.length * 2);
      larger.set(this.prints);
      this.prints = larger;
    }
    for (let word = 0; word < WORDS; word += 1) this.prints[ordinal * WORDS + word] = from[at + word] ?? 0;
    this.slots[slot] = ordinal + 1;
    this.size += 1;
    if (this.size * 2 > this.slots.length) this.growSlots();
    return ordinal;
  }

  /** The slot that holds a fingerprint, or the free one where it would go. */
  private slotOf(from: Int32Array, at: number): number {
    const mask = this.slots.length - 1;
    const { prints, slots } = this;
    let slot = (from[at] ?? 0) & mask;
    for (;;) {
      const entry = slots[slot] ?? EMPTY;
      if (entry === EMPTY) return slot;
      const known = (entry - 1) * WORDS;
      if (
        prints[known] === from[at] &&
        prints[known + 1] === from[at + 1] &&
        prints[known + 2] === from[at + 2] &&
        prints[known + 3] === from[at + 3]
      ) {
        return slot;
      }
      slot = (slot + 1) & mask;
    }
  }

  private growSlots(): void {
    this.slots = new Uint32Array(this.slots.length * 2);
    for (let ordinal = 0; ordinal < this.size; ordinal += 1) {
      this.slots[this.slotOf(this.prints, ordinal * WORDS)] = ordinal + 1;
    }
  }

  // Four lanes of multiply, xor and rotate over UTF-16 units, no step losing state; a unit that cannot
  // occur ends each part.
  private fingerprint(parts: readonly string[]): void {
    let a = seeds[0] ?? 0;
    let b = seeds[1] ?? 0;
    let c = seeds[2] ?? 0;
    let d = seeds[3] ?? 0;
    for (const part of parts) {
      for (let at = 0; at <= part.length; at += 1) {
        const unit = at === part.length ? 0x1_0000 : part.charCodeAt(at);
        a = rotate(b ^ Math.imul(a ^ unit, 0x239b961b), 15);
        b = rotate(c ^ Math.imul(b ^ unit, 0xab0e9789), 13);
        c = rotate(d ^ Math.imul(c ^ unit, 0x38b34ae5), 17);
        d = rotate(a ^ Math.imul(d ^ unit, 0xa1e38b93), 19);
      }
    }
    this.hash[0] = avalanche(a);
    this.hash[1] = avalanche(b);
    this.hash[2] = avalanche(c);
    this.hash[3] = avalanche(d);
  }
}

/** MurmurHash3's finisher: spreads a word over all its bits without losing any. */
function avalanche(word: number): number {
  let mixed = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}
