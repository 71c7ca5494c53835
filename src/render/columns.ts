import { type Column, NOTHING, type Table } from "./blocks.ts";
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
        for (const text of row[index]?.lines ?? []) widest = Math.max(widest, displayWidth(text));
    return column.grows ? widest : Math.min(widest, WIDEST_FIXED);
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
  const fold = table.columns[index]?.fold;
  if (fold === undefined) return table;
  const columns = table.columns.filter((_, at) => at !== index).map((column) => shifted(column, index));
  const sections = table.sections.map((section) => ({
    ...section,
    rows: section.rows.map((row) => {
      const moved = (row[index]?.lines ?? []).filter((text) => text !== "" && text !== NOTHING);
      const target = row[fold.into];
      const merged = row.with(fold.into, {
        ...target,
        lines: [...(target?.lines ?? []), ...moved.map((text) => fold.label + text)],
      });
      return merged.filter((_, at) => at !== index);
    }),
  }));
  return { kind: "table", columns, sections };
}

function shifted(column: Column, removed: number): Column {
  if (column.fold === undefined || column.fold.into < removed) return column;
  return { ...column, fold: { ...column.fold, into: column.fold.into - 1 } };
}
