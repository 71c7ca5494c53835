import { createReadStream } from "node:fs";
import { Readable } from "node:stream";

/** Bytes that can be read several times: a file, or what came on stdin. */
export interface ByteSource {
  /** What yauzl opens: a path, or the bytes themselves. */
  readonly whole: string | Buffer;
  stream(): Readable;
}

const FILE_CHUNK = 256 * 1024;

export function fileSource(path: string): ByteSource {
  return { whole: path, stream: () => createReadStream(path, { highWaterMark: FILE_CHUNK }) };
}

export function bufferSource(bytes: Buffer): ByteSource {
  return { whole: bytes, stream: () => Readable.from([bytes], { objectMode: false }) };
}
