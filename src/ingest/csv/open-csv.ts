import type { ByteSource } from "../byte-source.ts";
import type { Fingerprint } from "../fingerprint.ts";
import type { ReadLimits, RowSink, SheetSource } from "../reader.ts";
import type { Readers } from "../workers/readers.ts";
import { sniffDelimiter, usualWidth } from "./delimiter.ts";
import { scanText } from "./scan-text.ts";
import { holdsSpacedQuotes } from "./spaced-quotes.ts";
import { detectEncoding, type TextEncodingName } from "./text-encoding.ts";
import { TextRanges } from "./text-ranges.ts";
import { atBeginning, type TextLayout, type TextState } from "./text-scan.ts";

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
  const layout: TextLayout = { file, total: print.size, encoding, delimiter, width, limits };
  const ahead: TextRanges[] = [];
  const { path } = source;
  const sheet: SheetSource = {
    name,
    delimiter,
    gauge,
    hidden: false,
    date1904: false,
    async scan(sink) {
      const goOn = (state: TextState, rest: RowSink) => scanText(source, layout, state, gauge, rest);
      const ranges = ahead.shift();
      const { lines, count } = await (ranges?.scan(sink, gauge, goOn) ?? goOn(atBeginning(), sink));
      return { formulasWithoutValue: { cells: [], count: 0 }, irregularLines: { lines, count } };
    },
    spacedQuotes: () => holdsSpacedQuotes(source, delimiter),
    // What came on stdin or lies in an archive is in this thread's memory, or has to be inflated from its start.
    ...(path === undefined
      ? {}
      : {
          async ahead(readers: Readers) {
            ahead.push(new TextRanges(readers, path, layout, startsOf(print, encoding)));
          },
        }),
  };
  return { encoding, sheet };
}

/** In UTF-16 bytes of other characters look like quotes and line ends. */
function startsOf({ hasNul, recordStarts }: Fingerprint, encoding: TextEncodingName): readonly number[] {
  return hasNul || encoding.startsWith("utf-16") ? [] : recordStarts;
}
