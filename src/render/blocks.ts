/** What a report says, before it is known whether a terminal or a pull request will show it. */
export type Block =
  | { kind: "heading"; level: 1 | 2 | 3; text: string }
  | { kind: "lines"; lines: readonly Line[] }
  | { kind: "list"; items: readonly Line[] }
  | { kind: "fields"; title: string; fields: readonly (readonly [label: string, text: string])[] }
  | Table
  | { kind: "details"; summary: string; blocks: readonly Block[] };

export type Tone = "good" | "warn" | "bad" | "muted" | "strong";

export interface Line {
  readonly text: string;
  readonly tone?: Tone;
}

export interface Cell {
  readonly lines: readonly string[];
  readonly tone?: Tone;
  /** Left out where its column has no room. */
  readonly minor?: boolean;
}

export interface Row {
  readonly cells: readonly Cell[];
  /** Printed below the cells, across the columns from `Table.belowFrom` on. */
  readonly below: readonly string[];
}

export interface Column {
  readonly title: string;
  readonly right?: boolean;
  /** Takes the room that is left, and gives way first. */
  readonly grows?: boolean;
  readonly widest?: number;
  /** Where room is short, its text moves below the row, behind this label. */
  readonly fold?: string;
}

export interface Table {
  readonly kind: "table";
  readonly columns: readonly Column[];
  readonly belowFrom: number;
  readonly sections: readonly TableSection[];
}

/** Sections share the columns and their widths, so that figures line up across departments. */
export interface TableSection {
  readonly title: Line | null;
  readonly rows: readonly Row[];
  readonly after: readonly Line[];
}

export const NOTHING = "—";

export function heading(level: 1 | 2 | 3, text: string): Block {
  return { kind: "heading", level, text };
}

export function line(text: string, tone?: Tone): Line {
  return tone === undefined ? { text } : { text, tone };
}

export function cell(text: string | readonly string[], tone?: Tone): Cell {
  const content = typeof text === "string" ? [text] : text;
  return tone === undefined ? { lines: content } : { lines: content, tone };
}

export function row(cells: readonly Cell[], below: readonly string[] = []): Row {
  return { cells, below };
}

export function table(columns: readonly Column[], sections: readonly TableSection[], belowFrom = 0): Table {
  return { kind: "table", columns, belowFrom, sections };
}

export function plainTable(columns: readonly Column[], rows: readonly Row[], belowFrom = 0): Table {
  return table(columns, [{ title: null, rows, after: [] }], belowFrom);
}
