import type { Delimiter } from "./delimiter.ts";
import { linesOf, RecordSplitter } from "./record-splitter.ts";

const SHOWN = 20;

/** Keeps the lines that a reader had to guess at, the first few of them and their number. */
export class IrregularLines {
  readonly lines: number[] = [];
  count = 0;
  private last = 0;

  /** Lines come in order; one that is known already is not counted again. */
  add(line: number): void {
    if (line <= this.last) return;
    this.last = line;
    this.count++;
    if (this.lines.length < SHOWN) this.lines.push(line);
  }

  /** Takes what another reader has found in the lines that follow `before`. */
  append(
    { lines, count }: { readonly lines: readonly number[]; readonly count: number },
    before: number,
  ): void {
    this.lines.push(...lines.slice(0, SHOWN - this.lines.length).map((line) => before + line));
    this.count += count;
    this.last = Math.max(this.last, before);
  }

  addAll(first: number, lines: number): void {
    for (let line = first; line < first + lines; line++) this.add(line);
  }
}

/**
 * Watches for records with another number of fields than most: a delimiter or a line break that stands
 * unquoted in a field moves all that follows it. Titles and notes, which fill one cell, are let through.
 */
export class WidthWatch {
  /** A record of the usual width has been met. */
  begun = false;
  private readonly width: number;
  private readonly found: IrregularLines;

  constructor(width: number, found: IrregularLines) {
    this.width = width;
    this.found = found;
  }

  see(fields: readonly string[], line: number, raw: string | undefined): void {
    const { width, found } = this;
    if (fields.length === width) this.begun = true;
    else if (this.begun ? isUneven(fields) : isTooWide(fields, width))
      found.addAll(line, raw === undefined ? 1 : linesOf(raw).length);
  }
}

// Blanks beyond the headings count: the comma of 1,234 before blank cells moves a row by one.
function isUneven(fields: readonly string[]): boolean {
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
