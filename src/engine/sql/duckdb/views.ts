import type { Dictionary, Field } from "../../../model/dataset.ts";
import { fail } from "../../../problem.ts";
import { REPORTED, TASK_LEDGER } from "../../reserved.ts";
import type { BoundTable } from "../bound-table.ts";
import type { Sql } from "../dialect.ts";
import { type FieldColumn, TRUE } from "../expr.ts";
import type { DuckDBDatabase } from "./database.ts";
import { duckdb } from "./dialect.ts";
import type { BoundFile } from "./files.ts";

/** What stands first in a line: 合计 and 数据来源 stand there, before columns that no field has. */
const FIRST = "evaluate_first";
const FEW = "evaluate_few";

/** One view for each dataset, with its fields as columns, over all files that hold it. */
export async function viewsOver(
  database: DuckDBDatabase,
  files: readonly BoundFile[],
  dictionary: Dictionary,
  isNeeded: (dataset: string, field: string) => boolean,
): Promise<BoundTable[]> {
  const tables: BoundTable[] = [];
  for (const [name, dataset] of dictionary.datasets) {
    const own = files.filter((file) => file.dataset === name);
    const [first] = own;
    if (first === undefined) continue;
    const columns = columnsOver(name, own);
    const query = own.map((file) => selectOf(file, columns)).join("\nUNION ALL\n");
    // The few rows of these come back as they are.
    const comesBack = name === REPORTED || name === TASK_LEDGER;
    const kept = comesBack ? [] : keptOf(columns, (field) => isNeeded(name, field));
    await database.makeView(name, query, kept);
    const [order, ordered] = [duckdb.quoteName("evaluate_order"), `evaluate_ordered_${name}`];
    await database.makeView(
      ordered,
      `SELECT *, row_number() OVER () AS ${order}\nFROM ${database.source(name)}`,
    );
    const sheets = own.flatMap(({ sheet }) => sheet ?? []);
    tables.push({
      dataset,
      source: database.source(name),
      first: duckdb.quoteName(FIRST),
      few: duckdb.quoteName(FEW),
      ordered: { source: database.source(ordered), order },
      columns,
      unmatched: [...new Set(own.flatMap(({ unmatched }) => unmatched))],
      place: { file: `${first.input.display}${own.length > 1 ? ` (+${own.length - 1})` : ""}`, sheet: name },
      unique: false,
      newest: null,
      where: TRUE,
      ...(sheets.length === own.length ? { sheets } : {}),
    });
  }
  return tables;
}

/** What statements look at: nothing of fields without a use, the text only of cells that it takes to understand. */
function keptOf(columns: ReadonlyMap<string, FieldColumn>, isNeeded: (field: string) => boolean): Sql[] {
  const first = columns.has(FIRST) ? [] : [duckdb.quoteName(FIRST)];
  const kept = [...columns].flatMap(([name, { column, ready }]) => {
    const there = isNeeded(name);
    if (ready === undefined) return [there ? column : nothingOf(column)];
    const text = `CASE WHEN ${ready} IS NULL THEN ${column} END AS ${column}`;
    return there ? [text, ready] : [nothingOf(column), nothingOf(ready)];
  });
  return [...kept, ...first, duckdb.quoteName(FEW)];
}

/** A column of the same type. */
function nothingOf(column: Sql): Sql {
  return `CASE WHEN false THEN ${column} END AS ${column}`;
}

/** The fields that any of the files has, under their own names. */
function columnsOver(dataset: string, files: readonly BoundFile[]): Map<string, FieldColumn> {
  const columns = new Map<string, FieldColumn>();
  for (const column of files.flatMap((file) => file.columns)) {
    const { name } = column.field;
    const known = columns.get(name);
    if (known !== undefined && known.unit !== column.unit)
      fail(
        "D044",
        {},
        { dataset, field: name, units: [known.unit, column.unit].map((unit) => unit ?? "—").join("、") },
      );
    const kind = known === undefined || known.kind === column.kind ? column.kind : "text";
    const codes = known?.codes ?? column.codes;
    const ready = kind === "text" ? readyOf(column.field) : null;
    const base = { ...column, column: duckdb.quoteName(name), kind, codes };
    columns.set(name, ready === null ? base : { ...base, ready: duckdb.quoteName(ready.name) });
  }
  return columns;
}

/** Days and decimals are read from text once, in a column beside it. */
function readyOf({ name, type }: Field): { name: string; of: (text: Sql) => Sql } | null {
  if (type === "date") return { name: `${name}·day`, of: (text) => duckdb.dayOf(text, "text", "") };
  if (type === "number") return { name: `${name}·number`, of: (text) => duckdb.decimalOf(text, "text") };
  return null;
}

function selectOf(file: BoundFile, all: ReadonlyMap<string, FieldColumn>): string {
  const { source, columns } = file;
  const first = all.has(FIRST) ? [] : [`${file.first ?? "NULL"} AS ${duckdb.quoteName(FIRST)}`];
  const list = [...all].flatMap(([name, { kind, field, ready }]) => {
    const own = columns.find(({ field }) => field.name === name);
    const value =
      own === undefined ? "NULL" : own.kind === kind ? own.column : duckdb.textOf(own.column, own.kind);
    const plain = `${value} AS ${duckdb.quoteName(name)}`;
    const made = ready === undefined ? null : readyOf(field);
    return made === null ? [plain] : [plain, `${made.of(`CAST(${value} AS VARCHAR)`)} AS ${ready}`];
  });
  return `SELECT ${[...list, ...first, `${file.few ?? "true"} AS ${duckdb.quoteName(FEW)}`].join(",\n       ")}\nFROM ${source}`;
}
