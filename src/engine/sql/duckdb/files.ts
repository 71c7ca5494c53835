import { heldFields } from "../../../ingest/binding.ts";
import type { Input } from "../../../ingest/inputs.ts";
import type { Dictionary } from "../../../model/dataset.ts";
import { fail, ProblemError, problem } from "../../../problem.ts";
import type { OpenSheet } from "../../open-sheets.ts";
import { recogniseColumns } from "../bind-columns.ts";
import type { ColumnKind, Sql } from "../dialect.ts";
import type { FieldColumn } from "../expr.ts";
import { type DuckDBDatabase, PADDED } from "./database.ts";
import { duckdb } from "./dialect.ts";

/** A file, and what each of its columns holds. */
export interface BoundFile {
  readonly input: Input;
  readonly dataset: string;
  /** What stands behind FROM. */
  readonly source: Sql;
  readonly columns: readonly FieldColumn[];
  readonly unmatched: readonly string[];
  /** The first filled cell of each line. */
  readonly first: Sql | null;
  /** Whether two cells of a line are filled at most. */
  readonly few: Sql | null;
  /** Of text files. */
  readonly sheet: OpenSheet | null;
}

const csv = /\.(csv|tsv|txt)(\.gz)?$/i;
const parquet = /\.parquet$/i;

export function isParquet({ path }: Input): boolean {
  return parquet.test(path);
}

export function refuseOtherFiles(inputs: readonly Input[]): void {
  const strange = inputs.filter(({ path }) => !csv.test(path) && !parquet.test(path));
  if (strange.length > 0)
    throw new ProblemError(strange.map(({ display }) => problem("D041", { file: display })));
}

export async function parquetFile(
  database: DuckDBDatabase,
  input: Input,
  dictionary: Dictionary,
): Promise<BoundFile | null> {
  const source = `read_parquet(${duckdb.quoteText(input.path)})`;
  const columns = await database.columnsOf(source, input.display);
  const binding = recogniseColumns(nameOf(input), columns, dictionary);
  if (binding === null) return null;
  const held = binding.columns.flatMap(({ column, field, heading, unit }) => {
    const found = columns[column];
    if (found === undefined) return [];
    return [{ heading, field, unit, column: duckdb.quoteName(found.name), kind: found.kind, codes: null }];
  });
  const { dataset, unmatched } = binding;
  return {
    input,
    dataset: dataset.name,
    source,
    columns: held,
    unmatched,
    first: null,
    few: null,
    sheet: null,
  };
}

/**
 * A text file by what its sheet was understood to be: columns by their places, so that no heading can
 * mislead; every cell is text, for sniffing would turn ids of 18 digits into numbers.
 */
export function textFile(input: Input, sheet: OpenSheet, width: number): BoundFile {
  const { binding, file, source, filling } = sheet;
  const at = { file: input.display };
  if (binding === null) throw new Error(`${input.display} is no dataset`);
  if (file.encoding !== "utf-8") fail("D039", at);
  if (filling !== null)
    fail("D045", at, { columns: filling.columns.map(({ heading }) => heading).join("、") });
  const names = Array.from({ length: width }, (_, column) => `c${column + 1}`);
  const columns = names.map((name) => `${name}: 'VARCHAR'`).join(", ");
  const query = [
    `read_csv(${duckdb.quoteText(input.path)}, auto_detect = false, header = true, skip = ${(binding.headerRows[0] ?? 1) - 1},`,
    `  columns = {${columns}},`,
    `  delim = ${duckdb.quoteText(source.delimiter ?? ",")}, quote = '"', escape = '"', ${PADDED})`,
  ].join("\n");
  const more = binding.headerRows.length - 1;
  if (more > 0) fail("D045", at, { columns: binding.columns.map(({ heading }) => heading).join("、") });
  const codes = sheet.rule?.codes ?? new Map<string, ReadonlyMap<string, string>>();
  return {
    input,
    dataset: binding.dataset.name,
    // A line without any cell is no row.
    source: `(SELECT * FROM ${query}\n  WHERE coalesce(${names.join(", ")}) IS NOT NULL)`,
    columns: binding.columns.map(({ column, field, heading, unit }) => ({
      heading,
      field,
      unit,
      column: `c${column + 1}`,
      kind: "text" satisfies ColumnKind,
      codes: codes.get(field.name) ?? null,
    })),
    unmatched: [...binding.unmatched, ...(heldFields(binding).size === 0 ? [file.file] : [])],
    first: `coalesce(${names.join(", ")})`,
    few: `${names.map((name) => `CASE WHEN ${name} >= '!' THEN 1 ELSE 0 END`).join(" + ")} <= 2`,
    sheet,
  };
}

function nameOf({ path }: Input): string {
  return (path.split(/[/\\]/).at(-1) ?? path).replace(/\.[^.]*$/, "");
}
