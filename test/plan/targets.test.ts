import { describe, expect, test } from "vitest";
import { sentenceOf } from "../../src/problem.ts";
import { measuring, planOf, problemsOf } from "./rules.ts";

const share = "{ share: 办件, that: { 网办: 是 } }";
const said = async (plan: string) => (await problemsOf(plan)).map((found) => sentenceOf(found, "en"));

describe("worst is where attainment is 0, on the far side of the target", () => {
  test.each([
    ["threshold: 90, worst: 60", []],
    ["threshold: 90, worst: 90", ["below the threshold 90"]],
    ["threshold: 90, worst: 95", ["below the threshold 90"]],
    ["threshold: 5, direction: at-most, worst: 20", []],
    ["threshold: 5, direction: at-most, worst: 5", ["above the threshold 5"]],
    ["threshold: 5, direction: less-than, worst: 0", ["above the threshold 5"]],
    ["threshold: 0, direction: exactly, worst: 10", []],
    ["threshold: 0, direction: exactly, worst: 0", ["above the threshold 0"]],
    ["threshold: 100, direction: exactly, worst: 100", ["below the threshold 100"]],
    [
      "worst: 50, stages: [{ deadline: 2022-06-30, threshold: 40 }, { deadline: 2022-12-31, threshold: 80 }]",
      ["below the threshold 40"],
    ],
    ["worst: 50, stages: [{ deadline: 2022-06-30, threshold: 60 }, { deadline: 2022-12-31, more: 20 }]", []],
  ])("%s", async (more, wanted) => {
    const found = await said(measuring(share, more));
    expect(found).toHaveLength(wanted.length);
    for (const [index, words] of wanted.entries()) expect(found[index]).toContain(words);
  });

  test("a default holds for every indicator", async () => {
    const plan = measuring(share, "threshold: 20").replace(
      "direction: at-least,",
      "direction: at-least, worst: 30,",
    );
    expect(await said(plan)).toEqual([
      'indicator "a": worst (30) is where attainment is 0, so it must be below the threshold 20.',
    ]);
  });
});

describe("a quota splits an amount", () => {
  const counted = (quota: string, more = "threshold: 10") =>
    measuring("{ count: 办件 }", `measuredIn: 件, scope: quota, quota: ${quota}, ${more}`);

  test.each([
    ["by shares", counted("{ shares: { 市公安局: 3, 市民政局: 0 } }"), []],
    ["by a table that adds up", counted("{ table: { 市公安局: 6.5, 市民政局: 3.5 } }"), []],
    [
      "a rate in %",
      measuring(share, "threshold: 10, scope: quota, quota: { shares: { 市公安局: 1 } }"),
      ["scope: quota splits an amount"],
    ],
    ["shares that are all 0", counted("{ shares: { 市公安局: 0, 市民政局: 0 } }"), ["the share 0 of"]],
    ["a share below 0", counted("{ shares: { 市公安局: 3, 市民政局: -1 } }"), ['the share -1 of "市民政局"']],
    ["a table below 0", counted("{ table: { 市公安局: 12, 市民政局: -2 } }"), ['the share -2 of "市民政局"']],
    [
      "a table that does not add up",
      counted("{ table: { 市公安局: 6, 市民政局: 3 } }"),
      ["adds up to 9, not to the threshold 10"],
    ],
    [
      "a table of the last stage",
      counted(
        "{ table: { 市公安局: 6, 市民政局: 3 } }",
        "stages: [{ deadline: 2022-06-30, threshold: 5 }, { deadline: 2022-12-31, threshold: 9 }]",
      ),
      [],
    ],
    ["a name that is no unit", counted("{ shares: { 市公安: 3 } }"), ["市公安"]],
  ])("%s", async (_, plan, wanted) => {
    const found = await said(plan);
    expect(found).toHaveLength(wanted.length);
    for (const [index, words] of wanted.entries()) expect(found[index]).toContain(words);
  });
});

test.each([
  ["{ 金额: { between: [1, 10] } }", []],
  ["{ 金额: { between: [1, 1] } }", []],
  [
    "{ 金额: { between: [10, 1] } }",
    ["between has a lower bound 10 above the upper bound 1, so nothing fits. Write [1, 10]."],
  ],
  [
    "{ 受理时间: { between: [2022-12-31, 2022-01-01] } }",
    [
      "between has a lower bound 2022-12-31 above the upper bound 2022-01-01, so nothing fits. Write [2022-01-01, 2022-12-31].",
    ],
  ],
  ["{ 受理时间: { between: [2022-12-31, as-of] } }", []],
  ["{ 编号: [] }", ['The list of "编号" is empty, so nothing fits. Give it a value or remove the line.']],
  [
    "{ 渠道: { not: [] } }",
    ['The list of "not" is empty, so nothing fits. Give it a value or remove the line.'],
  ],
])("a filter that nothing fits is a mistake: %s", async (that, wanted) => {
  expect(await said(measuring(`{ share: 办件, that: ${that} }`))).toEqual(wanted);
});

test.each([
  [
    "groups: { a: [] }\nindicators: []\ntasks: [{ id: t, clause: 一, name: 甲 }]\n",
    "“a”至少要有 1 项。",
    '"a" needs at least 1 item.',
  ],
  [
    'indicators: []\ntasks: [{ id: t, clause: 一, name: "" }]\n',
    "“name”至少要有 1 个字。",
    '"name" needs at least 1 character.',
  ],
])("lengths are told in words: %s", async (body, zh, en) => {
  const [found] = await problemsOf(planOf(body));
  expect(found && sentenceOf(found, "zh")).toBe(zh);
  expect(found && sentenceOf(found, "en")).toBe(en);
});
