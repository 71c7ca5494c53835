import { createHash } from "node:crypto";
import type { SheetBinding } from "../../ingest/binding.ts";
import { CellKind, type SheetSource, type SourceFile } from "../../ingest/reader.ts";
import { TextRow } from "../../ingest/text-row.ts";
import { fail } from "../../problem.ts";
import type { OpenSheet } from "../open-sheets.ts";
import type { BoundTable } from "./bound-table.ts";
import type { AnswerRow } from "./database.ts";
import { cellKindOf } from "./readings.ts";
import type { RunContext } from "./run-context.ts";
import { select, statement } from "./statement.ts";

const MOST_ROWS = 200_000;

/** A small table that is read row by row, as a sheet would be: reported values and the task ledger. */
export async function sheetOf(table: BoundTable, context: RunContext): Promise<OpenSheet> {
  const { dialect } = context;
  const { dataset, source, where, place } = table;
  const columns = [...table.columns.values()];
  const cells = columns.map(({ column, kind }) => dialect.textOf(column, kind));
  const sql = select({ columns: cells, from: source, where, orderBy: cells, limit: MOST_ROWS + 1 });
  const rows = await context.ask(statement(dataset.name, "rows", sql));
  if (rows.length > MOST_ROWS)
    fail("D043", {}, { dataset: dataset.name, rows: `${MOST_ROWS}+`, most: MOST_ROWS });
  const kinds = columns.map(({ kind }) => cellKindOf(kind));
  const sheet: SheetSource = {
    name: place.sheet,
    hidden: false,
    date1904: false,
    async scan(sink) {
      const row = new TextRow();
      for (const cellsOf of [columns.map(({ heading }) => heading), ...rows]) {
        put(row, cellsOf, kinds);
        if (sink(row) === false) break;
      }
      return { formulasWithoutValue: { cells: [], count: 0 } };
    },
  };
  const binding: SheetBinding = {
    dataset,
    headerRow: 1,
    headerRows: [1],
    columns: columns.map(({ field, heading, unit }, column) => ({
      column,
      field,
      heading,
      by: "name",
      unit,
    })),
    unmatched: table.unmatched,
    doubled: [],
  };
  const nothing = { candidates: [], synthetic: false, page: false, unfilled: false, filling: null };
  const file: SourceFile = {
    file: place.file,
    format: "csv",
    encoding: null,
    sha256: createHash("sha256").update(JSON.stringify(rows)).digest("hex"),
    sheets: [sheet],
    close: async () => {},
  };
  return { ...nothing, file, source: sheet, binding, rule: ruleOf(table) };
}

function put(row: TextRow, cells: AnswerRow, kinds: readonly CellKind[]): void {
  row.number += 1;
  row.width = 0;
  for (const [column, text] of cells.entries()) {
    const kind = row.number === 1 ? CellKind.text : (kinds[column] ?? CellKind.text);
    if (text !== null && text !== "") row.put(column, kind, text);
  }
}

/** What the mapping says that codes stand for. */
function ruleOf({ columns, dataset }: BoundTable): OpenSheet["rule"] {
  const codes = new Map(
    [...columns].flatMap(([field, { codes }]) => (codes === null ? [] : [[field, codes]])),
  );
  if (codes.size === 0) return null;
  return {
    match: "*",
    sheet: null,
    dataset: dataset.name,
    headerRow: null,
    headings: new Map(),
    codes,
    skip: false,
  };
}
