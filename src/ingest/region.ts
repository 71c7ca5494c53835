import { CellKind, type SheetSource } from "./reader.ts";
import { RowView } from "./text-row.ts";

/** A part of a sheet that holds a table of its own: rows from 1, columns from 0, the ends included. */
export interface Region {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** The region alone, at its place in the sheet: rows that are blank there are left out. */
export function regionOf(source: SheetSource, region: Region): SheetSource {
  const { firstRow, lastRow, firstColumn, lastColumn } = region;
  return {
    ...source,
    scan(sink) {
      const part = new RowView();
      return source.scan((row) => {
        if (row.number < firstRow || row.number > lastRow) return true;
        part.show(row);
        let width = Math.min(row.width, lastColumn + 1);
        while (width > firstColumn && row.kind[width - 1] === CellKind.blank) width -= 1;
        if (width <= firstColumn) return true;
        part.width = width;
        for (let column = 0; column < firstColumn; column += 1) part.put(column, CellKind.blank, "");
        return sink(part);
      });
    },
  };
}
