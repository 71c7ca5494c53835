import type { TestCoverage, TestOutcome } from "../model/rule-test.ts";
import { loadRuleTests } from "../plan/rule-tests.ts";
import { type Problem, ProblemError, problem } from "../problem.ts";
import { asJson } from "../render/json.ts";
import { testsAsJUnit } from "../render/test-junit.ts";
import { renderTests } from "../render/test-view.ts";
import { testWords } from "../render/test-words.ts";
import type { Act } from "./command-spec.ts";
import { OptionReader } from "./options.ts";
import { checkApart, checkWritable, writeAll } from "./outputs.ts";
import { sayProblems } from "./print-problems.ts";
import { unseen } from "./rule-tests/branch-probes.ts";
import { coverageOf } from "./rule-tests/coverage.ts";
import { findTests } from "./rule-tests/find-tests.ts";
import { readPlanBranches } from "./rule-tests/read-branches.ts";
import { runRuleTest } from "./rule-tests/run-tests.ts";
import { type Update, updateTests } from "./rule-tests/update.ts";
import { printing, type Shell } from "./shell.ts";

const formats = ["pretty", "json", "junit"] as const;
type Format = (typeof formats)[number];
const extensions: Readonly<Record<string, Format>> = { ".json": "json", ".xml": "junit", ".txt": "pretty" };

interface Ran {
  readonly outcomes: readonly TestOutcome[];
  readonly coverage: readonly TestCoverage[];
  readonly problems: readonly Problem[];
  readonly files: readonly string[];
}

/** evaluate test [FILES...]: what rules make of small rows, held against what is expected. */
export const test: Act = async (shell, args, raw) => {
  const read = new OptionReader(raw);
  const asked = read.oneOf("format", formats);
  const outputs = read.texts("output").map((file) => ({ file, format: formatOf(file, read) }));
  const least = read.number("minCoverage", "decimal", 0);
  const [listed, update] = [read.flag("coverage"), read.flag("update")];
  read.done();
  const format = asked ?? (outputs.length === 0 ? "pretty" : null);
  const files = outputs.map(({ file }) => file);
  await checkWritable(files, shell);

  const ran = await runAll(await findTests(args, shell.cwd), shell);
  await checkApart(files, { inputs: ran.files, rules: [] }, shell.cwd);
  const updates = update ? await updateTests(ran.outcomes, shell) : null;
  const written = (one: Format) => textOf(one, ran, updates, listed, shell);
  await writeAll(
    outputs.map(({ file, format: own }) => ({ file, data: written(own) })),
    shell,
  );
  if (format !== null) await shell.print(written(format));
  return verdict(ran, updates, least, shell);
};

async function runAll(paths: readonly string[], shell: Shell): Promise<Ran> {
  const { cwd, language } = shell;
  const outcomes: TestOutcome[] = [];
  const coverage: TestCoverage[] = [];
  const problems: Problem[] = [];
  for (const path of paths) {
    const tests = await loadRuleTests(path, { cwd }).catch((error: unknown) => {
      if (!(error instanceof ProblemError)) throw error;
      problems.push(...error.problems);
      return null;
    });
    if (tests === null) continue;
    const seen = unseen(await readPlanBranches(tests.plan, cwd));
    for (const one of tests.cases) outcomes.push(await runRuleTest(tests.plan, one, { seen, language }));
    coverage.push(coverageOf(tests.plan, tests.cases, seen, language));
  }
  return { outcomes, coverage, problems, files: paths };
}

function textOf(
  format: Format,
  ran: Ran,
  updates: readonly Update[] | null,
  listed: boolean,
  shell: Shell,
): string {
  const { outcomes, coverage, problems } = ran;
  if (format === "junit") return testsAsJUnit(outcomes, problems, shell.language);
  if (format === "pretty") return renderTests({ outcomes, coverage, listed }, printing(shell));
  return asJson({ tests: outcomes.map(outcomeAsJson), coverage, ...(updates === null ? {} : { updates }) });
}

/** Says what is left to say, and the exit code: expectations that were just rewritten no longer fail. */
async function verdict(
  ran: Ran,
  updates: readonly Update[] | null,
  least: number | undefined,
  shell: Shell,
): Promise<number> {
  const say = testWords[shell.language];
  const { outcomes, problems, coverage } = ran;
  if (outcomes.length === 0 && problems.length === 0) await shell.say(say.none);
  if (problems.length > 0) await sayProblems(problems, shell);
  const failed = outcomes.some(({ differences }) => differences.length > 0);
  if (failed && updates === null) await shell.note(say.hint);
  for (const { file, line, indicator, unit, key, from, to, written } of updates ?? []) {
    const told = written ? say.updated(from, to) : say.unwritten;
    await shell.say(`${file}:${line} ${indicator} ${unit ?? say.whole} ${key}: ${told}`);
  }
  const made = (updates ?? []).filter(({ written }) => written);
  if (made.length > 0) await shell.say(say.wrote(made.length, new Set(made.map(({ file }) => file)).size));
  const low = coverage.filter(({ percent }) => least !== undefined && percent < least);
  for (const { plan, percent } of low) await shell.say(say.gate(plan, percent, least ?? 0));
  const open = updates === null ? failed : updates.some(({ written }) => !written);
  return problems.length > 0 || open || low.length > 0 ? 1 : 0;
}

function formatOf(file: string, read: OptionReader): Format {
  const extension = /\.[^./\\]*$/.exec(file)?.[0].toLowerCase() ?? "";
  const known = Object.keys(extensions);
  const format = extensions[extension];
  if (format === undefined) read.add(problem("U007", {}, { file, extension, known: known.join(" ") }));
  return format ?? "pretty";
}

function outcomeAsJson({ test: { file, line, indicator, name }, differences, trace }: TestOutcome) {
  return { file, line, indicator, name, passed: differences.length === 0, differences, trace };
}
