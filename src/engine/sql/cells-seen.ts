import type { Layout } from "../../measure/layout.ts";
import { CellKind } from "../../model/cell.ts";
import type { BoundTable } from "./bound-table.ts";
import { absentExpr, columnExpr, finiteExpr, typedExpr } from "./column-exprs.ts";
import type { AnswerRow } from "./database.ts";
import type { Sql } from "./dialect.ts";
import type { Expr } from "./expr.ts";
import { isUndeclaredDigits, type Remarks, remarksIn, type Unreadable } from "./readings.ts";
import type { RunContext } from "./run-context.ts";
import { statement } from "./statement.ts";
import { FIRST, type Listing, listingsOf, type Written, writtenIn, writtenSelect } from "./written.ts";

/** A table after its cells were looked at: its fields as SQL, rows that are no records, cells that say nothing. */
export interface CellsSeen {
  readonly rows: number;
  readonly exprs: ReadonlyMap<string, Expr>;
  readonly remarks: ReadonlyMap<string, Remarks & { readonly text: Sql }>;
  readonly unreadable: readonly Unreadable[];
  /** By field, its cells as they were listed. */
  readonly texts: ReadonlyMap<string, Sql>;
  /** Code columns of undeclared digits, which are not read. */
  readonly refused: readonly string[];
}

export async function seeCells(
  table: BoundTable,
  layout: Layout,
  unitFields: ReadonlySet<string>,
  context: RunContext,
): Promise<CellsSeen> {
  const { dialect, plan } = context;
  const { dataset } = table;
  const fields = layout.fields.filter(({ derived }) => derived === null).map(({ name }) => name);
  const { words } = plan.dictionary;
  const listing = { dialect, words, timezone: plan.timezone, unitFields };
  const listings = listingsOf(table, fields, listing);
  const answer = await context.ask(
    statement(
      dataset.name,
      "written",
      writtenSelect(table, listings, dialect),
      writtenSample(listings, unitFields, plan),
    ),
  );
  return understood(table, layout, listings, writtenIn(answer, listings), context);
}

/** What might be written: units of the directory, values of code lists. */
function writtenSample(
  listings: readonly Listing[],
  unitFields: ReadonlySet<string>,
  { directory, dictionary }: RunContext["plan"],
): AnswerRow[] {
  const cells = listings.flatMap(({ column: { field } }) => {
    const flags = field.type === "flag" ? ["是", "否"] : [];
    const units = unitFields.has(field.name) ? directory.units.map(({ name }) => name) : [];
    const codes = Object.keys(dictionary.codes.get(field.codes ?? "")?.values ?? {});
    return [...flags, ...units, ...codes].map((cell) => [field.name, cell, "1"]);
  });
  return [["", "", "1"], ...cells];
}

function understood(
  table: BoundTable,
  layout: Layout,
  listings: readonly Listing[],
  written: Written,
  context: RunContext,
): CellsSeen {
  const { dialect, plan, asOf, labels, units } = context;
  const { dataset } = table;
  const exprs = new Map<string, Expr>();
  const remarks = new Map<string, Remarks & { text: Sql }>();
  const unreadable: Unreadable[] = [];
  const refused: string[] = [];
  const texts = new Map(listings.map(({ column, text }) => [column.field.name, text]));
  const typing = { dialect, timezone: plan.timezone, asOf };
  for (const field of layout.fields) {
    if (field.derived !== null) continue;
    const { name } = field;
    const column = table.columns.get(name);
    if (column === undefined) {
      exprs.set(name, absentExpr(field, dialect));
      continue;
    }
    if (column.constant !== undefined) {
      const value = context.readings.readerOf(column)(column.constant, CellKind.text, null) ?? null;
      exprs.set(name, finiteExpr(field, { text: null, outcomes: new Map(), blank: value }, dialect));
      continue;
    }
    const listing = listings.find((each) => each.column === column);
    if (listing === undefined) {
      exprs.set(name, typedExpr(column, typing));
      continue;
    }
    const cells = written.cells.get(name) ?? new Map();
    if (isUndeclaredDigits(column, cells.keys())) {
      refused.push(name);
      exprs.set(name, absentExpr(field, dialect));
      continue;
    }
    const read = context.readings.read(column, cells);
    exprs.set(name, columnExpr(listing, read, typing));
    unreadable.push(...read.unreadable);
    if (name !== dataset.unit && !dataset.key.includes(name)) continue;
    const isUnit = name === dataset.unit;
    remarks.set(name, { text: listing.text, ...remarksIn(cells.keys(), { labels, units, isUnit }) });
  }
  if (table.first !== undefined) {
    const cells = written.cells.get(FIRST)?.keys() ?? [];
    remarks.set(FIRST, { text: table.first, ...remarksIn(cells, { labels, units, isUnit: false }) });
  }
  return { rows: written.rows, exprs, remarks, unreadable, refused, texts };
}
