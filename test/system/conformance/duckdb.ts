import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { csvText } from "./csv.ts";
import type { ColumnType, Story, Table } from "./story.ts";

/** Every cell of the answer as text. */
export async function query(...statements: readonly string[]): Promise<(string | null)[][]> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  let rows: (string | null)[][] = [];
  for (const statement of statements) {
    const answer = await connection.runAndReadAll(statement);
    rows = answer.getRows().map((row) => row.map((cell) => (cell === null ? null : String(cell))));
  }
  connection.closeSync();
  instance.closeSync();
  return rows;
}

/** One Parquet file a dataset, written by DuckDB: in the types that the story declares, or all as text. */
export async function writeParquets(folder: string, story: Story, form: "typed" | "text"): Promise<string> {
  const place = join(folder, `parquet-${form}`);
  mkdirSync(place, { recursive: true });
  for (const [dataset, table] of Object.entries(story.tables)) {
    const lines = join(folder, `${dataset}.lines`);
    writeFileSync(lines, csvText(marked(table)));
    const columns = table.columns.map((name, at) => {
      const cell = `nullif(substr("c${at}", 2), '')`;
      const own = form === "text" ? undefined : story.storedAs?.[`${dataset}.${name}`];
      const type = form === "text" ? undefined : table.types.get(name);
      return `${own === undefined ? castOf(cell, type) : `cast(${cell} as ${own.duckdb})`} as "${name}"`;
    });
    const types = table.columns.map((_, at) => `'c${at}': 'VARCHAR'`).join(", ");
    await query(
      "set TimeZone = 'UTC'",
      `copy (select ${columns.join(", ")} from read_csv('${lines}', header = true, columns = {${types}},
        delim = ',', quote = '"', escape = '"', parallel = false, auto_detect = false))
       to '${join(place, `${dataset}.parquet`)}' (format parquet)`,
    );
  }
  return place;
}

/** Each cell behind a mark, so that a reader of CSV can take nothing for null and trim nothing. */
function marked({ columns, types, rows }: Table): Table {
  return { columns, types, rows: rows.map((row) => row.map((cell) => `=${cell ?? ""}`)) };
}

function castOf(cell: string, type: ColumnType | undefined): string {
  switch (type?.kind) {
    case undefined:
    case "text":
      return cell;
    case "integer":
      return `cast(${cell} as bigint)`;
    case "decimal":
      return `cast(${cell} as decimal(38, ${type.places}))`;
    case "date":
      return `cast(${cell} as date)`;
    case "datetime":
      return `cast(${cell} as timestamp)`;
    case "instant":
      return `cast(${cell} as timestamptz)`;
    case "boolean":
      return `cast(${cell} as boolean)`;
    default:
      return type satisfies never;
  }
}
