import type { Dataset, Dictionary, Field } from "../model/dataset.ts";
import { nearestFew } from "../model/nearest.ts";
import { clean, spelling } from "../model/reading/text.ts";

/** A column of a sheet that holds a field. */
export interface BoundColumn {
  readonly column: number;
  readonly field: Field;
  readonly heading: string;
  /** The unit in the heading's bracket, as in 承诺办结时限（工作日）. */
  readonly unit: string | null;
}

export interface SheetBinding {
  readonly dataset: Dataset;
  /** 1-based number of the last heading row. */
  readonly headerRow: number;
  readonly columns: readonly BoundColumn[];
  readonly unmatched: readonly string[];
  /** Fields for which two columns would do; the second is not read. */
  readonly doubled: readonly { field: string; heading: string }[];
}

/** The beginning of a sheet: text of each cell, by row number. */
export interface HeadRow {
  readonly number: number;
  readonly text: readonly string[];
}

const MOST_HEADING_ROWS = 3;
const LOOK_AT = 40;

/** A heading as looked up: brackets at its end, a leading asterisk, spaces, width and case do not matter. */
export function headingKey(heading: string): string {
  const bare = spelling(heading).replace(/^[*★]+/, "");
  const unbracketed = bare.replace(/(?:\([^()]*\)|\[[^[\]]*\]|【[^【】]*】)+$/, "");
  return unbracketed === "" ? bare : unbracketed;
}

/** Recognises sheets by their headings; made once for a dictionary. */
export class HeadingBook {
  private readonly fields = new Map<string, { dataset: Dataset; field: Field; rank: number }[]>();
  private readonly names = new Map<string, string>();

  constructor(dictionary: Dictionary) {
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

  /** The dataset that a sheet's headings fit best, its name breaking ties; undefined when none fits. */
  recognise(sheetName: string, head: readonly HeadRow[]): SheetBinding | undefined {
    const named = this.names.get(headingKey(sheetName)) ?? this.nameWithin(sheetName);
    let best: { binding: SheetBinding; fit: number } | undefined;
    for (let start = 0; start < Math.min(head.length, LOOK_AT); start += 1) {
      for (let span = 1; span <= MOST_HEADING_ROWS && start + span <= head.length; span += 1) {
        const rows = head.slice(start, start + span);
        if (span > 1 && !isMergedHeading(rows)) break;
        for (const { binding, fit } of this.fitsOf(joinHeadings(rows), rows.at(-1)?.number ?? 0, named)) {
          // Of equal fits the fewest heading rows.
          const net = fit - span * 0.001;
          if (best === undefined || net > best.fit) best = { binding, fit: net };
        }
      }
    }
    return best?.binding;
  }

  private *fitsOf(
    headings: readonly Heading[],
    headerRow: number,
    named: string | undefined,
  ): Generator<{ binding: SheetBinding; fit: number }> {
    const filled = headings.filter((heading) => heading.label !== "").length;
    const candidates = new Map<string, Dataset>();
    for (const heading of headings) {
      for (const match of this.matches(heading)) candidates.set(match.dataset.name, match.dataset);
    }
    for (const dataset of candidates.values()) {
      const binding = this.bind(dataset, headings, headerRow);
      const count = binding.columns.length;
      const isNamed = dataset.name === named;
      if (count < 2 && !isNamed) continue;
      if (count < 3 && count * 2 < filled && !isNamed) continue;
      const distinctive = binding.columns.reduce((sum, { heading }) => {
        const owners = new Set(
          (this.fields.get(headingKey(heading)) ?? []).map((match) => match.dataset.name),
        ).size;
        return sum + 1 / Math.max(1, owners);
      }, 0);
      // Distinctive headings decide; then how many fit; then the sheet's name.
      const hasKey = dataset.key.some((key) => binding.columns.some(({ field }) => field.name === key));
      yield { binding, fit: distinctive + count * 0.2 + (hasKey ? 0.1 : 0) + (isNamed ? 0.05 : 0) };
    }
  }

  private bind(dataset: Dataset, headings: readonly Heading[], headerRow: number): SheetBinding {
    const offers = headings.flatMap((heading) =>
      this.matches(heading)
        .filter((match) => match.dataset === dataset)
        .map((match) => ({ heading, field: match.field, rank: match.rank })),
    );
    offers.sort((a, b) => a.rank - b.rank || a.heading.column - b.heading.column);
    const columns = new Map<number, BoundColumn>();
    const taken = new Set<string>();
    const doubled: { field: string; heading: string }[] = [];
    for (const { heading, field } of offers) {
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
        unit: bracketOf(heading.label),
      });
    }
    const unmatched = headings.filter((heading) => heading.label !== "" && !columns.has(heading.column));
    return {
      dataset,
      headerRow,
      columns: [...columns.values()].sort((a, b) => a.column - b.column),
      unmatched: unmatched.map((heading) => heading.label),
      doubled,
    };
  }

  private matches(heading: Heading) {
    for (const form of heading.forms) {
      const found = this.fields.get(headingKey(form));
      if (found !== undefined) return found;
    }
    return [];
  }

  /** 办件明细_20221024 and 2022年事项清单 are named after their dataset. */
  private nameWithin(sheetName: string): string | undefined {
    const key = headingKey(sheetName);
    const within = [...this.names.keys()].filter((name) => name.length >= 3 && key.includes(name));
    return this.names.get(within.sort((a, b) => b.length - a.length)[0] ?? "");
  }
}

interface Heading {
  readonly column: number;
  readonly label: string;
  /** What to look up, best first: the lowest heading, parent/child, then the parents. */
  readonly forms: readonly string[];
}

function joinHeadings(rows: readonly HeadRow[]): Heading[] {
  const width = Math.max(...rows.map((row) => row.text.length));
  const filled = rows.map((row, index) => (index < rows.length - 1 ? spread(row.text, width) : row.text));
  return Array.from({ length: width }, (_, column) => {
    const parts = filled
      .map((text) => clean(text[column] ?? ""))
      .filter((part, index, all) => part !== "" && part !== all[index - 1]);
    const label = parts.join("/");
    const child = clean(rows.at(-1)?.text[column] ?? "");
    return {
      column,
      label: rows.length === 1 ? clean(rows[0]?.text[column] ?? "") : label,
      forms: [child, label, ...[...parts].reverse()].filter((form) => form !== ""),
    };
  });
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
