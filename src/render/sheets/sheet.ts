import type { Tone } from "../blocks.ts";

/** What a cell of the workbook holds; a number is a number, and its format says how it is shown. */
export type SheetCell =
  | { readonly kind: "none" }
  | { readonly kind: "text"; readonly text: string; readonly tone?: Tone; readonly link?: string }
  | { readonly kind: "number"; readonly value: number; readonly format: string; readonly shown: string }
  | { readonly kind: "day"; readonly day: string };

export interface SheetColumn {
  readonly title: string;
  /** Columns of the grid that it takes. */
  readonly span: number;
  readonly align?: "right" | "centre";
  /** Its cells are words of status, coloured by what they say. */
  readonly isStatus?: boolean;
  /** One of a row of days: the greater within its row, the darker. */
  readonly isTrend?: boolean;
  /** A bar behind the number, full at this value. */
  readonly barTo?: number;
}

export interface SheetRow {
  readonly cells: readonly SheetCell[];
  /** Links lead to a row by this name. */
  readonly anchor?: string;
}

export interface SheetTable {
  readonly kind: "table";
  readonly caption: string | null;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly SheetRow[];
}

export interface SheetLine {
  readonly text: string;
  readonly tone?: Tone;
}

export type SheetPart =
  | { readonly kind: "lines"; readonly caption: string | null; readonly lines: readonly SheetLine[] }
  | { readonly kind: "figures"; readonly figures: readonly (readonly [label: string, cell: SheetCell])[] }
  | {
      readonly kind: "links";
      readonly links: readonly { readonly text: string; readonly to: string }[];
      readonly span: number;
    }
  | SheetTable;

export interface Sheet {
  /** Links lead to the sheet by this name. */
  readonly anchor: string;
  readonly name: string;
  readonly title: string;
  /** Stands below the title. */
  readonly about: readonly SheetLine[];
  /** Widths of the columns, in characters of the body's size; a Chinese one takes two. */
  readonly grid: readonly number[];
  readonly parts: readonly SheetPart[];
  /** One long table whose headings stay in sight and filter its rows. */
  readonly isList: boolean;
  readonly portrait?: boolean;
  /** How many columns go on paper; all unless said. */
  readonly printed?: number;
}

const none: SheetCell = { kind: "none" };

export function blank(): SheetCell {
  return none;
}

export function text(content: string | null | undefined, tone?: Tone): SheetCell {
  if (content === null || content === undefined || content === "") return none;
  return tone === undefined ? { kind: "text", text: content } : { kind: "text", text: content, tone };
}

export function link(content: string, to: string): SheetCell {
  return { kind: "text", text: content, link: to };
}

export function day(date: string | null): SheetCell {
  return date === null ? none : { kind: "day", day: date };
}

export function tableOf(
  columns: readonly SheetColumn[],
  rows: readonly SheetRow[],
  caption: string | null = null,
): SheetTable {
  return { kind: "table", caption, columns, rows };
}
