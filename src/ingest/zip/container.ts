import { isUtf8 } from "node:buffer";
import { closeSync, open } from "node:fs";
import type { Readable } from "node:stream";
import { promisify } from "node:util";
import { crc32, createInflateRaw } from "node:zlib";
import { type Entry, fromBufferPromise, fromFdPromise, getFileNameLowLevel, type ZipFile } from "yauzl";
import { fail, ProblemError } from "../../problem.ts";
import { checkInflated } from "../inflated-size.ts";
import type { ReadLimits } from "../reader.ts";
import { refuse } from "../refuse.ts";

// Each chunk is a trip to another thread and back.
const INFLATED_CHUNK = 512 * 1024;
const SMALLEST_CHUNK = 1024;

export interface ZipMember {
  readonly name: string;
  readonly size: number;
  /** Its bytes from the beginning, held to the declared size and checksum. */
  chunks(): AsyncGenerator<Buffer, void, undefined>;
}

/** A zip file: a workbook made of parts, or an archive of files. */
export interface Container {
  readonly members: readonly ZipMember[];
  /** A part of a workbook; names are compared without case, percent-encoded or not. */
  part(name: string): ZipMember | undefined;
  /** Of a file on disk, open until `close`: all threads may read by it. */
  readonly descriptor: number | null;
  close(): void;
}

/** Opens a file by its path, or by the descriptor of the thread that has it open and closes it. */
export async function openContainer(
  source: string | number | Buffer,
  limits: ReadLimits,
): Promise<Container> {
  const place = typeof source === "string" ? await asDamage("zip", () => openFile(source, "r")) : source;
  const descriptor = typeof place === "number" ? place : null;
  let zip: ZipFile | null = null;
  const close = () => {
    if (typeof source === "number") return;
    if (zip !== null) zip.close();
    else if (descriptor !== null) closeSync(descriptor);
  };
  try {
    zip = await asDamage("zip", () => openZip(place));
    const opened = zip;
    const entries = await asDamage("zip", () => listEntries(opened));
    checkDeclaredSize(entries, limits);
    const members = entries.map((entry) => memberOf(opened, entry));
    return { members, part: partsOf(members), descriptor, close };
  } catch (error) {
    close();
    throw error;
  }
}

const openFile = promisify(open);

function openZip(place: number | Buffer): Promise<ZipFile> {
  const options = { autoClose: false, decodeStrings: false };
  return typeof place === "number" ? fromFdPromise(place, options) : fromBufferPromise(place, options);
}

/** Looks parts up by their names; where none is written so, by what the name means when decoded. */
function partsOf(members: readonly ZipMember[]): Container["part"] {
  const written = new Map<string, ZipMember>();
  const meant = new Map<string, ZipMember>();
  for (const member of members) {
    const name = member.name.toLowerCase();
    // A name's second entry is never seen by Excel either.
    if (!written.has(name)) written.set(name, member);
    if (!meant.has(decoded(name))) meant.set(decoded(name), member);
  }
  return (name) => written.get(name.toLowerCase()) ?? meant.get(decoded(name).toLowerCase());
}

function decoded(name: string): string {
  if (!name.includes("%")) return name;
  try {
    return decodeURIComponent(name).toLowerCase();
  } catch {
    return name;
  }
}

async function listEntries(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) entries.push(entry);
  return entries;
}

function memberOf(zip: ZipFile, entry: Entry): ZipMember {
  const name = nameOf(entry).replaceAll("\\", "/").replace(/^\/+/, "");
  return { name, size: entry.uncompressedSize, chunks: () => readEntry(zip, entry, name) };
}

// Archives made on Chinese Windows name their members in GBK without saying so.
function nameOf(entry: Entry): string {
  const raw = entry.fileNameRaw;
  const unicode = (entry.generalPurposeBitFlag & 0x800) !== 0;
  const named = entry.extraFields.some((field) => field.id === 0x7075);
  if (unicode || named) {
    return getFileNameLowLevel(entry.generalPurposeBitFlag, raw, entry.extraFields, false);
  }
  return new TextDecoder(isUtf8(raw) ? "utf-8" : "gb18030").decode(raw);
}

// Each entry is held to its declared size when read, so that the declared sizes bound the file.
function checkDeclaredSize(entries: readonly Entry[], limits: ReadLimits): void {
  let inflated = 0;
  let packed = 0;
  for (const entry of entries) {
    inflated += entry.uncompressedSize;
    packed += entry.compressedSize;
  }
  checkInflated(inflated, packed, limits);
}

async function* readEntry(zip: ZipFile, entry: Entry, part: string): AsyncGenerator<Buffer, void, undefined> {
  if (entry.isEncrypted()) fail("D008", {});
  if (!entry.canDecodeFileData()) refuse("D005", {}, "compression", { part });
  const raw = await asDamage(part, () => zip.openReadStreamPromise(entry, { decodeFileData: false }));
  const stream = entry.compressionMethod === 8 ? inflate(raw, entry.uncompressedSize) : raw;
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
      yield next.value;
    }
  } finally {
    stream.destroy();
    raw.destroy();
  }
  if (size !== entry.uncompressedSize) refuse("D005", {}, "size", { part });
  if (crc !== entry.crc32) refuse("D005", {}, "crc", { part });
}

/** `size` is what is declared, and only a hint. */
function inflate(raw: Readable, size: number): Readable {
  const chunkSize = Math.max(SMALLEST_CHUNK, Math.min(INFLATED_CHUNK, size + 1));
  const inflated = createInflateRaw({ chunkSize });
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
