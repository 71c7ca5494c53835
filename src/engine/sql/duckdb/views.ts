import type { Dictionary } from "../../../model/dataset.ts";
import { fail } from "../../../problem.ts";
import type { BoundTable } from "../bound-table.ts";
import { type FieldColumn, TRUE } from "../expr.ts";
import type { DuckDBDatabase } from "./database.ts";
import { duckdb } from "./dialect.ts";
import type { BoundFile } from "./files.ts";

/** One view for each dataset, with its fields as columns, over all files that hold it. */
export async function viewsOver(
  database: DuckDBDatabase,
  files: readonly BoundFile[],
  dictionary: Dictionary,
): Promise<BoundTable[]> {
  const tables: BoundTable[] = [];
  for (const [name, dataset] of dictionary.datasets) {
    const own = files.filter((file) => file.dataset === name);
    const [first] = own;
    if (first === undefined) continue;
    const columns = columnsOver(name, own);
    await database.makeView(name, own.map((file) => selectOf(file, columns)).join("\nUNION ALL\n"));
    const [order, ordered] = [duckdb.quoteName("evaluate_order"), `evaluate_ordered_${name}`];
    await database.makeView(
      ordered,
      `SELECT *, row_number() OVER () AS ${order}\nFROM ${database.source(name)}`,
    );
    const sheets = own.flatMap(({ sheet }) => sheet ?? []);
    tables.push({
      dataset,
      source: database.source(name),
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
    columns.set(name, { ...column, column: duckdb.quoteName(name), kind, codes });
  }
  return columns;
}

function selectOf({ source, columns }: BoundFile, all: ReadonlyMap<string, FieldColumn>): string {
  const list = [...all].map(([name, { kind }]) => {
    const own = columns.find(({ field }) => field.name === name);
    const value =
      own === undefined ? "NULL" : own.kind === kind ? own.column : duckdb.textOf(own.column, own.kind);
    return `${value} AS ${duckdb.quoteName(name)}`;
  });
  return `SELECT ${list.join(",\n       ")}\nFROM ${source}`;
}
