import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import { RecordStarts } from "./record-starts.ts";

/** What one pass over a file tells: its checksum, how it begins, and whether it can be UTF-8 text. */
export interface Fingerprint {
  readonly sha256: string;
  readonly size: number;
  readonly head: Buffer;
  readonly utf8: boolean;
  readonly hasNul: boolean;
  /** Where records of a text may begin, every few megabytes. */
  readonly recordStarts: readonly number[];
}

const HEAD = 64 * 1024;

export async function fingerprint(stream: Readable, rangeBytes: number): Promise<Fingerprint> {
  const hash = createHash("sha256");
  const heads: Buffer[] = [];
  let size = 0;
  let utf8 = true;
  let hasNul = false;
  const starts = new RecordStarts(rangeBytes);
  let tail: Buffer = Buffer.alloc(0);
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    hash.update(chunk);
    if (size < HEAD) heads.push(chunk.subarray(0, HEAD - size));
    size += chunk.length;
    hasNul ||= chunk.includes(0);
    if (!hasNul) starts.add(chunk);
    if (!utf8) continue;
    const bytes: Buffer = tail.length === 0 ? chunk : Buffer.concat([tail, chunk]);
    const cut = bytes.length - unfinished(bytes);
    utf8 = isUtf8(bytes.subarray(0, cut));
    tail = bytes.subarray(cut);
  }
  const sha256 = hash.digest("hex");
  return {
    sha256,
    size,
    head: Buffer.concat(heads),
    utf8: utf8 && tail.length === 0,
    hasNul,
    recordStarts: starts.offsets,
  };
}

/** How many bytes at the end begin a character that is not complete yet. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}
