import { stripVTControlCharacters } from "node:util";
import stringWidth from "string-width";

const CONTROL = /\p{Cc}/gu;
const LINE_BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
// Direction overrides and zero-width characters can make a name look like another one.
const INVISIBLE = /[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
const LONE_SURROGATE = /\p{Cs}/gu;

/** Text from data made safe to print on one line: no escape sequences, no invisible characters. */
export function clean(text: string): string {
  return stripVTControlCharacters(text)
    .replace(LINE_BREAKS, " ")
    .replace(CONTROL, "")
    .replace(INVISIBLE, "")
    .replace(LONE_SURROGATE, "\ufffd");
}

/** Columns that a text takes in a terminal; a Chinese character takes two. */
export function displayWidth(text: string): number {
  return stringWidth(text);
}

const CLOSING = /^[，。、；：！？）》】”’」』〕%,.;:!?)\]}]$/u;
const OPENING = /^[（《【“‘「『〔([{]$/u;
// A number stays with its sign and counter: "≥ 45%", "20 件", "2022-10-25".
const UNBROKEN = /^(?:[≥≤=<>] )?[\p{Script=Latin}\p{N}_.,%/+:-]+(?:(?<=\p{N}) (?=\p{Script=Han}))?/u;
const graphemes = new Intl.Segmenter("zh", { granularity: "grapheme" });

/** Breaks a text into lines of at most `width` columns, losing nothing but spaces at the breaks. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of piecesOf(text, width)) {
    if (line !== "" && displayWidth((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = "";
    }
    line = line === "" && lines.length > 0 ? piece.trimStart() : line + piece;
  }
  if (line.trimEnd() !== "" || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}

function* piecesOf(text: string, width: number): Generator<string> {
  let held = "";
  for (const atom of atomsOf(text)) {
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
      for (const { segment } of graphemes.segment(held)) yield segment;
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

function* atomsOf(text: string): Generator<string> {
  let rest = text;
  while (rest !== "") {
    const atom = UNBROKEN.exec(rest)?.[0] ?? firstGrapheme(rest);
    yield atom;
    rest = rest.slice(atom.length);
  }
}

function firstGrapheme(text: string): string {
  for (const { segment } of graphemes.segment(text)) return segment;
  return text;
}
