import { AttributeCursor } from "./attributes.ts";

const HIGH = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const LOW = "₀₁₂₃₄₅₆₇₈₉";
const S = 0x73;
const B = 0x62;
const P = 0x70;

const cursor = new AttributeCursor();

/** The figures of a run that `vertAlign` sets high or low; null for one on the line. */
export function scriptOf(bytes: Buffer, from: number, to: number): string | null {
  for (let at = cursor.next(bytes, from, to); at >= 0; at = cursor.next(bytes, at, to)) {
    if (cursor.nameEnd - cursor.name !== 3 || bytes[cursor.value] !== S) continue;
    if (bytes[cursor.value + 2] === P) return HIGH;
    if (bytes[cursor.value + 2] === B) return LOW;
  }
  return null;
}

export function isVertAlign(bytes: Buffer, name: number): boolean {
  return bytes.toString("latin1", name, name + 9) === "vertAlign";
}

/** A footnote mark behind a number is none of its digits: 123 and a raised 1 are 123¹, not 1231. */
export function inScript(text: string, figures: string | null): string {
  return figures === null ? text : text.replace(/\d/g, (digit) => figures[Number(digit)] ?? digit);
}
