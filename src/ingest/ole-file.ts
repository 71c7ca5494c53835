import type { ByteSource } from "./byte-source.ts";

const utf16 = (name: string) => Buffer.from(name, "utf16le");

// Streams of an OLE file, by what they say it is.
const streams = [
  { kind: "encrypted", name: utf16("EncryptedPackage") },
  { kind: "workbook", name: utf16("Workbook\0") },
  { kind: "document", name: utf16("WordDocument\0") },
  { kind: "document", name: utf16("PowerPoint Document\0") },
] as const;

/** Office stores encrypted and old workbooks and documents in OLE files; one that is cut off may be either. */
export async function oleKind(source: ByteSource): Promise<"encrypted" | "workbook" | "document"> {
  const found = new Set<string>();
  let tail: Buffer = Buffer.alloc(0);
  for await (const chunk of source.stream() as AsyncIterable<Buffer>) {
    const bytes: Buffer = Buffer.concat([tail, chunk]);
    for (const { kind, name } of streams) if (bytes.includes(name)) found.add(kind);
    tail = bytes.subarray(-40);
  }
  if (found.has("encrypted")) return "encrypted";
  return found.has("document") && !found.has("workbook") ? "document" : "workbook";
}
