import { mkdir, readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { defaultLimits } from "../ingest/reader.ts";
import { openContainer } from "../ingest/zip/container.ts";
import type { Report } from "../model/report.ts";
import { usualWordings } from "../plan/wording.ts";
import { fail } from "../problem.ts";
import { isLeftAlone, saysSubject } from "../render/word/core.ts";
import { isTaskSheetName, taskSheets } from "../render/word/task-sheets.ts";
import { fileNames } from "./file-names.ts";
import type { LedgerOptions } from "./ledger-options.ts";
import { checkFolder, type Output, writeAll } from "./outputs.ts";
import type { Shell } from "./shell.ts";

/** Sheets that are rendered and can be written. */
export interface MadeTaskSheets {
  write(): Promise<void>;
}

export interface TaskSheetFolder {
  readonly folder: string;
  readonly ledger: LedgerOptions | null;
  /** Some units or indicators only: what is not among them owes what it did. */
  readonly narrowed: boolean;
}

/** A task sheet for each unit that owes something. */
export async function makeTaskSheets(
  report: Report,
  asked: TaskSheetFolder,
  shell: Shell,
): Promise<MadeTaskSheets> {
  const { language } = shell;
  const ledgerOf = (unit: string) => ledgerName(unit, asked.ledger);
  const sheets = await taskSheets(report, { language, wordings: await usualWordings(), ledgerOf });
  const names = fileNames(
    sheets.map(({ name }) => name),
    ".docx",
  );
  const outputs = sheets.map(({ data }, at) => ({ file: join(asked.folder, names[at] ?? ""), data }));
  return { write: () => write(outputs, names, report, asked, shell) };
}

function ledgerName(unit: string, ledger: LedgerOptions | null): string | null {
  if (ledger === null) return null;
  return ledger.form === "folder" ? join(ledger.path, fileNames([unit], ".xlsx")[0] ?? "") : ledger.path;
}

async function write(
  outputs: readonly Output[],
  names: readonly string[],
  report: Report,
  { folder, narrowed }: TaskSheetFolder,
  shell: Shell,
): Promise<void> {
  const { cwd, language } = shell;
  const say = notes[language];
  const path = resolve(cwd, folder);
  await checkFolder(folder, shell);
  await mkdir(path, { recursive: true }).catch((error: Error) =>
    fail("O001", {}, { file: folder, text: error.message }),
  );
  const changed: Output[] = [];
  const kept: string[] = [];
  for (const output of outputs) {
    const state = await stateOf(resolve(cwd, output.file), output.data);
    if (state === "other") changed.push(output);
    if (state === "edited") kept.push(output.file);
  }
  await writeAll(changed, shell);
  await shell.note(say.written(folder, outputs.length, changed.length));
  for (const file of kept) await shell.say(say.kept(file));
  const stale = narrowed ? [] : await staleIn(path, names, report);
  for (const file of stale) await shell.say(say.stale(join(folder, file)));
}

const notes = {
  zh: {
    written: (folder: string, sheets: number, changed: number) =>
      `已写出任务交办单 ${sheets} 份到 ${folder}，其中新写或有变化的 ${changed} 份`,
    kept: (file: string) => `${file} 已有人填写或改动，没有覆盖。要重新生成，先把它移走。`,
    stale: (file: string) => `${file} 是以前的交办单，该单位现在没有要交办的事项；没有改动它。`,
  },
  en: {
    written: (folder: string, sheets: number, changed: number) =>
      `Task sheets in ${folder}: ${sheets}, of them new or changed: ${changed}`,
    kept: (file: string) =>
      `${file} was filled in or edited and is left as it is. To have it anew, move it away.`,
    stale: (file: string) =>
      `${file} is an earlier task sheet of a unit that owes nothing now; it is left as it is.`,
  },
};

/** What a person has written into a sheet is never overwritten. */
async function stateOf(path: string, data: Output["data"]): Promise<"same" | "other" | "edited"> {
  const before = await readFile(path).catch(() => null);
  if (before === null) return "other";
  if (before.equals(Buffer.from(data))) return "same";
  const core = await coreIn(path);
  return core !== null && isLeftAlone(core) ? "other" : "edited";
}

/** Sheets of the same plan, by earlier runs, of units that are not among those that owe something now. */
async function staleIn(path: string, names: readonly string[], { plan }: Report): Promise<string[]> {
  const current = new Set(names);
  const others = (await readdir(path)).filter((file) => isTaskSheetName(file) && !current.has(file)).sort();
  const stale: string[] = [];
  for (const file of others) {
    const core = await coreIn(join(path, file));
    if (core !== null && saysSubject(core, plan.title)) stale.push(file);
  }
  return stale;
}

/** The properties of a Word file; null where it cannot be read. */
async function coreIn(path: string): Promise<string | null> {
  try {
    const container = await openContainer(path, defaultLimits);
    try {
      const chunks: Buffer[] = [];
      for await (const chunk of container.part("docProps/core.xml")?.chunks() ?? []) chunks.push(chunk);
      return Buffer.concat(chunks).toString("utf8");
    } finally {
      container.close();
    }
  } catch {
    return null;
  }
}
