import { readdir } from "node:fs/promises";
import { resolve } from "node:path";
import { Readable } from "node:stream";
import { type Input, resolveInputs } from "../../ingest/inputs.ts";
import { openInput } from "../../ingest/open.ts";
import { isOwnReportFile } from "../../ingest/own-report.ts";
import { defaultLimits, type ReadLimits, type SheetSource, type SourceFile } from "../../ingest/reader.ts";
import { RANGE_BYTES } from "../../ingest/record-starts.ts";
import { type FilledLedger, type FilledRow, isTyped, type TextRow } from "../../ledger/filled.ts";
import { readSheet } from "../../ledger/read-sheet.ts";
import { type Problem, ProblemError, problem } from "../../problem.ts";
import type { Shell } from "../shell.ts";
import { filledDown } from "./merged-cells.ts";
import { textRows } from "./text-rows.ts";

/** A file with a ledger in it. */
export interface EarlierLedger extends FilledLedger {
  readonly path: string;
  readonly sha256: string;
}

export interface Earlier {
  readonly ledgers: readonly EarlierLedger[];
  /** Files that were passed over, as the user would name them. */
  readonly passed: readonly string[];
  /** Files with formulas that no program has computed yet, and how many cells these are. */
  readonly uncomputed: readonly { readonly file: string; readonly cells: number }[];
}

interface Asked {
  /** Files, folders and globs. */
  readonly from: readonly string[];
  /** Where the ledger is to be written; when it is not there yet, there is nothing to take over. */
  readonly to: string;
  readonly limits: ReadLimits;
}

/** Reads ledgers that units have filled in; all that is wrong with any of them is said at once. */
export async function readEarlier({ from, to, limits }: Asked, shell: Pick<Shell, "cwd">): Promise<Earlier> {
  const { cwd } = shell;
  const named: string[] = [];
  for (const one of from) if (!(await isToBegin(one, to, cwd))) named.push(one);
  const inputs = await resolveInputs(named, cwd, "read");
  const exact = new Set(named.map((one) => resolve(cwd, one)));
  const ledgers: EarlierLedger[] = [];
  const passed = inputs.skipped.map(({ file }) => file);
  const uncomputed: { file: string; cells: number }[] = [];
  const problems: Problem[] = [];
  for (const input of inputs.paths) {
    try {
      const { files, formulas } = await ledgersIn(input, limits);
      if (formulas > 0) uncomputed.push({ file: input.display, cells: formulas });
      const found = files.filter(({ isLedger }) => isLedger);
      ledgers.push(...found.map(({ ledger }) => ledger));
      if (found.length > 0) continue;
      // A folder of papers holds reports of ours beside its ledgers.
      if (!exact.has(input.path) && (await isOwnReportFile(input.path))) passed.push(input.display);
      else problems.push(noLedger(input, files));
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new ProblemError(problems);
  return { ledgers, passed, uncomputed };
}

/** Whether a file holds anything that is nowhere else: what people wrote, or what was taken over from them. */
export async function holdsWriting(path: string): Promise<boolean> {
  const { files } = await ledgersIn({ path, display: path }, defaultLimits);
  return files.some(({ ledger }) => ledger.others.length > 0 || ledger.rows.some(isTyped));
}

interface FoundFile {
  readonly ledger: EarlierLedger;
  readonly isLedger: boolean;
}

function noLedger({ display }: Input, files: readonly FoundFile[]): Problem {
  const sheets = files.flatMap(({ ledger }) => ledger.others).join("、");
  return problem("D070", { file: display }, { file: display, sheets });
}

/** The same command serves from the first week on: nothing was written yet, or nothing came back. */
async function isToBegin(from: string, to: string, cwd: string): Promise<boolean> {
  const path = resolve(cwd, from);
  const entries = await readdir(path).catch((error: NodeJS.ErrnoException) => error.code);
  return Array.isArray(entries) ? entries.length === 0 : entries === "ENOENT" && path === resolve(cwd, to);
}

async function ledgersIn(
  input: Input,
  limits: ReadLimits,
): Promise<{ files: FoundFile[]; formulas: number }> {
  const { files } = await openInput(input, Readable.from([]), limits, RANGE_BYTES, "read");
  const found: FoundFile[] = [];
  let formulas = 0;
  try {
    for (const file of files) {
      const read = await ledgerIn(file);
      formulas += read.formulas;
      const ledger = { ...read.ledger, path: input.path, sha256: file.sha256 };
      found.push({ ledger, isLedger: read.isLedger });
    }
  } finally {
    await Promise.all(files.map((file) => file.close()));
  }
  return { files: found, formulas };
}

async function ledgerIn({ file, format, sheets }: SourceFile) {
  const rows: FilledRow[] = [];
  const others: string[] = [];
  const titles: string[] = [];
  let formulas = 0;
  for (const sheet of sheets) {
    const read = await sheetOf(file, sheet, format === "csv");
    formulas += read.formulas;
    if (read.found !== null) {
      rows.push(...read.found.rows);
      titles.push(read.found.title);
    } else if (read.texts.length > 0 && !isOurs(read.texts)) others.push(sheet.name);
  }
  const title = titles.find((one) => one !== "") ?? "";
  return { ledger: { file, title, rows, others }, isLedger: titles.length > 0, formulas };
}

async function sheetOf(file: string, sheet: SheetSource, isText: boolean) {
  const { rows: texts, formulas } = await textRows(sheet, isText);
  const place = { file, sheet: sheet.name };
  const found = readSheet(place, texts);
  if (found === null) return { found, texts, formulas };
  const merges = (await sheet.merges?.()) ?? [];
  return {
    found: merges.length === 0 ? found : readSheet(place, filledDown(texts, merges)),
    texts,
    formulas,
  };
}

/** The sheet that tells how a ledger is used: nobody writes there. */
function isOurs(texts: readonly TextRow[]): boolean {
  return texts.some(({ cells }) =>
    cells.some((text) => /“台账标识”已隐藏|finds the record again when ledgers/.test(text)),
  );
}
