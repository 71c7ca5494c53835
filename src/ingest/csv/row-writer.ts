import { CellKind, type ReadLimits, type RowSink } from "../reader.ts";
import { tooLongCell, tooManyColumns, tooManyRows } from "../row-checks.ts";
import { TextRow } from "../text-row.ts";
import { cellText } from "./cell-text.ts";

/**
 * Takes a record and the line it begins on; false once the sink has had enough. `raw` is the text of a
 * record that goes over several lines.
 */
export type RecordWriter = (fields: readonly string[], line: number, raw?: string) => boolean;

export function createRowWriter(file: string, limits: ReadLimits, sink: RowSink): RecordWriter {
  const row = new TextRow();
  let rows = 0;
  return (fields, line) => {
    const longest = fillRow(row, fields);
    if (row.width === 0) return true;
    row.number = line;
    if (longest > limits.maxCellLength) tooLongCell({ file, line }, limits);
    if (row.width > limits.maxColumns) tooManyColumns({ file, line }, line, limits);
    if (++rows > limits.maxRows) tooManyRows({ file, line }, limits);
    return sink(row) !== false;
  };
}

function fillRow(row: TextRow, fields: readonly string[]): number {
  let longest = 0;
  row.width = 0;
  for (let column = 0; column < fields.length; column++) {
    const text = cellText(fields[column] as string);
    row.put(column, CellKind.text, text);
    if (text.length > longest) longest = text.length;
  }
  return longest;
}
