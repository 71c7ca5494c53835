import { open, stat } from "node:fs/promises";
import { ownReportMark } from "../model/own-report.ts";
import { csvLedgerHeadings, csvReportHeadings } from "../model/report-headings.ts";
import { defaultLimits } from "./reader.ts";
import { type Container, openContainer } from "./zip/container.ts";

const HEAD = 4096;
const MOST_PROPERTIES = 64 * 1024;
// As spreadsheets save CSV, whatever it was before.
const encodings = ["utf-8", "gb18030", "utf-16le"].map((name) => new TextDecoder(name));
const page = new RegExp(`^<!doctype html>[\\s\\S]*<meta name="keywords" content="${ownReportMark}">`, "i");
const properties = new RegExp(`<(?:\\w+:)?keywords>[^<]*\\b${ownReportMark}\\b`);

/** A report or a ledger that an earlier run wrote as CSV, which begins with our own headings, or as HTML. */
export function isOwnReport(head: Buffer): boolean {
  return (
    beginsWith(head, [...csvReportHeadings, ...csvLedgerHeadings]) ||
    page.test(head.toString("latin1", 0, HEAD))
  );
}

export function isOwnLedgerText(head: Buffer): boolean {
  return beginsWith(head, csvLedgerHeadings);
}

/** Whether text begins with these headings, also after a spreadsheet has saved it again in its own way. */
function beginsWith(head: Buffer, expected: readonly (readonly string[])[]): boolean {
  return encodings.some((encoding) => {
    const [line = ""] = encoding.decode(head.subarray(0, HEAD)).split(/[\r\n]/, 1);
    const cells = line.split(/[,;\t]/).map((cell) => cell.replace(/^"(.*)"$/, "$1").trim());
    return expected.some((headings) => headings.every((heading, at) => cells[at] === heading));
  });
}

/** One that was written as a workbook: its properties say so, also after someone has saved it again. */
export async function isOwnWorkbook(container: Container): Promise<boolean> {
  return properties.test(await propertiesOf(container));
}

/** As XML; "" where there are none. */
export async function propertiesOf(container: Container): Promise<string> {
  const core = container.part("docProps/core.xml");
  if (core === undefined || core.size > MOST_PROPERTIES) return "";
  const chunks: Buffer[] = [];
  for await (const chunk of core.chunks()) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

/** What cannot be read is no report of ours; whoever opens it says what is wrong. */
export async function isOwnReportFile(path: string): Promise<boolean> {
  // A pipe would wait for its writer, and could not be read again.
  const found = await stat(path).catch(() => null);
  if (found?.isFile() !== true) return false;
  try {
    const head = await headOf(path);
    return head.subarray(0, 2).toString() === "PK" ? await isWorkbookAt(path) : isOwnReport(head);
  } catch {
    return false;
  }
}

async function isWorkbookAt(path: string): Promise<boolean> {
  const container = await openContainer(path, defaultLimits);
  try {
    return await isOwnWorkbook(container);
  } finally {
    container.close();
  }
}

export async function headOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const head = Buffer.alloc(HEAD);
    const { bytesRead } = await file.read(head, 0, HEAD, 0);
    return head.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
