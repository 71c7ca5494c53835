import { refuse } from "../refuse.ts";

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;
const COLON = 0x3a;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;

/** Receives the markup of a part; offsets are valid only during the call. Names are local names. */
export interface MarkupHandler {
  open(bytes: Buffer, name: number, nameEnd: number, tagEnd: number): void;
  close(bytes: Buffer, name: number, nameEnd: number): void;
  /** A complete run of character data; `literal` for CDATA, in which `&` stands for itself. */
  text(bytes: Buffer, from: number, to: number, literal: boolean): void;
  /** Reads what it knows how to read at a tag in one go, balanced; returns where to go on. */
  shortcut?(bytes: Buffer, at: number): number;
  /** Asked after every chunk and tag: true skips all that follows. */
  readonly done: boolean;
}

export interface PartConsumer {
  /** False once nothing more is wanted. */
  write(chunk: Buffer): boolean;
  end(): void;
}

/**
 * Finds tags and text in UTF-8 XML by bytes. A token that a chunk cuts is kept until the rest of it
 * arrives, so that no character, entity or attribute is ever seen in halves.
 */
export function createMarkupScanner(part: string, handler: MarkupHandler, maxToken: number): PartConsumer {
  let carry: Buffer | null = null;
  let depth = 0;
  let seen = false;

  const scan = (bytes: Buffer): number => {
    const size = bytes.length;
    let at = 0;
    while (at < size && !handler.done) {
      if (bytes[at] !== LT) {
        const next = bytes.indexOf(LT, at);
        if (next < 0) return at;
        handler.text(bytes, at, next, false);
        at = next;
      }
      if (handler.shortcut !== undefined) {
        const next = handler.shortcut(bytes, at);
        if (next > at) {
          at = next;
          continue;
        }
      }
      const second = bytes[at + 1];
      let end: number;
      if (second === BANG || second === QUESTION) end = special(bytes, at, handler, part);
      else if (second === SLASH) {
        end = closing(bytes, at, handler);
        if (end > 0) depth--;
      } else {
        end = opening(bytes, at, handler);
        if (end > 0 && bytes[end - 2] !== SLASH) depth++;
        seen = true;
      }
      if (end < 0) return at;
      at = end;
    }
    return at;
  };

  return {
    write(chunk) {
      if (handler.done) return false;
      const bytes: Buffer = carry === null ? chunk : Buffer.concat([carry, chunk]);
      const rest = scan(bytes);
      carry = rest < bytes.length ? bytes.subarray(rest) : null;
      if (handler.done) return false;
      if (carry !== null && carry.length > maxToken) refuse("D005", {}, "token", { part });
      return true;
    },
    end() {
      if (handler.done) return;
      const rest = carry === null ? "" : carry.toString("latin1").trim();
      if (!seen || depth !== 0 || rest !== "") refuse("D005", {}, "markup", { part });
    },
  };
}

function closing(bytes: Buffer, at: number, handler: MarkupHandler): number {
  const size = bytes.length;
  let name = at + 2;
  let nameEnd = -1;
  for (let i = name; i < size; i++) {
    const byte = bytes[i] as number;
    if (byte === GT) {
      handler.close(bytes, name, nameEnd < 0 ? i : nameEnd);
      return i + 1;
    }
    if (byte === COLON) name = i + 1;
    else if (byte <= 0x20 && nameEnd < 0) nameEnd = i;
  }
  return -1;
}

function opening(bytes: Buffer, at: number, handler: MarkupHandler): number {
  const size = bytes.length;
  let name = at + 1;
  let i = name;
  let byte = 0;
  for (; i < size; i++) {
    byte = bytes[i] as number;
    if (byte <= 0x20 || byte === GT || byte === SLASH) break;
    if (byte === COLON) name = i + 1;
  }
  const nameEnd = i;
  let quote = 0;
  for (; i < size; i++) {
    byte = bytes[i] as number;
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === GT) {
      const empty = bytes[i - 1] === SLASH;
      handler.open(bytes, name, nameEnd, empty ? i - 1 : i);
      if (empty) handler.close(bytes, name, nameEnd);
      return i + 1;
    } else if (byte === QUOTE || byte === APOSTROPHE) quote = byte;
  }
  return -1;
}

/** Comments, CDATA and processing instructions; a document type could define entities: refused. */
function special(bytes: Buffer, at: number, handler: MarkupHandler, part: string): number {
  if (bytes[at + 1] === QUESTION) return after(bytes, "?>", at + 2);
  const start = bytes.toString("latin1", at + 2, at + 9);
  if (start.startsWith("--")) return after(bytes, "-->", at + 4);
  if (start === "[CDATA[") {
    const end = after(bytes, "]]>", at + 9);
    if (end > 0) handler.text(bytes, at + 9, end - 3, true);
    return end;
  }
  if ("--".startsWith(start) || "[CDATA[".startsWith(start)) return -1;
  return refuse("D005", {}, "doctype", { part });
}

function after(bytes: Buffer, mark: string, from: number): number {
  const found = bytes.indexOf(mark, from, "latin1");
  return found < 0 ? -1 : found + mark.length;
}
