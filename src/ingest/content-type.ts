import type { DataReason } from "../model/data-reasons.ts";

/** What a file is by its first bytes; names lie (.xls files that are xlsx, HTML or text). */
export type ContentType =
  | { kind: "zip" }
  | { kind: "ole" }
  | { kind: "text" }
  | { kind: "other"; reason: DataReason };

const OLE = Buffer.from("d0cf11e0a1b11ae1", "hex");

export function contentType(head: Buffer): ContentType {
  if (head.subarray(0, 4).equals(Buffer.from("PK\x03\x04"))) return { kind: "zip" };
  if (head.subarray(0, 4).equals(Buffer.from("PK\x05\x06"))) return { kind: "other", reason: "zip" };
  if (head.subarray(0, 8).equals(OLE)) return { kind: "ole" };
  const start = head.toString("latin1", 0, 2048).replace(/^[\xef\xbb\xbf\s]+/, "");
  if (start.startsWith("%PDF-")) return { kind: "other", reason: "pdf" };
  if (/^<(!doctype html|html|head|meta|table|style|body)\b/i.test(start))
    return { kind: "other", reason: "html" };
  if (/^<\?xml\b|^<Workbook\b/.test(start)) return { kind: "other", reason: "xml" };
  return { kind: "text" };
}

/** Office stores encrypted workbooks as an OLE file with a stream of this name, in UTF-16. */
export function isEncryptedOffice(bytes: Buffer): boolean {
  return bytes.includes(Buffer.from("EncryptedPackage", "utf16le"));
}

export function isOldWorkbook(bytes: Buffer): boolean {
  return ["Workbook", "Book"].some((name) => bytes.includes(Buffer.from(`${name}\0`, "utf16le")));
}
