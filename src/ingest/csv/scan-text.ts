import { ByteRow } from "../byte-row.ts";
import type { ByteSource } from "../byte-source.ts";
import type { Gauge, RowSink } from "../reader.ts";
import { refuse } from "../refuse.ts";
import type { IrregularLines } from "./irregular-lines.ts";
import { readRecords } from "./records.ts";
import { asUtf8Chunks } from "./text-encoding.ts";
import { recordTakers, type TextLayout, type TextState } from "./text-scan.ts";

/** Reads a text file to its end, from its beginning or from where another scan has come to. */
export async function scanText(
  source: ByteSource,
  layout: TextLayout,
  state: TextState,
  gauge: Gauge,
  sink: RowSink,
): Promise<IrregularLines> {
  const { file, delimiter, encoding, limits } = layout;
  const { offset, line, found } = state;
  const stream = source.stream(offset);
  try {
    const { write, plain } = recordTakers(layout, state, new ByteRow(), sink);
    const bytes = unchanged(stream, offset, gauge, file);
    const chunks = asUtf8Chunks(bytes, encoding, file, offset === 0);
    await readRecords(chunks, delimiter, file, limits, write, found, plain, line);
    return found;
  } finally {
    stream.destroy();
  }
}

/** A file that is still being written or replaced has another length when it is read again. */
async function* unchanged(
  chunks: AsyncIterable<Buffer>,
  offset: number,
  gauge: Gauge,
  file: string,
): AsyncGenerator<Buffer> {
  let read = offset;
  for await (const chunk of chunks) {
    read += chunk.length;
    gauge.read = read;
    yield chunk;
  }
  if (read !== gauge.total) refuse("D009", { file }, "changed");
}
