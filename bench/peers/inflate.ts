import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createInflateRaw } from "node:zlib";
import type { Peer } from "./peer.ts";

/** The floor: every part of the file through zlib, and nothing else. */
export const inflate: Peer = async (file) => {
  const handle = await open(file);
  const { size } = await handle.stat();
  const tail = Buffer.alloc(Math.min(size, 65_557));
  await handle.read(tail, 0, tail.length, size - tail.length);
  const end = tail.lastIndexOf("PK\u0005\u0006");
  const directory = Buffer.alloc(tail.readUInt32LE(end + 12));
  await handle.read(directory, 0, directory.length, tail.readUInt32LE(end + 16));
  let bytes = 0;
  for (let at = 0; at < directory.length; ) {
    const packed = directory.readUInt32LE(at + 20);
    const offset = directory.readUInt32LE(at + 42);
    const local = Buffer.alloc(30);
    await handle.read(local, 0, 30, offset);
    const start = offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
    await pipeline(
      createReadStream(file, { start, end: start + packed - 1, highWaterMark: 1 << 18 }),
      createInflateRaw({ chunkSize: 1 << 18 }),
      async (chunks: AsyncIterable<Buffer>) => {
        for await (const chunk of chunks) bytes += chunk.length;
      },
    );
    at +=
      46 +
      directory.readUInt16LE(at + 28) +
      directory.readUInt16LE(at + 30) +
      directory.readUInt16LE(at + 32);
  }
  await handle.close();
  return { bytes };
};
