import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { dayInZone } from "../model/day.ts";
import { nearest } from "../model/nearest.ts";
import { ruleTestsSchema } from "../model/rule-test.ts";
import { waiversSchema } from "../model/waiver.ts";
import { type Problem, ProblemError, problem } from "../problem.ts";
import { loadConfig, planBeside } from "./config.ts";
import { directoryOf } from "./directory.ts";
import { Findings } from "./findings.ts";
import { lint } from "./lint/lint.ts";
import { isPlain, type Plain, type Subject, type Subjects } from "./lint/subject.ts";
import { bundledRules, loadPlan, readDictionary, readPlan } from "./load.ts";
import { loadMapping } from "./mapping.ts";
import { readRuleBytes, textOfRules } from "./rule-bytes.ts";
import { display } from "./rule-files.ts";
import { loadRuleTests } from "./rule-tests.ts";
import { suppress } from "./suppressions.ts";
import { loadWaivers, planOfWaivers } from "./waivers.ts";
import { readWording } from "./wording.ts";
import { parseYaml, readYaml, type YamlFile } from "./yaml-file.ts";

export interface CheckedFile {
  /** As the user would name it. */
  readonly file: string;
  readonly problems: readonly Problem[];
  /** How many problems comments disable. */
  readonly suppressed: number;
}

export interface CheckOptions {
  readonly cwd: string;
  /** By which waivers have expired; without it none has. */
  readonly now?: Date;
}

interface Checked extends CheckOptions {
  readonly path: string;
  /** As problems call it. */
  readonly file: string;
}
type Check = (checked: Checked) => Promise<readonly Problem[]>;

/** How each kind of rule file is checked, by its first key. */
const kinds = {
  plan: checkPlan,
  datasets: checkDictionary,
  units: checkUnits,
  tests: checkTests,
  mapping: checkMapping,
  wording: checkWording,
  waivers: checkWaivers,
  config: checkConfig,
} satisfies Record<Subject, Check>;

/** Everything that is wrong or doubtful in a rule file, and in those that it names; never throws for it. */
export async function checkRuleFile(path: string, { cwd, ...rest }: CheckOptions): Promise<CheckedFile> {
  const file = display(path, cwd);
  const problems = await gathered(() => problemsIn({ ...rest, path, file, cwd }));
  const text = await readRuleBytes(path, file)
    .then((bytes) => textOfRules(bytes, file))
    .catch(() => "");
  const own = problems.filter(({ at }) => at.file === file);
  const others = problems.filter(({ at }) => at.file !== file);
  const left = suppress(file, text, own);
  // Of very many problems only the first have a line; these come first.
  const lineOf = ({ at }: Problem) => at.line ?? Number.MAX_SAFE_INTEGER;
  const placed = [...left.problems].sort((a, b) => lineOf(a) - lineOf(b));
  return { file, problems: [...placed, ...others], suppressed: left.suppressed };
}

async function problemsIn(checked: Checked): Promise<readonly Problem[]> {
  const { path, file } = checked;
  const bytes = await readRuleBytes(path, file);
  const known = Object.keys(kinds) as Subject[];
  // Parsing is what takes time, and each kind does it for itself; a file that begins otherwise is read here.
  const begun = /^(?:\uFEFF|\s|#.*\n|---.*\n)*([a-z]+):/.exec(textOfRules(bytes, file))?.[1];
  const sure = known.find((one) => one === begun);
  if (sure !== undefined) {
    const found = await gathered(() => kinds[sure](checked));
    return found.some(({ at }) => at.file === undefined)
      ? placed(found, parseYaml(bytes, file), sure)
      : found;
  }
  const source = parseYaml(bytes, file);
  const first = isPlain(source.data) ? (Object.keys(source.data)[0] ?? "") : "";
  const kind = known.find((one) => one === first);
  if (kind !== undefined) return placed(await gathered(() => kinds[kind](checked)), source, kind);
  const wrong = problem("R006", {}, { expected: known.join(" | "), key: first }, nearest(first, known));
  return placed([wrong], source, first);
}

/** A name that leads nowhere is told where it is written: the plan of a test file. */
function placed(problems: readonly Problem[], source: YamlFile, key: string): readonly Problem[] {
  const at = source.locate([key], problems[0]?.code === "R006" ? "key" : "value");
  const frame = source.frame(at);
  return problems.map((one) =>
    one.at.file === undefined ? { ...one, at, path: key, ...(frame && { frame }) } : one,
  );
}

/** Problems as a value, whether they are returned or thrown. */
async function gathered(find: () => Promise<readonly Problem[]>): Promise<readonly Problem[]> {
  try {
    return await find();
  } catch (error) {
    if (error instanceof ProblemError) return error.problems;
    throw error;
  }
}

async function checkPlan({ path, cwd, file: own }: Checked): Promise<readonly Problem[]> {
  const { plan, file, source, problems } = await readPlan(path, { cwd });
  const tests = await testsBeside(path, plan.id, cwd);
  const rows = <T extends { id: string }>(loaded: readonly T[], list: "indicators" | "tasks") =>
    loaded.flatMap((one) => {
      const index = file[list].findIndex((raw) => isPlain(raw) && raw.id === one.id);
      const raw = file[list][index];
      return isPlain(raw) ? [{ one, raw, at: [list, index] }] : [];
    });
  const subject: Subjects["plan"] = {
    plan,
    file,
    path,
    indicators: rows(plan.indicators, "indicators").map(({ one, ...rest }) => ({
      indicator: one,
      owner: `indicator "${one.id}"`,
      ...rest,
    })),
    tasks: rows(plan.tasks, "tasks").map(({ one, ...rest }) => ({
      task: one,
      owner: `task "${one.id}"`,
      ...rest,
    })),
    tests,
  };
  const known = problems.filter(({ at }) => at.file === own);
  return [...problems, ...lint("plan", subject, source, known)];
}

/** The test file of a plan; which indicators it has cases for, whether or not it is right otherwise. */
async function testsBeside(path: string, id: string, cwd: string): Promise<Subjects["plan"]["tests"]> {
  const place = join(dirname(path), "tests", `${id}.test.yaml`);
  const file = display(place, cwd);
  if (!existsSync(place)) return { file, ids: null };
  const data = await readYaml(place, file).then(
    (yaml) => yaml.data as Partial<{ cases: readonly Plain[] }> | null,
    () => null,
  );
  const cases = Array.isArray(data?.cases) ? data.cases : [];
  return {
    file,
    ids: new Set(cases.flatMap(({ indicator }) => (typeof indicator === "string" ? [indicator] : []))),
  };
}

async function checkDictionary({ path, cwd }: Checked): Promise<readonly Problem[]> {
  const { dictionary, source, problems } = await readDictionary(path, cwd);
  if (dictionary === undefined) return problems;
  return [...problems, ...lint("datasets", { dictionary, data: plain(source) }, source, problems)];
}

async function checkUnits({ path, file }: Checked): Promise<readonly Problem[]> {
  const source = await readYaml(path, file);
  const findings = new Findings(source);
  const directory = directoryOf(findings);
  if (directory === undefined) return findings.problems;
  return [...findings.problems, ...lint("units", { directory }, source, findings.problems)];
}

async function checkTests({ path, cwd, file }: Checked): Promise<readonly Problem[]> {
  const source = await readYaml(path, file);
  const findings = new Findings(source);
  // A plan that does not load hides what is wrong with the tests themselves.
  const shape = findings.parse(ruleTestsSchema, source.data);
  const tests = await loadRuleTests(path, { cwd }).catch((error: unknown) => {
    if (error instanceof ProblemError) return error.problems;
    throw error;
  });
  if (!("cases" in tests)) return shape === undefined ? distinct([findings.problems, tests]) : tests;
  return lint("tests", { tests, data: plain(source) }, source, []);
}

async function checkMapping({ path, cwd, file }: Checked): Promise<readonly Problem[]> {
  const source = await readYaml(path, file);
  const places = [join(dirname(path), "datasets.yaml"), resolve(cwd, "rules", "datasets.yaml")];
  const place = places.find((one) => existsSync(one)) ?? join(bundledRules, "datasets.yaml");
  const { dictionary, problems } = await readDictionary(place, cwd);
  if (dictionary === undefined) return problems;
  const mapping = await loadMapping(path, { cwd, dictionary, timezone: "Asia/Shanghai" });
  return lint("mapping", { mapping, data: plain(source) }, source, []);
}

/** On the day that a run would take: a waiver that has expired fails in CI on the day after its last. */
async function checkWaivers({ path, cwd, file, now }: Checked): Promise<readonly Problem[]> {
  const findings = new Findings(await readYaml(path, file));
  // A plan that does not load hides what is wrong with the waivers themselves.
  const shape = findings.parse(waiversSchema, findings.source.data);
  if (shape === undefined) return findings.problems;
  const plan = await loadPlan(planOfWaivers(shape.waivers, path), { cwd });
  const today = now === undefined ? 0 : dayInZone(now, plan.timezone);
  await loadWaivers(path, { cwd, plan, asOf: Math.min(today, plan.period?.end ?? today) });
  return [];
}

async function checkConfig({ path, cwd }: Checked): Promise<readonly Problem[]> {
  const { config, source } = await loadConfig(path, cwd);
  if (config.plan === undefined) return [];
  const found = await gathered(async () => {
    await loadPlan(planBeside(config.plan ?? "", path), { cwd });
    return [];
  });
  // What is wrong inside the plan is told when that file is checked.
  const missing = found.filter(({ at }) => at.file === undefined);
  return placed(missing, source, "plan");
}

async function checkWording({ path, file }: Checked): Promise<readonly Problem[]> {
  return (await readWording(path, file)).problems;
}

/** The problems of several checks; the same one of the same place once, whichever files lead to it. */
export function distinct(checks: readonly (readonly Problem[])[]): Problem[] {
  const seen = new Map<string, Problem>();
  for (const problems of checks) {
    const before = new Map<string, number>();
    for (const one of problems) {
      const text = JSON.stringify([one.code, one.at, one.path, one.with]);
      // Of very many problems the last have no line, and are as many as they are.
      const nth = before.get(text) ?? 0;
      before.set(text, nth + 1);
      const key = one.at.line === undefined ? `${text}${nth}` : text;
      if (!seen.has(key)) seen.set(key, one);
    }
  }
  return [...seen.values()];
}

function plain(source: YamlFile): Plain {
  return isPlain(source.data) ? source.data : {};
}
