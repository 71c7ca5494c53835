import type { Dataset, Dictionary, Field } from "../model/dataset.ts";
import { mappedKey } from "../model/mapping.ts";
import { nearestFew } from "../model/nearest.ts";
import { clean, spelling } from "../model/reading/text.ts";

/** A column of a sheet that holds a field. */
export interface BoundColumn {
  readonly column: number;
  readonly field: Field;
  readonly heading: string;
  /** What of the heading named the field; joined: a parent, or parent and child, of several rows; mapped: a mapping said so; across: under a unit or an indicator. */
  readonly by: "name" | "alias" | "joined" | "mapped" | "across";
  /** The unit in the heading's bracket, as in 承诺办结时限（工作日）. */
  readonly unit: string | null;
}

export interface SheetBinding {
  readonly dataset: Dataset;
  /** 1-based number of the last heading row. */
  readonly headerRow: number;
  /** All heading rows, the last included. */
  readonly headerRows: readonly number[];
  readonly columns: readonly BoundColumn[];
  readonly unmatched: readonly string[];
  /** Fields for which two columns would do; the second is not read. */
  readonly doubled: readonly { field: string; heading: string }[];
  /** Set where one row holds several records. */
  readonly across?: Across;
}

/** The records of a row: what its headings name is given to each of them. */
export interface Across {
  readonly form: "units-across" | "indicators-across";
  /** Fields that no column holds, but headings or titles. */
  readonly given: readonly string[];
  readonly blocks: readonly Block[];
}

/** One record of each row: its columns, and the fields that its heading says. */
export interface Block {
  readonly columns: readonly BoundColumn[];
  /** Columns of this record alone: without a value in them there is no record. */
  readonly own: readonly number[];
  readonly given: ReadonlyMap<string, string>;
}

/** The fields that a sheet has, in columns or otherwise. */
export function heldFields({ columns, across }: Pick<SheetBinding, "columns" | "across">): Set<string> {
  return new Set([...columns.map(({ field }) => field.name), ...(across?.given ?? [])]);
}

/** A dataset that a sheet may hold, and what speaks for it. */
export interface Recognition {
  readonly binding: SheetBinding;
  readonly fit: number;
  /** How much of the fit is the sheet's name. */
  readonly byName: number;
  /** Headings that no other dataset has. */
  readonly decisive: readonly string[];
}

/** The beginning of a sheet: text of each cell, by row number. */
export interface HeadRow {
  readonly number: number;
  readonly text: readonly string[];
}

const MOST_HEADING_ROWS = 3;
const LOOK_AT = 40;

// ① and ¹ become digits once width is folded, so they go before.
const FOOTNOTES = /[\u2460-\u2473\u00b9\u00b2\u00b3\u2070-\u2079†‡※]+/g;

/** A heading as looked up: brackets and footnote marks, a leading asterisk, spaces, width and case do not matter. */
export function headingKey(heading: string): string {
  const bare = spelling(heading.replace(FOOTNOTES, "") || heading).replace(/^[*★]+|[*#]+$/g, "");
  const unbracketed = bare.replace(/(?:\([^()]*\)|\[[^[\]]*\]|【[^【】]*】)+$/, "");
  return unbracketed === "" ? bare : unbracketed;
}

/** Recognises sheets by their headings; made once for a dictionary. */
export class HeadingBook {
  private readonly fields = new Map<string, Known[]>();
  private readonly names = new Map<string, string>();
  private readonly byHand: ReadonlyMap<string, string>;

  /** `byHand`: fields of headings that are not left to the dictionary. */
  constructor(dictionary: Dictionary, byHand: ReadonlyMap<string, string> = new Map()) {
    this.byHand = byHand;
    for (const dataset of dictionary.datasets.values()) {
      for (const name of [dataset.name, ...dataset.aliases]) this.names.set(headingKey(name), dataset.name);
      for (const field of dataset.fields.values()) {
        if (field.derived !== null) continue;
        for (const [rank, name] of [field.name, ...field.aliases].entries()) {
          const key = headingKey(name);
          this.fields.set(key, [...(this.fields.get(key) ?? []), { dataset, field, rank }]);
        }
      }
    }
  }

  /** Whether most of what stands in a row is the heading of some field. */
  isHeadings({ text }: HeadRow): boolean {
    const filled = text.map(clean).filter((cell) => cell !== "");
    const known = filled.filter((cell) => cell.length <= 40 && this.fields.has(headingKey(cell))).length;
    return known >= 3 ? known * 2 >= filled.length : known >= 2 && known === filled.length;
  }

  /** The dataset that a sheet is called after. */
  namedAfter(sheetName: string): string | undefined {
    return this.names.get(headingKey(sheetName)) ?? this.nameWithin(sheetName);
  }

  /** The dataset that a sheet's headings fit best; undefined when none fits. */
  recognise(sheetName: string, head: readonly HeadRow[]): SheetBinding | undefined {
    return this.candidates(sheetName, head)[0]?.binding;
  }

  /**
   * The datasets that a sheet's headings fit, each at its best, best first; the sheet's name breaks ties.
   * `headerRow`: the last heading row, where it is known.
   */
  candidates(sheetName: string, head: readonly HeadRow[], headerRow?: number): Recognition[] {
    const named = this.namedAfter(sheetName);
    const best = new Map<string, Recognition>();
    const last = headerRow === undefined ? -1 : head.findIndex(({ number }) => number === headerRow);
    if (headerRow !== undefined && last < 0) return [];
    const from = Math.max(0, last - MOST_HEADING_ROWS + 1);
    const to = last < 0 ? Math.min(head.length, LOOK_AT) : last + 1;
    for (let start = from; start < to; start += 1) {
      for (let span = 1; span <= MOST_HEADING_ROWS && start + span <= head.length; span += 1) {
        const rows = head.slice(start, start + span);
        if (span > 1 && !isMergedHeading(rows)) break;
        if (last >= 0 && start + span - 1 !== last) continue;
        // Headings that go on in the next row are not to be read without it.
        if (last < 0 && span < MOST_HEADING_ROWS && goesOn(head[start + span - 1], head[start + span]))
          continue;
        for (const found of this.fitsOf(joinHeadings(rows), rows, named)) {
          const { name } = found.binding.dataset;
          // Of equal fits the fewest heading rows.
          const fit = found.fit - span * 0.001;
          if (fit <= (best.get(name)?.fit ?? Number.NEGATIVE_INFINITY)) continue;
          best.delete(name);
          best.set(name, { ...found, fit });
        }
      }
    }
    return [...best.values()].sort((a, b) => b.fit - a.fit);
  }

  private *fitsOf(
    headings: readonly Heading[],
    rows: readonly HeadRow[],
    named: string | undefined,
  ): Generator<Recognition> {
    const filled = headings.filter((heading) => heading.label !== "").length;
    const candidates = new Map<string, Dataset>();
    for (const heading of headings) {
      for (const match of this.matches(heading).found) candidates.set(match.dataset.name, match.dataset);
    }
    for (const dataset of candidates.values()) {
      const { binding, owners } = this.bind(dataset, headings, rows);
      const count = binding.columns.length;
      const isNamed = dataset.name === named;
      if (count < 2 && !isNamed) continue;
      if (count < 3 && count * 2 < filled && !isNamed) continue;
      const distinctive = owners.reduce((sum, count) => sum + 1 / Math.max(1, count), 0);
      // Distinctive headings decide; then how many fit; then the sheet's name.
      const hasKey = dataset.key.some((key) => binding.columns.some(({ field }) => field.name === key));
      const byName = isNamed ? 0.05 : 0;
      const decisive = binding.columns.filter((_, at) => owners[at] === 1).map(({ heading }) => heading);
      yield { binding, fit: distinctive + count * 0.2 + (hasKey ? 0.1 : 0) + byName, byName, decisive };
    }
  }

  /** `owners`: how many datasets know each column's heading. */
  private bind(
    dataset: Dataset,
    headings: readonly Heading[],
    rows: readonly HeadRow[],
  ): { binding: SheetBinding; owners: number[] } {
    const ownersOf = new Map<number, number>();
    const offers = headings.flatMap((heading) => {
      const { found, by: how } = this.matches(heading);
      ownersOf.set(heading.column, new Set(found.map((match) => match.dataset)).size);
      return found
        .filter((match) => match.dataset === dataset)
        .map(({ field, rank }) => {
          const by: BoundColumn["by"] = how ?? (rank === 0 ? "name" : "alias");
          return { heading, field, rank, by };
        });
    });
    offers.sort((a, b) => a.rank - b.rank || a.heading.column - b.heading.column);
    const columns = new Map<number, BoundColumn>();
    const taken = new Set<string>();
    const doubled: { field: string; heading: string }[] = [];
    for (const { heading, field, by } of offers) {
      if (columns.has(heading.column)) continue;
      if (taken.has(field.name)) {
        doubled.push({ field: field.name, heading: heading.label });
        continue;
      }
      taken.add(field.name);
      columns.set(heading.column, {
        column: heading.column,
        field,
        heading: heading.label,
        by,
        unit: bracketOf(heading.label),
      });
    }
    const unmatched = headings.filter((heading) => heading.label !== "" && !columns.has(heading.column));
    const binding: SheetBinding = {
      dataset,
      headerRow: rows.at(-1)?.number ?? 0,
      headerRows: rows.map(({ number }) => number),
      columns: [...columns.values()].sort((a, b) => a.column - b.column),
      unmatched: unmatched.map((heading) => heading.label),
      doubled,
    };
    return { binding, owners: binding.columns.map(({ column }) => ownersOf.get(column) ?? 1) };
  }

  /** The fields of the first form that is known; the lowest heading alone is not joined. */
  private matches({ label, forms, child }: Heading): {
    found: readonly Known[];
    by: BoundColumn["by"] | null;
  } {
    for (const form of [label, ...forms]) {
      const field = this.byHand.get(mappedKey(form));
      if (field !== undefined) return { found: this.fieldsCalled(field), by: "mapped" };
    }
    for (const form of forms) {
      const found = this.fields.get(headingKey(form));
      if (found !== undefined) return { found, by: form === child ? null : "joined" };
    }
    return { found: [], by: null };
  }

  private fieldsCalled(name: string): Known[] {
    const known = this.fields.get(headingKey(name)) ?? [];
    return known.filter(({ field }) => field.name === name).map((match) => ({ ...match, rank: -1 }));
  }

  /** 办件明细_20221024 and 2022年事项清单 are named after their dataset. */
  private nameWithin(sheetName: string): string | undefined {
    const key = headingKey(sheetName);
    const within = [...this.names.keys()].filter((name) => name.length >= 3 && key.includes(name));
    return this.names.get(within.sort((a, b) => b.length - a.length)[0] ?? "");
  }
}

/** A field that a heading names; the dictionary's own name ranks before its aliases. */
interface Known {
  readonly dataset: Dataset;
  readonly field: Field;
  readonly rank: number;
}

export interface Heading {
  readonly column: number;
  readonly label: string;
  readonly child: string;
  /** What to look up, best first: the lowest heading, parent/child, both in one word, then the parents. */
  readonly forms: readonly string[];
}

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
function isMergedHeading(rows: readonly HeadRow[]): boolean {
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
function goesOn(upper: HeadRow | undefined, lower: HeadRow | undefined): boolean {
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

function bracketOf(heading: string): string | null {
  const match = /[（([【]([^（）()[\]【】]*)[）)\]】]\s*$/.exec(heading);
  const inside = match?.[1] === undefined ? "" : clean(match[1]).replace(/^单位[:：]?/, "");
  return inside === "" ? null : inside;
}

/** Headings of a sheet that may have been meant for a field that no column holds. */
export function nearestHeading(field: Field, headings: readonly string[]): string | null {
  const keys = new Map(headings.map((heading) => [headingKey(heading), heading]));
  for (const name of [field.name, ...field.aliases]) {
    const [near] = nearestFew(headingKey(name), keys.keys(), 1);
    if (near !== undefined) return keys.get(near) ?? null;
  }
  return null;
}
