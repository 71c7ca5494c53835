import { CellKind, type RawRow, type SheetSource } from "./reader.ts";

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
      const part: RawRow = { number: 0, width: 0, text: [], kind: [], hidden: false };
      return source.scan((row) => {
        if (row.number < firstRow || row.number > lastRow) return true;
        part.number = row.number;
        part.hidden = row.hidden;
        part.width = 0;
        for (let column = 0; column < Math.min(row.width, lastColumn + 1); column += 1) {
          const kind = column < firstColumn ? CellKind.blank : (row.kind[column] ?? CellKind.blank);
          part.kind[column] = kind;
          part.text[column] = kind === CellKind.blank ? "" : (row.text[column] ?? "");
          if (kind !== CellKind.blank) part.width = column + 1;
        }
        return part.width === 0 ? true : sink(part);
      });
    },
  };
}
