import { stat } from "node:fs/promises";
import type { Readable } from "node:stream";
import type { DataReason } from "../model/data-reasons.ts";
import { fail, ProblemError } from "../problem.ts";
import { type ByteSource, bufferSource, fileSource, gunzipSource } from "./byte-source.ts";
import { contentType } from "./content-type.ts";
import { openCsv } from "./csv/open-csv.ts";
import { type Fingerprint, fingerprint } from "./fingerprint.ts";
import type { Input, OwnFiles, Skipped } from "./inputs.ts";
import { oleKind } from "./ole-file.ts";
import { isOwnReport, isOwnWorkbook } from "./own-report.ts";
import { within } from "./place.ts";
import type { ReadLimits, SourceFile } from "./reader.ts";
import { RANGE_BYTES } from "./record-starts.ts";
import { refuse } from "./refuse.ts";
import { type OpenLegacy, openMarkup, openXls, openZipped } from "./sheetjs/open-legacy.ts";
import { ownName } from "./spreadsheet-names.ts";
import { openXlsx } from "./xlsx/open-xlsx.ts";
import { openContainer } from "./zip/container.ts";
import { openArchive } from "./zip/open-archive.ts";
import { packageKind } from "./zip/package-kind.ts";

/** One input: a spreadsheet, or all that an archive holds. */
export interface Opened {
  readonly files: readonly SourceFile[];
  readonly skipped: readonly Skipped[];
}

interface Opening {
  readonly file: string;
  readonly limits: ReadLimits;
  /** In how many archives it lies. */
  readonly depth: number;
  /** Bytes of a text that one thread reads at a time. */
  readonly rangeBytes: number;
  /** Whether what this program wrote is opened. */
  readonly own: OwnFiles;
}

const systemReasons: Readonly<Record<string, DataReason>> = {
  EISDIR: "folder",
  EACCES: "permission",
  EPERM: "permission",
  EBUSY: "busy",
};

/** Opens an input by what it contains, whatever it is called, stdin by `-`; throws ProblemError. */
export async function openInput(
  { path, display: file }: Input,
  stdin: Readable,
  limits: ReadLimits,
  rangeBytes = RANGE_BYTES,
  own: OwnFiles = "skipped",
): Promise<Opened> {
  const to = { file, limits, depth: 0, rangeBytes, own };
  return readable(file, async () => {
    if (path === "-") return open(await sourceOnce(stdin, to), to);
    const found = await stat(path);
    const source = fileSource(path);
    // A pipe, such as <(zcat a.csv.gz), can be read only once.
    const once = !found.isFile() && !found.isDirectory();
    return open(once ? await sourceOnce(source.stream(), to) : source, to);
  });
}

/** Reads a stream to its end, so that it can be scanned more than once. */
async function sourceOnce(stream: Readable, { file, limits }: Opening): Promise<ByteSource> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer | string>) {
    const bytes = typeof chunk === "string" ? Buffer.from(chunk, "utf8") : chunk;
    size += bytes.length;
    if (size > limits.maxBytes) tooLarge(file, size, limits);
    chunks.push(bytes);
  }
  return bufferSource(Buffer.concat(chunks));
}

async function open(source: ByteSource, to: Opening): Promise<Opened> {
  const { file, limits } = to;
  const print = await within({ file }, () => fingerprint(source.stream(), to.rangeBytes));
  if (isBlank(print)) fail("D012", { file }, { input: file });
  const type = contentType(print.head);
  switch (type.kind) {
    case "zip":
      return openZip(source, print, to);
    case "gzip": {
      deeper(to);
      const { files, skipped } = await open(gunzipSource(source, limits), { ...to, depth: to.depth + 1 });
      return { files: files.map((found) => ({ ...found, sha256: print.sha256 })), skipped };
    }
    case "ole":
    case "biff":
      if (type.kind === "ole") await checkOle(source, file);
      return legacy(await openXls(source, file, print.size, type.kind === "ole", limits), print, file);
    case "html":
      if (to.own === "skipped" && isOwnReport(print.head)) return ownReport(file);
      return legacy(await openMarkup(type.kind, source, file, print, limits), print, file);
    case "xml":
      return legacy(await openMarkup(type.kind, source, file, print, limits), print, file);
    case "text":
      return openText(source, print, to);
    case "other":
      return refuse("D004", { file }, type.reason);
  }
}

async function openZip(source: ByteSource, print: Fingerprint, to: Opening): Promise<Opened> {
  const { file, limits } = to;
  return within({ file }, async () => {
    const container = await openContainer(await source.whole(), limits);
    try {
      const found = await packageKind(container);
      if (found.kind === "archive") {
        deeper(to);
        const depth = to.depth + 1;
        return await openArchive(container, file, limits, (member, name) =>
          open(member, { ...to, file: name, depth }),
        );
      }
      if (found.kind !== "xlsx") {
        const opened = await openZipped(found.kind, source, container, file, limits);
        container.close();
        return legacy(opened, print, file);
      }
      if (to.own === "skipped" && (await isOwnWorkbook(container))) {
        container.close();
        return ownReport(file);
      }
      const book = await openXlsx(container, found.part, file, limits);
      const close = async () => {
        book.close();
        container.close();
      };
      const base = { file, sha256: print.sha256, sheets: book.sheets };
      return only({ ...base, format: "xlsx", encoding: null, close });
    } catch (error) {
      container.close();
      throw error;
    }
  });
}

function openText(source: ByteSource, print: Fingerprint, { file, limits, depth, own }: Opening): Opened {
  if (own === "skipped" && isOwnReport(print.head)) return ownReport(file);
  if (print.size > limits.maxBytes && depth === 0) tooLarge(file, print.size, limits);
  const { sheet, encoding } = openCsv(source, file, ownName(file), print, limits);
  const base = { file, sha256: print.sha256, sheets: [sheet] };
  return only({ ...base, format: "csv", encoding, close: async () => {} });
}

async function checkOle(source: ByteSource, file: string): Promise<void> {
  const kind = await oleKind(source);
  if (kind === "encrypted") fail("D008", { file });
  if (kind === "document") refuse("D004", { file }, "ole");
}

function legacy(opened: OpenLegacy, { sha256 }: Fingerprint, file: string): Opened {
  return only({ ...opened, file, sha256, close: async () => {} });
}

/** Of those among the named files the inputs know already; these lie in archives or came by a pipe. */
function ownReport(file: string): Opened {
  return { files: [], skipped: [{ file, code: "own-report" }] };
}

function only(file: SourceFile): Opened {
  return { files: [file], skipped: [] };
}

/** An archive in an archive is refused beyond the depth allowed. */
function deeper({ file, limits, depth }: Opening): void {
  const limit = limits.maxDepth;
  if (depth >= limit) refuse("D006", { file }, "depth", { limit, flag: "--max-depth" });
}

/** Nothing at all, or nothing but a byte order mark and line ends. */
function isBlank(print: Fingerprint): boolean {
  return print.size === 0 || (print.size < 1024 && print.head.toString("utf8").trim() === "");
}

function tooLarge(file: string, size: number, limits: ReadLimits): never {
  return refuse("D006", { file }, "bytes", { size, limit: limits.maxBytes, flag: "--max-bytes" });
}

async function readable<T>(file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof ProblemError || !(error instanceof Error)) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error;
    if (code === "ENOENT") fail("D001", { file }, { input: file });
    const reason = systemReasons[code];
    return reason === undefined
      ? fail("D009", { file }, { text: error.message })
      : refuse("D009", { file }, reason);
  }
}
