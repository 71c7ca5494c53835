import type { Language } from "../model/language.ts";
import type { UntakenBranch } from "../model/rule-test.ts";

/** The words of rule tests and of their coverage. */
export const testWords = {
  zh: {
    whole: "全域",
    columns: ["对象", "项", "应为", "实为"],
    rowColumns: ["行", "份数", "写的内容"],
    sides: { both: "", numerator: "（分子）", denominator: "（分母）" },
    roles: { used: "采用", where: "where ", that: "that " },
    summary: (passed: number, failed: number) => `通过 ${passed} 例，未通过 ${failed} 例`,
    covered: (plan: string, covered: number, measured: number) =>
      `${plan}：${measured} 项可计算的指标中 ${covered} 项既有达标又有未达标的用例`,
    branches: (taken: number, all: number, percent: number) =>
      `  过滤条件 ${all} 处中 ${taken} 处真假都试过；覆盖 ${percent}%`,
    noMet: (ids: string) => `  缺达标的用例：${ids}`,
    noMissed: (ids: string) => `  缺未达标的用例：${ids}`,
    never: { true: "从未成立", false: "从未不成立", either: "没有用例走到" } satisfies Record<
      UntakenBranch["never"],
      string
    >,
    more: "  用 --coverage 看是哪几处",
    none: "没有规则测试。规则测试写在 rules/tests/<方案>.test.yaml。",
    hint: "若新的结果才是对的，用 --update 把它写进测试文件。",
    updated: (from: string, to: string | null) => (to === null ? `删去（原为 ${from}）` : `${from} → ${to}`),
    unwritten: "写不进去，请手工改",
    wrote: (count: number, files: number) =>
      `已改写 ${files} 个测试文件中的 ${count} 处。用 git diff 核对后再提交。`,
    gate: (plan: string, percent: number, least: number) =>
      `未通过 --min-coverage：${plan} 的覆盖为 ${percent}%，低于 ${least}%`,
    colon: "：",
  },
  en: {
    whole: "whole area",
    columns: ["of", "figure", "expected", "got"],
    rowColumns: ["line", "times", "written"],
    sides: { both: "", numerator: " (numerator)", denominator: " (denominator)" },
    roles: { used: "used", where: "where ", that: "that " },
    summary: (passed: number, failed: number) => `${passed} passed, ${failed} failed`,
    covered: (plan: string, covered: number, measured: number) =>
      `${plan}: ${covered} of ${measured} measured indicators have both a case that is met and one that is not`,
    branches: (taken: number, all: number, percent: number) =>
      `  ${taken} of ${all} tests of filters were seen both true and false; coverage ${percent}%`,
    noMet: (ids: string) => `  without a case that is met: ${ids}`,
    noMissed: (ids: string) => `  without a case that is not: ${ids}`,
    never: { true: "never true", false: "never false", either: "never reached" } satisfies Record<
      UntakenBranch["never"],
      string
    >,
    more: "  --coverage says which",
    none: "There are no rule tests. They are written in rules/tests/<plan>.test.yaml.",
    hint: "If what came is right, --update writes it into the test files.",
    updated: (from: string, to: string | null) =>
      to === null ? `taken away (was ${from})` : `${from} → ${to}`,
    unwritten: "could not be written; change it by hand",
    wrote: (count: number, files: number) =>
      `Changed ${count} expected ${count === 1 ? "value" : "values"} in ${files} test ${files === 1 ? "file" : "files"}. Look at git diff before you commit.`,
    gate: (plan: string, percent: number, least: number) =>
      `--min-coverage failed: the coverage of ${plan} is ${percent}%, below ${least}%`,
    colon: ": ",
  },
} satisfies Record<Language, object>;
