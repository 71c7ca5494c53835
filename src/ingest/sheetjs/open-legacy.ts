import { readFile } from "node:fs/promises";
import type { ByteSource } from "../byte-source.ts";
import type { Fingerprint } from "../fingerprint.ts";
import { checkOleChains } from "../ole-chains.ts";
import { within } from "../place.ts";
import type { ReadLimits, SheetSource } from "../reader.ts";
import { refuse } from "../refuse.ts";
import { ownName } from "../spreadsheet-names.ts";
import { readPart } from "../xlsx/read-part.ts";
import type { Container } from "../zip/container.ts";
import { markupEncoding } from "./decode-markup.ts";
import { checkedXml, tablesOf } from "./markup-guard.ts";
import { createOdsGuard } from "./ods-guard.ts";
import { openWorkbook } from "./open-workbook.ts";

export interface OpenLegacy {
  readonly format: "xls" | "xlsb" | "ods" | "xml" | "html";
  readonly encoding: string | null;
  readonly sheets: readonly SheetSource[];
}

// Parts of a zipped workbook together may be larger than its file.
const INFLATED = 2;

export async function openXls(
  source: ByteSource,
  file: string,
  size: number,
  isOle: boolean,
  limits: ReadLimits,
): Promise<OpenLegacy> {
  checkWhole(file, size, limits.maxWholeBytes, limits);
  if (isOle) await within({ file }, async () => checkOleChains(await bytesOf(source)));
  const sheets = await openWorkbook(() => bytesOf(source), file, { limits });
  return { format: "xls", encoding: null, sheets };
}

/** .xlsb and .ods; every part is inflated once, within its limits, before the library may. */
export async function openZipped(
  format: "xlsb" | "ods",
  source: ByteSource,
  container: Container,
  file: string,
  limits: ReadLimits,
): Promise<OpenLegacy> {
  const size = container.members.reduce((sum, member) => sum + member.size, 0);
  checkWhole(file, size, limits.maxWholeBytes * INFLATED, limits);
  for (const member of container.members) for await (const _ of member.chunks());
  if (format === "ods") await readPart(container, "content.xml", createOdsGuard());
  const sheets = await openWorkbook(() => bytesOf(source), file, { limits, shownText: format === "ods" });
  return { format, encoding: null, sheets };
}

/** Web pages with tables, SpreadsheetML 2003 and flat OpenDocument, most of them named .xls. */
export async function openMarkup(
  kind: "html" | "xml",
  source: ByteSource,
  file: string,
  print: Fingerprint,
  limits: ReadLimits,
): Promise<OpenLegacy> {
  checkWhole(file, print.size, limits.maxWholeBytes, limits);
  const encoding = markupEncoding(file, print);
  const own = ownName(file);
  const text = async () => encoding.decode(await bytesOf(source));
  const load = async () => (kind === "html" ? tablesOf(await text()) : checkedXml(await text(), file));
  const nameOf = (name: string, index: number, count: number) => {
    if (kind === "xml") return name;
    return count === 1 ? own : `${own} ${index + 1}`;
  };
  const flat = kind === "xml" && (await within({ file }, () => guardFlat(load)));
  const sheets = await openWorkbook(load, file, { limits, nameOf, shownText: flat });
  return { format: flat ? "ods" : kind, encoding: encoding.name, sheets };
}

async function guardFlat(load: () => Promise<string>): Promise<boolean> {
  const text = await load();
  if (!/<office:document\b/.test(text.slice(0, 4096))) return false;
  const guard = createOdsGuard();
  guard.write(Buffer.from(text, "utf8"));
  guard.end();
  return true;
}

async function bytesOf(source: ByteSource): Promise<Buffer> {
  const whole = await source.whole();
  return typeof whole === "string" ? readFile(whole) : whole;
}

function checkWhole(file: string, size: number, most: number, limits: ReadLimits): void {
  const limit = Math.min(most, limits.maxBytes);
  if (size > limit) refuse("D006", { file }, "whole", { size, limit, flag: "--max-bytes" });
}
