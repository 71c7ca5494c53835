import { type ByteSpan, CellKind, type RawRow } from "./reader.ts";

/** A row of strings, filled anew for each row of a sheet. */
export class TextRow implements RawRow {
  number = 0;
  width = 0;
  hidden = false;
  readonly kind: number[] = [];
  private readonly texts: string[] = [];

  text(column: number): string {
    return column >= 0 && column < this.width ? (this.texts[column] ?? "") : "";
  }

  token(_column: number): number {
    return -1;
  }

  span(_column: number): null {
    return null;
  }

  /** Cells may come in any order; blanks at the end do not widen the row. */
  put(column: number, kind: number, text: string): void {
    if (text === "") {
      if (column < this.width) this.set(column, CellKind.blank, "");
      return;
    }
    for (let gap = this.width; gap < column; gap++) this.set(gap, CellKind.blank, "");
    if (column >= this.width) this.width = column + 1;
    this.set(column, kind, text);
  }

  private set(column: number, kind: number, text: string): void {
    this.kind[column] = kind;
    this.texts[column] = text;
  }
}

/** A row as it stands but for some of its columns; all that is not asked for stays undecoded. */
export class RowView implements RawRow {
  number = 0;
  width = 0;
  hidden = false;
  readonly kind: number[] = [];
  private row: RawRow = this;
  private readonly own: (string | undefined)[] = [];

  /** Shows a row, all of it. */
  show(row: RawRow): void {
    this.row = row;
    this.number = row.number;
    this.hidden = row.hidden;
    this.width = row.width;
    for (let column = 0; column < row.width; column++) this.kind[column] = row.kind[column] ?? CellKind.blank;
    this.own.length = 0;
  }

  /** Puts a cell in the place of the row's own. */
  put(column: number, kind: number, text: string): void {
    for (let gap = this.width; gap < column; gap++) this.kind[gap] = CellKind.blank;
    if (column >= this.width) this.width = column + 1;
    this.kind[column] = kind;
    this.own[column] = text;
  }

  text(column: number): string {
    return column < this.width ? (this.own[column] ?? this.row.text(column)) : "";
  }

  token(column: number): number {
    return this.isOwn(column) ? -1 : this.row.token(column);
  }

  span(column: number): ByteSpan | null {
    return this.isOwn(column) ? null : this.row.span(column);
  }

  private isOwn(column: number): boolean {
    return column >= this.width || this.own[column] !== undefined;
  }
}

/** All cells of a row, blank ones as "". */
export function textsOf(row: RawRow): string[] {
  return Array.from({ length: row.width }, (_, column) => row.text(column));
}
