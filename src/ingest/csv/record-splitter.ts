import type { Delimiter } from "./delimiter.ts";
import type { RecordWriter } from "./row-writer.ts";

const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;

const MORE = -1;
const IRREGULAR = -2;

/** What became of a chunk; `irregular` leaves the rest of the file to a more patient reader. */
export type SplitState = "more" | "stopped" | "irregular";

/**
 * Splits regular CSV, in UTF-8, by bytes: fields in quotes or without, nothing after a closing quote.
 * A record that a chunk cuts is kept until the rest of it arrives.
 */
export class RecordSplitter {
  /** The line on which the next record begins. */
  line = 1;
  /** Bytes from the record on that was not split. */
  rest: Buffer = Buffer.alloc(0);

  private readonly delimiter: number;
  private readonly write: RecordWriter;
  private readonly onStray: (line: number) => void;
  private readonly fields: string[] = [];
  private breaks = 0;
  private stray = false;

  /** `onStray` hears of records with a quote inside a field that has none around it. */
  constructor(delimiter: Delimiter, write: RecordWriter, onStray: (line: number) => void) {
    this.delimiter = delimiter.charCodeAt(0);
    this.write = write;
    this.onStray = onStray;
  }

  push(chunk: Buffer, final: boolean): SplitState {
    const bytes: Buffer = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk]);
    let at = 0;
    while (at < bytes.length) {
      this.fields.length = 0;
      this.breaks = 0;
      this.stray = false;
      const next = this.record(bytes, at, final);
      if (next < 0) {
        this.rest = bytes.subarray(at);
        return next === MORE ? "more" : "irregular";
      }
      const begins = this.line;
      const raw = this.breaks > 0 ? bytes.toString("utf8", at, next) : undefined;
      this.line += 1 + this.breaks;
      at = next;
      if (this.stray) this.onStray(begins);
      if (!this.write(this.fields, begins, raw)) return "stopped";
    }
    this.rest = bytes.subarray(at);
    return "more";
  }

  /** Reads one record; returns where the next one begins. */
  private record(bytes: Buffer, from: number, final: boolean): number {
    const size = bytes.length;
    let at = from;
    for (;;) {
      if (bytes[at] === QUOTE) at = this.quoted(bytes, at, final);
      else at = this.plain(bytes, at);
      if (at < 0) return at;
      if (at >= size) return final ? size : MORE;
      const byte = bytes[at];
      if (byte === this.delimiter) at++;
      else if (byte === LF) return at + 1;
      else if (byte !== CR) return IRREGULAR;
      else if (at + 1 === size && !final) return MORE;
      else return bytes[at + 1] === LF ? at + 2 : at + 1;
    }
  }

  private plain(bytes: Buffer, from: number): number {
    const { delimiter } = this;
    const size = bytes.length;
    let at = from;
    let high = 0;
    for (; at < size; at++) {
      const byte = bytes[at] as number;
      if (byte === delimiter || byte === LF || byte === CR) break;
      if (byte === QUOTE) this.stray = true;
      high |= byte;
    }
    this.fields.push(at === from ? "" : bytes.toString(high < 0x80 ? "latin1" : "utf8", from, at));
    return at;
  }

  private quoted(bytes: Buffer, from: number, final: boolean): number {
    let end = bytes.indexOf(QUOTE, from + 1);
    let doubled = false;
    while (end >= 0 && bytes[end + 1] === QUOTE) {
      doubled = true;
      end = bytes.indexOf(QUOTE, end + 2);
    }
    if (end < 0) return final ? IRREGULAR : MORE;
    const text = bytes.toString("utf8", from + 1, end);
    this.breaks += lineBreaks(text);
    this.fields.push(doubled ? text.replaceAll('""', '"') : text);
    return end + 1;
  }
}

export function lineBreaks(text: string): number {
  return text.includes("\n") || text.includes("\r") ? (text.match(/\r\n|\n|\r/g)?.length ?? 0) : 0;
}

/** The lines of a record, its own end left out. */
export function linesOf(raw: string): string[] {
  return raw.replace(/(?:\r\n|\n|\r)$/, "").split(/\r\n|\n|\r/);
}
