import type { Delimiter } from "./delimiter.ts";
import { RecordSplitter } from "./record-splitter.ts";
import type { RecordWriter } from "./row-writer.ts";

const SHOWN = 20;

/** Keeps the lines that a reader had to guess at, the first few of them and their number. */
export class IrregularLines {
  readonly lines: number[] = [];
  count = 0;
  private last = 0;

  add(line: number): void {
    if (line === this.last) return;
    this.last = line;
    this.count++;
    if (this.lines.length < SHOWN) this.lines.push(line);
  }
}

/**
 * Watches for records with another number of fields than most: a delimiter or a line break that stands
 * unquoted in a field moves all that follows it. Titles and notes, which fill one cell, are let through.
 */
export function watchingWidth(write: RecordWriter, width: number, found: IrregularLines): RecordWriter {
  let begun = false;
  return (fields, line) => {
    if (fields.length === width) begun = true;
    else if (begun ? fields.length > 1 && isUneven(fields, width) : isTooWide(fields, width)) found.add(line);
    return write(fields, line);
  };
}

function isUneven(fields: readonly string[], width: number): boolean {
  if (fields.length > width) return isTooWide(fields, width);
  return fields.filter((field) => field !== "").length > 1;
}

function isTooWide(fields: readonly string[], width: number): boolean {
  return fields.length > width && fields.slice(width).some((field) => field.trim() !== "");
}

/** Whether a record has quotes where none belong. */
export function isIrregular(record: string, delimiter: Delimiter): boolean {
  if (!record.includes('"')) return false;
  let stray = false;
  const splitter = new RecordSplitter(
    delimiter,
    () => true,
    () => {
      stray = true;
    },
  );
  return splitter.push(Buffer.from(record, "utf8"), true) === "irregular" || stray;
}
