import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Cell, Story, Table } from "./story.ts";

/** One CSV file a dataset, as platforms write them. */
export function writeCsvs(folder: string, { tables }: Pick<Story, "tables">): string {
  mkdirSync(folder, { recursive: true });
  for (const [dataset, table] of Object.entries(tables))
    writeFileSync(join(folder, `${dataset}.csv`), csvText(table));
  return folder;
}

export function csvText({ columns, rows }: Table): string {
  return [columns, ...rows].map((row) => `${row.map(field).join(",")}\r\n`).join("");
}

/** Quoted where it must be; a text of spaces keeps its spaces. */
function field(cell: Cell): string {
  if (cell === null) return "";
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
