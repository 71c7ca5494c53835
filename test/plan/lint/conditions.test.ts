import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkRuleFile } from "../../../src/plan/check.ts";
import { datasets, folderWith, planOf, units } from "../rules.ts";

/** What is said of a measure, beside that the plan has no tests. */
async function said(measure: string): Promise<string[]> {
  const one = `indicators:\n  - { id: rate, clause: 一, name: 甲, measure: ${measure}, threshold: 5, remedy: 改, responsible: [部门组, 街道组] }\n`;
  const cwd = await folderWith({ "p.yaml": planOf(one), "datasets.yaml": datasets, "town.yaml": units });
  const { problems } = await checkRuleFile(join(cwd, "p.yaml"), { cwd });
  return problems.map(({ code }) => code).filter((code) => code !== "R151");
}

const share = (where: string, that = "{ 误评: 否 }") => `{ share: 办件, where: ${where}, that: ${that} }`;

describe("filters that can never hold, and those that can", () => {
  test.each([
    ["two values of a code", share("{ 渠道: 线上 }", "{ 渠道: 线下 }"), ["R123"]],
    ["a value and its negation", share("{ 渠道: 线上 }", "{ 渠道: { not: 线上 } }"), ["R123"]],
    ["a value and the negation of another", share("{ 渠道: 线上 }", "{ 渠道: { not: 线下 } }"), []],
    ["a list that overlaps", share("{ 渠道: [线上, 线下] }", "{ 渠道: 线下 }"), []],
    ["a group of codes", share("{ 渠道: 全部 }", "{ 渠道: 线下 }"), []],
    ["two values of a set, which holds several", share("{ 对象: 自然人 }", "{ 对象: 企业 }"), []],
    ["bounds that leave nothing", share("{ 金额: { gt: 5, lt: 3 } }"), ["R123"]],
    ["bounds that touch, both open", share("{ 金额: { gt: 5, lt: 5 } }"), ["R123"]],
    ["bounds that touch, one open", share("{ 金额: { gt: 5, lte: 5 } }"), ["R123"]],
    ["bounds that touch, both closed", share("{ 金额: { gte: 5, lte: 5 } }"), []],
    ["bounds in where and that", share("{ 金额: { gte: 5 } }", "{ 金额: { lt: 5 } }"), ["R123"]],
    ["a value outside its bounds", share("{ 金额: { gt: 5 } }", "{ 金额: 3 }"), ["R123"]],
    ["a value on an open bound", share("{ 金额: { gt: 5 } }", "{ 金额: 5 }"), ["R123"]],
    ["one value of several within", share("{ 金额: { gt: 5 } }", "{ 金额: [3, 7] }"), []],
    ["decimals, exactly", share("{ 金额: { gt: 0.30, lt: 0.3 } }"), ["R123"]],
    ["dates", share("{ 受理时间: { gte: 2022-07-01, lt: 2022-06-01 } }"), ["R123"]],
    ["a date beside the evaluation date", share("{ 受理时间: { gte: 2022-07-01, lte: as-of } }"), []],
    ["compared with another field", share("{ 金额: { gt: { field: 份数 }, lt: 3 } }"), []],
    ["missing, and yet of a value", share("{ 网办: { exists: false } }", "{ 网办: 是 }"), ["R123"]],
    ["missing, and not of a value", share("{ 网办: { exists: false } }", "{ 网办: { not: 是 } }"), []],
    ["missing or not", share("{ 网办: { exists: false } }", "{ 网办: { exists: true } }"), ["R123"]],
    [
      "any, all of whose branches are dead",
      share("{ 渠道: 线上 }", "{ any: [{ 渠道: 线下 }, { 渠道: { not: 线上 } }] }"),
      ["R123"],
    ],
    ["any with a live branch", share("{ 渠道: 线上 }", "{ any: [{ 渠道: 线下 }, { 网办: 是 }] }"), []],
    [
      "a branch that excludes itself",
      share("{ 渠道: 线上 }", "{ any: [{ 金额: { gt: 5, lt: 3 } }, { 网办: 是 }] }"),
      ["R123"],
    ],
    ["none of what cannot be", share("{ 渠道: 线上 }", "{ none: [{ 渠道: 线下 }] }"), []],
    ["all, nested", share("{ all: [{ 渠道: 线上 }, { 渠道: 线下 }] }"), ["R123"]],
  ])("%s", async (_, measure, codes) => {
    expect(await said(measure)).toEqual(codes);
  });
});

describe("that within where, ratios within each other", () => {
  const ratio = (of: string, to: string) =>
    `{ ratio: { of: { count: 办件, where: ${of} }, to: { count: 办件, where: ${to} } } }`;
  test.each([
    ["that is where", share("{ 网办: 是 }", "{ 网办: 是 }"), ["R122", "R124"]],
    ["where says more", share("{ 网办: 是, 渠道: 线上 }", "{ 网办: 是 }"), ["R122", "R124"]],
    ["where is narrower", share("{ 渠道: 线上 }", "{ 渠道: [线上, 线下] }"), ["R122"]],
    ["a value exists where it has one", share("{ 网办: 是 }", "{ 网办: { exists: true } }"), ["R122"]],
    ["where is wider", share("{ 渠道: [线上, 线下] }", "{ 渠道: 线上 }"), []],
    ["a part of that is new", share("{ 网办: 是 }", "{ 网办: 是, 渠道: 线上 }"), ["R124"]],
    ["of lies in to", ratio("{ 网办: 是, 渠道: 线上 }", "{ 渠道: 线上 }"), ["R121"]],
    ["of is narrower than to", ratio("{ 渠道: 线上 }", "{ 渠道: [线上, 线下] }"), ["R121"]],
    ["of lacks what to asks for", ratio("{ 网办: 是 }", "{ 渠道: 线上 }"), ["R120"]],
    ["of is wider than to", ratio("{ 渠道: [线上, 线下] }", "{ 渠道: 线上 }"), ["R120"]],
    [
      "a where for both",
      "{ ratio: { of: { count: 办件, where: { 网办: 是 } }, to: { count: 办件 } }, where: { 渠道: 线上 } }",
      ["R121"],
    ],
    ["two datasets", "{ ratio: { of: { count: 评价 }, to: { count: 办件, where: { 网办: 是 } } } }", []],
    ["sums of two fields", "{ ratio: { of: { sum: 办件.份数 }, to: { sum: 办件.金额 } } }", []],
  ])("%s", async (_, measure, codes) => {
    expect(await said(measure)).toEqual(codes);
  });
});

test("nonsense anywhere in a plan is a finding, never a crash", async () => {
  const bits = [
    "[]",
    "{}",
    "null",
    "-1",
    "x: y",
    '"',
    "[[",
    "}",
    "- ",
    "that: {}",
    "&a ",
    "*a",
    "!!x ",
    "🙂",
    "：",
    "\t",
    "2022-02-30",
    "__proto__",
    "constructor",
  ];
  const text = planOf(
    "fields: { 办件.用时: { days: [受理时间, 办结时间] } }\ngroups: { 全部: [部门组, 街道组] }\nindicators:\n  - id: rate\n    clause: 一\n    name: 甲\n    measure:\n      share: 办件\n      where: { 渠道: 线上, 用时: { gt: 1 } }\n      that: { 网办: 是 }\n    stages:\n      - { deadline: 2022-06-30, threshold: 5 }\n    responsible: 全部\ntasks:\n  - { id: t, clause: 二, name: 乙, deadline: 2022-10-01 }\n",
  );
  const cwd = await folderWith({ "datasets.yaml": datasets, "town.yaml": units });
  for (const [index, bit] of bits.entries())
    for (let at = index; at < text.length; at += 29) {
      await writeFile(join(cwd, "p.yaml"), text.slice(0, at) + bit + text.slice(at));
      const { problems } = await checkRuleFile(join(cwd, "p.yaml"), { cwd });
      expect(problems.every(({ code }) => /^[RU]\d{3}$/.test(code))).toBe(true);
    }
});
