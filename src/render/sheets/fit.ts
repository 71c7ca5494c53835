import { displayWidth } from "../text.ts";
import type { SheetCell, SheetTable } from "./sheet.ts";

const LOOKED_AT = 2_000;
/** Room at both sides, and for the arrow of the filter beside a heading. */
const MARGIN = 4;
const ARROW = 3;

/** Widths of a list's columns: numbers show whole, texts wrap at the widest that is given. */
export function widthsOf({ columns, rows }: SheetTable, widest: readonly number[]): number[] {
  return columns.map(({ title }, index) => {
    const most = widest[index] ?? 16;
    const heading = Math.ceil(displayWidth(title) + ARROW);
    let [texts, numbers] = [0, 0];
    for (const { cells } of rows.slice(0, LOOKED_AT)) {
      const cell = cells[index];
      if (cell?.kind === "text") texts = Math.max(texts, widestLine(cell.text) + MARGIN);
      else numbers = Math.max(numbers, shownWidth(cell) + MARGIN);
    }
    return Math.max(Math.min(heading, most), numbers, Math.min(most, texts), 6);
  });
}

export function shownWidth(cell: SheetCell | undefined): number {
  switch (cell?.kind) {
    case "number":
      return displayWidth(cell.shown);
    case "day":
      return cell.day.length;
    case "text":
      return widestLine(cell.text);
    default:
      return 0;
  }
}

function widestLine(text: string): number {
  return Math.max(...text.split("\n").map(displayWidth));
}
