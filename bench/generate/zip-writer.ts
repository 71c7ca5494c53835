import { closeSync, openSync, writeSync } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { constants, crc32, createDeflateRaw } from "node:zlib";

interface Entry {
  readonly name: Buffer;
  readonly offset: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
}

/** A zip file whose parts stream through deflate; no part may reach 4 GB. */
export class ZipWriter {
  private readonly fd: number;
  private readonly entries: Entry[] = [];
  private at = 0;

  constructor(file: string) {
    this.fd = openSync(file, "w");
  }

  async add(part: string, text: Iterable<string>): Promise<void> {
    const name = Buffer.from(part);
    const offset = this.at;
    let [crc, size, packed] = [0, 0, 0];
    this.write(Buffer.concat([local({ name, offset, crc, packed, size }), name]));
    await pipeline(
      Readable.from(text, { objectMode: true }),
      async function* bytes(chunks: AsyncIterable<string>) {
        for await (const chunk of chunks) {
          const bytes = Buffer.from(chunk);
          crc = crc32(bytes, crc);
          size += bytes.length;
          yield bytes;
        }
      },
      createDeflateRaw({ level: 6, chunkSize: 1 << 16, strategy: constants.Z_DEFAULT_STRATEGY }),
      async (chunks: AsyncIterable<Buffer>) => {
        for await (const chunk of chunks) {
          packed += chunk.length;
          this.write(chunk);
        }
      },
    );
    const entry = { name, offset, crc, packed, size };
    writeSync(this.fd, local(entry), 0, 30, offset);
    this.entries.push(entry);
  }

  close(): void {
    const start = this.at;
    for (const entry of this.entries) this.write(Buffer.concat([central(entry), entry.name]));
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(this.entries.length, 8);
    end.writeUInt16LE(this.entries.length, 10);
    end.writeUInt32LE(this.at - start, 12);
    end.writeUInt32LE(start, 16);
    this.write(end);
    closeSync(this.fd);
  }

  private write(bytes: Buffer): void {
    writeSync(this.fd, bytes, 0, bytes.length, this.at);
    this.at += bytes.length;
  }
}

// 2022-10-25, in DOS form.
const DOS_DATE = ((2022 - 1980) << 9) | (10 << 5) | 25;

function common(header: Buffer, at: number, { crc, packed, size, name }: Entry): void {
  header.writeUInt16LE(20, at);
  header.writeUInt16LE(0x0800, at + 2);
  header.writeUInt16LE(8, at + 4);
  header.writeUInt16LE(DOS_DATE, at + 8);
  header.writeUInt32LE(crc, at + 10);
  header.writeUInt32LE(packed, at + 14);
  header.writeUInt32LE(size, at + 18);
  header.writeUInt16LE(name.length, at + 22);
}

function local(entry: Entry): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  common(header, 4, entry);
  return header;
}

function central(entry: Entry): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(20, 4);
  common(header, 6, entry);
  header.writeUInt32LE(entry.offset, 42);
  return header;
}
