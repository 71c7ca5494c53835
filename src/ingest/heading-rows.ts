import { clean as cleaned } from "../model/reading/text.ts";
import { remembered } from "../model/remembered.ts";

/** The beginning of a sheet: text of each cell, by row number. */
export interface HeadRow {
  readonly number: number;
  readonly text: readonly string[];
}

export interface Heading {
  readonly column: number;
  readonly label: string;
  readonly child: string;
  /** What to look up, best first: the lowest heading, parent/child, both in one word, then the parents. */
  readonly forms: readonly string[];
}

// The same few rows are looked at in every way that they may be headings.
const clean = remembered(cleaned);

// What stands under a parent for all of it.
const ALL_OF_IT = /^(?:合计|小计|总计|总数|总量|数量|数值|累计)$/;

/** The headings of each column, over all heading rows. */
export function joinHeadings(rows: readonly HeadRow[]): Heading[] {
  const width = Math.max(...rows.map((row) => row.text.length));
  const filled = rows.map((row, index) => (index < rows.length - 1 ? spread(row.text, width) : row.text));
  return Array.from({ length: width }, (_, column) => {
    const parts = filled
      .map((text) => clean(text[column] ?? ""))
      .filter((part, index, all) => part !== "" && part !== all[index - 1]);
    const label = parts.join("/");
    const child = clean(rows.at(-1)?.text[column] ?? "");
    // Of 注册总量 over 男 and 女 neither column is 注册总量.
    const alone = child === "" || ALL_OF_IT.test(child) || !sharesParent(rows, column);
    const forms = [child, label, ...together(parts), ...(alone ? [...parts].reverse() : [])];
    return {
      column,
      label: rows.length === 1 ? child : label,
      child,
      forms: forms.filter((form) => form !== ""),
    };
  });
}

/** 办结时限 over 法定 and 承诺 is said in one word, too. */
function together(parts: readonly string[]): string[] {
  const [above, below] = parts.slice(-2);
  return above === undefined || below === undefined ? [] : [below + above, above + below];
}

/** Whether the heading above a column stands above another one that has a heading of its own. */
function sharesParent(rows: readonly HeadRow[], column: number): boolean {
  const [above, lowest] = rows.slice(-2);
  if (above === undefined || lowest === undefined) return false;
  const text = (row: HeadRow, at: number) => clean(row.text[at] ?? "");
  let from = column;
  while (from > 0 && text(above, from) === "") from -= 1;
  const width = Math.max(above.text.length, lowest.text.length);
  for (let at = from; at < width && (at === from || text(above, at) === ""); at += 1)
    if (at !== column && text(lowest, at) !== "") return true;
  return false;
}

/** A merged heading is stored in its first cell: the blanks to its right repeat it. */
function spread(text: readonly string[], width: number): string[] {
  let last = "";
  return Array.from({ length: width }, (_, column) => {
    const own = text[column] ?? "";
    if (clean(own) !== "") last = own;
    return last;
  });
}

/** A parent row has gaps, and the row below fills columns that it leaves blank; neither is a row of data. */
export function isMergedHeading(rows: readonly HeadRow[]): boolean {
  const [upper, lower] = rows.slice(-2);
  if (upper === undefined || lower === undefined || lower.number !== upper.number + 1) return false;
  const blank = (row: HeadRow, column: number) => clean(row.text[column] ?? "") === "";
  const columns = Array.from(
    { length: Math.max(upper.text.length, lower.text.length) },
    (_, column) => column,
  );
  const fills = columns.some((column) => blank(upper, column) && !blank(lower, column));
  const above = columns.some((column) => !blank(upper, column) && blank(lower, column));
  const numeric = lower.text.some((text) => /^[\d.,%-]+$/.test(clean(text)));
  const several = columns.filter((column) => !blank(upper, column)).length >= 2;
  return several && !numeric && (fills || above);
}

/** Whether a row parts the headings above it: blank below the first of them, with words below one that is spread. */
export function goesOn(upper: HeadRow | undefined, lower: HeadRow | undefined): boolean {
  if (upper === undefined || lower === undefined || lower.number !== upper.number + 1) return false;
  const above = upper.text.map(clean);
  const below = lower.text.map(clean);
  const first = above.findIndex((text) => text !== "");
  if (first < 0 || (below[first] ?? "") !== "" || above.filter((text) => text !== "").length < 2)
    return false;
  if (below.some((text) => text.length > 20 || /\d/.test(text))) return false;
  return below.some(
    (text, column) =>
      column > first &&
      text !== "" &&
      above[column] !== "" &&
      (above[column + 1] ?? "") === "" &&
      (below[column + 1] ?? "") !== "",
  );
}
