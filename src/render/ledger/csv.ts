import type { Language } from "../../model/language.ts";
import type { Ledger } from "../../model/ledger.ts";
import { syntheticMark } from "../../model/synthetic.ts";
import { BYTE_ORDER_MARK, csvLine } from "../csv-field.ts";
import { ledgerColumns } from "./columns.ts";
import { linesOf } from "./lines.ts";

/** One row a record; opens in Excel and WPS as UTF-8. */
export function ledgerCsv({ units, mask, synthetic }: Ledger, language: Language): string {
  const mark = synthetic ? [language === "zh" ? syntheticMark : "synthetic data"] : [];
  const rows = [csvLine([...ledgerColumns.map((column) => column[language]), ...mark])];
  for (const line of linesOf(units, mask))
    rows.push(csvLine([...ledgerColumns.map(({ of }) => of(line, language)), ...mark]));
  return BYTE_ORDER_MARK + rows.join("");
}
