import stringWidth from "string-width";

export { printable as clean } from "../model/printable.ts";

// Nearly all of a report: characters that need no look at grapheme clusters.
const SIMPLE = /^[\x20-\x7e\u3000-\u3029\u4e00-\u9fff\uff01-\uff60·—≥≤“”…✓✗]*$/;
const WIDE = /[\u3000-\u3029\u4e00-\u9fff\uff01-\uff60]/g;

/** Columns that a text takes in a terminal; a Chinese character takes two. */
export function displayWidth(text: string): number {
  return SIMPLE.test(text) ? text.length + (text.match(WIDE)?.length ?? 0) : stringWidth(text);
}

const CLOSING = /^[，。、；：！？）》】”’」』〕%,.;:!?)\]}]$/u;
const OPENING = /^[（《【“‘「『〔([{]$/u;
// A number stays with its sign and counter: "≥ 45%", "20 件", "2022-10-25"; an accent with its letter.
const ATOMS =
  /(?:[≥≤=<>] )?[\p{Script=Latin}\p{N}_.,%/+:-]+(?:(?<=\p{N}) (?=\p{Script=Han}))?|\P{M}\p{M}*|\p{M}+/gu;
const CHARACTERS = /\P{M}\p{M}*|\p{M}+/gu;

/** Breaks a text into lines of at most `width` columns, losing nothing but spaces at the breaks. */
export function wrap(text: string, width: number): string[] {
  if (displayWidth(text) <= width) return [text.trimEnd()];
  const lines: string[] = [];
  let line = "";
  for (const piece of piecesOf(text, width)) {
    if (line !== "" && displayWidth((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else {
      line += piece;
    }
  }
  return line.trimEnd() === "" ? lines : [...lines, line.trimEnd()];
}

/** Pieces side by side, a new line begun between pieces where one can be. */
export function wrapPieces(pieces: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const piece of pieces) {
    const joined = lines.length === 0 ? piece : `${lines.at(-1)} · ${piece}`;
    if (displayWidth(joined) <= width) lines.splice(-1, 1, joined);
    else lines.push(...wrap(piece, width));
  }
  return lines;
}

function* piecesOf(text: string, width: number): Generator<string> {
  let held = "";
  for (const atom of text.match(ATOMS) ?? []) {
    const joined = held + atom;
    if (held !== "" && displayWidth(joined) > width) {
      yield held;
      held = atom;
    } else if (held === "" || glued(held, atom)) {
      held = joined;
    } else {
      yield held;
      held = atom;
    }
    if (displayWidth(held) > width) {
      yield* held.match(CHARACTERS) ?? [];
      held = "";
    }
  }
  if (held !== "") yield held;
}

function glued(before: string, after: string): boolean {
  return (
    after === " " ||
    CLOSING.test(after) ||
    OPENING.test(before.slice(-1)) ||
    (/\p{N} $/u.test(before) && /^\p{Script=Han}/u.test(after))
  );
}
