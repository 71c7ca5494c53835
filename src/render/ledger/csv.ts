import type { Language } from "../../model/language.ts";
import type { Ledger } from "../../model/ledger.ts";
import { syntheticMark } from "../../model/synthetic.ts";
import { BYTE_ORDER_MARK, csvLine } from "../csv-field.ts";
import { Batch } from "./batch.ts";
import { columnsFor, valueIn } from "./columns.ts";
import { linesOf } from "./lines.ts";
import type { Sink } from "./sink.ts";

/** One row a record; opens in Excel and WPS as UTF-8. */
export async function ledgerCsv(ledger: Ledger, language: Language, sink: Sink): Promise<void> {
  const batch = new Batch(sink);
  await batch.add(BYTE_ORDER_MARK);
  for (const line of csvLines(ledger, language)) await batch.add(line);
  await batch.flush();
}

function* csvLines(ledger: Ledger, language: Language): Generator<string> {
  const mark = ledger.synthetic ? [language === "zh" ? syntheticMark : "synthetic data"] : [];
  const columns = columnsFor(ledger, { states: true });
  // The id stays the last column.
  const marked = (cells: (string | number)[]) => csvLine(cells.toSpliced(-1, 0, ...mark));
  yield marked(columns.map((column) => column[language]));
  for (const line of linesOf(ledger.units, ledger, "all"))
    yield marked(columns.map((column) => valueIn(column, line, language)));
}
