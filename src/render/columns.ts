import { NOTHING, type Row, type Table } from "./blocks.ts";
import { displayWidth } from "./text.ts";

export const GUTTER = 2;
const WIDEST_FIXED = 18;
const NARROWEST_GROWING = 20;
const NARROWEST = 4;

export interface Fitted {
  readonly table: Table;
  readonly widths: readonly number[];
}

/** Chooses column widths for a terminal, folding columns that do not fit below others. */
export function fitColumns(table: Table, width: number): Fitted {
  const widths = naturalWidths(table);
  const room = width - GUTTER * (widths.length - 1);
  const fits = shrink(widths, room, (index) =>
    table.columns[index]?.grows ? NARROWEST_GROWING : Number.POSITIVE_INFINITY,
  );
  if (fits) return { table, widths };
  const folding = table.columns.findLastIndex((column) => column.fold !== undefined);
  if (folding >= 0) return fitColumns(foldColumn(table, folding), width);
  shrink(widths, room, () => NARROWEST);
  return { table, widths };
}

function naturalWidths(table: Table): number[] {
  return table.columns.map((column, index) => {
    let widest = displayWidth(column.title);
    for (const section of table.sections)
      for (const row of section.rows)
        for (const text of row.cells[index]?.lines ?? []) widest = Math.max(widest, displayWidth(text));
    return column.grows ? widest : Math.min(widest, column.widest ?? WIDEST_FIXED);
  });
}

/** Takes columns off the widest that may still give way; false when the room is not reached. */
function shrink(widths: number[], room: number, floorOf: (index: number) => number): boolean {
  let excess = widths.reduce((sum, width) => sum + width, 0) - room;
  while (excess > 0) {
    let widest = -1;
    for (const [index, width] of widths.entries())
      if (width > floorOf(index) && width > (widths[widest] ?? 0)) widest = index;
    if (widest < 0) return false;
    widths[widest] = (widths[widest] ?? 0) - 1;
    excess -= 1;
  }
  return true;
}

function foldColumn(table: Table, index: number): Table {
  const label = table.columns[index]?.fold ?? "";
  const sections = table.sections.map((section) => ({
    ...section,
    rows: section.rows.map((row) => foldCell(row, index, label)),
  }));
  return { ...table, columns: without(table.columns, index), sections };
}

// Columns fold from right to left, so each goes before what has been folded already.
function foldCell({ cells, below }: Row, index: number, label: string): Row {
  const folded = cells[index];
  const text = (folded?.lines ?? []).filter((part) => part !== "" && part !== NOTHING).join(" ");
  const rest = without(cells, index);
  return text === "" || folded?.minor
    ? { cells: rest, below }
    : { cells: rest, below: [label + text, ...below] };
}

function without<T>(items: readonly T[], index: number): T[] {
  return items.filter((_, at) => at !== index);
}
