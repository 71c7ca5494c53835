import type { Language } from "../../model/language.ts";
import type { Ledger } from "../../model/ledger.ts";
import { syntheticMark } from "../../model/synthetic.ts";
import { BYTE_ORDER_MARK, csvLine } from "../csv-field.ts";
import { columnsFor, valueIn } from "./columns.ts";
import { linesOf } from "./lines.ts";

/** One row a record; opens in Excel and WPS as UTF-8. */
export function ledgerCsv(ledger: Ledger, language: Language): string {
  const mark = ledger.synthetic ? [language === "zh" ? syntheticMark : "synthetic data"] : [];
  const columns = columnsFor(ledger, { states: true });
  // The id stays the last column.
  const marked = (cells: (string | number)[]) => csvLine(cells.toSpliced(-1, 0, ...mark));
  const rows = [marked(columns.map((column) => column[language]))];
  for (const line of linesOf(ledger.units, ledger, "all"))
    rows.push(marked(columns.map((column) => valueIn(column, line, language))));
  return BYTE_ORDER_MARK + rows.join("");
}
