import type { Gauge, RawRow, RowSink } from "../reader.ts";
import { tooManyRows } from "../row-checks.ts";
import type { Readers } from "../workers/readers.ts";
import type { Reading } from "../workers/reading.ts";
import { RowUnpacker } from "../workers/row-unpacker.ts";
import type { IrregularLines } from "./irregular-lines.ts";
import { atBeginning, type TextLayout, type TextState } from "./text-scan.ts";

let scans = 0;

interface Range {
  readonly to: number;
  readonly reading: Reading<"range">;
}

/** One scan of a text file by other threads, range by range. */
export class TextRanges {
  private readonly ranges: readonly Range[];
  private readonly layout: TextLayout;
  private readonly readers: Readers;

  /** `starts`: where records may begin. */
  constructor(readers: Readers, path: string, layout: TextLayout, starts: readonly number[]) {
    const scan = scans++;
    const { total } = layout;
    const from = [0, ...starts.filter((start) => start < total)];
    this.readers = readers;
    this.layout = layout;
    this.ranges = from.map((start, index) => {
      const to = from[index + 1] ?? total;
      const range = { path, layout, from: start, to };
      return { to, reading: readers.read({ kind: "range", scan, range }) };
    });
  }

  /**
   * Hands on the rows of all ranges in order. Where one is not what it was taken for, quotes being in odd
   * places or the file being damaged, `goOn` reads from its beginning to the end of the file, so that all
   * is as if no other thread had read.
   */
  async scan(
    sink: RowSink,
    gauge: Gauge,
    goOn: (state: TextState, sink: RowSink) => Promise<IrregularLines>,
  ): Promise<IrregularLines> {
    const { file, limits } = this.layout;
    let state = atBeginning();
    let { rows } = state;
    let last = 0;
    let isEnough = false;
    const unpacker = new RowUnpacker(null, (row) => {
      if (++rows > limits.maxRows) tooManyRows({ file, line: row.number }, limits);
      last = row.number;
      isEnough = sink(row) === false;
      return !isEnough;
    });
    const rest = (row: RawRow) => row.number <= last || sink(row);
    try {
      for (const { to, reading } of this.ranges) {
        const { offset, line, begun } = state;
        // Ranges are read as if a record of the usual width had come before.
        if ((offset > 0 && !begun) || !this.readers.mayTake(reading)) return await goOn(state, rest);
        const end = await reading.into((batch, read) => {
          gauge.read = offset + read;
          return unpacker.take(batch, reading.thread, line - 1);
        });
        if (isEnough) return state.found;
        if (end === null) return await goOn(state, rest);
        state.found.append(end.irregular, line - 1);
        state = { offset: to, line: line + end.lines, rows, begun: end.begun, found: state.found };
      }
      return state.found;
    } finally {
      for (const { reading } of this.ranges) reading.cancel();
    }
  }
}
