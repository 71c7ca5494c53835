import type { Delimiter } from "./delimiter.ts";
import type { IrregularLines } from "./irregular-lines.ts";
import { linesOf, RecordSplitter } from "./record-splitter.ts";
import type { RecordWriter } from "./row-writer.ts";

/**
 * A stray quote takes all lines up to the next one into a single field. Where such a field holds as many
 * delimiters as a record, its lines are reported; where each of them by itself is as wide as the headings
 * and begins like the others, they are read as the rows that they are, quotes as they stand.
 */
export function releasingRows(
  write: RecordWriter,
  delimiter: Delimiter,
  width: number,
  found: IrregularLines,
): RecordWriter {
  if (width < 2) return write;
  return (fields, line, raw) => {
    if (raw === undefined || !fields.some((field) => holdsRecord(field, delimiter, width)))
      return write(fields, line, raw);
    const lines = linesOf(raw);
    found.addAll(line, lines.length);
    const rows = lines.map((text) => fieldsOf(text, delimiter));
    const told = rows.filter((row) => row.length > 1 || row[0] !== "");
    if (!told.every((row) => row.length === width && beginning(row) === beginning(told[0])))
      return write(fields, line, raw);
    return rows.every((row, at) => (row.length === width ? write(row, line + at) : true));
  };
}

function holdsRecord(field: string, delimiter: Delimiter, width: number): boolean {
  return /[\r\n]/.test(field) && field.split(delimiter).length >= width;
}

/** One line by itself: as CSV where its quotes pair up, else cut at every delimiter. */
function fieldsOf(line: string, delimiter: Delimiter): readonly string[] {
  let fields: readonly string[] = [""];
  const keep = (record: readonly string[]) => {
    fields = [...record];
    return true;
  };
  const splitter = new RecordSplitter(delimiter, keep, () => {});
  const state = splitter.push(Buffer.from(line, "utf8"), true);
  return state === "irregular" ? line.split(delimiter) : fields;
}

/** Rows of one table begin alike: with a number, a letter or a word. */
function beginning(row: readonly string[] | undefined): string {
  const first = (row?.[0] ?? "").replace(/^[\s"]+/, "");
  if (/^\d/.test(first)) return "number";
  if (/^[A-Za-z]/.test(first)) return "letter";
  return first === "" ? "nothing" : "word";
}
