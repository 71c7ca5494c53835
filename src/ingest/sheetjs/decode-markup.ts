import { TextDecoder } from "node:util";
import { detectEncoding } from "../csv/text-encoding.ts";
import type { Fingerprint } from "../fingerprint.ts";
import { refuse } from "../refuse.ts";

export interface MarkupEncoding {
  readonly name: string;
  decode(bytes: Buffer): string;
}

/** Of a web page or XML file: what its bytes are counts before what it declares, since pages lie. */
export function markupEncoding(file: string, print: Fingerprint): MarkupEncoding {
  const found = detectEncoding(file, print);
  const name = found === "gb18030" ? (declared(print.head) ?? found) : found;
  return {
    name,
    decode(bytes) {
      try {
        return new TextDecoder(name, { fatal: true }).decode(bytes);
      } catch {
        return refuse("D005", { file }, "encoding", { part: file });
      }
    },
  };
}

function declared(head: Buffer): string | null {
  const match = /(?:charset|encoding)\s*=\s*["']?([\w-]+)/i.exec(head.toString("latin1", 0, 4096));
  const label = match?.[1]?.toLowerCase() ?? "";
  if (/^(gb|hz|utf)/.test(label)) return null;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}
