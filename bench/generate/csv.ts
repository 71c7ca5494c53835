import { closeSync, openSync, writeSync } from "node:fs";
import { gb18030 } from "./gb18030.ts";
import { type Cell, type Sheet, Stamp, stampText, Unique } from "./sheet.ts";

export type Encoding = "utf-8" | "gb18030";

/** One sheet as a CSV file, with CRLF as Windows programs write it. */
export function writeCsv(file: string, sheet: Sheet, encoding: Encoding): void {
  const fd = openSync(file, "w");
  const bytes = (text: string) => (encoding === "utf-8" ? Buffer.from(text) : gb18030(text));
  let lines = `${sheet.headings.join(",")}\r\n`;
  for (let at = 0; at < sheet.rows; at++) {
    lines += `${sheet.row(at).map(fieldOf).join(",")}\r\n`;
    if (lines.length < 1 << 17) continue;
    writeSync(fd, bytes(lines));
    lines = "";
  }
  writeSync(fd, bytes(lines));
  closeSync(fd);
}

function fieldOf(cell: Cell): string {
  if (cell === null) return "";
  if (cell instanceof Stamp) return stampText(cell);
  const text = cell instanceof Unique ? cell.text : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
