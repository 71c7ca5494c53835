import type { DataReason } from "../model/data-reasons.ts";

/** What a file is by its first bytes; names lie (.xls files that are xlsx, HTML or text). */
export type ContentType =
  | { kind: "zip" | "gzip" | "ole" | "biff" | "html" | "xml" | "text" }
  | { kind: "other"; reason: DataReason };

interface Signature {
  readonly bytes: Buffer;
  readonly at?: number;
  readonly is: ContentType;
}

const other = (reason: DataReason): ContentType => ({ kind: "other", reason });

const signatures: readonly Signature[] = [
  { bytes: Buffer.from("PK\x03\x04"), is: { kind: "zip" } },
  { bytes: Buffer.from("PK\x05\x06"), is: other("zip") },
  { bytes: Buffer.from("1f8b08", "hex"), is: { kind: "gzip" } },
  { bytes: Buffer.from("d0cf11e0a1b11ae1", "hex"), is: { kind: "ole" } },
  // Workbook streams without the OLE file around them, as old report servers write them.
  { bytes: Buffer.from("09000400", "hex"), is: { kind: "biff" } },
  { bytes: Buffer.from("09020600", "hex"), is: { kind: "biff" } },
  { bytes: Buffer.from("09040600", "hex"), is: { kind: "biff" } },
  { bytes: Buffer.from("09080800", "hex"), is: { kind: "biff" } },
  { bytes: Buffer.from("09081000", "hex"), is: { kind: "biff" } },
  { bytes: Buffer.from("Rar!\x1a\x07", "latin1"), is: other("packed") },
  { bytes: Buffer.from("377abcaf271c", "hex"), is: other("packed") },
  { bytes: Buffer.from("fd377a585a00", "hex"), is: other("packed") },
  { bytes: Buffer.from("28b52ffd", "hex"), is: other("packed") },
  { bytes: Buffer.from("BZh9"), is: other("packed") },
  { bytes: Buffer.from("ustar"), at: 257, is: other("packed") },
  { bytes: Buffer.from("PAR1"), is: other("binary") },
];

export function contentType(head: Buffer): ContentType {
  for (const { bytes, at = 0, is } of signatures) {
    if (head.subarray(at, at + bytes.length).equals(bytes)) return is;
  }
  const start = beginning(head);
  if (start.startsWith("%PDF-")) return other("pdf");
  if (/^MIME-Version:/i.test(start)) return other("mhtml");
  if (/^<(!doctype html|html|head|meta|title|script|table|style|body|div|center|font)\b/i.test(start)) {
    return { kind: "html" };
  }
  if (!/^<(\?xml|[\w:]*Workbook)\b/.test(start)) return { kind: "text" };
  if (/<(\w+:)?Workbook\b/.test(start) || start.includes("Excel.Sheet")) return { kind: "xml" };
  if (/<html\b|<!doctype html/i.test(start)) return { kind: "html" };
  return start.includes("office:document") ? { kind: "xml" } : other("xml");
}

/** The first words of a text, past marks and blanks; UTF-16 is read as well as markup needs. */
function beginning(head: Buffer): string {
  const text = head.toString("latin1", 0, 4096);
  const narrow = /^(?:\xff\xfe|\xfe\xff|<\0|\0<)/.test(text)
    ? text.replaceAll("\0", "").slice(text.startsWith("<") ? 0 : 2)
    : text;
  return narrow.replace(/^[\xef\xbb\xbf\xff\xfe\s]+/, "").replace(/^(<!--[\s\S]*?-->\s*)+/, "");
}
