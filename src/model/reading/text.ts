const ASCII_TRIMMED = /^[!-~](?:[ -~]*[!-~])?$/;
// Zero-width marks and byte order marks that exports leave inside cells.
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff]/g;

/** Text as compared: full-width forms folded, invisible marks and surrounding spaces gone. */
export function clean(text: string): string {
  if (ASCII_TRIMMED.test(text)) return text;
  return text.normalize("NFKC").replace(INVISIBLE, "").trim();
}

/** A spelling as looked up: cleaned, without inner spaces, lower case. */
export function spelling(text: string): string {
  return clean(text).replace(/\s+/g, "").toLowerCase();
}
