import { isUtf8 } from "node:buffer";
import { type ByteRow, Form, type SharedTexts } from "../byte-row.ts";
import { CellKind, type ReadLimits } from "../reader.ts";
import { beginsVisibly } from "../visible.ts";
import { CellType } from "./stored-cell.ts";

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const SPACE = 0x20;
const EQUALS = 0x3d;
const QUOTE = 0x22;
const AMPERSAND = 0x26;
const UNDERSCORE = 0x5f;
const RETURN = 0x0d;
const MINUS = 0x2d;
const C = 0x63;
const I = 0x69;
const N = 0x6e;
const R = 0x72;
const S = 0x73;
const T = 0x74;
const V = 0x76;
/** A cell whose opening tag is longer is not plain. */
const LONGEST_TAG = 64;

/**
 * Reads cells in the form that nearly all writers give them, `<c r="B2" s="1" t="s"><v>7</v></c>`, in one go
 * over their bytes. What is not in this form, byte for byte, is left to the patient reader of markup, which
 * is also what tests compare it with.
 */
export class PlainCells {
  /** The column of the cell last read. */
  column = -1;
  /** Whether cells need not say where their row is. */
  numbered = false;
  private readonly row: ByteRow;
  private readonly shared: SharedTexts;
  private readonly styles: ArrayLike<number>;
  private readonly limits: ReadLimits;
  /** The buffer whose text has been looked at, and whether all of it is UTF-8. */
  private checked: Buffer | null = null;
  private sound = false;
  private style = 0;
  private type: number = CellType.number;
  /** Of the text last read. */
  private form: number = Form.ascii;

  constructor(row: ByteRow, shared: SharedTexts, styles: ArrayLike<number>, limits: ReadLimits) {
    this.row = row;
    this.shared = shared;
    this.styles = styles;
    this.limits = limits;
  }

  /** Reads the cell at `at`, where `<c` stands; returns where it ends, or -1 when it is not plain. */
  read(bytes: Buffer, at: number): number {
    if (at + LONGEST_TAG > bytes.length) return -1;
    const before = this.column;
    this.column = before + 1;
    const open = this.tag(bytes, at + 2);
    if (open >= 0 && this.column < this.limits.maxColumns) {
      const end = bytes[open] === SLASH ? this.empty(bytes, open) : this.content(bytes, open + 1);
      if (end >= 0) return end;
    }
    this.column = before;
    return -1;
  }

  /** Reads attributes up to the end of the tag; returns where `>` or `/` stands. */
  private tag(bytes: Buffer, from: number): number {
    let at = from;
    this.style = 0;
    this.type = CellType.number;
    while (bytes[at] === SPACE) {
      if (bytes[at + 2] !== EQUALS || bytes[at + 3] !== QUOTE) return -1;
      const name = bytes[at + 1];
      at += 4;
      if (name === R) at = this.address(bytes, at);
      else if (name === S) at = this.styleOf(bytes, at);
      else if (name === T) at = this.typeOf(bytes, at);
      else return -1;
      if (at < 0) return -1;
    }
    const byte = bytes[at];
    return byte === GT || byte === SLASH ? at : -1;
  }

  private address(bytes: Buffer, from: number): number {
    if (!this.numbered) return -1;
    const last = from + 12;
    let at = from;
    let column = 0;
    for (; at < last; at++) {
      const letter = (bytes[at] as number) - 0x40;
      if (letter < 1 || letter > 26) break;
      column = column * 26 + letter;
    }
    if (column === 0 || column > this.limits.maxColumns) return -1;
    this.column = column - 1;
    while (at < last && bytes[at] !== QUOTE) at++;
    return at < last ? at + 1 : -1;
  }

  private styleOf(bytes: Buffer, from: number): number {
    const last = from + 8;
    let at = from;
    let style = 0;
    for (; at < last; at++) {
      const digit = (bytes[at] as number) - 0x30;
      if (digit < 0 || digit > 9) break;
      style = style * 10 + digit;
    }
    this.style = style;
    return bytes[at] === QUOTE ? at + 1 : -1;
  }

  private typeOf(bytes: Buffer, from: number): number {
    const first = bytes[from];
    if (bytes[from + 1] === QUOTE && (first === S || first === N)) {
      this.type = first;
      return from + 2;
    }
    if (first === S && bytes[from + 1] === T && bytes[from + 2] === R && bytes[from + 3] === QUOTE) {
      this.type = CellType.string;
      return from + 4;
    }
    // inlineStr
    if (first !== I || bytes[from + 8] !== R || bytes[from + 9] !== QUOTE) return -1;
    this.type = CellType.inline;
    return from + 10;
  }

  /** A cell that only has a style. */
  private empty(bytes: Buffer, slash: number): number {
    return bytes[slash + 1] === GT && this.type === CellType.number ? slash + 2 : -1;
  }

  private content(bytes: Buffer, from: number): number {
    if (bytes[from] !== LT) return -1;
    if (this.type === CellType.inline) return this.inlineText(bytes, from);
    if (bytes[from + 1] !== V || bytes[from + 2] !== GT) return -1;
    const at = from + 3;
    if (this.type === CellType.number) return this.number(bytes, at);
    if (this.type === CellType.shared) return this.sharedText(bytes, at);
    const end = this.text(bytes, at);
    if (end < 0 || !closes(bytes, end, V)) return -1;
    return this.noteText(at, end, end + 8);
  }

  private number(bytes: Buffer, from: number): number {
    const size = bytes.length;
    let at = from;
    if (bytes[at] === MINUS) at++;
    const first = (bytes[at] as number) - 0x30;
    if (!(first >= 0 && first <= 9)) return -1;
    for (at++; at < size; at++) {
      const byte = bytes[at] as number;
      if ((byte < 0x30 || byte > 0x39) && byte !== 0x2e && byte !== 0x45 && byte !== MINUS) break;
    }
    if (!closes(bytes, at, V)) return -1;
    this.row.note(this.column, this.styles[this.style] ?? CellKind.number, Form.ascii, from, at);
    return at + 8;
  }

  private sharedText(bytes: Buffer, from: number): number {
    const last = from + 10;
    let at = from;
    let index = 0;
    for (; at < last; at++) {
      const digit = (bytes[at] as number) - 0x30;
      if (!(digit >= 0 && digit <= 9)) break;
      index = index * 10 + digit;
    }
    if (at === from || index >= this.shared.length || !closes(bytes, at, V)) return -1;
    if (!this.shared.isBlank(index)) this.row.note(this.column, CellKind.text, Form.shared, index, 0);
    else this.row.put(this.column, CellKind.blank, "");
    return at + 8;
  }

  private inlineText(bytes: Buffer, from: number): number {
    // <is><t>
    if (bytes[from + 1] !== I || bytes[from + 2] !== S || bytes[from + 3] !== GT) return -1;
    if (bytes[from + 4] !== LT || bytes[from + 5] !== T) return -1;
    let at = from + 6;
    // xml:space="preserve" changes nothing: spaces are kept anyway.
    if (bytes[at] === SPACE) {
      at = bytes.indexOf(GT, at);
      if (at < 0 || at > from + LONGEST_TAG || bytes[at - 1] === SLASH) return -1;
    }
    if (bytes[at] !== GT) return -1;
    at++;
    const end = this.text(bytes, at);
    // </t></is></c>
    if (end < 0 || bytes[end + 1] !== SLASH || bytes[end + 2] !== T || bytes[end + 3] !== GT) return -1;
    if (bytes[end + 4] !== LT || bytes[end + 5] !== SLASH || bytes[end + 6] !== I) return -1;
    if (bytes[end + 7] !== S || bytes[end + 8] !== GT || !closesCell(bytes, end + 9)) return -1;
    return this.noteText(at, end, end + 13);
  }

  /** Where text ends that stands for itself: no entity, escape or line end, and something to see. */
  private text(bytes: Buffer, from: number): number {
    if (!beginsVisibly(bytes[from] as number)) return -1;
    const size = bytes.length;
    let high = 0;
    let at = from;
    for (; at < size; at++) {
      const byte = bytes[at] as number;
      if (byte === LT) break;
      if (byte === AMPERSAND || byte === UNDERSCORE || byte === RETURN) return -1;
      high |= byte;
    }
    if (at === from || at === size || at - from > this.limits.maxCellLength) return -1;
    this.form = high < 0x80 ? Form.ascii : Form.utf8;
    return high < 0x80 || this.isSound(bytes) ? at : -1;
  }

  private noteText(from: number, to: number, end: number): number {
    this.row.note(this.column, CellKind.text, this.form, from, to);
    return end;
  }

  /** Whether what a buffer holds is UTF-8 up to its last tag. */
  private isSound(bytes: Buffer): boolean {
    if (this.checked !== bytes) {
      this.checked = bytes;
      this.sound = isUtf8(bytes.subarray(0, bytes.lastIndexOf(GT) + 1));
    }
    return this.sound;
  }
}

/** Whether `</x></c>` stands there. */
function closes(bytes: Buffer, at: number, letter: number): boolean {
  return (
    bytes[at] === LT &&
    bytes[at + 1] === SLASH &&
    bytes[at + 2] === letter &&
    bytes[at + 3] === GT &&
    closesCell(bytes, at + 4)
  );
}

function closesCell(bytes: Buffer, at: number): boolean {
  return bytes[at] === LT && bytes[at + 1] === SLASH && bytes[at + 2] === C && bytes[at + 3] === GT;
}
