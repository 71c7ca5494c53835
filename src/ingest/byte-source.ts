import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { checkInflated } from "./inflated-size.ts";
import type { ReadLimits } from "./reader.ts";
import { refuse } from "./refuse.ts";
import type { ZipMember } from "./zip/container.ts";

/** Bytes that can be read several times: a file, what came on stdin, a member of an archive. */
export interface ByteSource {
  stream(from?: number): Readable;
  /** For readers that jump about: a path, or the bytes themselves. */
  whole(): Promise<string | Buffer>;
  /** Of a file on disk, which other threads may read, too, and which can be read from any byte. */
  readonly path?: string;
}

export const FILE_CHUNK = 256 * 1024;

export function fileSource(path: string): ByteSource {
  return {
    // A pipe must not be asked for a place, not even for its beginning.
    stream: (from = 0) =>
      createReadStream(path, { highWaterMark: FILE_CHUNK, ...(from > 0 ? { start: from } : {}) }),
    whole: async () => path,
    path,
  };
}

export function bufferSource(bytes: Buffer): ByteSource {
  return { stream: () => Readable.from([bytes], { objectMode: false }), whole: async () => bytes };
}

export function memberSource(member: ZipMember, limits: ReadLimits): ByteSource {
  const stream = () => Readable.from(member.chunks(), { objectMode: false });
  return { stream, whole: () => collect(stream(), limits) };
}

/** What a gzip file holds, inflated anew each time it is read. */
export function gunzipSource(packed: ByteSource, limits: ReadLimits): ByteSource {
  const stream = () => Readable.from(gunzip(packed, limits), { objectMode: false });
  return { stream, whole: () => collect(stream(), limits) };
}

async function* gunzip(packed: ByteSource, limits: ReadLimits): AsyncGenerator<Buffer> {
  const source = packed.stream();
  const inflated = createGunzip({ chunkSize: FILE_CHUNK });
  let read = 0;
  let size = 0;
  source.on("data", (chunk: Buffer) => {
    read += chunk.length;
  });
  source.on("error", (error) => inflated.destroy(error));
  source.pipe(inflated);
  try {
    for await (const chunk of inflated as AsyncIterable<Buffer>) {
      size += chunk.length;
      checkInflated(size, read, limits);
      yield chunk;
    }
  } catch (error) {
    if (!isZlibError(error)) throw error;
    refuse("D005", {}, "inflate", { part: "gzip", detail: error.message });
  } finally {
    source.destroy();
    inflated.destroy();
  }
}

function isZlibError(error: unknown): error is Error {
  return error instanceof Error && String((error as NodeJS.ErrnoException).code).startsWith("Z_");
}

/** Workbooks inside an archive are held in memory while they are read. */
async function collect(stream: Readable, limits: ReadLimits): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  const limit = Math.min(limits.maxBytes, limits.maxPackedWorkbook);
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) refuse("D006", {}, "unpack", { limit, flag: "--max-bytes" });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
