const ASCII_TRIMMED = /^[!-~](?:[ -~]*[!-~])?$/;
// Zero-width marks and byte order marks that exports leave inside cells.
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff]/g;
// Superscripts, fractions and circled or bracketed digits: folded, a footnote mark would become a digit.
const MARKS =
  "\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u209f\u2150-\u215e\u2460-\u249b\u24ea-\u24ff\u2776-\u2793\u3251-\u325f\u32b1-\u32bf";
const BUT_MARKS = new RegExp(`[^${MARKS}]+`, "gu");

/** Text as compared: full-width forms folded, invisible marks and surrounding spaces gone. */
export function clean(text: string): string {
  if (ASCII_TRIMMED.test(text)) return text;
  const folded = text.replace(BUT_MARKS, (part) => part.normalize("NFKC"));
  return folded.replace(INVISIBLE, "").trim();
}

/** A spelling as looked up: cleaned, without inner spaces, lower case. */
export function spelling(text: string): string {
  return clean(text).replace(/\s+/g, "").toLowerCase();
}
