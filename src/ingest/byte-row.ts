import { ColumnWords } from "./column-words.ts";
import { type ByteSpan, CellKind, type RawRow } from "./reader.ts";

/** Texts that cells share, by number, such as the shared strings of a workbook. */
export interface SharedTexts {
  readonly length: number;
  at(index: number): string | undefined;
  isBlank(index: number): boolean;
  /** Shows where the UTF-8 of a text stands. */
  locate(index: number, span: ByteSpan): void;
}

/** How a cell is kept until it is asked for. */
export const Form = {
  nothing: 0,
  /** A string already. */
  text: 1,
  /** Bytes that stand for themselves, `from` … `to`. */
  ascii: 2,
  utf8: 3,
  /** `from` is the number of a shared text. */
  shared: 4,
  /** `from` is the number of a word of the column: in batches of rows only. */
  word: 5,
} as const;

/**
 * The row of a scan over bytes: cells are noted by where they stand and become strings only when they are
 * asked for. The bytes must stay as they are until the next row, or else `settle` be called.
 */
export class ByteRow implements RawRow {
  number = 0;
  width = 0;
  hidden = false;
  bytes: Buffer = Buffer.alloc(0);
  kind = new Uint8Array(32);
  form = new Uint8Array(32);
  from = new Int32Array(32);
  to = new Int32Array(32);
  private readonly texts: string[] = [];
  private tokens = new Int32Array(32);
  private readonly words: (ColumnWords | undefined)[] = [];
  private readonly here: ByteSpan = { bytes: this.bytes, from: 0, to: 0 };
  private readonly shared: SharedTexts | null;

  constructor(shared: SharedTexts | null = null) {
    this.shared = shared;
  }

  text(column: number): string {
    if (!(column >= 0 && column < this.width)) return "";
    const form = this.form[column] as number;
    if (form === Form.text || (form & DECODED) !== 0) return this.texts[column] as string;
    if (form === Form.nothing) return "";
    const text = this.decode(column, form & FORM);
    this.texts[column] = text;
    this.form[column] = form | DECODED;
    return text;
  }

  token(column: number): number {
    if (!(column >= 0 && column < this.width)) return -1;
    const known = this.form[column] as number;
    if ((known & NUMBERED) !== 0) return this.tokens[column] as number;
    const form = known & FORM;
    if (form === Form.shared) return this.from[column] as number;
    if (form !== Form.ascii && form !== Form.utf8) return -1;
    const token = this.wordOf(column);
    this.tokens[column] = token;
    this.form[column] = known | NUMBERED;
    return token;
  }

  span(column: number): ByteSpan | null {
    if (!(column >= 0 && column < this.width)) return null;
    const { here } = this;
    const form = (this.form[column] as number) & FORM;
    if (areBytes(form)) {
      here.bytes = this.bytes;
      here.from = this.from[column] as number;
      here.to = this.to[column] as number;
      return here;
    }
    if (form !== Form.shared || this.shared === null) return null;
    this.shared.locate(this.from[column] as number, here);
    return here;
  }

  /** Notes a cell, which may come in any order; blanks in between are none. */
  note(column: number, kind: number, form: number, from: number, to: number): void {
    if (column >= this.width) this.widen(column);
    this.kind[column] = kind;
    this.form[column] = form;
    this.from[column] = from;
    this.to[column] = to;
  }

  /** Keeps a string as the cell; "" does not widen the row. */
  put(column: number, kind: number, text: string): void {
    if (text !== "") {
      this.note(column, kind, Form.text, 0, 0);
      this.texts[column] = text;
    } else if (column < this.width) this.note(column, CellKind.blank, Form.nothing, 0, 0);
  }

  /** Makes room for a column, as it has to be before `kind` and the like are filled by hand. */
  reserve(column: number): void {
    if (column < this.kind.length) return;
    const room = Math.max(column + 1, this.kind.length * 2);
    this.kind = grown(this.kind, new Uint8Array(room));
    this.form = grown(this.form, new Uint8Array(room));
    this.from = grown(this.from, new Int32Array(room));
    this.to = grown(this.to, new Int32Array(room));
    this.tokens = grown(this.tokens, new Int32Array(room));
  }

  /** Takes strings for the cells noted so far, before their bytes go. */
  settle(): void {
    for (let column = 0; column < this.width; column++) {
      const form = (this.form[column] as number) & FORM;
      if (!areBytes(form)) continue;
      this.texts[column] = this.text(column);
      this.form[column] = Form.text;
    }
  }

  private widen(column: number): void {
    this.reserve(column);
    for (let gap = this.width; gap < column; gap++) {
      this.kind[gap] = CellKind.blank;
      this.form[gap] = Form.nothing;
    }
    this.width = column + 1;
  }

  private wordOf(column: number): number {
    let words = this.words[column];
    if (words === undefined) {
      words = new ColumnWords();
      this.words[column] = words;
    }
    const from = this.from[column] as number;
    const word = words.find(this.bytes, from, this.to[column] as number, this.kind[column] as number);
    return word < 0 || this.shared === null ? word : word + this.shared.length;
  }

  private decode(column: number, form: number): string {
    const from = this.from[column] as number;
    if (form === Form.shared) return this.shared?.at(from) ?? "";
    return this.bytes.toString(form === Form.ascii ? "latin1" : "utf8", from, this.to[column] as number);
  }
}

// Beside the form of a cell: that its string has been made in this row, and that its token is known.
const FORM = 7;
const DECODED = 8;
const NUMBERED = 16;

function areBytes(form: number): boolean {
  return form === Form.ascii || form === Form.utf8;
}

function grown<T extends Uint8Array | Int32Array>(from: T, into: T): T {
  into.set(from);
  return into;
}
