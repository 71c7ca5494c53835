import { harmless } from "../../model/printable.ts";

/** Excel takes 32,767 characters in a cell. */
const LONGEST = 32_000;
const LINE_BREAK = 10;
/** Chinese characters and their signs begin here. */
const FIRST_WIDE = 0x2e80;

/** Text of data as it stands: nothing that XML or Excel would read as a sign of its own. */
export function clean(text: string): string {
  const plain = harmless(text.replace(/\r\n?/g, "\n")).replace(/_x([0-9a-f]{4})_/gi, "_x005F_x$1_");
  return plain.length <= LONGEST ? plain : `${whole(plain.slice(0, LONGEST))}…`;
}

/** Without half a character at its end. */
function whole(text: string): string {
  return text.replace(/[\ud800-\udbff]$/, "");
}

/** How many lines a cell takes, by a quick look: measuring every character of a long ledger takes minutes. */
export function linesIn(text: string, width: number): number {
  const room = Math.max(4, width - 1);
  let [lines, wide] = [1, 0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const size = code >= FIRST_WIDE ? 2 : 1;
    const breaks = code === LINE_BREAK;
    if (breaks || wide + size > room) lines += 1;
    wide = breaks ? 0 : wide + size > room ? size : wide + size;
  }
  return lines;
}

/** For headers and footers, where & begins a sign. */
export function printed(text: string): string {
  return whole(clean(text).replaceAll("\n", " ").slice(0, 80)).replaceAll("&", "&&");
}
