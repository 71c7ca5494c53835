import { cellAddress } from "../xlsx/cell-address.ts";
import { createElementReader } from "../xlsx/elements.ts";

const SHOWN = 20;
const MOST_HIDDEN = 1_000_000;

/** What the library leaves unsaid of one sheet. */
interface SheetUnsaid {
  readonly cells: string[];
  count: number;
  readonly hiddenRows: Set<number>;
}

/** Formula cells without a stored value, which the library drops, and hidden rows, sheet by sheet. */
export class Unsaid {
  private readonly sheets: SheetUnsaid[] = [];

  nextSheet(): void {
    this.sheets.push({ cells: [], count: 0, hiddenRows: new Set() });
  }

  /** `row` from 1, `column` from 0. */
  formula(row: number, column: number): void {
    const sheet = this.sheets.at(-1);
    if (sheet === undefined) return;
    sheet.count += 1;
    if (sheet.cells.length < SHOWN) sheet.cells.push(cellAddress(row, column));
  }

  hide(from: number, rows: number): void {
    const hidden = this.sheets.at(-1)?.hiddenRows;
    for (let at = from; hidden !== undefined && at < from + rows && hidden.size < MOST_HIDDEN; at += 1)
      hidden.add(at);
  }

  formulasOf(sheet: number): { cells: readonly string[]; count: number } {
    const { cells = [], count = 0 } = this.sheets[sheet] ?? {};
    return { cells, count };
  }

  isHidden(sheet: number, row: number): boolean {
    return this.sheets[sheet]?.hiddenRows.has(row) === true;
  }
}

/** Looks through SpreadsheetML 2003 for formulas without `<Data>`. */
export function unsaidInSpreadsheetMl(text: string): Unsaid {
  const unsaid = new Unsaid();
  let row = 0;
  let column = 0;
  let pending = false;
  const reader = createElementReader("SpreadsheetML", {
    open(name, attributes) {
      if (name === "Worksheet") {
        unsaid.nextSheet();
        row = 0;
      } else if (name === "Row") {
        row = Number(attributes.get("Index") ?? row + 1);
        column = 0;
      } else if (name === "Cell") {
        column = Number(attributes.get("Index") ?? column + 1);
        pending = attributes.has("Formula");
      } else if (name === "Data") pending = false;
    },
    close(name) {
      if (name === "Cell" && pending) unsaid.formula(row, column - 1);
    },
  });
  reader.write(Buffer.from(text, "utf8"));
  reader.end();
  return unsaid;
}
