import { printable } from "../../model/printable.ts";

// Noncharacters, which no XML may hold; control characters and lone surrogates are gone before.
const NONCHARACTER = /[\ufffe\uffff]/g;

/** A text on one line that Word can hold, whatever stood in the data. */
export function wordText(text: string): string {
  return printable(text).replace(NONCHARACTER, "");
}
