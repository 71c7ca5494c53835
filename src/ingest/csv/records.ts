import type { ReadLimits } from "../reader.ts";
import type { Delimiter } from "./delimiter.ts";
import type { IrregularLines } from "./irregular-lines.ts";
import { createIrregularReader, longestRecord } from "./irregular-records.ts";
import { type PlainRecords, RecordSplitter } from "./record-splitter.ts";
import type { RecordWriter } from "./row-writer.ts";

/** Reads records from UTF-8 chunks: by bytes while they are regular, from the first that is not by csv-parse. */
export async function readRecords(
  chunks: AsyncIterable<Buffer>,
  delimiter: Delimiter,
  file: string,
  limits: ReadLimits,
  write: RecordWriter,
  found: IrregularLines,
  plain: PlainRecords | null = null,
  firstLine = 1,
): Promise<void> {
  const splitter = new RecordSplitter(delimiter, write, (line) => found.add(line), plain);
  splitter.line = firstLine;
  const patient = () => createIrregularReader(delimiter, file, limits, write, splitter.line, found);
  let irregular: ReturnType<typeof patient> | null = null;
  for await (const chunk of chunks) {
    if (irregular !== null) {
      if (!irregular.push(chunk)) break;
      continue;
    }
    const state = splitter.push(chunk, false);
    if (state === "stopped") return;
    if (state === "irregular" || splitter.rest.length > longestRecord(limits)) {
      irregular = patient();
      if (!irregular.push(splitter.rest)) break;
    }
  }
  if (irregular === null) {
    if (splitter.push(Buffer.alloc(0), true) !== "irregular") return;
    irregular = patient();
    irregular.push(splitter.rest);
  }
  await irregular.end();
}
