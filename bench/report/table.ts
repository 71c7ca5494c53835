import { stripVTControlCharacters } from "node:util";
import stringWidth from "string-width";

/** One table of the results: printed for people and written as Markdown. */
export interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly notes: readonly string[];
}

export function markdownOf({ title, head, rows, notes }: Table): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  const table =
    rows.length === 0
      ? []
      : [line(head), line(head.map((_, at) => (at === 0 ? "---" : "---:"))), ...rows.map(line)];
  return [
    `## ${title}`,
    "",
    ...table,
    ...(rows.length === 0 ? [] : [""]),
    ...notes.flatMap((note) => [note, ""]),
  ].join("\n");
}

export function textOf({ title, head, rows, notes }: Table): string {
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => stringWidth(row[at] ?? ""))));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, at) => {
        const space = " ".repeat((widths[at] ?? 0) - stringWidth(cell));
        return at === 0 ? cell + space : space + cell;
      })
      .join("  ");
  const body = rows.length === 0 ? [] : [line(head), ...rows.map(line)];
  return stripVTControlCharacters([title, "=".repeat(stringWidth(title)), ...body, ...notes, ""].join("\n"));
}

export const seconds = (value: number): string => (value < 10 ? value.toFixed(2) : value.toFixed(1));
export const megabytes = (value: number | null): string => (value === null ? "–" : value.toFixed(0));
export const times = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(1)} ×`;
export const count = (value: number): string => value.toLocaleString("en-US");
