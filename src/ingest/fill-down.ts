import type { FieldType } from "../model/dataset.ts";
import { clean } from "../model/reading/text.ts";
import type { BoundColumn, SheetBinding } from "./binding.ts";
import type { HeadRow } from "./heading-rows.ts";
import type { Labels } from "./labels.ts";
import { CellKind, type CellRange, type RawRow, type SheetSource } from "./reader.ts";
import { RowView, textsOf } from "./text-row.ts";

/** A column whose cells stand for the rows below them, too: since they are merged, or by the look of the table. */
export interface FilledColumn {
  readonly column: number;
  readonly heading: string;
  /** Merged ranges in row order; null where a value holds down to the next one. */
  readonly ranges: readonly CellRange[] | null;
}

/** How often a column was filled while its sheet was last read. */
export interface Filling {
  readonly columns: readonly FilledColumn[];
  readonly rows: number[];
}

// A figure that spans several rows belongs to all of them together, not to each.
const AMOUNTS: ReadonlySet<FieldType> = new Set(["number", "rate", "limit"]);

/** The columns of a sheet that have to be filled down, judged by its merged cells, else by its beginning. */
export async function fillingOf(
  binding: SheetBinding,
  head: readonly HeadRow[],
  complete: boolean,
  source: SheetSource,
  labels: Labels,
): Promise<Filling | null> {
  const below = head.filter(({ number }) => number > binding.headerRow);
  const rows = below.filter((row) => !isAside(row, labels));
  const suspect = binding.columns.filter((column) => isGappy(column, binding, rows, complete));
  if (suspect.length === 0) return null;
  const merged = (await source.merges?.()) ?? [];
  const columns = suspect.flatMap(({ column, heading, field }): FilledColumn[] => {
    const ranges = merged
      .filter(({ left, top, bottom }) => left === column && bottom > top && bottom > binding.headerRow)
      .sort((a, b) => a.top - b.top);
    if (ranges.length > 0) return [{ column, heading, ranges }];
    const isLabel = isLabelOf(field.name, binding);
    return isLabel && looksBlocked(column, binding, rows) ? [{ column, heading, ranges: null }] : [];
  });
  return columns.length === 0 ? null : { columns, rows: columns.map(() => 0) };
}

function isAside({ text }: HeadRow, labels: Labels): boolean {
  const filled = text.filter((cell) => clean(cell) !== "");
  return filled.length <= 1 || isTotal(text, labels) || labels.isNote(filled[0] ?? "");
}

function isTotal(text: readonly string[], labels: Labels): boolean {
  const first = text.filter((cell) => clean(cell) !== "").slice(0, 3);
  return first.some((cell) => labels.totalLevel(cell) !== null);
}

function isLabelOf(name: string, { dataset }: SheetBinding): boolean {
  const partOfKey = dataset.key.length > 1 && dataset.key.includes(name);
  return name === dataset.unit || dataset.date.includes(name) || partOfKey;
}

/** A blank below a value; in columns that are no label only where the sheet is small, or half blank. */
function isGappy(
  { column, field }: BoundColumn,
  binding: SheetBinding,
  rows: readonly HeadRow[],
  complete: boolean,
): boolean {
  if (AMOUNTS.has(field.type)) return false;
  const { key } = binding.dataset;
  // A second row under one id is no second record.
  if (key.length === 1 && key[0] === field.name) return false;
  const texts = rows.map(({ text }) => clean(text[column] ?? ""));
  const first = texts.findIndex((text) => text !== "");
  const blanks = first < 0 ? 0 : texts.slice(first).filter((text) => text === "").length;
  if (blanks === 0) return false;
  return complete || isLabelOf(field.name, binding) || blanks * 2 >= texts.length;
}

/**
 * Without merged cells a label holds for the rows below it only where the table is plainly made of blocks:
 * it begins with one, two blocks have further rows, there are no fewer of these than names, no name comes
 * twice, and no record does. A blank here and there among many names is a blank.
 */
function looksBlocked(column: number, binding: SheetBinding, rows: readonly HeadRow[]): boolean {
  const names = new Set<string>();
  const records = new Set<string>();
  const others = binding.columns.filter(
    ({ column: other, field }) => other !== column && !AMOUNTS.has(field.type),
  );
  let current = "";
  let followers = 0;
  let further = 0;
  let blocks = 0;
  for (const { text } of rows) {
    const own = clean(text[column] ?? "");
    if (own === "") {
      if (current === "") return false;
      followers += 1;
      further += 1;
      if (followers === 1) blocks += 1;
    } else {
      if (names.has(own)) return false;
      names.add(own);
      current = own;
      followers = 0;
    }
    const rest = others.map(({ column: other }) => clean(text[other] ?? ""));
    if (rest.every((cell) => cell === "")) return false;
    const record = [current, ...rest].join("\u0001");
    if (records.has(record)) return false;
    records.add(record);
  }
  return blocks >= 2 && further >= names.size;
}

/** The sheet with its blank labels filled from above; totals are left as they are and end a block. */
export function filledDown(
  source: SheetSource,
  filling: Filling,
  headerRow: number,
  labels: Labels,
): SheetSource {
  return {
    ...source,
    scan(sink) {
      const above = filling.columns.map(() => ({ text: "", kind: CellKind.blank as number, row: 0 }));
      const next = filling.columns.map(() => 0);
      filling.rows.fill(0);
      const full = new RowView();
      return source.scan((row) => {
        if (row.number <= headerRow) return sink(row);
        full.show(row);
        const total = isTotal(textsOf(row), labels);
        for (const [index, { column, ranges }] of filling.columns.entries()) {
          const last = above[index];
          if (last === undefined) continue;
          const kind = column < row.width ? (row.kind[column] ?? CellKind.blank) : CellKind.blank;
          if (kind !== CellKind.blank && clean(row.text(column)) !== "") {
            Object.assign(last, { text: row.text(column), kind, row: row.number });
          }
          if (total) {
            if (ranges === null) last.kind = CellKind.blank;
            continue;
          }
          if (last.row === row.number || last.kind === CellKind.blank) continue;
          if (ranges !== null) {
            while ((ranges[next[index] ?? 0]?.bottom ?? Number.POSITIVE_INFINITY) < row.number)
              next[index] = (next[index] ?? 0) + 1;
            const range = ranges[next[index] ?? 0];
            if (range === undefined || row.number <= range.top || last.row < range.top) continue;
          } else if (filledCells(row) <= 1) continue;
          full.put(column, last.kind, last.text);
          filling.rows[index] = (filling.rows[index] ?? 0) + 1;
        }
        return sink(full);
      });
    },
  };
}

function filledCells(row: RawRow): number {
  let filled = 0;
  for (let column = 0; column < row.width; column += 1) if (row.kind[column] !== CellKind.blank) filled += 1;
  return filled;
}
