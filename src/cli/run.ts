import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { assess } from "../assess/assess.ts";
import { gather } from "../engine/engine.ts";
import { filesEngine } from "../engine/files.ts";
import { type ResolvedInputs, resolveInputs } from "../ingest/inputs.ts";
import { type KeptOpen, keptOpen } from "../ingest/kept-open.ts";
import { openInput } from "../ingest/open.ts";
import { usualJobs } from "../ingest/workers/usual-jobs.ts";
import type { Day } from "../model/day.ts";
import type { Past } from "../model/past.ts";
import type { Plan } from "../model/plan.ts";
import type { Report } from "../model/report.ts";
import { UnitNames } from "../model/unit-names.ts";
import { type Problem, ProblemError, problem } from "../problem.ts";
import { chooseAsOf } from "./choose-as-of.ts";
import type { DatabaseReading } from "./choose-engine.ts";
import type { Act, RawOptions } from "./command-spec.ts";
import { configured } from "./config/configured.ts";
import { fillNames } from "./config/fill-names.ts";
import { deliver } from "./deliver.ts";
import { gateOf, gateSentence } from "./gate.ts";
import type { HistoryOptions } from "./history/flags.ts";
import type { MadeLedger, Source } from "./ledger.ts";
import { staleData, unknownDatasets } from "./max-age.ts";
import { narrow } from "./narrow.ts";
import { narrowMovement } from "./narrow-movement.ts";
import { narrowWaivers } from "./narrow-waivers.ts";
import { checkApart, checkFolder, checkWritable } from "./outputs.ts";
import { filesBehind, planAndMapping, waiversNamed } from "./rules.ts";
import { type RunOptions, runOptions } from "./run-options.ts";
import { quietly, type Shell } from "./shell.ts";
import { noteSkipped } from "./skipped.ts";
import { strictProblems } from "./strict.ts";
import { together } from "./together.ts";
import { type Unattended, unattended } from "./unattended.ts";
import { unknownCommand } from "./usage.ts";
import { toolVersion } from "./version.ts";
import { watched } from "./watched.ts";
import { workingDays } from "./working-days.ts";

/** evaluate --plan P INPUTS...: rules and rows in, a report and an exit code out. */
export const run: Act = async (outer, args, raw) => {
  refuseMistypedCommand(args, raw, outer);
  const set = await configured(outer, args, raw);
  const shell = set.raw.quiet === true ? quietly(outer) : outer;
  if (raw.printConfig === true) {
    const { printConfig } = await import("./config/print.ts");
    await printConfig(set, raw.format === "json", shell);
    return 0;
  }
  return unattended(set.raw, shell, async (inner, others) => {
    const inputs = await set.inputs(inner);
    const options = await fillNames(runOptions(inputs, set.raw, inner.language), inner);
    return evaluateAndTell(options, inner, others);
  });
};

async function evaluateAndTell(
  options: RunOptions,
  shell: Shell,
  others: Unattended,
): Promise<number | null> {
  if (options.taskSheets !== null) await checkFolder(options.taskSheets, shell);
  const kept = keptOpen(openInput);
  const lock = lockOf(options, shell);
  try {
    const made = await (options.saved === null
      ? evaluated(options, shell, kept, lock)
      : rendered(options, shell));
    if (made === null) return 0;
    return await handOver(made, options, shell, others);
  } finally {
    lock.release();
    await kept.close();
  }
}

interface Lock {
  hold(plan: string): Promise<void>;
  release(): void;
}

function lockOf({ locking, history }: RunOptions, shell: Shell): Lock {
  let release = () => {};
  const hold = async (plan: string) => {
    if (locking.file === null && history === null) return;
    if (history !== null) await (await import("./history/recall.ts")).checkHistoryFolder(history.dir, shell);
    const { holdLock, lockFileOf } = await import("./lock/lock.ts");
    release = await holdLock(lockFileOf(locking, history?.dir ?? "", plan), locking, shell);
  };
  return { hold, release: () => release() };
}

/** Null where nothing moved, and nobody is to be told. */
async function handOver(
  { report: whole, asked, source, last }: Made,
  options: RunOptions,
  shell: Shell,
  { log, speak }: Unattended,
): Promise<number | null> {
  log.about(whole);
  if (options.strict) refuse(strictProblems(whole, shell.language));
  if (options.maxAge !== null) refuse(staleData(whole, options.maxAge));
  if (options.history?.onlyChanges === true) {
    const { storedUnmoved } = await import("./history/recall.ts");
    const still = await storedUnmoved(options.history, whole, last, shell);
    // Who sits at a terminal is told that it was heard.
    if (still && shell.screen === null) return null;
    await speak();
    if (still) {
      await shell.note(unmoved[shell.language]);
      return null;
    }
  }
  const snapshot = await snapshotFor(whole, options, shell);
  const narrowed = narrowMovement(narrowWaivers(narrow(whole, asked, shell.language), asked), asked);
  const report = titled(narrowed, options.title);
  const cards = asked.units.length > 0 && asked.units.every((name) => isUnit(report, name));
  const ledger = await ledgerFor(report, whole, source, options, shell);
  const sheets = await taskSheetsFor(report, ledger, options, shell);
  await deliver(report, { ...options, cards }, shell);
  await ledger?.write();
  await sheets?.write();
  await snapshot?.write();
  log.set({ outputs: options.outputs.length });
  return judge(report, options, shell);
}

const unmoved = {
  zh: "与上次结果相比没有变化，没有写报告（--only-changes）。EVALUATE_ONLY_CHANGES=0 照常写出。",
  en: "Nothing moved since the last run: no report (--only-changes). EVALUATE_ONLY_CHANGES=0 writes it all the same.",
};

/** Loaded when asked for: most runs need none of it. */
async function snapshotFor(report: Report, { history }: RunOptions, shell: Shell) {
  if (history === null) return null;
  const { checkStored, remember } = await import("./history/recall.ts");
  await checkStored(history, report, shell);
  return { write: () => remember(history, report, shell) };
}

async function ledgerFor(
  report: Report,
  whole: Report,
  source: Source | null,
  { ledger }: RunOptions,
  shell: Shell,
) {
  if (ledger === null || source === null) return null;
  const { makeLedger } = await import("./ledger.ts");
  return makeLedger(report, whole, source, ledger, shell);
}

async function taskSheetsFor(
  report: Report,
  ledger: MadeLedger | null,
  { taskSheets: folder, narrowing }: RunOptions,
  shell: Shell,
) {
  if (folder === null) return null;
  const { makeTaskSheets } = await import("./task-sheets.ts");
  const narrowed = narrowing.units.length + narrowing.indicators.length > 0;
  return makeTaskSheets(report, { folder, ledgerOf: ledger?.placeOf ?? (() => null), narrowed }, shell);
}

interface Made {
  readonly report: Report;
  readonly asked: RunOptions["narrowing"];
  /** From where the rows of a ledger come. */
  readonly source: Source | null;
  /** The run before this one, where there is a history. */
  readonly last: Past | null;
}

async function evaluated(
  options: RunOptions,
  shell: Shell,
  kept: KeptOpen,
  lock: Lock,
): Promise<Made | null> {
  const { ledger } = options;
  const single = ledger === null || ledger.form === "folder" ? [] : [ledger.path];
  const files = [...options.outputs.map(({ file }) => file), ...single];
  const [{ plan, mapping }, inputs] = await together([
    planAndMapping(options.plan, options.rules, shell.cwd),
    resolveInputs(options.inputs, shell.cwd, "skipped", options.engine.name === "duckdb" ? ["parquet"] : []),
    checkWritable(files, shell),
  ]);
  const paths = inputs.paths.map(({ path }) => path);
  // Rows to put right are looked for in the files themselves, row by row.
  if (ledger !== null && paths.some((path) => /\.parquet$/i.test(path)))
    refuse([problem("U046", {}, { engine: "duckdb", flags: "--ledger（Parquet）" })]);
  const rules = filesBehind(plan, options.rules);
  await checkApart(files, { inputs: paths, rules }, shell.cwd);
  if (options.maxAge !== null) refuse(unknownDatasets(options.maxAge, [...plan.dictionary.datasets.keys()]));
  await noteSkipped(inputs, shell);
  await lock.hold(plan.id);
  const filled = await earlierLedgers(options, shell);
  const asOf = await chooseAsOf(options.asOf, plan, shell);
  const past = options.history === null ? undefined : await earlier(options.history, plan, asOf, shell);
  const waivers = await waiversNamed(options.rules, plan, asOf, shell.cwd);
  const { limits, allowEmpty, jobs = await usualJobs(inputs) } = options;
  const { stdin } = shell;
  const reading = { asOf, limits, allowEmpty, stdin, mapping, jobs };
  const database = await engineFor(options, inputs, { ...reading, jobs: options.jobs }, shell);
  const evidence = await (database === null
    ? watched(
        shell,
        (open) => gather(plan, filesEngine(inputs, { ...reading, open })),
        ledger === null ? openInput : kept.open,
      )
    : gather(plan, database));
  if (options.engine.explain) return null;
  const judging = {
    asOf,
    language: shell.language,
    version: toolVersion(),
    waivers,
    workingDays,
    headroom: options.margin ?? undefined,
    baseline: options.history?.baseline ?? undefined,
  };
  const report = assess(plan, evidence, judging, past);
  const asked = named(options, plan);
  const strangers = asked.units.length === 0;
  const source = {
    plan,
    inputs,
    reading: { asOf, limits, stdin, mapping, open: kept.open },
    rules,
    strangers,
    earlier: filled,
  };
  return { report, asked, source, last: past?.at(-1) ?? null };
}

/** Before the rows are read: what is wrong with them should not cost a long run. */
async function earlierLedgers({ ledger, ledgerFrom, limits }: RunOptions, shell: Shell) {
  if (ledger === null || ledgerFrom.length === 0) return null;
  const { readEarlier } = await import("./ledger-from/read.ts");
  return readEarlier({ from: ledgerFrom, to: ledger.path, limits }, shell);
}

/** Null reads files; a database is loaded when asked for. */
async function engineFor(
  { engine }: RunOptions,
  inputs: ResolvedInputs,
  reading: DatabaseReading,
  shell: Shell,
) {
  if (engine.name === "files") return null;
  const { databaseEngine } = await import("./choose-engine.ts");
  return databaseEngine(engine, inputs, reading, shell);
}

async function earlier(history: HistoryOptions, plan: Plan, asOf: Day, shell: Shell) {
  const { recall } = await import("./history/recall.ts");
  return recall(history, plan.id, asOf, shell);
}

/** --render: a report that was saved earlier. */
async function rendered(options: RunOptions, shell: Shell): Promise<Made> {
  const { saved, outputs, narrowing } = options;
  const files = outputs.map(({ file }) => file);
  const { savedReport } = await import("./saved-report.ts");
  const [report] = await together([savedReport(saved ?? "", shell), checkWritable(files, shell)]);
  await checkApart(files, { inputs: [resolve(shell.cwd, saved ?? "")], rules: [] }, shell.cwd);
  return { report, asked: narrowing, source: null, last: null };
}

function titled(report: Report, title: string | null): Report {
  if (title === null) return report;
  return { ...report, presentation: { ...report.presentation, title: { zh: title, en: title } } };
}

function isUnit({ units }: Report, name: string): boolean {
  return units.some(({ unit }) => unit === name);
}

// Anything that is no command lands here as an input of run: `evaluate shwo jiayuguan-2022`.
function refuseMistypedCommand([first]: readonly string[], raw: RawOptions, shell: Shell): void {
  if (raw.plan !== undefined || first === undefined || !/^[a-z]+$/i.test(first)) return;
  if (!existsSync(resolve(shell.cwd, first))) throw new ProblemError([unknownCommand(first)]);
}

/** Units may be asked for by any written form that the directory declares. */
function named({ narrowing }: RunOptions, plan: Plan): RunOptions["narrowing"] {
  const names = new UnitNames(plan.directory);
  return { ...narrowing, units: narrowing.units.map((unit) => names.find(unit)?.name ?? unit) };
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new ProblemError(problems);
}

async function judge(report: Report, options: RunOptions, shell: Shell): Promise<number> {
  const byUnit = options.narrowing.units.length > 0;
  const failures = gateOf(report, { ...options, byUnit });
  for (const failure of failures) await shell.say(gateSentence(failure, shell.language));
  return failures.length === 0 ? 0 : 1;
}
