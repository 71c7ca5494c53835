const MOST_WORDS = 8_192;
const LONGEST = 96;
const SLAB = 1 << 16;
/** After so many cells a column shows whether it repeats itself. */
const TRIAL = 4_096;

/**
 * The texts of a column by their bytes, numbered in the order in which they first come. A column that
 * hardly ever repeats, such as one of ids, is soon left alone.
 */
export class ColumnWords {
  private slots = new Int32Array(256).fill(-1);
  private hashes = new Int32Array(128);
  private starts = new Int32Array(128);
  private lengths = new Int32Array(128);
  private kinds = new Uint8Array(128);
  private slab = Buffer.allocUnsafe(4_096);
  private used = 0;
  private count = 0;
  private seen = 0;
  private idle = false;

  /** The number of the text in `from` … `to`, stored as `kind`; -1 where none is kept. */
  find(bytes: Uint8Array, from: number, to: number, kind: number): number {
    const length = to - from;
    if (this.idle || length > LONGEST) return -1;
    let hash = kind;
    for (let at = from; at < to; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
    hash ^= hash >>> 15;
    this.seen += 1;
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (let word = this.slots[slot] as number; word >= 0; word = this.slots[slot] as number) {
      if (
        this.hashes[word] === hash &&
        this.lengths[word] === length &&
        this.kinds[word] === kind &&
        this.isSame(this.starts[word] as number, bytes, from, to)
      )
        return word;
      slot = (slot + 1) & mask;
    }
    return this.add(hash, bytes, from, to, kind);
  }

  private isSame(start: number, bytes: Uint8Array, from: number, to: number): boolean {
    const { slab } = this;
    for (let at = from, own = start; at < to; at++, own++) if (slab[own] !== bytes[at]) return false;
    return true;
  }

  private add(hash: number, bytes: Uint8Array, from: number, to: number, kind: number): number {
    if (this.seen >= TRIAL && this.count * 2 > this.seen) {
      this.idle = true;
      return -1;
    }
    const length = to - from;
    if (this.count >= MOST_WORDS || this.used + length > SLAB * 4) return -1;
    const word = this.count++;
    this.reserve(word, length);
    this.hashes[word] = hash;
    this.starts[word] = this.used;
    this.lengths[word] = length;
    this.kinds[word] = kind;
    for (let at = from; at < to; at++) this.slab[this.used++] = bytes[at] as number;
    put(this.slots, hash, word);
    return word;
  }

  private reserve(word: number, length: number): void {
    if (this.used + length > this.slab.length) {
      const slab = Buffer.allocUnsafe(Math.max(this.slab.length * 2, this.used + length));
      slab.set(this.slab);
      this.slab = slab;
    }
    if (word < this.hashes.length) return;
    const room = this.hashes.length * 2;
    this.hashes = grown(this.hashes, room);
    this.starts = grown(this.starts, room);
    this.lengths = grown(this.lengths, room);
    const kinds = new Uint8Array(room);
    kinds.set(this.kinds);
    this.kinds = kinds;
    this.slots = this.respread(room * 2);
  }

  private respread(size: number): Int32Array<ArrayBuffer> {
    const slots = new Int32Array(size).fill(-1);
    for (const word of this.slots) {
      if (word < 0) continue;
      put(slots, this.hashes[word] as number, word);
    }
    return slots;
  }
}

function put(slots: Int32Array, hash: number, word: number): void {
  const mask = slots.length - 1;
  let slot = hash & mask;
  while ((slots[slot] as number) >= 0) slot = (slot + 1) & mask;
  slots[slot] = word;
}

function grown(from: Int32Array, room: number): Int32Array<ArrayBuffer> {
  const into = new Int32Array(room);
  into.set(from);
  return into;
}
