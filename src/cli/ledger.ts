import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type LedgerReading, readLedger } from "../engine/ledger/read-ledger.ts";
import type { ResolvedInputs } from "../ingest/inputs.ts";
import type { Language } from "../model/language.ts";
import type { Cure, Ledger } from "../model/ledger.ts";
import { ledgerAsks } from "../model/ledger-asks.ts";
import type { Plan } from "../model/plan.ts";
import type { Report } from "../model/report.ts";
import { filterOn } from "../plan/formula.ts";
import { ProblemError } from "../problem.ts";
import { ledgerCsv } from "../render/ledger/csv.ts";
import { ledgerOf } from "../render/ledger/ledger-of.ts";
import { countOf } from "../render/ledger/lines.ts";
import { unconfirmed } from "../render/ledger/words.ts";
import { ledgerWorkbook, unitLedgerWorkbook } from "../render/ledger-workbook.ts";
import type { LedgerPlace } from "../render/word/task-sheets.ts";
import { fileNames } from "./file-names.ts";
import { checkReplaceable } from "./ledger/guard.ts";
import { noteLeftBehind } from "./ledger/left-behind.ts";
import { type MadeFile, writeMade } from "./ledger/made-file.ts";
import { ledgerPlaces } from "./ledger/places.ts";
import type { Earlier } from "./ledger-from/read.ts";
import type { LedgerOptions } from "./ledger-options.ts";
import { checkApart, checkFolder, writeProblem } from "./outputs.ts";
import type { Shell } from "./shell.ts";

/** --ledger-limit 0 is as much as a sheet of Excel holds. */
const ALL = 1_000_000;

export interface Source {
  readonly plan: Plan;
  readonly inputs: ResolvedInputs;
  readonly reading: Omit<LedgerReading, "most">;
  /** That no output may overwrite. */
  readonly rules: readonly string[];
  /** Rows of unknown units are asked for, too, unless the report was narrowed to some units. */
  readonly strangers: boolean;
  /** Ledgers that units have filled in. */
  readonly earlier: Earlier | null;
}

/** A ledger that can be written; its rows are rendered as they are. */
export interface MadeLedger {
  /** Where it lists a unit's records. */
  readonly placeOf: (unit: string) => LedgerPlace | null;
  write(): Promise<void>;
}

/** Looks for the records behind what the report finds unmet, and renders them; `whole`: before it was narrowed. */
export async function makeLedger(
  report: Report,
  whole: Report,
  { plan, inputs, reading, rules, strangers, earlier }: Source,
  options: LedgerOptions,
  shell: Shell,
): Promise<MadeLedger> {
  const { language } = shell;
  // What a limit left out would look as if it were put right.
  const most = options.limit === 0 || earlier !== null ? ALL : options.limit;
  const findings = await readLedger(plan, inputs, ledgerAsks(report, { strangers }), { ...reading, most });
  const cure = (id: string) => cureWords(findings.cures.get(id), plan, language);
  const found = ledgerOf(report, findings, { language, limit: options.limit, mask: options.mask, cure });
  const merging = { plan, inputs, reading, whole, report, narrowedToUnits: !strangers };
  const merge = earlier === null ? null : await import("./ledger-from/merge.ts");
  const ledger =
    merge === null || earlier === null ? found : await merge.mergeEarlier(found, earlier, merging, shell);
  const files = filesOf(ledger, options, language);
  const names = files.map(({ file }) => file);
  await checkApart(names, { inputs: inputs.paths.map(({ path }) => path), rules }, shell.cwd);
  if (options.form === "folder") await checkFolder(options.path, shell);
  await checkReplaceable(names, earlier, shell.cwd);
  const checkMerged = async () => earlier && merge?.checkInPlace(names, earlier, shell.cwd);
  await checkMerged();
  return {
    placeOf: ledgerPlaces(ledger, names, options),
    write: async () => {
      await checkMerged();
      await write(ledger, files, options, shell);
    },
  };
}

function cureWords(cure: Cure | undefined, { dictionary }: Plan, language: Language): string {
  if (cure === undefined) return "";
  const words = filterOn(cure.dataset, cure.filter, dictionary, language);
  if (language === "zh") return `${cure.holds ? "应符合" : "应不再符合"}：${words}`;
  return `${cure.holds ? "should meet" : "should no longer meet"}: ${words}`;
}

/** The file of the ledger, or one for each unit. */
function filesOf(ledger: Ledger, { form, path }: LedgerOptions, language: Language): MadeFile[] {
  if (form === "csv") return [{ file: path, make: (sink) => ledgerCsv(ledger, language, sink) }];
  if (form === "xlsx") return [{ file: path, make: (sink) => ledgerWorkbook(ledger, language, sink) }];
  const names = fileNames(
    ledger.units.map(({ unit }) => unit ?? unconfirmed[language]),
    ".xlsx",
  );
  return ledger.units.map((unit, at) => ({
    file: join(path, names[at] ?? ""),
    make: (sink) => unitLedgerWorkbook(ledger, unit, language, sink),
  }));
}

async function write(
  ledger: Ledger,
  files: readonly MadeFile[],
  { form, path }: LedgerOptions,
  shell: Shell,
): Promise<void> {
  if (form === "folder") await makeFolder(path, shell);
  let changed = 0;
  for (const file of files) changed += (await writeMade(file, shell)) ? 1 : 0;
  const { listed, leftOut } = countOf(ledger.units, "open");
  const counts = { units: ledger.units.length, listed, leftOut, files: files.length, changed };
  await shell.note(notes[shell.language](path, form === "folder", counts));
  if (form === "folder")
    await noteLeftBehind(
      path,
      files.map(({ file }) => file),
      shell,
    );
}

async function makeFolder(path: string, { cwd, language }: Shell): Promise<void> {
  await mkdir(resolve(cwd, path), { recursive: true }).catch((error: unknown) => {
    throw new ProblemError([writeProblem(path, error, language)]);
  });
}

interface Counts {
  readonly units: number;
  readonly listed: number;
  readonly leftOut: number;
  readonly files: number;
  readonly changed: number;
}

const notes = {
  zh: (path: string, isFolder: boolean, { units, listed, leftOut, files, changed }: Counts) =>
    [
      `已写出整改台账 ${path}：${units} 个单位，${listed} 条`,
      leftOut > 0 ? `；另有 ${leftOut} 条未列出（--ledger-limit 0 列出全部）` : "",
      isFolder ? `；${files} 个文件，改动 ${changed} 个` : "",
      "。",
    ].join(""),
  en: (path: string, isFolder: boolean, { units, listed, leftOut, files, changed }: Counts) =>
    [
      `Wrote the ledger ${path}: ${listed} rows of ${units} units`,
      leftOut > 0 ? `; ${leftOut} more are not listed (--ledger-limit 0 lists all)` : "",
      isFolder ? `; ${files} files, ${changed} changed` : "",
      ".",
    ].join(""),
};
