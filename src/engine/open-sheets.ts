import type { Readable } from "node:stream";
import { HeadingBook, type HeadRow, type Recognition, type SheetBinding } from "../ingest/headings.ts";
import type { ResolvedInputs } from "../ingest/inputs.ts";
import { openFile, openStdin } from "../ingest/open.ts";
import type { ReadLimits, SheetSource, SourceFile } from "../ingest/reader.ts";
import type { Dictionary } from "../model/dataset.ts";
import { isDigits } from "../model/reading/codes.ts";
import { clean } from "../model/reading/text.ts";
import { ProblemError } from "../problem.ts";
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
}

/** Opens every input and recognises its sheets, in reading order; every bad file is reported at once. */
export async function openSheets(
  inputs: ResolvedInputs,
  dictionary: Dictionary,
  options: { limits: ReadLimits; stdin: Readable; quality: QualityBook },
): Promise<{ files: SourceFile[]; sheets: OpenSheet[] }> {
  const book = new HeadingBook(dictionary);
  const files: SourceFile[] = [];
  const sheets: OpenSheet[] = [];
  const problems = [];
  for (const { path, display } of inputs.paths) {
    try {
      const file =
        path === "-"
          ? await openStdin(options.stdin, options.limits)
          : await openFile(path, display, options.limits);
      files.push(file);
      for (const source of file.sheets) sheets.push(await recognise(file, source, book, options.quality));
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) {
    await Promise.all(files.map((file) => file.close()));
    throw new ProblemError(problems);
  }
  return { files, sheets };
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
  const candidates = book.candidates(source.name, head);
  const found = candidates[0]?.binding;
  const above = found === undefined ? head : head.filter((row) => row.number < found.headerRow);
  const synthetic = [source.name, ...above.flatMap((row) => row.text)].some((text) =>
    text.includes(SYNTHETIC),
  );
  if (found === undefined) return { file, source, binding: null, candidates, synthetic };
  return {
    file,
    source,
    binding: withoutDigitColumns(found, head, file.file, source.name, quality),
    candidates,
    synthetic,
  };
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
