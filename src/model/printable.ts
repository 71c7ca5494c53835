import { stripVTControlCharacters } from "node:util";

// Line breaks and tabs have a place in a cell of a file.
const CONTROL = /(?![\t\n\r])\p{Cc}/gu;
const LINE_BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
// Direction overrides and zero-width characters can make a name look like another one.
const INVISIBLE = /[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
// Half a character, and what no XML, and so no workbook, can hold.
const NO_CHARACTER = /[\p{Cs}\ufffe\uffff]/gu;

/** Text from data without escape sequences, control characters and invisible ones. */
export function harmless(text: string): string {
  return stripVTControlCharacters(text)
    .replace(CONTROL, "")
    .replace(INVISIBLE, "")
    .replace(NO_CHARACTER, "\ufffd");
}

/** The same on one line, safe to print. */
export function printable(text: string): string {
  return harmless(stripVTControlCharacters(text).replace(LINE_BREAKS, " "));
}

/** The same, line by line. */
export function printableLines(text: string): string {
  return text.split("\n").map(printable).join("\n");
}
