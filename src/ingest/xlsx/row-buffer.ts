import { ByteRow, type SharedTexts } from "../byte-row.ts";

/** The one row that a scan fills again and again. */
export class RowBuffer {
  readonly row: ByteRow;
  /** Whether the row has its own number, or takes it from its cells, or else follows the last one. */
  numbered = false;

  constructor(shared: SharedTexts) {
    this.row = new ByteRow(shared);
  }

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
}
