import type { CellKind, SheetSource } from "../../ingest/reader.ts";
import { cellText } from "../../ledger/cell-text.ts";
import type { TextRow } from "../../ledger/filled.ts";

/** All rows of a sheet as people see them; `isText`: what we escape in CSV comes back as it was. */
export async function textRows(
  sheet: SheetSource,
  isText: boolean,
): Promise<{ rows: TextRow[]; formulas: number }> {
  const rows: TextRow[] = [];
  const end = await sheet.scan((row) => {
    const cells = Array.from({ length: row.width }, (_, at) => {
      const text = cellText(row.text(at), (row.kind[at] ?? 0) as CellKind, sheet.date1904);
      return isText ? text.replace(/^'(?=[=+\-@＝＋－＠\t\r])/, "") : text;
    });
    if (cells.some((text) => text.trim() !== "")) rows.push({ number: row.number, cells });
    return undefined;
  });
  return { rows, formulas: end.formulasWithoutValue.count };
}
