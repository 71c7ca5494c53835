import { CsvError, Parser } from "csv-parse";
import { fail } from "../../problem.ts";
import type { ReadLimits } from "../reader.ts";
import type { Delimiter } from "./delimiter.ts";
import type { RecordWriter } from "./row-writer.ts";

/** Splits text into records; a record may span lines, quotes inside plain fields are kept. */
export async function readRecords(
  chunks: AsyncIterable<string>,
  delimiter: Delimiter,
  file: string,
  limits: ReadLimits,
  write: RecordWriter,
): Promise<void> {
  let stopped = false;
  let line = 1;
  let linesSeen = 0;
  let failure: unknown = null;
  const parser = new Parser({
    delimiter,
    relax_quotes: true,
    relax_column_count: true,
    record_delimiter: ["\r\n", "\n", "\r"],
    max_record_size: limits.maxCellLength * 4 + 65_536,
    on_record: (fields: string[], context) => {
      if (stopped) return null;
      stopped = !write(fields, line);
      line += context.lines - linesSeen > 1 ? linesOf(fields) : 1;
      linesSeen = context.lines;
      return null;
    },
  });
  parser.on("error", (error) => {
    failure = error;
  });
  parser.resume();
  const done = new Promise<void>((resolve) => parser.on("close", resolve));
  for await (const chunk of chunks) {
    if (stopped || failure !== null) break;
    parser.write(chunk);
  }
  if (stopped) parser.destroy();
  else parser.end();
  await done;
  if (failure instanceof CsvError) fail("D005", { file, line }, { reason: "quote", line });
  if (failure !== null) throw failure;
}

/** Lines that a record spans; line breaks inside quotes are counted from its fields. */
function linesOf(fields: readonly string[]): number {
  let lines = 1;
  for (const field of fields) lines += field.match(/\r\n|\n|\r/g)?.length ?? 0;
  return lines;
}
