import { clean } from "../model/reading/text.ts";
import type { SheetBinding } from "./binding.ts";
import { headingKey } from "./heading-key.ts";
import type { HeadRow } from "./heading-rows.ts";
import type { HeadingBook, Recognition } from "./headings.ts";
import type { Region } from "./region.ts";

/** One of several tables of a sheet, with the beginning of its own part of the sheet. */
export interface Table {
  readonly region: Region;
  readonly head: readonly HeadRow[];
  readonly candidates: readonly Recognition[];
}

const EVERYTHING: Region = {
  firstRow: 1,
  lastRow: Number.POSITIVE_INFINITY,
  firstColumn: 0,
  lastColumn: Number.POSITIVE_INFINITY,
};

/** The tables of a sheet that holds several, one below or beside the other; none when it holds one at most. */
export function tablesOf(sheetName: string, head: readonly HeadRow[], book: HeadingBook): Table[] {
  const tables = stacked(sheetName, head, book).flatMap((part) => besides(part, sheetName, book));
  return tables.length > 1 ? tables : [];
}

interface Part {
  readonly region: Region;
  readonly head: readonly HeadRow[];
  readonly candidates: readonly Recognition[];
}

/** Splits at each row of headings that differ from those before. */
function stacked(sheetName: string, head: readonly HeadRow[], book: HeadingBook): Part[] {
  const starts: { at: number; end: number; signature: string }[] = [];
  for (let at = 0; at < head.length; at += 1) {
    const last = starts.at(-1);
    if (last !== undefined && at <= last.end) continue;
    const found = headingsAt(head, at, last === undefined ? 0 : last.end + 1, book);
    if (found === undefined) continue;
    const signature = signatureOf(found);
    if (last?.signature === signature) continue;
    // Headings that follow each other without a row between are those of one table.
    if (last !== undefined && at === last.end + 1) continue;
    const first = head.findIndex(({ number }) => number === found.headerRows[0]);
    starts.push({ at: titlesAbove(head, first, last?.end ?? -1), end: at, signature });
    const own = starts.at(-1);
    if (own !== undefined) own.end = head.findIndex(({ number }) => number === found.headerRow);
  }
  if (starts.length < 2) return [{ region: EVERYTHING, head, candidates: book.candidates(sheetName, head) }];
  return starts.map(({ at }, index) => {
    const next = starts[index + 1];
    const from = index === 0 ? 0 : at;
    const rows = head.slice(from, next?.at);
    const lastRow = next === undefined ? EVERYTHING.lastRow : (head[next.at]?.number ?? 1) - 1;
    const region = { ...EVERYTHING, firstRow: index === 0 ? 1 : (head[from]?.number ?? 1), lastRow };
    return { region, head: rows, candidates: book.candidates(titleOf(rows) ?? sheetName, rows) };
  });
}

/** What the row, with those that it may be joined to, is the headings of. */
function headingsAt(
  head: readonly HeadRow[],
  at: number,
  from: number,
  book: HeadingBook,
): SheetBinding | undefined {
  const row = head[at];
  if (row === undefined || !book.isHeadings(row)) return undefined;
  const around = head.slice(Math.max(from, at - 2), at + 3);
  const found = book.candidates("", around)[0]?.binding;
  return found?.headerRows.includes(row.number) && labelsOf(found).length > 0 ? found : undefined;
}

function signatureOf({ dataset, columns }: SheetBinding): string {
  return [dataset.name, ...columns.map(({ column, field }) => `${column}${field.name}`)].join("|");
}

/** Rows of one cell above the headings are the title of what follows. */
function titlesAbove(head: readonly HeadRow[], first: number, end: number): number {
  let at = first;
  while (at - 1 > end && filledIn(head[at - 1]) === 1 && head[at - 1]?.number === (head[at]?.number ?? 0) - 1)
    at -= 1;
  return at;
}

function filledIn(row: HeadRow | undefined): number {
  return row?.text.filter((text) => clean(text) !== "").length ?? 0;
}

function titleOf(rows: readonly HeadRow[]): string | undefined {
  const [first] = rows;
  return filledIn(first) === 1 ? first?.text.find((text) => clean(text) !== "") : undefined;
}

/** Splits where columns of the headings begin a table of its own: with a unit or key that the first has already. */
function besides(part: Part, sheetName: string, book: HeadingBook): Table[] {
  const [best] = part.candidates;
  if (best === undefined) return [];
  const rows = part.head.filter(({ number }) => best.binding.headerRows.includes(number));
  const bound = new Set(best.binding.columns.map(({ column }) => column));
  const groups: number[] = [];
  const segments = segmentsOf(rows);
  for (const [index, from] of segments.entries()) {
    const to = (segments[index + 1] ?? EVERYTHING.lastColumn) - 1;
    const own = book.candidates("", within(rows, from, to))[0]?.binding;
    const begins = own !== undefined && labelsOf(own).some(({ column }) => !bound.has(column));
    if (index === 0 || begins) groups.push(from);
  }
  const tables = groups.map((from, index): Table => {
    const lastColumn = (groups[index + 1] ?? EVERYTHING.lastColumn) - 1;
    const head = within(part.head, index === 0 ? 0 : from, lastColumn);
    const above = head.filter(({ number }) => number < (rows[0]?.number ?? 0));
    const title = index === 0 ? undefined : above.flatMap(({ text }) => text.filter(Boolean)).at(-1);
    return {
      region: { ...part.region, firstColumn: index === 0 ? 0 : from, lastColumn },
      head,
      candidates: book.candidates(title ?? sheetName, head),
    };
  });
  const whole = { region: part.region, head: part.head, candidates: part.candidates };
  const holds = ({ candidates: [found] }: Table) => found !== undefined && labelsOf(found.binding).length > 0;
  return tables.length > 1 && tables.every(holds) ? tables : [whole];
}

/** Where runs of headings begin: after a blank column, and where the first headings come again. */
function segmentsOf(rows: readonly HeadRow[]): number[] {
  const width = Math.max(0, ...rows.map(({ text }) => text.length));
  const text = (column: number) => rows.map((row) => clean(row.text[column] ?? ""));
  const blank = (column: number) => text(column).every((cell) => cell === "");
  const key = (column: number) => headingKey(text(column).findLast((cell) => cell !== "") ?? "");
  const starts: number[] = [];
  let first = -1;
  for (let column = 0; column < width; column += 1) {
    if (blank(column)) continue;
    if (first < 0) first = column;
    const again = column > first && key(column) === key(first) && key(column + 1) === key(first + 1);
    if (column === first || blank(column - 1) || again) starts.push(column);
  }
  return starts;
}

function within(head: readonly HeadRow[], from: number, to: number): HeadRow[] {
  return head.map(({ number, text }) => ({
    number,
    text: text.map((cell, column) => (column < from || column > to ? "" : cell)),
  }));
}

function labelsOf({ dataset, columns }: SheetBinding) {
  return columns.filter(({ field }) => field.name === dataset.unit || dataset.key.includes(field.name));
}
