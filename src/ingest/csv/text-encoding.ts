import { TextDecoder } from "node:util";
import type { Fingerprint } from "../fingerprint.ts";
import { refuse } from "../refuse.ts";

export type TextEncodingName = "utf-8" | "utf-16le" | "utf-16be" | "gb18030";

const BOM = Buffer.from("\uFEFF", "utf8");

/** The encoding of a text file: by its byte order mark, else UTF-8 if all of it is, else GB18030. */
export function detectEncoding(file: string, print: Fingerprint): TextEncodingName {
  const { head } = print;
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  if (print.hasNul) return unmarkedUtf16(head) ?? refuse("D004", { file }, "binary");
  return print.utf8 ? "utf-8" : "gb18030";
}

/** UTF-16 without its mark: digits, commas and line ends have zero bytes, many, all on one side. */
function unmarkedUtf16(head: Buffer): TextEncodingName | null {
  const zeros = [0, 0] as [number, number];
  for (let at = head.indexOf(0); at >= 0; at = head.indexOf(0, at + 1)) zeros[at % 2 === 0 ? 0 : 1]++;
  const many = Math.max(4, head.length / 20);
  if (Math.min(...zeros) > 0 || Math.max(...zeros) < many) return null;
  const encoding = zeros[0] > 0 ? "utf-16be" : "utf-16le";
  return /[\r\n]/.test(new TextDecoder(encoding).decode(head)) ? encoding : null;
}

/**
 * Hands chunks on as UTF-8 without a byte order mark; no character is lost where chunks meet, none is
 * replaced silently. UTF-8 has been checked when the encoding was detected and passes as it is.
 */
export async function* asUtf8Chunks(
  chunks: AsyncIterable<Buffer>,
  encoding: TextEncodingName,
  file: string,
  fromBeginning = true,
): AsyncGenerator<Buffer> {
  if (encoding === "utf-8") {
    let first = fromBeginning;
    for await (const chunk of chunks) {
      yield first && chunk.subarray(0, BOM.length).equals(BOM) ? chunk.subarray(BOM.length) : chunk;
      first = false;
    }
    return;
  }
  const decoder = new TextDecoder(encoding, { fatal: true });
  const decode = (chunk?: Buffer): Buffer => {
    try {
      return Buffer.from(
        chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true }),
        "utf8",
      );
    } catch {
      return refuse("D005", { file }, "encoding", { part: file });
    }
  };
  for await (const chunk of chunks) yield decode(chunk);
  yield decode();
}
