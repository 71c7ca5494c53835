import { TextDecoder } from "node:util";
import { refuse } from "../refuse.ts";
import type { PartConsumer } from "./markup-scanner.ts";

/** Hands a part on as UTF-8 without a byte order mark, whatever encoding it is stored in. */
export function asUtf8(part: string, consumer: PartConsumer): PartConsumer {
  let head: Buffer | null = Buffer.alloc(0);
  let decoder: TextDecoder | null = null;

  const pass = (chunk: Buffer): boolean => {
    if (decoder === null) return consumer.write(chunk);
    return consumer.write(Buffer.from(decode(decoder, part, chunk), "utf8"));
  };
  const begin = (bytes: Buffer): boolean => {
    head = null;
    const label = encodingOf(bytes);
    if (label !== "utf-8") decoder = newDecoder(label, part);
    const marked = label === "utf-8" && bytes.indexOf("\uFEFF", 0, "utf8") === 0;
    return pass(marked ? bytes.subarray(3) : bytes);
  };

  return {
    write(chunk) {
      if (head === null) return pass(chunk);
      head = Buffer.concat([head, chunk]);
      return head.length < 200 && !head.includes(">") ? true : begin(head);
    },
    end() {
      if (head !== null) begin(head);
      if (decoder !== null) consumer.write(Buffer.from(decode(decoder, part), "utf8"));
      consumer.end();
    },
  };
}

function encodingOf(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  if (head[0] === 0x3c && head[1] === 0) return "utf-16le";
  if (head[0] === 0 && head[1] === 0x3c) return "utf-16be";
  const declared = /^(?:\xEF\xBB\xBF)?<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)["']/.exec(
    head.toString("latin1"),
  );
  return declared?.[1]?.toLowerCase() ?? "utf-8";
}

function newDecoder(label: string, part: string): TextDecoder {
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    return refuse("D005", {}, "encoding", { part });
  }
}

function decode(decoder: TextDecoder, part: string, chunk?: Buffer): string {
  try {
    return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
  } catch {
    return refuse("D005", {}, "encoding", { part });
  }
}
