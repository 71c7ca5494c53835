import { createReadStream } from "node:fs";
import type { ByteRow } from "../byte-row.ts";
import { FILE_CHUNK } from "../byte-source.ts";
import type { RowSink } from "../reader.ts";
import { IrregularLines } from "./irregular-lines.ts";
import { longestRecord } from "./irregular-records.ts";
import { RecordSplitter } from "./record-splitter.ts";
import { asUtf8Chunks } from "./text-encoding.ts";
import { recordTakers, type TextLayout } from "./text-scan.ts";

/** A part of a text file in which records are expected to begin and to end. */
export interface TextRange {
  readonly path: string;
  readonly layout: TextLayout;
  readonly from: number;
  readonly to: number;
}

/** What a range of regular records held; null where it was not such a range. */
export type RangeEnd = {
  /** Line ends in it. */
  readonly lines: number;
  readonly begun: boolean;
  readonly irregular: { readonly lines: readonly number[]; readonly count: number };
} | null;

/**
 * Reads the rows of a range, whose lines are counted from 1, as long as its records are regular. All but the
 * first range take it that a record of the usual width has come before.
 */
export async function readRange(
  { path, layout, from, to }: TextRange,
  row: ByteRow,
  sink: RowSink,
  passed: (bytes: number) => void,
): Promise<RangeEnd> {
  const { delimiter, encoding, file, limits, total } = layout;
  const found = new IrregularLines();
  const state = { offset: from, line: 1, rows: 0, begun: from > 0, found };
  const { write, plain, watch } = recordTakers(layout, state, row, sink);
  const splitter = new RecordSplitter(delimiter, write, (line) => found.add(line), plain);
  const isLast = to === total;
  // The last range shows whether the file has grown.
  const end = isLast ? {} : { end: to - 1 };
  const stream = createReadStream(path, { start: from, highWaterMark: FILE_CHUNK, ...end });
  let read = 0;
  const counted = async function* () {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      read += chunk.length;
      passed(chunk.length);
      yield chunk;
    }
  };
  try {
    for await (const chunk of asUtf8Chunks(counted(), encoding, file, from === 0)) {
      if (splitter.push(chunk, false) !== "more" || splitter.rest.length > longestRecord(limits)) return null;
    }
  } finally {
    stream.destroy();
  }
  const isWhole = splitter.push(Buffer.alloc(0), isLast) === "more" && splitter.rest.length === 0;
  if (!isWhole || read !== to - from) return null;
  const { lines, count } = found;
  return { lines: splitter.line - 1, begun: watch.begun, irregular: { lines, count } };
}
