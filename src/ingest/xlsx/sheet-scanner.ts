import { fail } from "../../problem.ts";
import { isBlankText } from "../blank-text.ts";
import { CellKind, type RawRow, type ReadLimits, type RowSink, type ScanEnd } from "../reader.ts";
import { AttributeCursor } from "./attributes.ts";
import { cellAddress } from "./cell-address.ts";
import { createMarkupScanner, type MarkupHandler, type PartConsumer } from "./markup-scanner.ts";
import { decodeText, unescapeExcel } from "./markup-text.ts";

export interface SheetContext {
  /** Names the part in messages. */
  readonly part: string;
  readonly sharedStrings: readonly string[];
  /** CellKind number, date or percent by index of cell style. */
  readonly styles: ArrayLike<number>;
  readonly limits: ReadLimits;
  readonly sink: RowSink;
}

export interface SheetScanner extends PartConsumer {
  readonly result: ScanEnd;
}

// What is being read inside a cell.
const NOTHING = 0;
const VALUE = 1;
const INLINE = 2;

// Values of the attribute t, by their first letter: n, s (shared), S (str), b, e, d, i (inlineStr).
const T_NUMBER = 0x6e;
const T_SHARED = 0x73;
const T_STRING = 0x53;
const T_BOOLEAN = 0x62;
const T_ERROR = 0x65;
const T_DATE = 0x64;
const T_INLINE = 0x69;

const SHOWN_ADDRESSES = 20;

/** Reads the rows of one worksheet part from its bytes, in chunks of any size. */
export function createSheetScanner(context: SheetContext): SheetScanner {
  const handler = new SheetHandler(context);
  const scanner = createMarkupScanner(context.part, handler, context.limits.maxCellLength * 4);
  return {
    // Rows end before the part does; the rest is let through, so that its checksum can be checked.
    write(chunk) {
      scanner.write(chunk);
      return !handler.stopped;
    },
    end() {
      scanner.end();
      if (handler.unfinished) fail("D005", {}, { reason: "markup", part: context.part });
    },
    get result() {
      return { formulasWithoutValue: { cells: handler.hollow, count: handler.hollowCount } };
    },
  };
}

class SheetHandler implements MarkupHandler {
  done = false;
  stopped = false;
  inData = false;
  readonly hollow: string[] = [];
  hollowCount = 0;

  private readonly context: SheetContext;
  private readonly cursor = new AttributeCursor();
  private readonly row: RawRow = { number: 0, width: 0, text: [], kind: [], hidden: false };
  private rows = 0;
  private inRow = false;
  private rowNumbered = false;

  private inCell = false;
  private column = -1;
  private style = 0;
  private type = T_NUMBER;
  private capture = NOTHING;
  private inInline = false;
  private phonetic = false;
  private hasFormula = false;
  private hasValue = false;
  private hasInline = false;
  private value = "";
  private inline = "";
  /** Of a shared string, read digit by digit; -1 before the first digit. */
  private index = -1;

  constructor(context: SheetContext) {
    this.context = context;
  }

  get unfinished(): boolean {
    return this.inData && !this.done;
  }

  open(bytes: Buffer, name: number, nameEnd: number, tagEnd: number): void {
    const first = bytes[name] as number;
    switch (nameEnd - name) {
      case 1:
        if (first === 0x63 /* c */) this.openCell(bytes, nameEnd, tagEnd);
        else if (!this.inCell) return;
        else if (first === 0x76 /* v */) {
          this.hasValue = true;
          this.capture = VALUE;
        } else if (first === 0x66 /* f */) this.hasFormula = true;
        else if (first === 0x74 /* t */ && this.inInline && !this.phonetic) this.capture = INLINE;
        return;
      case 2:
        if (first === 0x69 /* is */ && this.inCell) {
          this.inInline = true;
          this.hasInline = true;
        }
        return;
      case 3:
        if (first === 0x72 && bytes[name + 1] === 0x6f /* row */) this.openRow(bytes, nameEnd, tagEnd);
        else if (first === 0x72 && bytes[name + 2] === 0x68 /* rPh */) this.phonetic = true;
        return;
      case 9:
        if (bytes.toString("latin1", name, nameEnd) === "sheetData") this.inData = true;
    }
  }

  close(bytes: Buffer, name: number, nameEnd: number): void {
    const first = bytes[name] as number;
    switch (nameEnd - name) {
      case 1:
        if (first === 0x63 /* c */) this.closeCell();
        else if (first === 0x76 /* v */ || first === 0x74 /* t */) this.capture = NOTHING;
        return;
      case 2:
        if (first === 0x69 /* is */) this.inInline = false;
        return;
      case 3:
        if (first === 0x72 && bytes[name + 1] === 0x6f /* row */) this.closeRow();
        else if (first === 0x72 && bytes[name + 2] === 0x68 /* rPh */) this.phonetic = false;
        return;
      case 9:
        if (bytes.toString("latin1", name, nameEnd) === "sheetData") this.done = true;
    }
  }

  text(bytes: Buffer, from: number, to: number, literal: boolean): void {
    if (this.capture === NOTHING) return;
    if (this.capture === INLINE) {
      this.inline += decodeText(bytes, from, to, literal, this.context.part);
      this.checkLength(this.inline);
    } else if (this.type === T_SHARED) this.readIndex(bytes, from, to);
    else if (this.type === T_NUMBER) this.value += bytes.toString("latin1", from, to);
    else {
      this.value += decodeText(bytes, from, to, literal, this.context.part);
      this.checkLength(this.value);
    }
  }

  private openRow(bytes: Buffer, from: number, to: number): void {
    if (!this.inData) return;
    if (this.inRow) this.malformed();
    const { cursor, row } = this;
    this.inRow = true;
    this.rowNumbered = false;
    this.column = -1;
    row.hidden = false;
    row.width = 0;
    row.number++;
    for (let at = cursor.next(bytes, from, to); at >= 0; at = cursor.next(bytes, at, to)) {
      const length = cursor.nameEnd - cursor.name;
      if (length === 1 && bytes[cursor.name] === 0x72 /* r */) {
        this.numberRow(integer(bytes, cursor.value, cursor.valueEnd));
      } else if (length === 6 && bytes.toString("latin1", cursor.name, cursor.nameEnd) === "hidden") {
        const first = bytes[cursor.value];
        row.hidden = first === 0x31 /* 1 */ || first === 0x74; /* true */
      }
    }
  }

  private numberRow(number: number): void {
    if (number <= 0) return;
    this.row.number = number;
    this.rowNumbered = true;
  }

  private closeRow(): void {
    if (!this.inRow) return;
    if (this.inCell) this.malformed();
    this.inRow = false;
    if (this.row.width === 0) return;
    const { limits, sink } = this.context;
    if (++this.rows > limits.maxRows) {
      fail("D006", {}, { reason: "rows", limit: limits.maxRows, flag: "--max-rows" });
    }
    if (sink(this.row) === false) {
      this.done = true;
      this.stopped = true;
    }
  }

  private openCell(bytes: Buffer, from: number, to: number): void {
    if (!this.inRow) return;
    if (this.inCell) this.malformed();
    const { cursor } = this;
    this.inCell = true;
    this.column++;
    this.style = 0;
    this.type = T_NUMBER;
    this.hasFormula = false;
    this.hasValue = false;
    this.hasInline = false;
    this.value = "";
    this.inline = "";
    this.index = -1;
    for (let at = cursor.next(bytes, from, to); at >= 0; at = cursor.next(bytes, at, to)) {
      if (cursor.nameEnd - cursor.name !== 1) continue;
      const name = bytes[cursor.name];
      if (name === 0x72 /* r */) this.place(bytes, cursor.value, cursor.valueEnd);
      else if (name === 0x73 /* s */) this.style = integer(bytes, cursor.value, cursor.valueEnd);
      else if (name === 0x74 /* t */) {
        const first = bytes[cursor.value] as number;
        const long = cursor.valueEnd - cursor.value > 1;
        this.type = first === T_SHARED && long ? T_STRING : first;
      }
    }
  }

  /** Reads an address such as AB12; a row without a number takes it from its cells. */
  private place(bytes: Buffer, from: number, to: number): void {
    let column = 0;
    let at = from;
    for (; at < to; at++) {
      const letter = (bytes[at] as number) & 0xdf;
      if (letter < 0x41 || letter > 0x5a) break;
      column = column * 26 + letter - 0x40;
      if (column > this.context.limits.maxColumns) this.tooWide();
    }
    if (column > 0) this.column = column - 1;
    if (!this.rowNumbered) this.numberRow(integer(bytes, at, to));
  }

  private closeCell(): void {
    if (!this.inCell) return;
    this.inCell = false;
    this.capture = NOTHING;
    this.inInline = false;
    if (this.column >= this.context.limits.maxColumns) this.tooWide();
    if (this.hasFormula && !this.hasValue && !this.hasInline) this.addHollow();
    switch (this.type) {
      case T_SHARED:
        if (this.index >= 0) this.put(CellKind.text, this.shared());
        return;
      case T_NUMBER:
        if (this.hasValue || !this.hasInline) this.putNumber(this.value);
        else this.putText(this.inline);
        return;
      case T_BOOLEAN: {
        const value = this.value.trim();
        if (value !== "") this.put(CellKind.boolean, value === "1" || value === "true" ? "1" : "0");
        return;
      }
      case T_ERROR:
        this.put(CellKind.error, this.value.trim());
        return;
      case T_DATE:
        this.put(CellKind.text, this.value.trim());
        return;
      case T_INLINE:
        this.putText(this.hasInline ? this.inline : this.value);
        return;
      case T_STRING:
        this.putText(this.hasValue || !this.hasInline ? this.value : this.inline);
        return;
      default:
        this.malformed();
    }
  }

  private shared(): string {
    const text = this.context.sharedStrings[this.index];
    if (text !== undefined) return text;
    const at = { cell: cellAddress(this.row.number, this.column) };
    return fail("D005", at, { reason: "sharedString", part: this.context.part, index: this.index });
  }

  private putNumber(stored: string): void {
    if (stored === "") return;
    const first = stored.charCodeAt(0);
    const plain = first >= 0x30 && first <= 0x39;
    const text = plain ? stored : stored.trim();
    const numeric = plain || /^[-+.]?[0-9]/.test(text);
    this.put(numeric ? (this.context.styles[this.style] ?? CellKind.number) : CellKind.text, text);
  }

  private putText(stored: string): void {
    const text = unescapeExcel(stored);
    this.put(CellKind.text, isBlankText(text) ? "" : text);
  }

  private put(kind: number, text: string): void {
    if (text === "") {
      if (this.column < this.row.width) this.set(CellKind.blank, text);
      return;
    }
    const { row, column } = this;
    for (let gap = row.width; gap < column; gap++) {
      row.kind[gap] = CellKind.blank;
      row.text[gap] = "";
    }
    if (column >= row.width) row.width = column + 1;
    this.set(kind, text);
  }

  private set(kind: number, text: string): void {
    this.row.kind[this.column] = kind;
    this.row.text[this.column] = text;
  }

  private readIndex(bytes: Buffer, from: number, to: number): void {
    let index = Math.max(this.index, 0);
    let digits = false;
    for (let at = from; at < to; at++) {
      const digit = (bytes[at] as number) - 0x30;
      if (digit >= 0 && digit <= 9) {
        index = index * 10 + digit;
        digits = true;
      } else if (digit > -0x10) this.malformed();
    }
    if (digits) this.index = index;
  }

  private addHollow(): void {
    this.hollowCount++;
    if (this.hollow.length < SHOWN_ADDRESSES) this.hollow.push(cellAddress(this.row.number, this.column));
  }

  private checkLength(text: string): void {
    const limit = this.context.limits.maxCellLength;
    if (text.length <= limit) return;
    const at = { cell: cellAddress(this.row.number, this.column) };
    fail("D005", at, { reason: "cell", part: this.context.part, limit });
  }

  private tooWide(): never {
    const limit = this.context.limits.maxColumns;
    return fail("D005", {}, { reason: "columns", part: this.context.part, limit, line: this.row.number });
  }

  private malformed(): never {
    return fail("D005", {}, { reason: "markup", part: this.context.part });
  }
}

/** The digits at the start of a range as a number; 0 when there are none. */
function integer(bytes: Buffer, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = (bytes[at] as number) - 0x30;
    if (digit < 0 || digit > 9) break;
    value = value * 10 + digit;
  }
  return value;
}
