import { CsvError, Parser } from "csv-parse";
import type { ReadLimits } from "../reader.ts";
import { refuse } from "../refuse.ts";
import type { Delimiter } from "./delimiter.ts";
import { type IrregularLines, isIrregular } from "./irregular-lines.ts";
import { lineBreaks } from "./record-splitter.ts";
import type { RecordWriter } from "./row-writer.ts";

/** What csv-parse hands over with `raw`, which its types do not know. */
interface RawRecord {
  readonly record: readonly string[];
  readonly raw: string;
}

export interface IrregularReader {
  /** False once nothing more is wanted. */
  push(chunk: Buffer): boolean;
  end(): Promise<void>;
}

/** Reads records with quotes in odd places; `line` is where the first of them begins. */
export function createIrregularReader(
  delimiter: Delimiter,
  file: string,
  limits: ReadLimits,
  write: RecordWriter,
  firstLine: number,
  found: IrregularLines,
): IrregularReader {
  let stopped = false;
  let line = firstLine;
  let failure: unknown = null;
  const parser = new Parser({
    delimiter,
    relax_quotes: true,
    relax_column_count: true,
    record_delimiter: ["\r\n", "\n", "\r"],
    max_record_size: longestRecord(limits),
    raw: true,
    on_record: (parsed: unknown) => {
      if (stopped) return null;
      const { record: fields, raw } = parsed as RawRecord;
      const lines = fields.reduce((breaks, field) => breaks + lineBreaks(field), 1);
      if (isIrregular(raw, delimiter)) found.addAll(line, lines);
      stopped = !write(fields, line, lines > 1 ? raw : undefined);
      line += lines;
      return null;
    },
  });
  parser.on("error", (error) => {
    failure = error;
  });
  parser.resume();
  const closed = new Promise<void>((resolve) => parser.on("close", resolve));
  return {
    push(chunk) {
      if (!stopped && failure === null) parser.write(chunk);
      return !stopped && failure === null;
    },
    async end() {
      if (stopped) parser.destroy();
      else parser.end();
      await closed;
      if (failure instanceof CsvError) refuse("D005", { file, line }, "quote", { line });
      if (failure !== null) throw failure;
    },
  };
}

/** In bytes; past it a quote was opened and never closed. */
export function longestRecord(limits: ReadLimits): number {
  return limits.maxCellLength * 4 + 65_536;
}
