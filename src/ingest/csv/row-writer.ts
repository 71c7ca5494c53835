import { ByteRow, Form } from "../byte-row.ts";
import { CellKind, type ReadLimits, type RowSink } from "../reader.ts";
import { tooLongCell, tooManyColumns, tooManyRows } from "../row-checks.ts";
import { beginsVisibly } from "../visible.ts";
import { cellText } from "./cell-text.ts";

/**
 * Takes a record and the line it begins on; false once the sink has had enough. `raw` is the text of a
 * record that goes over several lines.
 */
export type RecordWriter = (fields: readonly string[], line: number, raw?: string) => boolean;

const EQUALS = 0x3d;

/** Makes rows of records and hands them on. */
export class RowWriter {
  readonly row: ByteRow;
  private rows: number;
  private readonly file: string;
  private readonly limits: ReadLimits;
  private readonly sink: RowSink;

  /** `rows`: how many of the sheet come before. */
  constructor(file: string, limits: ReadLimits, sink: RowSink, row = new ByteRow(), rows = 0) {
    this.file = file;
    this.limits = limits;
    this.sink = sink;
    this.row = row;
    this.rows = rows;
  }

  /** A record as strings. */
  write(fields: readonly string[], line: number): boolean {
    const { row } = this;
    row.width = 0;
    for (let column = 0; column < fields.length; column++) {
      const text = cellText(fields[column] as string);
      if (text.length > this.limits.maxCellLength) this.tooLong(line);
      row.put(column, CellKind.text, text);
    }
    return this.handOn(line);
  }

  /** A record whose fields the row has noted already. */
  writeNoted(count: number, line: number): boolean {
    const { row } = this;
    const { bytes, from, to, form, kind } = row;
    let width = 0;
    row.width = count;
    for (let column = 0; column < count; column++) {
      if (form[column] === Form.nothing) {
        kind[column] = CellKind.blank;
        continue;
      }
      const start = from[column] as number;
      const first = bytes[start] as number;
      const long = (to[column] as number) - start > this.limits.maxCellLength;
      if (form[column] === Form.text || long || first === EQUALS || !beginsVisibly(first)) {
        if (this.isBlank(column, line)) continue;
      } else kind[column] = CellKind.text;
      width = column + 1;
    }
    row.width = width;
    return this.handOn(line);
  }

  /** Looks at the text of a field whose bytes do not say what it comes to. */
  private isBlank(column: number, line: number): boolean {
    const { row } = this;
    const text = cellText(row.text(column));
    if (text.length > this.limits.maxCellLength) this.tooLong(line);
    row.put(column, CellKind.text, text);
    return text === "";
  }

  private handOn(line: number): boolean {
    const { row, file, limits } = this;
    if (row.width === 0) return true;
    row.number = line;
    if (row.width > limits.maxColumns) tooManyColumns({ file, line }, line, limits);
    if (++this.rows > limits.maxRows) tooManyRows({ file, line }, limits);
    return this.sink(row) !== false;
  }

  private tooLong(line: number): never {
    return tooLongCell({ file: this.file, line }, this.limits);
  }
}
