import type { ByteSource } from "../byte-source.ts";
import type { Fingerprint } from "../fingerprint.ts";
import type { ReadLimits, SheetSource } from "../reader.ts";
import { sniffDelimiter } from "./delimiter.ts";
import { readRecords } from "./records.ts";
import { createRowWriter } from "./row-writer.ts";
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
  const delimiter = sniffDelimiter(new TextDecoder(encoding).decode(print.head));
  const sheet: SheetSource = {
    name,
    hidden: false,
    date1904: false,
    async scan(sink) {
      const stream = source.stream();
      try {
        const write = createRowWriter(file, limits, sink);
        await readRecords(asUtf8Chunks(stream, encoding, file), delimiter, file, limits, write);
      } finally {
        stream.destroy();
      }
      return { formulasWithoutValue: { cells: [], count: 0 } };
    },
  };
  return { encoding, sheet };
}
