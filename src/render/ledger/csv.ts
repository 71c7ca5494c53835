import type { Language } from "../../model/language.ts";
import type { Ledger } from "../../model/ledger.ts";
import { syntheticMark } from "../../model/synthetic.ts";
import { BYTE_ORDER_MARK, csvLine } from "../csv-field.ts";
import { columnsFor, valueIn } from "./columns.ts";
import { linesOf } from "./lines.ts";
import type { Sink } from "./sink.ts";

const LINES_A_CHUNK = 500;

/** One row a record; opens in Excel and WPS as UTF-8. */
export async function ledgerCsv(ledger: Ledger, language: Language, sink: Sink): Promise<void> {
  let waiting = BYTE_ORDER_MARK;
  for (const [at, line] of csvLines(ledger, language)) {
    waiting += line;
    if (at % LINES_A_CHUNK > 0) continue;
    await sink(Buffer.from(waiting));
    waiting = "";
  }
  if (waiting !== "") await sink(Buffer.from(waiting));
}

function* csvLines(ledger: Ledger, language: Language): Generator<[at: number, line: string]> {
  const mark = ledger.synthetic ? [language === "zh" ? syntheticMark : "synthetic data"] : [];
  const columns = columnsFor(ledger, { states: true });
  // The id stays the last column.
  const marked = (cells: (string | number)[]) => csvLine(cells.toSpliced(-1, 0, ...mark));
  yield [0, marked(columns.map((column) => column[language]))];
  for (const line of linesOf(ledger.units, ledger, "all"))
    yield [line.number, marked(columns.map((column) => valueIn(column, line, language)))];
}
