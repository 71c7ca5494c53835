import type { ByteSource } from "../byte-source.ts";
import type { Fingerprint } from "../fingerprint.ts";
import type { ReadLimits, SheetSource } from "../reader.ts";
import { refuse } from "../refuse.ts";
import { sniffDelimiter, usualWidth } from "./delimiter.ts";
import { IrregularLines, watchingWidth } from "./irregular-lines.ts";
import { readRecords } from "./records.ts";
import { createRowWriter } from "./row-writer.ts";
import { releasingRows } from "./swallowed-rows.ts";
import { asUtf8Chunks, detectEncoding, type TextEncodingName } from "./text-encoding.ts";

export interface OpenCsv {
  readonly encoding: TextEncodingName;
  readonly sheet: SheetSource;
}

/** A CSV file is one sheet; encoding and delimiter are found from the file itself. */
export function openCsv(
  source: ByteSource,
  file: string,
  name: string,
  print: Fingerprint,
  limits: ReadLimits,
): OpenCsv {
  const encoding = detectEncoding(file, print);
  const head = new TextDecoder(encoding).decode(print.head);
  const delimiter = sniffDelimiter(head);
  const width = usualWidth(head, delimiter);
  const sheet: SheetSource = {
    name,
    hidden: false,
    date1904: false,
    async scan(sink) {
      const stream = source.stream();
      try {
        const found = new IrregularLines();
        const even = watchingWidth(createRowWriter(file, limits, sink), width, found);
        const write = releasingRows(even, delimiter, width, found);
        const bytes = unchanged(stream, print.size, file);
        await readRecords(asUtf8Chunks(bytes, encoding, file), delimiter, file, limits, write, found);
        const { lines, count } = found;
        return { formulasWithoutValue: { cells: [], count: 0 }, irregularLines: { lines, count } };
      } finally {
        stream.destroy();
      }
    },
  };
  return { encoding, sheet };
}

/** A file that is still being written or replaced has another length when it is read again. */
async function* unchanged(chunks: AsyncIterable<Buffer>, size: number, file: string): AsyncGenerator<Buffer> {
  let read = 0;
  for await (const chunk of chunks) {
    read += chunk.length;
    yield chunk;
  }
  if (read !== size) refuse("D009", { file }, "changed");
}
