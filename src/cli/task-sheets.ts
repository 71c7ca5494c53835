import { constants } from "node:fs";
import { access, mkdir, readdir } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import type { Report } from "../model/report.ts";
import { usualWordings } from "../plan/wording.ts";
import { ProblemError } from "../problem.ts";
import { saysSubject } from "../render/word/core.ts";
import {
  isTaskSheetName,
  type LedgerPlace,
  sheetName,
  type TaskSheet,
  taskSheets,
} from "../render/word/task-sheets.ts";
import { wordText } from "../render/word/word-text.ts";
import { fileNames } from "./file-names.ts";
import { checkFolder, writeAll, writeProblem } from "./outputs.ts";
import { coreIn, type SheetState, sheetState } from "./sheet-state.ts";
import type { Shell } from "./shell.ts";

/** Sheets that are rendered and can be written. */
export interface MadeTaskSheets {
  write(): Promise<void>;
}

export interface TaskSheetFolder {
  readonly folder: string;
  /** Where a ledger of the same run lists a unit's records. */
  readonly ledgerOf: (unit: string) => LedgerPlace | null;
  /** Some units or indicators only: what is not among them owes what it did. */
  readonly narrowed: boolean;
}

interface Placed {
  /** What the sheet of its unit is called; where that is a person's it stands beside it. */
  readonly own: string;
  readonly file: string;
  readonly state: SheetState;
  /** Of what has to be written. */
  readonly data: Uint8Array | null;
}

/** A task sheet for each unit that owes something. */
export async function makeTaskSheets(
  report: Report,
  asked: TaskSheetFolder,
  shell: Shell,
): Promise<MadeTaskSheets> {
  const { language } = shell;
  await checkFolder(asked.folder, shell);
  await checkOpen(asked.folder, shell);
  const wordings = await usualWordings();
  const sheets = taskSheets(report, { language, wordings, ledgerOf: asked.ledgerOf });
  // Of all units, so that a name stays when another unit has nothing left to do.
  const units = report.units.map(({ unit }) => unit);
  const files = fileNames(
    units.map((unit) => sheetName(unit, language)),
    ".docx",
  );
  const fileOf = new Map(units.map((unit, at) => [unit, files[at] ?? ""]));
  const path = resolve(shell.cwd, asked.folder);
  const placed: Placed[] = [];
  for (const sheet of sheets) {
    const own = fileOf.get(sheet.unit) ?? "";
    const { file, state } = await placeFor({ ...sheet, own }, path, report);
    const data = state === "free" ? await sheet.made() : null;
    placed.push({ own, file, state, data });
  }
  return { write: () => write(placed, report, asked, shell) };
}

/** Before anything is written: the folder, or the one that it will be made in, lets files be made in it. */
async function checkOpen(folder: string, { cwd, language }: Shell): Promise<void> {
  for (let path = resolve(cwd, folder); ; path = dirname(path)) {
    try {
      return await access(path, constants.W_OK);
    } catch (error) {
      const missing = (error as NodeJS.ErrnoException).code === "ENOENT" && path !== dirname(path);
      if (!missing) throw new ProblemError([writeProblem(folder, error, language)]);
    }
  }
}

async function write(
  sheets: readonly Placed[],
  report: Report,
  { folder, narrowed }: TaskSheetFolder,
  shell: Shell,
): Promise<void> {
  const { cwd, language } = shell;
  const say = notes[language];
  const path = resolve(cwd, folder);
  await mkdir(path, { recursive: true }).catch((error: unknown) => {
    throw new ProblemError([writeProblem(folder, error, language)]);
  });
  const changed = sheets.flatMap(({ file, data }) =>
    data === null ? [] : [{ file: join(folder, file), data }],
  );
  await writeAll(changed, shell);
  await shell.note(say.written(folder, sheets.length, changed.length));
  const answered = sheets.filter(({ state }) => state === "answered").length;
  if (answered > 0) await shell.note(say.answered(answered));
  for (const { own, file } of sheets)
    if (file !== own) await shell.say(say.beside(join(folder, own), join(folder, file)));
  const current = new Set(sheets.map(({ own }) => own));
  const stale = narrowed ? [] : await staleIn(path, current, report);
  for (const file of stale) await shell.say(say.stale(join(folder, file)));
}

const notes = {
  zh: {
    written: (folder: string, sheets: number, changed: number) =>
      `已写出任务交办单 ${sheets} 份到 ${folder}，其中新写或有变化的 ${changed} 份`,
    answered: (count: number) => `${count} 份交办单已有人填写，所列事项没有变化，保留原件。`,
    beside: (kept: string, beside: string) =>
      `${kept} 已有人填写或改动，或是另一个方案、另一个单位的，没有覆盖；现在的交办单在 ${beside}。`,
    stale: (file: string) => `${file} 是以前的交办单，该单位现在没有要交办的事项；没有改动它。`,
  },
  en: {
    written: (folder: string, sheets: number, changed: number) =>
      `Task sheets in ${folder}: ${sheets}, of them new or changed: ${changed}`,
    answered: (count: number) =>
      `Task sheets that were filled in, and whose items are the same, left as they are: ${count}`,
    beside: (kept: string, beside: string) =>
      `${kept} was filled in or edited, or is of another plan or unit, and is left as it is; the present sheet is ${beside}.`,
    stale: (file: string) =>
      `${file} is an earlier task sheet of a unit that owes nothing now; it is left as it is.`,
  },
};

/** Its own file; beside it, by the day, where that holds what a person wrote or belongs to another. */
async function placeFor({ own, facts }: TaskSheet & { own: string }, path: string, { asOf }: Report) {
  const state = await sheetState(join(path, own), facts);
  if (state !== "taken") return { file: own, state };
  const stem = basename(own, ".docx");
  for (let at = 1; ; at += 1) {
    const file = `${stem}（${asOf}${at === 1 ? "" : `，${at}`}）.docx`;
    const beside = await sheetState(join(path, file), facts);
    if (beside !== "taken") return { file, state: beside };
  }
}

const BESIDE = /（\d{4}-\d{2}-\d{2}(?:，\d+)?）\.docx$/;

/** Sheets of the same plan, by earlier runs, of units that are not among those that owe something now. */
async function staleIn(path: string, current: ReadonlySet<string>, { plan }: Report): Promise<string[]> {
  const isCurrent = (file: string) => current.has(file) || current.has(file.replace(BESIDE, ".docx"));
  const others = (await readdir(path)).filter((file) => isTaskSheetName(file) && !isCurrent(file)).sort();
  const stale: string[] = [];
  for (const file of others) {
    const core = await coreIn(join(path, file));
    if (core !== null && saysSubject(core, wordText(plan.title))) stale.push(file);
  }
  return stale;
}
