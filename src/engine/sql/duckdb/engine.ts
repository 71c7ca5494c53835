import type { Readable } from "node:stream";
import type { Input, ResolvedInputs } from "../../../ingest/inputs.ts";
import { defaultLimits } from "../../../ingest/reader.ts";
import { textsOf } from "../../../ingest/text-row.ts";
import { layoutOf } from "../../../measure/layout.ts";
import type { Day } from "../../../model/day.ts";
import type { Evidence } from "../../../model/evidence.ts";
import type { Mapping } from "../../../model/mapping.ts";
import type { Plan } from "../../../model/plan.ts";
import { fail } from "../../../problem.ts";
import { demandsOf, neededBy } from "../../demands.ts";
import type { Engine } from "../../engine.ts";
import { type OpenSheet, openSheets } from "../../open-sheets.ts";
import { QualityBook } from "../../quality.ts";
import type { Database } from "../database.ts";
import { sqlEngine } from "../gather.ts";
import { DuckDBDatabase } from "./database.ts";
import { type BoundFile, isParquet, parquetFile, refuseOtherFiles, textFile } from "./files.ts";
import { viewsOver } from "./views.ts";

export interface DuckDBEngineOptions {
  readonly asOf: Day;
  readonly allowEmpty: boolean;
  readonly mapping: Mapping | null;
  readonly stdin: Readable;
  readonly memoryLimit: string | null;
  readonly threads: number | null;
  /** Stands between the engine and the database, such as to print what is asked. */
  readonly around?: (database: DuckDBDatabase) => Promise<Database>;
}

/** CSV and Parquet files, counted by DuckDB in this process. */
export function duckdbEngine(inputs: ResolvedInputs, options: DuckDBEngineOptions): Engine {
  return { gather: (plan) => gatherFiles(plan, inputs, options) };
}

async function gatherFiles(
  plan: Plan,
  inputs: ResolvedInputs,
  options: DuckDBEngineOptions,
): Promise<Evidence> {
  const { paths } = inputs;
  refuseOtherFiles(paths);
  const { memoryLimit, threads, asOf, allowEmpty } = options;
  const quality = new QualityBook();
  const database = await DuckDBDatabase.open({ files: paths.map(({ path }) => path), memoryLimit, threads });
  try {
    const { sheets, files } = await sheetsOf(plan, inputs, options, quality);
    const bound = await bindFiles(database, paths, sheets, plan);
    if (bound.length === 0)
      fail("D007", { file: paths[0]?.display ?? "" }, { needed: neededBy(plan).join("、") });
    const tables = await viewsOver(database, bound, plan.dictionary, neededIn(plan));
    const synthetic = sheets.some((sheet) => sheet.synthetic);
    const counting = (await options.around?.(database)) ?? database;
    try {
      return await sqlEngine(counting, { asOf, allowEmpty, tables, quality, synthetic }).gather(plan);
    } finally {
      await Promise.all(files.map((file) => file.close()));
    }
  } finally {
    await database.close();
  }
}

/** Which fields of a dataset statements read: those of rules, and what tells rows apart. */
function neededIn({ indicators, dictionary }: Plan): (dataset: string, field: string) => boolean {
  const demands = demandsOf({ indicators, dictionary });
  const needed = new Map(
    [...dictionary.datasets.values()].map((dataset) => {
      const { name, key, unit, date } = dataset;
      const used = [...demands.of(name).fields, ...key, ...date, ...(unit === null ? [] : [unit])];
      const { fields } = layoutOf(dataset, used);
      return [name, new Set(fields.flatMap((field) => [field.name, field.unitColumn ?? field.name]))];
    }),
  );
  return (dataset, field) => needed.get(dataset)?.has(field) ?? false;
}

/** Text files are looked into as ever: encoding, headings, titles above them, what the mapping says. */
async function sheetsOf(
  plan: Plan,
  { paths, skipped }: ResolvedInputs,
  { mapping, stdin }: DuckDBEngineOptions,
  quality: QualityBook,
) {
  const text = { paths: paths.filter((input) => !isParquet(input)), skipped };
  const limits = { ...defaultLimits, maxBytes: Number.MAX_SAFE_INTEGER };
  return openSheets(text, plan.dictionary, { mapping, stdin, quality, limits, asked: plan });
}

async function bindFiles(
  database: DuckDBDatabase,
  inputs: readonly Input[],
  sheets: readonly OpenSheet[],
  plan: Plan,
): Promise<BoundFile[]> {
  const bound: BoundFile[] = [];
  for (const input of inputs) {
    if (isParquet(input)) {
      const file = await parquetFile(database, input, plan.dictionary);
      if (file !== null) bound.push(file);
      continue;
    }
    const own = sheets.filter(({ file, binding }) => file.file === input.display && binding !== null);
    const [sheet, second] = own;
    if (second !== undefined) fail("D045", { file: input.display }, { columns: String(own.length) });
    if (sheet === undefined) continue;
    await refuseSpacedQuotes(sheet);
    bound.push(textFile(input, sheet, await widthOf(sheet)));
  }
  return bound;
}

/** To DuckDB spaces around the quotes of a cell are nothing, to files a part of what it says. */
async function refuseSpacedQuotes({ file, source }: OpenSheet): Promise<void> {
  if ((await source.spacedQuotes?.()) !== true) return;
  // Within quotes they are text like any other.
  const { irregularLines } = await source.scan(() => true);
  if (irregularLines !== undefined && irregularLines.count > 0)
    fail("D047", { file: file.file }, { lines: irregularLines.lines.slice(0, 5).join("、") });
}

/** How many columns the headings and the first rows have. */
async function widthOf({ file, source, binding }: OpenSheet): Promise<number> {
  const [heading = 1] = binding?.headerRows ?? [];
  let width = 0;
  let rows = 0;
  await source.scan((row) => {
    const texts = textsOf(row);
    // DuckDB skips such a title as one line, and would take the first rows for titles as well.
    if (row.number < heading && texts.some((text) => /[\r\n]/.test(text)))
      fail("D045", { file: file.file }, { columns: texts.join(" ").replace(/\s+/g, " ").slice(0, 60) });
    width = Math.max(width, texts.length);
    rows += 1;
    return rows < 200;
  });
  return width;
}
