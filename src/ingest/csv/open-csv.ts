import type { ByteSource } from "../byte-source.ts";
import type { Fingerprint } from "../fingerprint.ts";
import type { Gauge, ReadLimits, SheetSource } from "../reader.ts";
import { refuse } from "../refuse.ts";
import { sniffDelimiter, usualWidth } from "./delimiter.ts";
import { IrregularLines, WidthWatch } from "./irregular-lines.ts";
import type { PlainRecords } from "./record-splitter.ts";
import { readRecords } from "./records.ts";
import { type RecordWriter, RowWriter } from "./row-writer.ts";
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
  const gauge = { total: print.size, read: 0 };
  const sheet: SheetSource = {
    name,
    gauge,
    hidden: false,
    date1904: false,
    async scan(sink) {
      const stream = source.stream();
      try {
        const found = new IrregularLines();
        const watch = new WidthWatch(width, found);
        const rows = new RowWriter(file, limits, sink);
        const even: RecordWriter = (fields, line, raw) => {
          watch.see(fields, line, raw);
          return rows.write(fields, line);
        };
        const plain: PlainRecords = {
          width,
          row: rows.row,
          write(line) {
            watch.begun = true;
            return rows.writeNoted(width, line);
          },
        };
        const write = releasingRows(even, delimiter, width, found);
        const chunks = asUtf8Chunks(unchanged(stream, gauge, file), encoding, file);
        await readRecords(chunks, delimiter, file, limits, write, found, plain);
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
async function* unchanged(chunks: AsyncIterable<Buffer>, gauge: Gauge, file: string): AsyncGenerator<Buffer> {
  let read = 0;
  for await (const chunk of chunks) {
    read += chunk.length;
    gauge.read = read;
    yield chunk;
  }
  if (read !== gauge.total) refuse("D009", { file }, "changed");
}
