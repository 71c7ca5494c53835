import { extname } from "node:path";
import type Fraction from "fraction.js";
import type { ReadLimits } from "../ingest/reader.ts";
import type { Language } from "../model/language.ts";
import { nearest } from "../model/nearest.ts";
import { problem } from "../problem.ts";
import { type GroupBy, groupings } from "../render/renderer.ts";
import { extensions, type Format, type PrintedFormat, printers } from "../render/renderers.ts";
import type { AskedAsOf } from "./as-of.ts";
import type { RawOptions } from "./command-spec.ts";
import { type EngineOptions, engineOptions } from "./engine-options.ts";
import { type FailOn, failOns } from "./gate.ts";
import { type HistoryOptions, historyOptions, marginOf } from "./history/flags.ts";
import { type LedgerOptions, ledgerOptions, ledgersFrom } from "./ledger-options.ts";
import { lockOptions } from "./lock/flags.ts";
import type { Locking } from "./lock/lock.ts";
import { type MaxAge, maxAgeOf } from "./max-age.ts";
import type { Narrowing } from "./narrow.ts";
import { flagOf, jobsOf, limitsOf, OptionReader } from "./options.ts";
import { type RuleFiles, ruleFilesOf } from "./rules.ts";

export interface OutputFile {
  readonly file: string;
  readonly format: Format;
}

export interface RunOptions {
  /** Empty with a saved report. */
  readonly plan: string;
  /** A saved report to render again, instead of an evaluation. */
  readonly saved: string | null;
  /** Stands in the place of the plan's title. */
  readonly title: string | null;
  readonly inputs: readonly string[];
  readonly asOf: AskedAsOf;
  readonly outputs: readonly OutputFile[];
  /** Null prints nothing: there are output files and no -f. */
  readonly stdout: PrintedFormat | null;
  readonly groupBy: GroupBy;
  readonly rules: RuleFiles;
  readonly narrowing: Narrowing;
  readonly failOn: FailOn;
  readonly failUnder: number | null;
  readonly strict: boolean;
  readonly allowEmpty: boolean;
  readonly limits: ReadLimits;
  /** The records to put right, which are looked for in the inputs once more. */
  readonly ledger: LedgerOptions | null;
  /** Ledgers that units have filled in. */
  readonly ledgerFrom: readonly string[];
  /** A folder for the task sheets of units. */
  readonly taskSheets: string | null;
  /** Earlier runs to compare with, among which this one is stored. */
  readonly history: HistoryOptions | null;
  /** Lists what is met by less than this; null leaves it to the plan. */
  readonly margin: Fraction | null;
  readonly locking: Locking;
  /** Null lets data be of any age. */
  readonly maxAge: MaxAge | null;
  /** Ends with a line for logs. */
  readonly logLine: boolean;
  /** Undefined leaves it to the size of the inputs. */
  readonly jobs: number | undefined;
  /** Where rows are counted. */
  readonly engine: EngineOptions;
}

const words = {
  plan: { zh: "--plan（方案）", en: "--plan" },
  inputs: { zh: "数据文件", en: "The data" },
} satisfies Record<string, Record<Language, string>>;

const example = "evaluate --plan jiayuguan-2022 data.xlsx";

/** The flags of run, all checked; throws every complaint at once. */
export function runOptions(args: readonly string[], raw: RawOptions, language: Language): RunOptions {
  const read = new OptionReader(raw);
  const saved = read.text("render") ?? null;
  const engine = engineOptions(read);
  const plan = saved === null ? read.required("plan", words.plan[language], example) : "";
  if (saved !== null) refuseBeside(args, read, language);
  else if (engine.name === "clickhouse") {
    if (args.length > 0) read.add(problem("U045", {}, { inputs: args.join(" ") }));
  } else if (args.length === 0) read.add(problem("U004", {}, { what: words.inputs[language], example }));
  const format = read.oneOf("format", Object.keys(printers) as PrintedFormat[]);
  const outputs = read.texts("output").map((file) => outputFile(file, read));
  const options: RunOptions = {
    plan,
    saved,
    title: read.text("title") ?? null,
    inputs: args,
    asOf: read.day("asOf"),
    outputs: outputs.filter((output) => output !== null),
    stdout: format ?? (outputs.length === 0 ? "table" : null),
    groupBy: read.oneOf("groupBy", groupings) ?? "clause",
    rules: ruleFilesOf(read),
    narrowing: { units: read.texts("unit"), indicators: read.texts("indicator") },
    failOn: read.oneOf("failOn", failOns) ?? "never",
    failUnder: read.number("failUnder", "decimal", 0) ?? null,
    strict: read.flag("strict"),
    allowEmpty: read.flag("allowEmpty"),
    limits: limitsOf(read),
    ledger: ledgerOptions(read),
    ledgerFrom: ledgersFrom(read),
    taskSheets: read.text("taskSheets") ?? null,
    history: historyOptions(read),
    margin: marginOf(read),
    locking: lockOptions(read),
    maxAge: maxAgeOf(read),
    logLine: read.flag("logLine"),
    jobs: jobsOf(read),
    engine,
  };
  if (engine.name === "clickhouse" && options.ledger !== null)
    read.add(problem("U046", {}, { engine: engine.name, flags: "--ledger" }));
  read.done();
  return options;
}

/** What a report was made from cannot change any more. */
function refuseBeside(args: readonly string[], read: OptionReader, language: Language): void {
  const flags = ["asOf", "units", "mapping", "waivers", "ledger", "history", "margin", "lock"].filter(
    (name) => read.text(name) !== undefined,
  );
  if (read.texts("ledgerFrom").length > 0) flags.push("ledgerFrom");
  const found = [...(args.length > 0 ? [words.inputs[language]] : []), ...flags.map(flagOf)];
  if (found.length > 0) read.add(problem("U013", {}, { what: found.join(language === "zh" ? "、" : ", ") }));
}

function outputFile(file: string, read: OptionReader): OutputFile | null {
  const extension = extname(file).toLowerCase();
  const format = Object.entries(extensions).find(([known]) => known === extension)?.[1];
  if (format !== undefined) return { file, format };
  const known = Object.keys(extensions);
  read.add(problem("U007", {}, { file, extension, known: known.join(" ") }, nearest(extension, known)));
  return null;
}
