import type { ByteRow } from "../byte-row.ts";
import type { ReadLimits, RowSink } from "../reader.ts";
import type { Delimiter } from "./delimiter.ts";
import { IrregularLines, WidthWatch } from "./irregular-lines.ts";
import type { PlainRecords } from "./record-splitter.ts";
import { type RecordWriter, RowWriter } from "./row-writer.ts";
import { releasingRows } from "./swallowed-rows.ts";
import type { TextEncodingName } from "./text-encoding.ts";

/** What has been found out about a text file before its records are read. */
export interface TextLayout {
  readonly file: string;
  /** Bytes. */
  readonly total: number;
  readonly encoding: TextEncodingName;
  readonly delimiter: Delimiter;
  /** Fields of most records. */
  readonly width: number;
  readonly limits: ReadLimits;
}

/** How far a scan has come: where and on which line the next record begins, and what was met before it. */
export interface TextState {
  readonly offset: number;
  readonly line: number;
  /** Rows before. */
  readonly rows: number;
  /** A record of the usual width has been met. */
  readonly begun: boolean;
  readonly found: IrregularLines;
}

export function atBeginning(): TextState {
  return { offset: 0, line: 1, rows: 0, begun: false, found: new IrregularLines() };
}

/** What becomes of records, whole ones and plain ones. */
export interface RecordTakers {
  readonly write: RecordWriter;
  readonly plain: PlainRecords;
  readonly watch: WidthWatch;
}

export function recordTakers(
  { file, limits, width, delimiter }: TextLayout,
  { rows: before, begun, found }: TextState,
  row: ByteRow,
  sink: RowSink,
): RecordTakers {
  const watch = new WidthWatch(width, found);
  watch.begun = begun;
  const rows = new RowWriter(file, limits, sink, row, before);
  const even: RecordWriter = (fields, line, raw) => {
    watch.see(fields, line, raw);
    return rows.write(fields, line);
  };
  const plain: PlainRecords = {
    width,
    row,
    write(line) {
      watch.begun = true;
      return rows.writeNoted(width, line);
    },
  };
  return { write: releasingRows(even, delimiter, width, found), plain, watch };
}
