import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { z } from "zod";
import type { Dataset } from "../model/dataset.ts";
import { parseDay } from "../model/day.ts";
import type { Plan } from "../model/plan.ts";
import { type RuleTest, ruleTestsSchema, type TestSheet } from "../model/rule-test.ts";
import { ProblemError } from "../problem.ts";
import { dayIn } from "./days.ts";
import { Findings } from "./findings.ts";
import { loadPlan } from "./load.ts";
import { display, requireKind } from "./rule-files.ts";
import { type Path, readYaml } from "./yaml-file.ts";

/** A test file with the plan that it is about. */
export interface RuleTests {
  readonly file: string;
  readonly plan: Plan;
  readonly cases: readonly RuleTest[];
}

type File = z.infer<typeof ruleTestsSchema>;
type Case = File["cases"][number];

/** Rows of a test that stand for many alike. */
const TIMES = "times";
const MOST_TIMES = 1_000_000;

/** Loads the tests of a plan; names that plan or dictionary lack are findings, all at once. */
export async function loadRuleTests(path: string, { cwd }: { cwd: string }): Promise<RuleTests> {
  const findings = new Findings(await readYaml(path, display(path, cwd)));
  requireKind(findings, "tests");
  const file = findings.parse(ruleTestsSchema, findings.source.data);
  if (file === undefined) throw new ProblemError(findings.problems);
  const plan = await loadPlan(planNamed(file.tests, path), { cwd });
  dayIn(file["as-of"], ["as-of"], findings);
  const cases = file.cases.map((one, index) => caseOf(one, index, file, plan, findings));
  if (findings.problems.length > 0) throw new ProblemError(findings.problems);
  return { file: findings.source.file, plan, cases };
}

/** Tests stand in a folder beside their plan. */
function planNamed(name: string, testPath: string): string {
  const folder = dirname(testPath);
  if (/[/\\]|\.ya?ml$/i.test(name)) return resolve(folder, name);
  const above = resolve(folder, "..", `${name}.yaml`);
  return existsSync(above) ? above : name;
}

function caseOf(one: Case, index: number, file: File, plan: Plan, findings: Findings): RuleTest {
  const at: Path = ["cases", index];
  const ids = plan.indicators.map(({ id }) => id);
  if (!ids.includes(one.indicator))
    findings.add(
      "R031",
      [...at, "indicator"],
      { id: one.indicator, plan: plan.id },
      { near: ids, name: one.indicator },
    );
  const units = plan.directory.units.map(({ name }) => name);
  for (const unit of Object.keys(one.units))
    if (!units.includes(unit))
      findings.add(
        "R013",
        [...at, "units", unit],
        { owner: `test "${one.name}"`, name: unit },
        { near: units, key: true },
      );
  const asOf = one["as-of"] ?? file["as-of"];
  if (one["as-of"] !== undefined) dayIn(one["as-of"], [...at, "as-of"], findings);
  const datasets = [...plan.dictionary.datasets.keys()];
  const sheets = Object.entries(one.rows).flatMap(([name, rows]): TestSheet[] => {
    const dataset = plan.dictionary.datasets.get(name);
    const path = [...at, "rows", name];
    if (dataset === undefined) {
      findings.add("R010", path, { owner: `test "${one.name}"`, name }, { near: datasets, key: true });
      return [];
    }
    return [sheetOf(dataset, rows, file.every[name] ?? {}, path, findings)];
  });
  return {
    indicator: one.indicator,
    name: one.name,
    asOf: parseDay(asOf) ?? 0,
    sheets,
    whole: one.expect,
    units: new Map(Object.entries(one.units)),
    file: findings.source.file,
    line: findings.source.locate(at).line ?? 0,
    index,
  };
}

function sheetOf(
  dataset: Dataset,
  rows: readonly Readonly<Record<string, string>>[],
  every: Readonly<Record<string, string>>,
  path: Path,
  findings: Findings,
): TestSheet {
  const known = [...dataset.fields.values()]
    .filter(({ derived }) => derived === null)
    .flatMap(({ name, aliases }) => [name, ...aliases]);
  for (const [index, one] of rows.entries())
    for (const heading of Object.keys(one))
      if (heading !== TIMES && !known.includes(heading))
        findings.add(
          "R012",
          [...path, index, heading],
          { owner: "test", name: heading, dataset: dataset.name },
          { near: known, key: true },
        );
  const full = rows.map((one) => ({ ...every, ...one }));
  const written = [...new Set(full.flatMap((one) => Object.keys(one)))].filter(
    (heading) => heading !== TIMES,
  );
  const numbered = numberedKeys(dataset, written);
  const headings = [...numbered, ...written];
  let number = 0;
  const lines: number[] = [];
  const cells = full.flatMap((one, index) =>
    Array.from({ length: timesOf(one[TIMES], [...path, index, TIMES], findings) }, () => {
      number += 1;
      lines.push(findings.source.locate([...path, index]).line ?? 0);
      return headings.map((heading) => (numbered.includes(heading) ? String(number) : (one[heading] ?? "")));
    }),
  );
  return { dataset: dataset.name, headings, rows: cells, numbered, lines };
}

/** Rows that say nothing of what tells them apart are rows of their own. */
function numberedKeys(dataset: Dataset, written: readonly string[]): string[] {
  return dataset.key.filter((key) => {
    const field = dataset.fields.get(key);
    return field?.type === "id" && ![key, ...field.aliases].some((heading) => written.includes(heading));
  });
}

function timesOf(text: string | undefined, path: Path, findings: Findings): number {
  if (text === undefined) return 1;
  const times = /^\d{1,7}$/.test(text) ? Number(text) : 0;
  if (times >= 1 && times <= MOST_TIMES) return times;
  findings.add("R005", path, { key: TIMES, value: text, expected: `1–${MOST_TIMES}` });
  return 1;
}
