import type { Readable } from "node:stream";
import { crc32, createInflateRaw } from "node:zlib";
import { type Entry, fromBufferPromise, getFileNameLowLevel, openPromise, type ZipFile } from "yauzl";
import { fail, ProblemError } from "../../problem.ts";
import type { ReadLimits } from "../reader.ts";
import { refuse } from "../refuse.ts";
import type { PartConsumer } from "./markup-scanner.ts";
import { asUtf8 } from "./part-encoding.ts";

const INFLATED_CHUNK = 128 * 1024;

/** The zip file that a workbook is: parts by name, each read from its beginning when asked for. */
export interface Container {
  has(part: string): boolean;
  /** Feeds a part to a consumer until it has had enough. */
  read(part: string, consumer: PartConsumer): Promise<void>;
  close(): void;
}

export async function openContainer(source: string | Buffer, limits: ReadLimits): Promise<Container> {
  const options = { autoClose: false, decodeStrings: false };
  const zip = await asDamage("zip", () =>
    typeof source === "string" ? openPromise(source, options) : fromBufferPromise(source, options),
  );
  try {
    const entries = await asDamage("zip", () => listEntries(zip));
    checkInflatedSize(entries, limits);
    return {
      has: (part) => entries.has(part.toLowerCase()),
      read: async (part, consumer) => {
        const entry = entries.get(part.toLowerCase());
        if (entry === undefined) refuse("D005", {}, "missing", { part });
        await readEntry(zip, entry, part, asUtf8(part, consumer));
      },
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

// Part names are compared without case; a name's second entry is never seen by Excel either.
async function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    const raw = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
    const name = raw.replace(/^\/+/, "").toLowerCase();
    if (!entries.has(name)) entries.set(name, entry);
  }
  return entries;
}

// Each entry is held to its declared size when read, so that the declared sizes bound the file.
function checkInflatedSize(entries: ReadonlyMap<string, Entry>, limits: ReadLimits): void {
  let total = 0;
  for (const entry of entries.values()) total += entry.uncompressedSize;
  if (total > limits.maxBytes) {
    refuse("D006", {}, "bytes", { size: total, limit: limits.maxBytes, flag: "--max-bytes" });
  }
}

async function readEntry(zip: ZipFile, entry: Entry, part: string, consumer: PartConsumer): Promise<void> {
  if (entry.isEncrypted()) fail("D008", {});
  if (!entry.canDecodeFileData()) refuse("D005", {}, "compression", { part });
  const raw = await asDamage(part, () => zip.openReadStreamPromise(entry, { decodeFileData: false }));
  const stream = entry.compressionMethod === 8 ? inflate(raw) : raw;
  let size = 0;
  let crc = 0;
  try {
    const chunks: AsyncIterator<Buffer> = stream[Symbol.asyncIterator]();
    for (;;) {
      const next = await asDamage(part, () => chunks.next());
      if (next.done === true) break;
      size += next.value.length;
      if (size > entry.uncompressedSize) refuse("D005", {}, "size", { part });
      crc = crc32(next.value, crc);
      if (!consumer.write(next.value)) return;
    }
  } finally {
    stream.destroy();
    raw.destroy();
  }
  if (size !== entry.uncompressedSize) refuse("D005", {}, "size", { part });
  if (crc !== entry.crc32) refuse("D005", {}, "crc", { part });
  consumer.end();
}

function inflate(raw: Readable): Readable {
  const inflated = createInflateRaw({ chunkSize: INFLATED_CHUNK });
  raw.on("error", (error) => inflated.destroy(error));
  return raw.pipe(inflated);
}

/** What zip and zlib throw about bad bytes is the file's fault, not ours; system errors are neither. */
async function asDamage<T>(part: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof ProblemError || !(error instanceof Error)) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? "";
    if (/^E[A-Z]+$/.test(code)) fail("D009", {}, { text: error.message });
    if (error instanceof TypeError) throw error;
    return refuse("D005", {}, part === "zip" ? "truncated" : "inflate", { part, detail: error.message });
  }
}
