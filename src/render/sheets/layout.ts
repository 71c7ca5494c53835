import { displayWidth, wrap } from "../text.ts";
import { type Sheet, type SheetCell, type SheetPart, type SheetRow, type SheetTable, text } from "./sheet.ts";

export type Look = "title" | "about" | "line" | "caption" | "link" | "label" | "figure" | "heading" | "body";

export interface PlacedCell {
  /** First and last column, from 1. */
  readonly from: number;
  readonly to: number;
  readonly cell: SheetCell;
  readonly look: Look;
  readonly align: "left" | "right" | "centre";
}

export interface PlacedRow {
  readonly height: number;
  readonly cells: readonly PlacedCell[];
}

export interface PlacedTable {
  /** Rows from 1. */
  readonly heading: number;
  readonly last: number;
  readonly table: SheetTable;
  readonly columns: readonly { readonly from: number; readonly to: number }[];
}

export interface Layout {
  readonly sheet: Sheet;
  readonly rows: readonly PlacedRow[];
  readonly tables: readonly PlacedTable[];
  readonly anchors: ReadonlyMap<string, number>;
}

/** Points a line of text takes, and the room above and below; a size is relative to the body's. */
const sizes: Record<Look, { readonly line: number; readonly size: number; readonly around: number }> = {
  title: { line: 24, size: 1.7, around: 8 },
  about: { line: 15, size: 1, around: 3 },
  line: { line: 15, size: 1.03, around: 4 },
  caption: { line: 18, size: 1.2, around: 6 },
  link: { line: 15, size: 1, around: 5 },
  label: { line: 14, size: 0.9, around: 6 },
  figure: { line: 26, size: 1.8, around: 8 },
  heading: { line: 15, size: 1.06, around: 8 },
  body: { line: 15, size: 1, around: 5 },
};

const TALLEST = 409;
const GAP = 10;
/** Wider lines of text are hard to read, and run off the screen. */
const WIDEST_LINE = 160;
const FIGURE_SPAN = 2;

/** Where everything stands, and how tall each row must be for its text to show whole. */
export function layoutOf(sheet: Sheet): Layout {
  const rows: PlacedRow[] = [];
  const tables: PlacedTable[] = [];
  const anchors = new Map([[sheet.anchor, 1]]);
  const across = lineColumns(sheet);
  const put = (...cells: readonly PlacedCell[]) => rows.push({ height: heightOf(cells, sheet.grid), cells });
  const putLine = (content: SheetCell, look: Look) =>
    put({ from: 1, to: across, cell: content, look, align: "left" });
  const putTable = (table: SheetTable) => {
    const columns = placesOf(table);
    const heading = rows.length + 1;
    put(
      ...table.columns.map(({ title }, at) => ({
        ...columnAt(columns, at),
        cell: text(title),
        look: "heading" as const,
        align: "centre" as const,
      })),
    );
    for (const row of table.rows) {
      if (row.anchor !== undefined) anchors.set(row.anchor, rows.length + 1);
      put(...bodyCells(row, table, columns, sheet.grid));
    }
    tables.push({ heading, last: rows.length, table, columns });
  };
  putLine(text(sheet.title), "title");
  for (const { text: words, tone } of sheet.about) putLine(text(words, tone), "about");
  for (const part of sheet.parts) {
    const caption = "caption" in part ? part.caption : null;
    if (!(sheet.isList && part.kind === "table")) rows.push({ height: GAP, cells: [] });
    if (caption !== null) putLine(text(caption), "caption");
    place(part, { put, putLine, putTable, width: sheet.grid.length });
  }
  return { sheet, rows, tables, anchors };
}

interface Placing {
  readonly put: (...cells: readonly PlacedCell[]) => void;
  readonly putLine: (cell: SheetCell, look: Look) => void;
  readonly putTable: (table: SheetTable) => void;
  readonly width: number;
}

function place(part: SheetPart, { put, putLine, putTable, width }: Placing): void {
  switch (part.kind) {
    case "lines":
      for (const line of part.lines) putLine(text(line.text, line.tone), "line");
      return;
    case "figures": {
      const at = (index: number) => ({ from: index * FIGURE_SPAN + 1, to: (index + 1) * FIGURE_SPAN });
      const centre = { align: "centre" } as const;
      put(
        ...part.figures.map(([label], index) => ({
          ...at(index),
          cell: text(label),
          look: "label" as const,
          ...centre,
        })),
      );
      put(
        ...part.figures.map(([, cell], index) => ({
          ...at(index),
          cell,
          look: "figure" as const,
          ...centre,
        })),
      );
      return;
    }
    case "links": {
      const perRow = Math.max(1, Math.floor(width / part.span));
      for (let first = 0; first < part.links.length; first += perRow) {
        const inRow = part.links.slice(first, first + perRow);
        put(
          ...inRow.map((link, index) => ({
            from: index * part.span + 1,
            to: (index + 1) * part.span,
            cell: { kind: "text", text: link.text, link: link.to } as const,
            look: "link" as const,
            align: "left" as const,
          })),
        );
      }
      return;
    }
    case "table":
      putTable(part);
      return;
    default:
      part satisfies never;
  }
}

type Place = PlacedTable["columns"][number];

function placesOf({ columns }: SheetTable): Place[] {
  let next = 1;
  return columns.map(({ span }) => {
    const from = next;
    next += span;
    return { from, to: next - 1 };
  });
}

function columnAt(places: readonly Place[], index: number): Place {
  return places[index] ?? { from: 1, to: 1 };
}

/** LibreOffice does not wrap the text of a link: a name that needs more lines stays whole without one. */
function fitting(cell: SheetCell, { from, to }: Place, grid: readonly number[]): SheetCell {
  if (cell.kind !== "text" || cell.link === undefined) return cell;
  return linesOf(cell.text, widthBetween(from, to, grid)) > 1 ? text(cell.text, cell.tone) : cell;
}

function widthBetween(from: number, to: number, grid: readonly number[]): number {
  return grid.slice(from - 1, to).reduce((sum, one) => sum + one, 0);
}

function bodyCells(
  { cells }: SheetRow,
  { columns }: SheetTable,
  places: readonly Place[],
  grid: readonly number[],
): PlacedCell[] {
  return cells.map((cell, index) => ({
    ...columnAt(places, index),
    cell: fitting(cell, columnAt(places, index), grid),
    look: "body",
    align: columns[index]?.align ?? "left",
  }));
}

function heightOf(cells: readonly PlacedCell[], grid: readonly number[]): number {
  let tallest = GAP;
  for (const { from, to, cell, look } of cells) {
    const { line, size, around } = sizes[look];
    const width = widthBetween(from, to, grid);
    const lines = cell.kind === "text" ? linesOf(cell.text, width / size) : 1;
    tallest = Math.max(tallest, around + line * lines);
  }
  return Math.min(TALLEST, tallest);
}

function linesOf(content: string, width: number): number {
  const room = Math.max(2, Math.floor(width - 2.5));
  let lines = 0;
  for (const line of content.split("\n")) {
    lines += displayWidth(line) <= room ? 1 : wrap(line, room).length;
  }
  return lines;
}

/** How many columns a line of text runs across. */
function lineColumns({ grid, printed }: Sheet): number {
  let width = 0;
  const most = printed ?? grid.length;
  for (let at = 0; at < most; at += 1) {
    width += grid[at] ?? 0;
    if (width > WIDEST_LINE) return Math.max(1, at);
  }
  return most;
}
