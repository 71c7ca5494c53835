import type { Language } from "../model/language.ts";
import { loadRuleTests } from "../plan/rule-tests.ts";
import { type Problem, ProblemError } from "../problem.ts";
import { asJson } from "../render/index.ts";
import type { Act } from "./commands.ts";
import { OptionReader, tableOrJson } from "./options.ts";
import { sayProblems } from "./print-problems.ts";
import { type Coverage, coverageOf } from "./rule-tests/coverage.ts";
import { findTests } from "./rule-tests/find-tests.ts";
import { runRuleTest, type TestOutcome } from "./rule-tests/run-tests.ts";

const texts = {
  zh: {
    whole: "全域",
    expected: (key: string, expected: string, actual: string) => `${key} 应为 ${expected}，实为 ${actual}`,
    summary: (passed: number, failed: number) => `通过 ${passed} 例，未通过 ${failed} 例`,
    covered: ({ plan, covered, measured }: Coverage) =>
      `${plan}：${measured} 项可计算的指标中 ${covered} 项既有达标又有未达标的用例`,
    noMet: (ids: string) => `  缺达标的用例：${ids}`,
    noMissed: (ids: string) => `  缺未达标的用例：${ids}`,
    none: "没有规则测试。规则测试写在 rules/tests/<方案>.test.yaml。",
  },
  en: {
    whole: "whole area",
    expected: (key: string, expected: string, actual: string) =>
      `${key}: expected ${expected}, got ${actual}`,
    summary: (passed: number, failed: number) => `${passed} passed, ${failed} failed`,
    covered: ({ plan, covered, measured }: Coverage) =>
      `${plan}: ${covered} of ${measured} measured indicators have both a case that is met and one that is not`,
    noMet: (ids: string) => `  without a case that is met: ${ids}`,
    noMissed: (ids: string) => `  without a case that is not: ${ids}`,
    none: "There are no rule tests. They are written in rules/tests/<plan>.test.yaml.",
  },
} satisfies Record<Language, object>;

/** evaluate test [FILES...]: what rules make of small rows, held against what is expected. */
export const test: Act = async (shell, args, raw) => {
  const read = new OptionReader(raw);
  const format = read.oneOf("format", tableOrJson);
  read.done();
  const outcomes: TestOutcome[] = [];
  const coverage: Coverage[] = [];
  const problems: Problem[] = [];
  for (const path of await findTests(args, shell.cwd)) {
    const tests = await loadRuleTests(path, { cwd: shell.cwd }).catch((error: unknown) => {
      if (!(error instanceof ProblemError)) throw error;
      problems.push(...error.problems);
      return null;
    });
    if (tests === null) continue;
    for (const one of tests.cases) outcomes.push(await runRuleTest(tests.plan, one));
    coverage.push(coverageOf(tests.plan, tests.cases));
  }
  if (outcomes.length === 0 && problems.length === 0) await shell.say(texts[shell.language].none);
  const json = () => asJson({ tests: outcomes.map(outcomeAsJson), coverage });
  await shell.print(format === "json" ? json() : textOf(outcomes, coverage, shell.language));
  if (problems.length > 0) await sayProblems(problems, shell);
  return problems.length > 0 || outcomes.some(({ differences }) => differences.length > 0) ? 1 : 0;
};

function textOf(outcomes: readonly TestOutcome[], coverage: readonly Coverage[], language: Language): string {
  const say = texts[language];
  const lines = outcomes.flatMap(({ test: { file, line, indicator, name }, differences }) => {
    if (differences.length === 0) return [`✓ ${indicator} ${name}`];
    const told = differences.map(
      ({ unit, key, expected, actual }) => `    ${unit ?? say.whole} ${say.expected(key, expected, actual)}`,
    );
    return [`✗ ${indicator} ${name}  ${file}:${line}`, ...told];
  });
  const failed = outcomes.filter(({ differences }) => differences.length > 0).length;
  const covered = coverage.flatMap((one) => [
    say.covered(one),
    ...(one.noMet.length === 0 ? [] : [say.noMet(one.noMet.join(", "))]),
    ...(one.noMissed.length === 0 ? [] : [say.noMissed(one.noMissed.join(", "))]),
  ]);
  const all = outcomes.length === 0 ? [] : [...lines, "", ...covered, ""];
  return `${[...all, say.summary(outcomes.length - failed, failed)].join("\n")}\n`;
}

function outcomeAsJson({ test: { file, line, indicator, name }, differences }: TestOutcome) {
  return { file, line, indicator, name, passed: differences.length === 0, differences };
}
