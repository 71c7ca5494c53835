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
import { type Unsaid, unsaidInSpreadsheetMl } from "./unsaid.ts";

export interface OpenLegacy {
  readonly format: "xls" | "xlsb" | "ods" | "xml" | "html";
  readonly encoding: string | null;
  readonly sheets: readonly SheetSource[];
}

// What a byte costs once read: 36 bytes of memory in a web page, 33 in SpreadsheetML, 22 in .xls, 7 in the
// parts of .ods and .xlsb. Each format may be as large as half a gigabyte of memory holds.
const ALLOWANCE = { html: 1, xml: 1, xls: 1.6, zipped: 5 } as const;

export async function openXls(
  source: ByteSource,
  file: string,
  size: number,
  isOle: boolean,
  limits: ReadLimits,
): Promise<OpenLegacy> {
  checkWhole(file, size, "xls", limits);
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
  checkWhole(file, size, "zipped", limits);
  for (const member of container.members) for await (const _ of member.chunks());
  const guard = createOdsGuard();
  if (format === "ods") await readPart(container, "content.xml", guard);
  const { unsaid } = guard;
  const sheets = await openWorkbook(() => bytesOf(source), file, {
    limits,
    shownText: format === "ods",
    unsaid,
  });
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
  checkWhole(file, print.size, kind, limits);
  const encoding = markupEncoding(file, print);
  const own = ownName(file);
  const text = async () => encoding.decode(await bytesOf(source));
  const load = async () => (kind === "html" ? tablesOf(await text()) : checkedXml(await text(), file));
  const nameOf = (name: string, index: number, count: number) => {
    if (kind === "xml") return name;
    return count === 1 ? own : `${own} ${index + 1}`;
  };
  const { flat, unsaid } = kind === "xml" ? await within({ file }, () => lookThrough(load)) : webPage;
  const sheets = await openWorkbook(load, file, { limits, nameOf, shownText: flat, unsaid });
  return { format: flat ? "ods" : kind, encoding: encoding.name, sheets };
}

const webPage = { flat: false, unsaid: undefined };

/** Tells flat OpenDocument, which has to be guarded, from SpreadsheetML, and what either leaves unsaid. */
async function lookThrough(load: () => Promise<string>): Promise<{ flat: boolean; unsaid: Unsaid }> {
  const text = await load();
  if (!/<office:document\b/.test(text.slice(0, 4096)))
    return { flat: false, unsaid: unsaidInSpreadsheetMl(text) };
  const guard = createOdsGuard();
  guard.write(Buffer.from(text, "utf8"));
  guard.end();
  return { flat: true, unsaid: guard.unsaid };
}

async function bytesOf(source: ByteSource): Promise<Buffer> {
  const whole = await source.whole();
  return typeof whole === "string" ? readFile(whole) : whole;
}

function checkWhole(file: string, size: number, as: keyof typeof ALLOWANCE, limits: ReadLimits): void {
  const limit = Math.min(Math.floor(limits.maxWholeBytes * ALLOWANCE[as]), limits.maxBytes);
  if (size > limit) refuse("D006", { file }, "whole", { size, limit, flag: "--max-bytes" });
}
