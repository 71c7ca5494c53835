import { ByteRow, Form } from "../byte-row.ts";
import { CellKind } from "../reader.ts";
import type { Delimiter } from "./delimiter.ts";
import type { RecordWriter } from "./row-writer.ts";

const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;

const MORE = -1;
const IRREGULAR = -2;

/** What became of a chunk; `irregular` leaves the rest of the file to a more patient reader. */
export type SplitState = "more" | "stopped" | "irregular";

/** Takes records of a width, on one line each, as fields noted in `row` instead of strings. */
export interface PlainRecords {
  readonly width: number;
  readonly row: ByteRow;
  /** False once the sink has had enough. */
  write(line: number): boolean;
}

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
  private readonly plain: PlainRecords | null;
  /** The fields of the record that is split. */
  private readonly row: ByteRow;
  private count = 0;
  /** Bytes that may end a field. */
  private readonly stops = new Uint8Array(256);
  private breaks = 0;
  private stray = false;

  /** `onStray` hears of records with a quote inside a field that has none around it. */
  constructor(
    delimiter: Delimiter,
    write: RecordWriter,
    onStray: (line: number) => void,
    plain: PlainRecords | null = null,
  ) {
    this.delimiter = delimiter.charCodeAt(0);
    this.write = write;
    this.onStray = onStray;
    this.plain = plain;
    this.row = plain?.row ?? new ByteRow();
    for (const byte of [this.delimiter, LF, CR, QUOTE]) this.stops[byte] = 1;
  }

  push(chunk: Buffer, final: boolean): SplitState {
    const bytes: Buffer = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk]);
    this.row.bytes = bytes;
    let at = 0;
    while (at < bytes.length) {
      this.breaks = 0;
      this.stray = false;
      const next = this.record(bytes, at, final);
      if (next < 0) {
        this.rest = bytes.subarray(at);
        return next === MORE ? "more" : "irregular";
      }
      const begins = this.line;
      this.line += 1 + this.breaks;
      if (this.stray) this.onStray(begins);
      if (!this.handOn(bytes, at, next, begins)) return "stopped";
      at = next;
    }
    this.rest = bytes.subarray(at);
    return "more";
  }

  private handOn(bytes: Buffer, from: number, to: number, line: number): boolean {
    const { plain, row, count, breaks } = this;
    if (plain !== null && breaks === 0 && count === plain.width) return plain.write(line);
    row.width = count;
    const fields = Array.from({ length: count }, (_, column) => row.text(column));
    return this.write(fields, line, breaks > 0 ? bytes.toString("utf8", from, to) : undefined);
  }

  /** Notes the fields of one record; returns where the next one begins. */
  private record(bytes: Buffer, from: number, final: boolean): number {
    const { row, stops, delimiter } = this;
    const size = bytes.length;
    let at = from;
    for (let column = 0; ; column++) {
      row.reserve(column);
      this.count = column + 1;
      if (bytes[at] === QUOTE) {
        at = this.quoted(bytes, at, column, final);
        if (at < 0) return at;
      } else {
        const start = at;
        let high = 0;
        for (; at < size; at++) {
          const byte = bytes[at] as number;
          if (stops[byte] === 1) {
            if (byte !== QUOTE) break;
            this.stray = true;
          }
          high |= byte;
        }
        row.from[column] = start;
        row.to[column] = at;
        row.form[column] = at === start ? Form.nothing : high < 0x80 ? Form.ascii : Form.utf8;
      }
      if (at >= size) return final ? size : MORE;
      const byte = bytes[at];
      if (byte === delimiter) at++;
      else if (byte === LF) return at + 1;
      else if (byte !== CR) return IRREGULAR;
      else if (at + 1 === size && !final) return MORE;
      else return bytes[at + 1] === LF ? at + 2 : at + 1;
    }
  }

  private quoted(bytes: Buffer, from: number, column: number, final: boolean): number {
    const size = bytes.length;
    let high = 0;
    let broken = false;
    let doubled = false;
    let at = from + 1;
    for (; at < size; at++) {
      const byte = bytes[at] as number;
      if (byte === QUOTE) {
        if (bytes[at + 1] !== QUOTE) break;
        doubled = true;
        at++;
      } else if (byte === LF || byte === CR) broken = true;
      high |= byte;
    }
    if (at >= size) return final ? IRREGULAR : MORE;
    const { row } = this;
    row.from[column] = from + 1;
    row.to[column] = at;
    row.form[column] = at === from + 1 ? Form.nothing : high < 0x80 ? Form.ascii : Form.utf8;
    if (broken || doubled) {
      const text = bytes.toString("utf8", from + 1, at);
      if (broken) this.breaks += lineBreaks(text);
      row.width = column;
      row.put(column, CellKind.text, doubled ? text.replaceAll('""', '"') : text);
    }
    return at + 1;
  }
}

export function lineBreaks(text: string): number {
  return text.includes("\n") || text.includes("\r") ? (text.match(/\r\n|\n|\r/g)?.length ?? 0) : 0;
}

/** The lines of a record, its own end left out. */
export function linesOf(raw: string): string[] {
  return raw.replace(/(?:\r\n|\n|\r)$/, "").split(/\r\n|\n|\r/);
}
