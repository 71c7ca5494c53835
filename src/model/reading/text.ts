const ASCII_TRIMMED = /^[!-~](?:[ -~]*[!-~])?$/;
// Zero-width marks and byte order marks that exports leave inside cells.
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff]/g;
const DIGITS = /[0-9]/g;
const WIDE_DIGITS = /[0-9\uff10-\uff19]/g;

/** Text as compared: full-width forms folded, invisible marks and surrounding spaces gone. */
export function clean(text: string): string {
  if (ASCII_TRIMMED.test(text)) return text;
  return fold(text).replace(INVISIBLE, "").trim();
}

/** Compatibility forms folded, but not ¹ ½ ① ㋀: a footnote mark must not become a digit. */
function fold(text: string): string {
  const folded = text.normalize("NFKC");
  if (folded.match(DIGITS)?.length === text.match(WIDE_DIGITS)?.length) return folded;
  return Array.from(text, (char) => {
    const plain = char.normalize("NFKC");
    return /[0-9]/.test(plain) && !/[0-9\uff10-\uff19]/.test(char) ? char : plain;
  }).join("");
}

/** A spelling as looked up: cleaned, without inner spaces, lower case. */
export function spelling(text: string): string {
  return clean(text).replace(/\s+/g, "").toLowerCase();
}
