import type { Readers } from "./workers/readers.ts";

export { CellKind } from "../model/cell.ts";

/**
 * One row as stored. The reader reuses the object and its arrays for the next row: a sink copies
 * what it keeps. Cells 0 … width-1 are column A onwards; blank cells have kind 0 and text "".
 */
export interface RawRow {
  /** 1-based row of the sheet; for CSV the line on which the record begins. */
  readonly number: number;
  readonly width: number;
  readonly hidden: boolean;
  /** CellKind by column; beyond the width it says nothing. */
  readonly kind: ArrayLike<number>;
  /** A cell as text, "" beyond the width; decoded when it is first asked for. */
  text(column: number): string;
  /**
   * A number from 0 that stands for the same text in this column as long as the scan lasts, by which what
   * was made of a text can be found again without decoding it; -1 where the reader has none.
   */
  token(column: number): number;
  /** Where the UTF-8 of a cell stands, valid until the next call; null where the reader has none. */
  span(column: number): ByteSpan | null;
}

export interface ByteSpan {
  bytes: Uint8Array;
  from: number;
  to: number;
}

/** Called once a row, in order, blank rows left out; returning false ends the scan early. */
export type RowSink = (row: RawRow) => boolean | undefined;

export interface SheetSource {
  /** The sheet's name; for a CSV file the file's name without its ending. */
  readonly name: string;
  readonly hidden: boolean;
  /** Excel's 1904 date system. */
  readonly date1904: boolean;
  /** Reads the sheet from its beginning; may be called several times. Throws ProblemError. */
  scan(sink: RowSink): Promise<ScanEnd>;
  /** What parts the cells of a text file. */
  readonly delimiter?: string;
  /** Of a text file: whether spaces may stand around the quotes of a cell. Reads it to its end. */
  spacedQuotes?(): Promise<boolean>;
  /** How far its scan has come; absent where the format is read whole. */
  readonly gauge?: Gauge;
  /** Cells that are merged; absent where the format knows none. Reads the sheet to its end. */
  merges?(): Promise<readonly CellRange[]>;
  /** Has other threads read for the next scan; absent where only this one can. */
  ahead?(readers: Readers): Promise<void>;
}

/** Bytes of a scan, inflated: all of them, and those that the latest one has passed. */
export interface Gauge {
  readonly total: number;
  read: number;
}

/** Rows from 1, columns from 0, the last included. */
export interface CellRange {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** What only shows once a sheet has been read. */
export interface ScanEnd {
  /** Formula cells without a cached value, by address, the first few, and how many in all. */
  readonly formulasWithoutValue: { readonly cells: readonly string[]; readonly count: number };
  /** Lines of a CSV file with quotes in odd places or another number of fields, the first few. */
  readonly irregularLines?: { readonly lines: readonly number[]; readonly count: number };
}

/** What a file proved to be; .xlsm and strict OOXML are xlsx, "xml" is SpreadsheetML 2003. */
export type FileFormat = "xlsx" | "xls" | "xlsb" | "ods" | "xml" | "html" | "csv";

export interface SourceFile {
  /**
   * As the user would name it: relative to the working directory, with forward slashes; "-" for stdin;
   * "a.zip › b.csv" for a member of an archive.
   */
  readonly file: string;
  readonly format: FileFormat;
  readonly encoding: string | null;
  readonly sha256: string;
  readonly sheets: readonly SheetSource[];
  close(): Promise<void>;
}

export interface ReadLimits {
  /** Bytes that one file may inflate to. */
  readonly maxBytes: number;
  readonly maxRows: number;
  readonly maxColumns: number;
  readonly maxCellLength: number;
  /** Bytes that a file packed more than a hundredfold may inflate to. */
  readonly maxDenseBytes: number;
  /** Bytes of a web page, which has to be read whole; other such formats take less memory and may be larger. */
  readonly maxWholeBytes: number;
  /** Bytes of a workbook that lies inside an archive. */
  readonly maxPackedWorkbook: number;
  /** Seconds that a file read whole may take, and five more for each megabyte. */
  readonly patience: number;
  /** How many archives may lie in each other. */
  readonly maxDepth: number;
}

export const defaultLimits: ReadLimits = {
  maxBytes: 4 * 1024 ** 3,
  maxRows: 20_000_000,
  maxColumns: 16_384,
  maxCellLength: 1_000_000,
  maxDenseBytes: 512 * 1024 ** 2,
  maxWholeBytes: 24 * 1024 ** 2,
  maxPackedWorkbook: 256 * 1024 ** 2,
  patience: 10,
  maxDepth: 1,
};
