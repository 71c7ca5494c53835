import { decodeText } from "./markup-text.ts";

const EQUALS = 0x3d;
const COLON = 0x3a;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;

/** Steps through the attributes of a tag without allocating; offsets of the one last found. */
export class AttributeCursor {
  /** Local name. */
  name = 0;
  nameEnd = 0;
  value = 0;
  valueEnd = 0;

  /** Finds the next attribute from `at`; returns where to go on, or -1 when there is none. */
  next(bytes: Buffer, at: number, end: number): number {
    let i = at;
    while (i < end && (bytes[i] as number) <= 0x20) i++;
    this.name = i;
    for (; i < end; i++) {
      const byte = bytes[i] as number;
      if (byte === EQUALS || byte <= 0x20) break;
      if (byte === COLON) this.name = i + 1;
    }
    this.nameEnd = i;
    let quote = 0;
    for (; i < end; i++) {
      quote = bytes[i] as number;
      if (quote === QUOTE || quote === APOSTROPHE) break;
    }
    if (i >= end) return -1;
    this.value = ++i;
    while (i < end && bytes[i] !== quote) i++;
    this.valueEnd = i;
    return i + 1;
  }
}

/** All attributes of a tag by local name; for the small parts. */
export function attributesOf(bytes: Buffer, from: number, to: number, part: string): Map<string, string> {
  const found = new Map<string, string>();
  const cursor = new AttributeCursor();
  for (let at = cursor.next(bytes, from, to); at >= 0; at = cursor.next(bytes, at, to)) {
    const name = bytes.toString("latin1", cursor.name, cursor.nameEnd);
    found.set(name, decodeText(bytes, cursor.value, cursor.valueEnd, false, part));
  }
  return found;
}

export function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true" || value === "on";
}
