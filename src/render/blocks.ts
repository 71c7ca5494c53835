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
}

export interface Column {
  readonly title: string;
  readonly right?: boolean;
  /** Takes the room that is left, and gives way first. */
  readonly grows?: boolean;
  /** Where room is short, its lines move below those of another column, behind this label. */
  readonly fold?: { readonly into: number; readonly label: string };
}

export interface Table {
  readonly kind: "table";
  readonly columns: readonly Column[];
  readonly sections: readonly TableSection[];
}

/** Sections share the columns and their widths, so that figures line up across departments. */
export interface TableSection {
  readonly title: Line | null;
  readonly rows: readonly (readonly Cell[])[];
  readonly after: readonly Line[];
}

export const NOTHING = "—";

export function heading(level: 1 | 2 | 3, text: string): Block {
  return { kind: "heading", level, text };
}

export function line(text: string, tone?: Tone): Line {
  return tone === undefined ? { text } : { text, tone };
}

export function lines(...texts: readonly string[]): Block {
  return { kind: "lines", lines: texts.map((text) => line(text)) };
}

export function cell(text: string | readonly string[], tone?: Tone): Cell {
  const content = typeof text === "string" ? [text] : text;
  return tone === undefined ? { lines: content } : { lines: content, tone };
}

export function table(columns: readonly Column[], rows: readonly (readonly Cell[])[]): Table {
  return { kind: "table", columns, sections: [{ title: null, rows, after: [] }] };
}
