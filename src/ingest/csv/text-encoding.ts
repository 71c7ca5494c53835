import { TextDecoder } from "node:util";
import { fail } from "../../problem.ts";
import type { Fingerprint } from "../fingerprint.ts";

export type TextEncodingName = "utf-8" | "utf-16le" | "utf-16be" | "gb18030";

/** The encoding of a text file: by its byte order mark, else UTF-8 if all of it is, else GB18030. */
export function detectEncoding(file: string, print: Fingerprint): TextEncodingName {
  const { head } = print;
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  if (print.hasNul) fail("D004", { file }, { reason: "binary" });
  return print.utf8 ? "utf-8" : "gb18030";
}

/** Decodes chunks to text; no character is lost where chunks meet, none is replaced silently. */
export async function* decodeChunks(
  chunks: AsyncIterable<Buffer>,
  encoding: TextEncodingName,
  file: string,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const decode = (chunk?: Buffer): string => {
    try {
      return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
    } catch {
      return fail("D005", { file }, { reason: "encoding", part: file });
    }
  };
  for await (const chunk of chunks) yield decode(chunk);
  yield decode();
}
