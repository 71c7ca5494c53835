import { CellKind, type RawRow } from "../reader.ts";

/** The one row that a scan fills again and again. */
export class RowBuffer {
  readonly row: RawRow = { number: 0, width: 0, text: [], kind: [], hidden: false };
  /** Whether the row has its own number, or takes it from its cells, or else follows the last one. */
  numbered = false;

  begin(): void {
    this.row.number++;
    this.row.width = 0;
    this.row.hidden = false;
    this.numbered = false;
  }

  setNumber(number: number): void {
    if (number <= 0) return;
    this.row.number = number;
    this.numbered = true;
  }

  /** Cells may come in any order; blanks at the end do not widen the row. */
  put(column: number, kind: number, text: string): void {
    const { row } = this;
    if (text === "") {
      if (column < row.width) this.set(column, CellKind.blank, "");
      return;
    }
    for (let gap = row.width; gap < column; gap++) this.set(gap, CellKind.blank, "");
    if (column >= row.width) row.width = column + 1;
    this.set(column, kind, text);
  }

  private set(column: number, kind: number, text: string): void {
    this.row.kind[column] = kind;
    this.row.text[column] = text;
  }
}
