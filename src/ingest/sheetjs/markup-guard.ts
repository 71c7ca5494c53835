import { refuse } from "../refuse.ts";

const MOST_MERGED = 5_000;

/** A web page as the library should see it: its tables, with nothing before them. */
export function tablesOf(page: string): string {
  const first = page.search(/<table\b/i);
  if (first < 0) refuse("D004", {}, "page");
  // Each merged cell is looked at for every cell of the table: too many would take hours.
  const merged = page.match(/\b(?:row|col)span\s*=\s*["']?\s*(?:[2-9]|1\d)/gi)?.length ?? 0;
  if (merged > MOST_MERGED) refuse("D004", {}, "merged", { count: merged });
  return `<html>${page.slice(first).replace(REFERENCE, character)}`;
}

// References that the library leaves as they are.
const named: Readonly<Record<string, string>> = {
  ensp: " ",
  emsp: " ",
  ldquo: "“",
  rdquo: "”",
  lsquo: "‘",
  rsquo: "’",
  mdash: "—",
  ndash: "–",
  hellip: "…",
  times: "×",
  radic: "√",
  deg: "°",
  yen: "¥",
};
const REFERENCE = new RegExp(`&(?:#(\\d{1,7})|#x([0-9a-f]{1,6})|(${Object.keys(named).join("|")}));`, "gi");

function character(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return named[name] ?? whole;
  const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
  const markup = { 34: "&quot;", 38: "&amp;", 39: "&apos;", 60: "&lt;", 62: "&gt;" }[code];
  if (markup !== undefined) return markup;
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

/** XML that may define entities is refused, as are spans that only serve to keep a reader busy. */
export function checkedXml(text: string, part: string): string {
  if (/<!ENTITY/i.test(text)) refuse("D005", {}, "doctype", { part });
  if (/\bSpan\s*=\s*["']\s*\d{6}/.test(text)) refuse("D005", {}, "markup", { part });
  return text.startsWith("<?xml") ? text : `<?xml version="1.0"?>${text}`;
}
