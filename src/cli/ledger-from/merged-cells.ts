import type { CellRange } from "../../ingest/reader.ts";
import type { TextRow } from "../../ledger/filled.ts";

/** A sheet whose merges cover more cells than these is left as it is. */
const MOST_CELLS = 2_000_000;

/** Text of cells that are merged over several rows, in each of them. */
export function filledDown(rows: readonly TextRow[], merges: readonly CellRange[]): readonly TextRow[] {
  const at = new Map(rows.map(({ number }, index) => [number, index]));
  const filled = rows.map(({ number, cells }) => ({ number, cells: [...cells] }));
  const last = rows.at(-1)?.number ?? 0;
  let left = MOST_CELLS;
  for (const { top, bottom, left: column } of merges) {
    const text = rows[at.get(top) ?? -1]?.cells[column] ?? "";
    if (text === "" || bottom === top) continue;
    for (let number = top + 1; number <= Math.min(bottom, last); number += 1) {
      left -= 1;
      if (left < 0) return filled;
      const row = filled[at.get(number) ?? -1];
      if (row !== undefined && (row.cells[column] ?? "") === "") put(row.cells, column, text);
    }
  }
  return filled;
}

function put(cells: string[], column: number, text: string): void {
  while (cells.length < column) cells.push("");
  cells[column] = text;
}
