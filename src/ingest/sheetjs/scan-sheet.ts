import type { CellObject, RowInfo, WorkSheet } from "@e965/xlsx";
import { CellKind, type ReadLimits, type RowSink } from "../reader.ts";
import { tooLongCell, tooManyColumns, tooManyRows } from "../row-checks.ts";
import { TextRow } from "../text-row.ts";
import { cellAddress } from "../xlsx/cell-address.ts";
import { cellValue } from "./cell-value.ts";

type Cells = readonly (CellObject | undefined)[];

/**
 * Hands on the rows of a sheet that is in memory; the range that the sheet declares is not believed.
 * `isHidden` knows of rows that the sheet itself does not call so.
 */
export function scanSheet(
  sheet: WorkSheet,
  limits: ReadLimits,
  isHidden: (row: number) => boolean,
  sink: RowSink,
): void {
  const rows: readonly (Cells | undefined)[] = sheet["!data"] ?? [];
  const infos: readonly (RowInfo | undefined)[] = sheet["!rows"] ?? [];
  if (rows.length > limits.maxRows) tooManyRows({}, limits);
  const row = new TextRow();
  for (let at = 0; at < rows.length; at++) {
    const cells = rows[at];
    if (cells === undefined) continue;
    if (cells.length > limits.maxColumns) tooManyColumns({}, at + 1, limits);
    row.number = at + 1;
    row.hidden = infos[at]?.hidden === true || isHidden(row.number);
    fillRow(row, cells, limits);
    if (row.width > 0 && sink(row) === false) return;
  }
}

function fillRow(row: TextRow, cells: Cells, limits: ReadLimits): void {
  row.width = 0;
  for (let column = 0; column < cells.length; column++) {
    const { kind, text } = cellValue(cells[column]);
    if (text.length > limits.maxCellLength) tooLongCell({ cell: cellAddress(row.number, column) }, limits);
    if (kind !== CellKind.blank) row.put(column, kind, text);
  }
}
