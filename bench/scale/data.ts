import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { casesSheet } from "../generate/cases.ts";
import { writeCsv } from "../generate/csv.ts";
import { worldOf } from "../generate/data.ts";

/** The cases of a year in the forms in which engines find them. */
export interface Made {
  readonly rows: number;
  readonly csv: string;
  readonly parquet: string;
}

const DATES = ["申请时间", "受理时间", "承诺办结时间", "办结时间"];

/** 办件明细 as the other benchmarks have it, as CSV and, with dates as timestamps, as Parquet. */
export async function make(folder: string, rows: number): Promise<Made> {
  mkdirSync(folder, { recursive: true });
  const csv = join(folder, "办件明细.csv");
  const parquet = join(folder, "办件明细.parquet");
  writeCsv(csv, casesSheet(worldOf(rows)), "utf-8");
  const dates = DATES.map((name) => `cast("${name}" as timestamp) as "${name}"`).join(", ");
  await duckdb(
    `copy (select * replace (${dates}) from read_csv('${csv}', header = true, all_varchar = true, nullstr = ''))
     to '${parquet}' (format parquet, row_group_size 100000)`,
  );
  return { rows, csv, parquet };
}

/** Some of the rows as text that ClickHouse loads; the file is the caller's to remove. */
export async function slice({ parquet }: Made, from: number, rows: number, file: string): Promise<void> {
  await duckdb(
    `copy (select * exclude (file_row_number) from read_parquet('${parquet}', file_row_number = true)
       where file_row_number >= ${from} and file_row_number < ${from + rows})
     to '${file}' (format csv, delimiter '\t', header false, nullstr '\\N', quote '', escape '')`,
  );
}

export function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

async function duckdb(statement: string): Promise<void> {
  const instance = await DuckDBInstance.create(":memory:", { memory_limit: "2GB" });
  const connection = await instance.connect();
  await connection.run(statement);
  connection.closeSync();
  instance.closeSync();
}
