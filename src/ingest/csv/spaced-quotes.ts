import type { ByteSource } from "../byte-source.ts";

const SPACE = 0x20;
const LF = 0x0a;
const CR = 0x0d;
/** Spaces of a cell that a chunk may cut. */
const KEPT = 256;

/** Whether spaces seem to stand between the edge of a cell and its quotes, on which readers of CSV disagree. */
export async function holdsSpacedQuotes(source: ByteSource, delimiter: string): Promise<boolean> {
  const edges = new Set<number | undefined>([delimiter.charCodeAt(0), LF, CR, undefined]);
  const stream = source.stream();
  let tail: Buffer = Buffer.alloc(0);
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      const bytes: Buffer = tail.length === 0 ? chunk : Buffer.concat([tail, chunk]);
      if (isBeside(bytes, ' "', -1, edges) || isBeside(bytes, '" ', 1, edges)) return true;
      tail = bytes.subarray(-KEPT);
    }
    return false;
  } finally {
    stream.destroy();
  }
}

/** Whether beyond the spaces of such a pair there is an edge. */
function isBeside(
  bytes: Buffer,
  pair: string,
  step: 1 | -1,
  edges: ReadonlySet<number | undefined>,
): boolean {
  for (let found = bytes.indexOf(pair); found >= 0; found = bytes.indexOf(pair, found + 1)) {
    let at = step < 0 ? found : found + 1;
    while (bytes[at] === SPACE) at += step;
    if (edges.has(bytes[at])) return true;
  }
  return false;
}
