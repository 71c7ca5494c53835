import type { Readable } from "node:stream";
import { HeadingBook, type HeadRow, type Recognition, type SheetBinding } from "../ingest/headings.ts";
import { compareInputs } from "../ingest/input-order.ts";
import type { ResolvedInputs } from "../ingest/inputs.ts";
import { openInput } from "../ingest/open.ts";
import type { ReadLimits, SheetSource, SourceFile } from "../ingest/reader.ts";
import type { Dictionary } from "../model/dataset.ts";
import { isDigits } from "../model/reading/codes.ts";
import { clean } from "../model/reading/text.ts";
import { isExample, isMarkedTemplatePage } from "../model/template.ts";
import { type Problem, ProblemError } from "../problem.ts";
import type { QualityBook } from "./quality.ts";

/** How far a sheet is looked into before it is read. */
const HEAD_ROWS = 120;
const SYNTHETIC = "合成数据";

export interface OpenSheet {
  readonly file: SourceFile;
  readonly source: SheetSource;
  readonly binding: SheetBinding | null;
  /** The datasets that it may hold, best first. */
  readonly candidates: readonly Recognition[];
  readonly synthetic: boolean;
  /** A page of a template that holds no data: instructions, or lists for drop-downs. */
  readonly page: boolean;
  /** A sheet of a template that nobody has touched: nothing but its example below the headings. */
  readonly unfilled: boolean;
}

/** Opens every input and recognises its sheets, in reading order; every bad file is reported at once. */
export async function openSheets(
  inputs: ResolvedInputs,
  dictionary: Dictionary,
  options: { limits: ReadLimits; stdin: Readable; quality: QualityBook; open?: typeof openInput },
): Promise<{ files: SourceFile[]; sheets: OpenSheet[] }> {
  const book = new HeadingBook(dictionary);
  const files: SourceFile[] = [];
  const sheets: OpenSheet[] = [];
  const problems: Problem[] = [];
  const gathering = gatherer(problems);
  for (const input of inputs.paths) {
    await gathering(async () => {
      const opened = await (options.open ?? openInput)(input, options.stdin, options.limits);
      files.push(...opened.files);
      for (const { file, code } of opened.skipped) options.quality.note(code, { file });
    });
  }
  // An archive holds files of any name: only now is the reading order known.
  files.sort((a, b) => compareInputs({ display: a.file }, { display: b.file }));
  for (const file of files) {
    await gathering(async () => {
      for (const source of file.sheets) sheets.push(await recognise(file, source, book, options.quality));
    });
  }
  if (problems.length > 0) {
    await Promise.all(files.map((file) => file.close()));
    throw new ProblemError(problems);
  }
  return { files, sheets };
}

/** Runs steps and keeps what each of them finds wrong, so that it is said all at once. */
function gatherer(problems: Problem[]): (step: () => Promise<void>) => Promise<void> {
  return async (step) => {
    try {
      await step();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      problems.push(...error.problems);
    }
  };
}

async function recognise(
  file: SourceFile,
  source: SheetSource,
  book: HeadingBook,
  quality: QualityBook,
): Promise<OpenSheet> {
  const head: HeadRow[] = [];
  await source.scan((row) => {
    head.push({ number: row.number, text: row.text.slice(0, row.width) });
    return head.length < HEAD_ROWS;
  });
  if (isMarkedTemplatePage(head.map(({ text }) => text)))
    return { file, source, binding: null, candidates: [], synthetic: false, page: true, unfilled: false };
  const candidates = book.candidates(source.name, head);
  const found = candidates[0]?.binding;
  const above = found === undefined ? head : head.filter((row) => row.number < found.headerRow);
  const synthetic = [source.name, ...above.flatMap((row) => row.text)].some((text) =>
    text.includes(SYNTHETIC),
  );
  const seen = { file, source, candidates, synthetic, page: false };
  if (found === undefined) return { ...seen, binding: null, unfilled: false };
  return {
    ...seen,
    binding: withoutDigitColumns(found, head, file.file, source.name, quality),
    unfilled: head.length < HEAD_ROWS && holdsExampleOnly(head, found.headerRow),
  };
}

function holdsExampleOnly(head: readonly HeadRow[], headerRow: number): boolean {
  const below = head.filter(({ number }) => number > headerRow);
  return below.length > 0 && below.every(({ text }) => isExample(text.find((cell) => cell !== "") ?? ""));
}

/** A code column that holds digits only needs a declared map: without one it counts as absent. */
function withoutDigitColumns(
  binding: SheetBinding,
  head: readonly HeadRow[],
  file: string,
  sheet: string,
  quality: QualityBook,
): SheetBinding {
  const below = head.filter((row) => row.number > binding.headerRow);
  const refused = binding.columns.filter(({ field, column }) => {
    if (field.type !== "code" && field.type !== "set") return false;
    const texts = below.map((row) => clean(row.text[column] ?? "")).filter((text) => text !== "");
    return texts.length > 0 && texts.every(isDigits);
  });
  for (const { field, heading } of refused) {
    quality.note("digits-column", { file, sheet, field: field.name, heading });
  }
  return { ...binding, columns: binding.columns.filter((column) => !refused.includes(column)) };
}
