import type { Language } from "../model/language.ts";
import { type Filled, type FilledColumn, filledColumns, ledgerHeadings } from "../model/ledger-columns.ts";
import { spelling } from "../model/reading/text.ts";
import type { FilledRow } from "./filled.ts";

/** What all copies of a row say together. */
export interface Combined {
  readonly filled: Filled;
  readonly added: ReadonlyMap<string, string>;
  /** Headings of the cells in which copies differ. */
  readonly conflicts: readonly string[];
}

interface Said {
  readonly from: string;
  readonly text: string;
}

const NAME = "[^；;：:\\n]+\\.(?:xlsx|xlsm|xls|xlsb|et|ods|csv|txt)(?: [^；;：:\\n]*)?";
const piece = new RegExp(`(?:^|[；;]\\s*)(${NAME})[：:] ?`, "g");

/** A cell that copies have filled in alike is that; where they differ, it holds each text with its file. */
export function combined(copies: readonly FilledRow[], language: Language): Combined {
  const names = namesOf(copies, language);
  const conflicts: string[] = [];
  const together = (heading: string, textOf: (copy: FilledRow) => string | undefined) => {
    const said = copies.flatMap((copy, at) => piecesOf(textOf(copy) ?? "", names[at] ?? ""));
    const different = said.filter(
      ({ text }, at) => said.findIndex((one) => spelling(one.text) === spelling(text)) === at,
    );
    const [first] = different;
    if (different.length < 2) return first?.text;
    conflicts.push(heading);
    const [colon, stop] = language === "zh" ? ["：", "；"] : [": ", "; "];
    return different.map(({ from, text }) => `${from}${colon}${text}`).join(stop);
  };
  const filled: { [Column in FilledColumn]?: string } = {};
  for (const id of filledColumns) {
    const text = together(ledgerHeadings[id][language], (copy) => copy.filled[id]);
    if (text !== undefined) filled[id] = text;
  }
  const headings = new Set(copies.flatMap(({ added }) => [...added.keys()]));
  const added = [...headings].map(
    (heading) => [heading, together(heading, (copy) => copy.added.get(heading)) ?? ""] as const,
  );
  return { filled, added: new Map(added), conflicts };
}

/** What one cell says: several texts, where it still holds what copies said before. */
export function piecesOf(text: string, from: string): Said[] {
  if (text === "") return [];
  const begins = [...text.matchAll(piece)];
  if (begins.length < 2 || begins[0]?.index !== 0) return [{ from, text }];
  return begins.map(({ index, 0: whole, 1: name = "" }, at) => ({
    from: name,
    text: text.slice(index + whole.length, begins[at + 1]?.index),
  }));
}

/** As short as tells them apart: the file's name, its path, or the place in it. */
function namesOf(copies: readonly FilledRow[], language: Language): string[] {
  const files = new Set(copies.map(({ file }) => file));
  return copies.map(({ file, sheet, row }) => {
    const alone = [...files].filter((other) => baseOf(other) === baseOf(file)).length === 1;
    const name = alone ? baseOf(file) : file;
    const twice = copies.filter((other) => other.file === file).length > 1;
    if (!twice) return name;
    return language === "zh" ? `${name} ${sheet} 第 ${row} 行` : `${name} ${sheet} row ${row}`;
  });
}

function baseOf(file: string): string {
  return (
    file
      .split(/[\\/›]/)
      .at(-1)
      ?.trim() ?? file
  );
}
