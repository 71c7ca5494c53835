import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { dirname, isAbsolute, join, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import Fraction from "fraction.js";
import type { Dictionary } from "../model/dataset.ts";
import { nearest } from "../model/nearest.ts";
import { type Plan, type PlanFrame, planFrameSchema } from "../model/plan.ts";
import { fail, type Problem, ProblemError } from "../problem.ts";
import { checkChoices } from "./choices.ts";
import { dayIn } from "./days.ts";
import { DictionaryDraft } from "./dictionary.ts";
import { escalationOf } from "./escalation.ts";
import { Findings } from "./findings.ts";
import { Groups } from "./groups.ts";
import { indicatorsOf } from "./indicators.ts";
import { Literals } from "./literals.ts";
import { readPlanSource } from "./plan-source.ts";
import { unitsOf } from "./plan-units.ts";
import { presentationOf } from "./presentation.ts";
import { display, requireKind } from "./rule-files.ts";
import { tasksOf } from "./tasks.ts";
import type { UnitList } from "./unit-list.ts";
import { readYaml, type YamlFile } from "./yaml-file.ts";

/** The rule files that come with the tool. */
export const bundledRules = fileURLToPath(new URL("../../rules/", import.meta.url));

const defaultBands = [
  { from: "90", name: "非常高" },
  { from: "80", name: "高" },
  { from: "70", name: "中" },
  { from: "0", name: "低" },
];

// Stands in for what a plan's head lacks or has wrong, so that its rules are still checked.
const spare = {
  plan: "unnamed",
  title: "-",
  issued: "2000-01-01",
  timezone: "Asia/Shanghai",
  indicators: [],
};

export interface LoadOptions {
  readonly cwd: string;
  /** Replaces the plan's unit directory; a list replaces its members only. */
  readonly units?: string | UnitList | undefined;
}

export interface PlanSummary {
  readonly id: string;
  readonly title: string;
  readonly document: string | null;
  readonly issued: string;
  readonly file: string;
}

/** A plan as far as it could be read, and what is wrong with it; with problems it is for `check` only. */
export interface PlanReading {
  readonly plan: Plan;
  readonly file: PlanFrame;
  readonly source: YamlFile;
  readonly path: string;
  readonly problems: readonly Problem[];
}

/**
 * Loads a plan by path or id, with its dictionary and unit directory, all cross-checked.
 * @throws ProblemError with every problem of every file at once.
 */
export async function loadPlan(idOrPath: string, options: LoadOptions): Promise<Plan> {
  const { plan, problems } = await readPlan(idOrPath, options);
  if (problems.length > 0) throw new ProblemError(problems);
  return plan;
}

/** The same, where problems do not hide what could be read. Throws where too little could be. */
export async function readPlan(idOrPath: string, options: LoadOptions): Promise<PlanReading> {
  const { cwd } = options;
  const path = await findPlan(idOrPath, cwd);
  const inherited = await readPlanSource(path, { cwd, find: (id) => findPlan(id, cwd) });
  const source = inherited.yaml;
  const findings = new Findings(source);
  const file = findings.parse(planFrameSchema, source.data, [], spare);
  if (file === undefined) throw problemsOf([...inherited.findings, findings]);

  const dictionaryPath = nearby(inherited.paths, "datasets.yaml");
  const dictionarySource = await readYaml(dictionaryPath, display(dictionaryPath, cwd));
  const dictionaryFindings = new Findings(dictionarySource);
  requireKind(dictionaryFindings, "datasets");
  const draft = new DictionaryDraft();
  draft.addFile(dictionaryFindings);
  draft.addDatasets(file.datasets ?? {}, ["datasets"], findings);
  draft.addLimits(file.limits ?? {});
  draft.addPlanFields(file.fields ?? {}, findings);
  const dictionary = draft.close();

  const units = await unitsOf({ planPath: path, file: file.units, instead: options.units, cwd }, findings);
  const { directory } = units;
  const problemsSoFar = (): Problem[] => [
    ...[...inherited.findings, findings, dictionaryFindings].flatMap((found) => found.problems),
    ...units.problems,
  ];
  if (dictionary === undefined) throw new ProblemError(problemsSoFar());
  const groups = new Groups(directory, file.groups ?? {}, findings);
  const literals = new Literals(dictionary, file.timezone);
  checkChoices(file.fields ?? {}, dictionary, literals, findings);
  const indicators = indicatorsOf(file, { dictionary, literals, findings, groups });
  const tasks = tasksOf(file, indicators, { findings, groups });
  const presented = await presentationOf(file.report, {
    planPath: path,
    findings,
    groups,
    show: (one) => display(one, cwd),
  });
  const issued = dayIn(file.issued, ["issued"], findings);
  const period = periodOf(file, findings);
  const timezone = timezoneOf(file, findings);
  const escalation = escalationOf(file, findings);
  if (directory === null) throw new ProblemError(problemsSoFar());
  const plan: Plan = {
    id: file.plan,
    title: file.title,
    issuer: file.issuer ?? null,
    document: file.document ?? null,
    issued,
    period,
    timezone,
    directory,
    dictionary,
    bands: (file.report?.bands ?? file.bands ?? defaultBands)
      .map((band) => ({ from: new Fraction(band.from), name: band.name }))
      .sort((a, b) => b.from.compare(a.from)),
    presentation: presented.presentation,
    order: presented.order,
    headroom: file.report?.headroom === undefined ? null : new Fraction(file.report.headroom),
    escalation,
    indicators,
    tasks,
    sha256: hashOf([source, dictionarySource, ...units.sources]),
    file: source.file,
    files: [...inherited.paths, dictionaryPath, units.path, ...presented.files],
  };
  return { plan, file, source, path, problems: problemsSoFar() };
}

/** The dictionary that comes with the tool, for work without a plan. */
export async function loadDictionary(options: { cwd: string }): Promise<Dictionary> {
  const { dictionary, problems } = await readDictionary(join(bundledRules, "datasets.yaml"), options.cwd);
  if (dictionary === undefined || problems.length > 0) throw new ProblemError(problems);
  return dictionary;
}

/** A dictionary as far as it could be read. */
export async function readDictionary(path: string, cwd: string) {
  const findings = new Findings(await readYaml(path, display(path, cwd)));
  requireKind(findings, "datasets");
  const draft = new DictionaryDraft();
  draft.addFile(findings);
  return { dictionary: draft.close(), source: findings.source, problems: findings.problems };
}

/** The plans that can be named: those in ./rules, then the bundled ones. Files that are no plan are passed over. */
export async function listPlans(options: { cwd: string }): Promise<PlanSummary[]> {
  const found = new Map<string, PlanSummary>();
  for (const directory of ruleDirectories(options.cwd)) {
    for (const name of await yamlNames(directory)) {
      const file = display(join(directory, name), options.cwd);
      const data = await readYaml(join(directory, name), file).then(
        (yaml) => yaml.data as Partial<PlanFrame> | null,
        () => null,
      );
      if (typeof data?.plan !== "string" || found.has(data.plan)) continue;
      const { plan: id, title = "", document = null, issued = "" } = data;
      found.set(id, { id, title: String(title), document, issued: String(issued), file });
    }
  }
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

async function findPlan(idOrPath: string, cwd: string): Promise<string> {
  const path = isAbsolute(idOrPath) ? idOrPath : resolve(cwd, idOrPath);
  if (/\.ya?ml$/i.test(idOrPath) || /[/\\]/.test(idOrPath)) {
    if (existsSync(path)) return path;
    return fail("R024", {}, { file: idOrPath });
  }
  if (/^[a-z0-9][a-z0-9.-]*$/.test(idOrPath)) {
    for (const directory of ruleDirectories(cwd)) {
      const candidate = join(directory, `${idOrPath}.yaml`);
      if (existsSync(candidate)) return candidate;
    }
  }
  const known = (await listPlans({ cwd })).map((plan) => plan.id);
  return fail("U005", {}, { name: idOrPath, known: known.join(", ") }, nearest(idOrPath, known));
}

function ruleDirectories(cwd: string): string[] {
  return [...new Set([join(cwd, "rules") + sep, bundledRules])];
}

async function yamlNames(directory: string): Promise<string[]> {
  const names = await readdir(directory).catch(() => []);
  return names.filter((name) => name.endsWith(".yaml") && name !== "datasets.yaml").sort();
}

/** A dictionary beside the plan, or beside one that it extends, wins over the bundled one. */
function nearby(planPaths: readonly string[], name: string): string {
  const beside = planPaths.map((path) => join(dirname(path), name)).find((path) => existsSync(path));
  return beside ?? join(bundledRules, name);
}

function periodOf(file: PlanFrame, findings: Findings): Plan["period"] {
  if (file.period === undefined) return null;
  const start = dayIn(file.period.start, ["period", "start"], findings);
  const end = dayIn(file.period.end, ["period", "end"], findings);
  if (end < start) {
    const { start: expected, end: value } = file.period;
    findings.add("R005", ["period", "end"], { key: "end", value, expected: `≥ ${expected}` });
  }
  return { start, end, yearly: file.period.repeats === "yearly" };
}

function timezoneOf(file: PlanFrame, findings: Findings): string {
  try {
    new Intl.DateTimeFormat("en", { timeZone: file.timezone });
  } catch {
    findings.add("R005", ["timezone"], { key: "timezone", value: file.timezone, expected: "Asia/Shanghai" });
  }
  return file.timezone;
}

function problemsOf(all: readonly Findings[]): ProblemError {
  return new ProblemError(all.flatMap((found): readonly Problem[] => found.problems));
}

function hashOf(sources: readonly YamlFile[]): string {
  const hash = createHash("sha256");
  for (const source of sources) hash.update(source.sha256);
  return hash.digest("hex");
}
