import type { SharedTexts } from "../byte-row.ts";
import { CellKind, type ReadLimits, type RowSink } from "../reader.ts";
import { refuse } from "../refuse.ts";
import { tooLongCell, tooManyColumns, tooManyRows } from "../row-checks.ts";
import { AttributeCursor } from "./attributes.ts";
import { cellAddress } from "./cell-address.ts";
import { digits, leadingInteger } from "./digits.ts";
import type { MarkupHandler } from "./markup-scanner.ts";
import { decodeText } from "./markup-text.ts";
import { PlainCells } from "./plain-cells.ts";
import { RowBuffer } from "./row-buffer.ts";
import { inScript, isVertAlign, scriptOf } from "./run-script.ts";
import { CellType, kindOfNumber, StoredCell } from "./stored-cell.ts";

export interface SheetContext {
  /** Names the part in messages. */
  readonly part: string;
  readonly sharedStrings: SharedTexts;
  /** CellKind number, date or percent by index of cell style. */
  readonly styles: ArrayLike<number>;
  readonly limits: ReadLimits;
  readonly sink: RowSink;
}

// What is being read inside a cell.
const NOTHING = 0;
const VALUE = 1;
const INLINE = 2;

// Letters by which element and attribute names are told apart.
const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const SPACE = 0x20;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const C = 0x63;
const F = 0x66;
const H = 0x68;
const I = 0x69;
const O = 0x6f;
const R = 0x72;
const S = 0x73;
const T = 0x74;
const V = 0x76;
const ONE = 0x31;

const SHOWN_ADDRESSES = 20;

/** Turns the markup of a worksheet into rows; names are compared by bytes, this being the hot path. */
export class SheetHandler implements MarkupHandler {
  done = false;
  /** The sink wants no more rows. */
  stopped = false;
  readonly hollow: string[] = [];
  hollowCount = 0;

  private readonly context: SheetContext;
  private readonly cursor = new AttributeCursor();
  private readonly buffer: RowBuffer;
  private readonly plain: PlainCells;
  private readonly cell = new StoredCell();
  private rows = 0;
  private inData = false;
  private inRow = false;
  private inCell = false;
  private inInline = false;
  private phonetic = false;
  private capture = NOTHING;
  /** The figures of the run that is read, when they are set high or low. */
  private script: string | null = null;

  constructor(context: SheetContext) {
    this.context = context;
    const { sharedStrings, styles, limits } = context;
    this.buffer = new RowBuffer(sharedStrings);
    this.plain = new PlainCells(this.buffer.row, sharedStrings, styles, limits);
  }

  /** Reads plain cells, and goes on from row to row, as long as there is nothing else. */
  shortcut(bytes: Buffer, from: number): number {
    if (!this.inRow || this.inCell) return from;
    const { plain, buffer, cell } = this;
    buffer.row.bytes = bytes;
    plain.column = cell.column;
    plain.numbered = buffer.numbered;
    let at = from;
    while (!this.done && bytes[at] === LT) {
      const next = bytes[at + 1] === C ? plain.read(bytes, at) : this.nextRow(bytes, at);
      if (next < 0) break;
      at = next;
    }
    cell.column = plain.column;
    return at;
  }

  /** Goes over `</row><row …>`; -1 where something else stands. */
  private nextRow(bytes: Buffer, at: number): number {
    if (bytes[at + 1] !== SLASH || bytes[at + 2] !== R || bytes[at + 5] !== GT) return -1;
    if (bytes[at + 6] !== LT || bytes[at + 7] !== R || bytes[at + 8] !== O) return -1;
    const name = at + 10;
    if (bytes[name] !== SPACE && bytes[name] !== GT) return -1;
    const end = tagEnd(bytes, name);
    if (end < 0 || bytes[end - 1] === SLASH) return -1;
    this.closeRow();
    if (this.done) return at + 6;
    this.openRow(bytes, name, end);
    this.plain.column = -1;
    this.plain.numbered = this.buffer.numbered;
    return end + 1;
  }

  /** Called when a chunk ends: the row must not look at its bytes any more. */
  settle(): void {
    if (this.inRow) this.buffer.row.settle();
  }

  open(bytes: Buffer, name: number, nameEnd: number, tagEnd: number): void {
    const first = bytes[name];
    switch (nameEnd - name) {
      case 1:
        if (first === C) this.openCell(bytes, nameEnd, tagEnd);
        else if (!this.inCell) return;
        else if (first === V) {
          this.cell.hasValue = true;
          this.capture = VALUE;
        } else if (first === F) this.cell.hasFormula = true;
        else if (first === T && this.inInline && !this.phonetic) this.capture = INLINE;
        else if (first === R) this.script = null;
        return;
      case 2:
        if (first !== I || !this.inCell) return;
        this.inInline = true;
        this.script = null;
        this.cell.hasInline = true;
        return;
      case 3:
        if (first !== R) return;
        if (bytes[name + 1] === O) this.openRow(bytes, nameEnd, tagEnd);
        else if (bytes[name + 2] === H) this.phonetic = true;
        return;
      case 9:
        if (first === V) {
          if (this.inInline && isVertAlign(bytes, name)) this.script = scriptOf(bytes, nameEnd, tagEnd);
        } else if (bytes.toString("latin1", name, nameEnd) === "sheetData") this.inData = true;
    }
  }

  close(bytes: Buffer, name: number, nameEnd: number): void {
    const first = bytes[name];
    switch (nameEnd - name) {
      case 1:
        if (first === C) this.closeCell();
        else if (first === V || first === T) this.capture = NOTHING;
        return;
      case 2:
        if (first === I) this.inInline = false;
        return;
      case 3:
        if (first !== R) return;
        if (bytes[name + 1] === O) this.closeRow();
        else if (bytes[name + 2] === H) this.phonetic = false;
        return;
      case 9:
        if (bytes.toString("latin1", name, nameEnd) === "sheetData") this.done = true;
    }
  }

  text(bytes: Buffer, from: number, to: number, literal: boolean): void {
    if (this.capture === NOTHING) return;
    const { cell, context } = this;
    if (this.capture === INLINE) {
      cell.inline += inScript(decodeText(bytes, from, to, literal, context.part), this.script);
      this.checkLength(cell.inline);
    } else if (cell.type === CellType.shared) {
      cell.index = digits(bytes, from, to, cell.index);
      if (Number.isNaN(cell.index)) this.malformed();
    } else if (cell.type === CellType.number) cell.value += bytes.toString("latin1", from, to);
    else {
      cell.value += decodeText(bytes, from, to, literal, context.part);
      this.checkLength(cell.value);
    }
  }

  private openRow(bytes: Buffer, from: number, to: number): void {
    if (!this.inData) return;
    if (this.inRow) this.malformed();
    const { cursor, buffer } = this;
    this.inRow = true;
    this.cell.column = -1;
    buffer.begin();
    for (let at = cursor.next(bytes, from, to); at >= 0; at = cursor.next(bytes, at, to)) {
      const length = cursor.nameEnd - cursor.name;
      if (length === 1 && bytes[cursor.name] === R) {
        buffer.setNumber(leadingInteger(bytes, cursor.value, cursor.valueEnd));
      } else if (length === 6 && bytes.toString("latin1", cursor.name, cursor.nameEnd) === "hidden") {
        buffer.row.hidden = bytes[cursor.value] === ONE || bytes[cursor.value] === T;
      }
    }
  }

  private closeRow(): void {
    if (!this.inRow) return;
    if (this.inCell) this.malformed();
    this.inRow = false;
    if (this.buffer.row.width === 0) return;
    const { limits, sink } = this.context;
    if (++this.rows > limits.maxRows) tooManyRows({}, limits);
    if (sink(this.buffer.row) !== false) return;
    this.done = true;
    this.stopped = true;
  }

  private openCell(bytes: Buffer, from: number, to: number): void {
    if (!this.inRow) return;
    if (this.inCell) this.malformed();
    const { cursor, cell } = this;
    this.inCell = true;
    cell.begin();
    for (let at = cursor.next(bytes, from, to); at >= 0; at = cursor.next(bytes, at, to)) {
      if (cursor.nameEnd - cursor.name !== 1) continue;
      const name = bytes[cursor.name];
      if (name === R) this.place(bytes, cursor.value, cursor.valueEnd);
      else if (name === S) cell.style = leadingInteger(bytes, cursor.value, cursor.valueEnd);
      else if (name === T) {
        const first = bytes[cursor.value] as number;
        cell.type = first === S && cursor.valueEnd - cursor.value > 1 ? CellType.string : first;
      }
    }
  }

  /** Reads an address such as AB12. */
  private place(bytes: Buffer, from: number, to: number): void {
    let column = 0;
    let at = from;
    for (; at < to; at++) {
      const letter = (bytes[at] as number) & 0xdf;
      if (letter < 0x41 || letter > 0x5a) break;
      column = column * 26 + letter - 0x40;
      if (column > this.context.limits.maxColumns) this.tooWide();
    }
    if (column > 0) this.cell.column = column - 1;
    if (!this.buffer.numbered) this.buffer.setNumber(leadingInteger(bytes, at, to));
  }

  private closeCell(): void {
    if (!this.inCell) return;
    const { cell, context } = this;
    this.inCell = false;
    this.inInline = false;
    this.capture = NOTHING;
    if (cell.column >= context.limits.maxColumns) this.tooWide();
    if (cell.isHollow) this.addHollow();
    switch (cell.type) {
      case CellType.shared:
        if (cell.index >= 0) this.put(CellKind.text, this.sharedString());
        break;
      case CellType.number:
        if (cell.hasInline && !cell.hasValue) this.put(CellKind.text, cell.plainText);
        else if (cell.value !== "") this.putNumber(cell.trimmed);
        break;
      case CellType.string:
      case CellType.inline:
        this.put(CellKind.text, cell.plainText);
        break;
      case CellType.boolean:
        this.put(CellKind.boolean, cell.flag);
        break;
      case CellType.error:
        this.put(CellKind.error, cell.trimmed);
        break;
      case CellType.date:
        this.put(CellKind.text, cell.trimmed);
        break;
      default:
        this.malformed();
    }
  }

  private putNumber(text: string): void {
    this.put(kindOfNumber(text, this.cell.style, this.context.styles), text);
  }

  private put(kind: number, text: string): void {
    this.buffer.row.put(this.cell.column, kind, text);
  }

  private sharedString(): string {
    const { index } = this.cell;
    const text = this.context.sharedStrings.at(index);
    if (text !== undefined) return text;
    return refuse("D005", { cell: this.address() }, "sharedString", { part: this.context.part, index });
  }

  private addHollow(): void {
    this.hollowCount++;
    if (this.hollow.length < SHOWN_ADDRESSES) this.hollow.push(this.address());
  }

  private address(): string {
    return cellAddress(this.buffer.row.number, this.cell.column);
  }

  private checkLength(text: string): void {
    const { limits } = this.context;
    if (text.length > limits.maxCellLength) tooLongCell({ cell: this.address() }, limits);
  }

  private tooWide(): never {
    return tooManyColumns({}, this.buffer.row.number, this.context.limits);
  }

  private malformed(): never {
    return refuse("D005", {}, "markup", { part: this.context.part });
  }
}

/** Where a tag ends whose attributes are in double quotes; -1 when it does not end here. */
function tagEnd(bytes: Buffer, from: number): number {
  const size = bytes.length;
  let quoted = false;
  for (let at = from; at < size; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) quoted = !quoted;
    else if (byte === GT && !quoted) return at;
    else if (byte === APOSTROPHE) return -1;
  }
  return -1;
}
