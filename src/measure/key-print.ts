import { randomBytes } from "node:crypto";

export const WORDS = 4;

/** Of which all fingerprints begin: chosen anew in each process, so that no export can be made to collide. */
const seed = new Int32Array(new Uint8Array(randomBytes(WORDS * 4)).buffer);

/** The seed of this process, for threads whose tables are to be merged into its own. */
export function keySeed(): readonly number[] {
  return [...seed];
}

/** Takes the seed of another thread over; before any key has been entered. */
export function shareKeySeed(words: readonly number[]): void {
  seed.set(words);
  lastKey = undefined;
}

/**
 * The 128-bit fingerprint of a key of one part or several: four lanes of multiply, xor and rotate, no
 * step losing state. Each part is preceded by its length, so that parts are kept apart.
 */
export class KeyPrint {
  readonly words = new Int32Array(WORDS);

  start(): this {
    this.words.set(seed);
    return this;
  }

  add(part: string): this {
    const { words } = this;
    const { length } = part;
    let a = words[0] as number;
    let b = words[1] as number;
    let c = words[2] as number;
    let d = words[3] as number;
    // Two UTF-16 units a step; the first step takes the length.
    for (let at = -2; at < length; at += 2) {
      let word = length;
      if (at >= 0) {
        word = part.charCodeAt(at);
        if (at + 1 < length) word |= part.charCodeAt(at + 1) << 16;
      }
      a = rotate(b ^ Math.imul(a ^ word, 0x239b961b), 15);
      b = rotate(c ^ Math.imul(b ^ word, 0xab0e9789), 13);
      c = rotate(d ^ Math.imul(c ^ word, 0x38b34ae5), 17);
      d = rotate(a ^ Math.imul(d ^ word, 0xa1e38b93), 19);
    }
    words[0] = a;
    words[1] = b;
    words[2] = c;
    words[3] = d;
    return this;
  }

  end(): this {
    const { words } = this;
    let a = words[0] as number;
    let b = words[1] as number;
    let c = words[2] as number;
    let d = words[3] as number;
    a = rotate(b ^ Math.imul(a, 0x239b961b), 15);
    b = rotate(c ^ Math.imul(b, 0xab0e9789), 13);
    c = rotate(d ^ Math.imul(c, 0x38b34ae5), 17);
    d = rotate(a ^ Math.imul(d, 0xa1e38b93), 19);
    words[0] = avalanche(a);
    words[1] = avalanche(b);
    words[2] = avalanche(c);
    words[3] = avalanche(d);
    return this;
  }
}

const single = new KeyPrint();
let lastKey: string | undefined;

/** The fingerprint of a key of one part, good until the next is asked for. */
export function printOfKey(key: string): KeyPrint {
  // One cell is often asked for in several tables in a row.
  if (key === lastKey) return single;
  lastKey = key;
  return single.start().add(key).end();
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
