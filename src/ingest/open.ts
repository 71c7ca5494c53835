import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import type { Readable } from "node:stream";
import type { DataReason } from "../model/data-reasons.ts";
import { fail, ProblemError } from "../problem.ts";
import { type ByteSource, bufferSource, fileSource } from "./byte-source.ts";
import { contentType, isEncryptedOffice, isOldWorkbook } from "./content-type.ts";
import { openCsv } from "./csv/open-csv.ts";
import { type Fingerprint, fingerprint } from "./fingerprint.ts";
import type { ReadLimits, SourceFile } from "./reader.ts";
import { refuse } from "./refuse.ts";
import { openXlsx } from "./xlsx/open-xlsx.ts";

const systemReasons: Readonly<Record<string, DataReason>> = {
  EISDIR: "folder",
  EACCES: "permission",
  EPERM: "permission",
  EBUSY: "busy",
};

/** Opens a spreadsheet by what it contains, whatever it is called; throws ProblemError. */
export async function openFile(path: string, displayName: string, limits: ReadLimits): Promise<SourceFile> {
  const source = fileSource(path);
  const found = await readable(displayName, () => stat(path));
  // A pipe, such as <(zcat a.csv.gz), can be read only once.
  if (!found.isFile() && !found.isDirectory()) return openOnce(source.stream(), displayName, limits);
  return open(source, displayName, limits);
}

/** Reads stdin to its end, so that it can be scanned more than once. */
export async function openStdin(stream: Readable, limits: ReadLimits): Promise<SourceFile> {
  return openOnce(stream, "-", limits);
}

async function openOnce(stream: Readable, file: string, limits: ReadLimits): Promise<SourceFile> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer | string>) {
    const bytes = typeof chunk === "string" ? Buffer.from(chunk, "utf8") : chunk;
    size += bytes.length;
    if (size > limits.maxBytes) tooLarge(file, size, limits);
    chunks.push(bytes);
  }
  return open(bufferSource(Buffer.concat(chunks)), file, limits);
}

async function open(source: ByteSource, file: string, limits: ReadLimits): Promise<SourceFile> {
  const print = await readable(file, () => fingerprint(source.stream()));
  if (isBlank(print)) fail("D012", { file }, { input: file });
  const type = contentType(print.head);
  switch (type.kind) {
    case "zip": {
      const { sheets, close } = await openXlsx(source.whole, file, limits);
      const base = { file, sha256: print.sha256, sheets };
      return { ...base, format: "xlsx", encoding: null, close: async () => close() };
    }
    case "text":
      return openText(source, file, print, limits);
    case "ole":
      return refuseOle(source, file);
    case "other":
      return refuse("D004", { file }, type.reason);
  }
}

function openText(source: ByteSource, file: string, print: Fingerprint, limits: ReadLimits): SourceFile {
  if (print.size > limits.maxBytes) tooLarge(file, print.size, limits);
  const { sheet, encoding } = openCsv(source, file, sheetName(file), print, limits);
  const base = { file, sha256: print.sha256, sheets: [sheet] };
  return { ...base, format: "csv", encoding, close: async () => {} };
}

/** Nothing at all, or nothing but a byte order mark and line ends. */
function isBlank(print: Fingerprint): boolean {
  return print.size === 0 || (print.size < 1024 && print.head.toString("utf8").trim() === "");
}

function sheetName(file: string): string {
  return basename(file).replace(/\.[^.]+$/, "");
}

async function refuseOle(source: ByteSource, file: string): Promise<never> {
  const bytes = typeof source.whole === "string" ? await readFile(source.whole) : source.whole;
  if (isEncryptedOffice(bytes)) fail("D008", { file });
  return refuse("D004", { file }, isOldWorkbook(bytes) ? "xls" : "ole");
}

function tooLarge(file: string, size: number, limits: ReadLimits): never {
  return refuse("D006", { file }, "bytes", { size, limit: limits.maxBytes, flag: "--max-bytes" });
}

async function readable<T>(file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof ProblemError || !(error instanceof Error)) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? "";
    if (code === "ENOENT") fail("D001", { file }, { input: file });
    const reason = systemReasons[code];
    return reason === undefined
      ? fail("D009", { file }, { text: error.message })
      : refuse("D009", { file }, reason);
  }
}
