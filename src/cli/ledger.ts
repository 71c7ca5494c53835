import { mkdir, readFile, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type LedgerReading, readLedger } from "../engine/ledger/read-ledger.ts";
import type { ResolvedInputs } from "../ingest/inputs.ts";
import type { Language } from "../model/language.ts";
import type { Cure, Ledger, LedgerUnit } from "../model/ledger.ts";
import { ledgerAsks } from "../model/ledger-asks.ts";
import type { Plan } from "../model/plan.ts";
import type { Report } from "../model/report.ts";
import { filterOn } from "../plan/formula.ts";
import { fail } from "../problem.ts";
import { ledgerCsv } from "../render/ledger/csv.ts";
import { ledgerOf } from "../render/ledger/ledger-of.ts";
import { countOf } from "../render/ledger/lines.ts";
import { unconfirmed } from "../render/ledger/words.ts";
import { ledgerWorkbook, unitLedgerWorkbook } from "../render/ledger-workbook.ts";
import { fileNames } from "./file-names.ts";
import type { LedgerOptions } from "./ledger-options.ts";
import { checkApart, type Output, writeAll } from "./outputs.ts";
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
  /** Brings in what units have written in earlier ledgers. */
  readonly merge?: (ledger: Ledger) => Promise<Ledger>;
}

/** A ledger that is rendered and can be written. */
export interface MadeLedger {
  write(): Promise<void>;
}

/** Looks for the records behind what the report finds unmet, and renders them. */
export async function makeLedger(
  report: Report,
  { plan, inputs, reading, rules, strangers, merge }: Source,
  options: LedgerOptions,
  shell: Shell,
): Promise<MadeLedger> {
  const { language } = shell;
  const most = options.limit === 0 ? ALL : options.limit;
  const findings = await readLedger(plan, inputs, ledgerAsks(report, { strangers }), { ...reading, most });
  const cure = (id: string) => cureWords(findings.cures.get(id), plan, language);
  const found = ledgerOf(report, findings, { language, limit: options.limit, mask: options.mask, cure });
  const ledger = merge === undefined ? found : await merge(found);
  const outputs = await rendered(ledger, options, language);
  const files = outputs.map(({ file }) => file);
  await checkApart(files, { inputs: inputs.paths.map(({ path }) => path), rules }, shell.cwd);
  return { write: () => write(ledger, outputs, options, shell) };
}

function cureWords(cure: Cure | undefined, { dictionary }: Plan, language: Language): string {
  if (cure === undefined) return "";
  const words = filterOn(cure.dataset, cure.filter, dictionary, language);
  if (language === "zh") return `${cure.holds ? "应符合" : "应不再符合"}：${words}`;
  return `${cure.holds ? "should meet" : "should no longer meet"}: ${words}`;
}

async function rendered(
  ledger: Ledger,
  { form, path }: LedgerOptions,
  language: Language,
): Promise<Output[]> {
  if (form === "csv") return [{ file: path, data: ledgerCsv(ledger, language) }];
  if (form === "xlsx") return [{ file: path, data: await ledgerWorkbook(ledger, language) }];
  const nameOf = ({ unit }: LedgerUnit) => unit ?? unconfirmed[language];
  const names = fileNames(ledger.units.map(nameOf), ".xlsx");
  const outputs: Output[] = [];
  for (const [at, unit] of ledger.units.entries())
    outputs.push({
      file: join(path, names[at] ?? ""),
      data: await unitLedgerWorkbook(ledger, unit, language),
    });
  return outputs;
}

async function write(
  ledger: Ledger,
  outputs: readonly Output[],
  { form, path }: LedgerOptions,
  shell: Shell,
): Promise<void> {
  const { cwd, language } = shell;
  if (form === "folder") await makeFolder(path, shell);
  const changed: Output[] = [];
  for (const output of outputs)
    if (!(await holds(resolve(cwd, output.file), output.data))) changed.push(output);
  await writeAll(changed, shell);
  const { listed, leftOut } = countOf(ledger.units, "open");
  const counts = {
    units: ledger.units.length,
    listed,
    leftOut,
    files: outputs.length,
    changed: changed.length,
  };
  await shell.note(notes[language](path, form === "folder", counts));
}

/** A file that says the same is left as it is, with its date. */
async function holds(path: string, data: Output["data"]): Promise<boolean> {
  const before = await readFile(path).catch(() => null);
  return before?.equals(Buffer.from(data)) ?? false;
}

async function makeFolder(path: string, { cwd, language }: Shell): Promise<void> {
  const folder = resolve(cwd, path);
  const found = await stat(folder).catch(() => null);
  if (found?.isDirectory() === true) return;
  const isFile = { zh: "这是一个文件，请写文件夹", en: "it is a file; name a folder" };
  if (found !== null) fail("O001", {}, { file: path, text: isFile[language] });
  await mkdir(folder, { recursive: true }).catch((error: Error) =>
    fail("O001", {}, { file: path, text: error.message }),
  );
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
