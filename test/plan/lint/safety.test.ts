import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkRuleFile } from "../../../src/plan/check.ts";
import { sentenceOf } from "../../../src/problem.ts";
import { datasets, folderWith, planOf, units } from "../rules.ts";

async function checked(plan: string) {
  const cwd = await folderWith({ "p.yaml": plan, "datasets.yaml": datasets, "town.yaml": units });
  const { problems } = await checkRuleFile(join(cwd, "p.yaml"), { cwd });
  return problems;
}

const indicators = (count: number, rest = "remedy: 改") =>
  Array.from(
    { length: count },
    (_, index) =>
      `  - { id: rule-${index}, clause: 一, name: 第${index}项, threshold: ${10 + (index % 80)}, measure: { share: 办件, where: { 渠道: 线上, 金额: { gt: ${index} } }, that: { 网办: 是 } }, responsible: [部门组, 街道组], ${rest} }\n`,
  ).join("");

describe("what must not cost more than it says", () => {
  test.each([
    ["over 1 MB", `plan: p\n# ${"甲".repeat(400_000)}\n`, "> 1 MB"],
    ["brackets nested 70 deep", `plan: ${"[".repeat(70)}${"]".repeat(70)}\n`, "> 64 [ {"],
    [
      "indents nested 70 deep",
      `plan: p\n${Array.from({ length: 70 }, (_, depth) => `${" ".repeat(depth)}a:\n`).join("")}`,
      "> 64",
    ],
    [
      "aliases that double 30 times",
      `plan: p\na0: &a0 [甲, 乙]\n${Array.from({ length: 30 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}]\n`).join("")}`,
      "> 200000",
    ],
    ["an alias inside itself", "plan: p\na: &a [*a]\n", "> 64"],
  ])("%s", async (_, plan, text) => {
    const problems = await checked(plan);
    expect(problems.map(({ code, at }) => [code, at.file])).toEqual([["R002", "p.yaml"]]);
    expect(problems[0]?.with.text).toBe(text);
  });

  test("a tag runs nothing", async () => {
    const problems = await checked('plan: p\ntitle: !!js/function "function () { throw 1 }"\n');
    expect(problems.map(({ code }) => code)).not.toContain("R001");
    expect(problems.every(({ code }) => code.startsWith("R"))).toBe(true);
  });

  test("a regular expression is a text like any other", async () => {
    const measure = '{ share: 办件, that: { 名称: { contains: "(a+)+$" } } }';
    const one = `indicators:\n  - { id: rate, clause: 一, name: 甲, measure: ${measure}, threshold: 5, remedy: 改, responsible: [部门组, 街道组] }\n`;
    expect((await checked(planOf(one))).map(({ code }) => code)).toEqual(["R151"]);
  });

  test("a rule file of 200 KB is checked whole", async () => {
    const plan = planOf(`indicators:\n${indicators(1200)}`);
    expect(plan.length).toBeGreaterThan(200_000);
    expect((await checked(plan)).map(({ code }) => code)).toEqual(["R151"]);
  });

  test("so is one in which every rule is doubtful; each finding has its line", async () => {
    const problems = await checked(planOf(`indicators:\n${indicators(1200, "weight: 1")}`));
    const remedies = problems.filter(({ code }) => code === "R137");
    expect(remedies.map(({ at }) => at.line)).toEqual(Array.from({ length: 1200 }, (_, at) => at + 7));
  });

  test("and one in which every rule is wrong", async () => {
    const problems = await checked(planOf(`indicators:\n${indicators(1200, "remdy: 改")}`));
    expect(problems.filter(({ code }) => code === "R003")).toHaveLength(1200);
  });
});

describe("what the parsers say, in Chinese", () => {
  test.each([
    ["a quote without its end", 'title: "甲\nissued: 2022-01-01\n', "缺少配对的引号或括号，或缺少逗号、冒号"],
    ["a bracket without its end", "title: [甲\n", "缩进不对；同一层的键要对齐"],
    ["two documents", "title: 甲\n---\ntitle: 乙\n", "一个文件只能有一份内容；删去多余的 ---"],
    ["an unknown alias", "title: *甲\n", ""],
    ["two keys in a line", "title: 甲: 乙\n", "一行里有两个“键: 值”；分成两行，或给含冒号的文字加引号"],
  ])("%s", async (_, rest, words) => {
    const problems = await checked(`plan: p\n${rest}`);
    const said = problems.map((found) => sentenceOf(found, "zh"));
    if (words !== "") expect(said.join("\n")).toContain(words);
    for (const sentence of said) expect(sentence).not.toMatch(/\b(?:expected|missing|must|flow|implicit)\b/i);
  });

  test.each([
    ["title: [甲]", '“title”的值“["甲"]”不对，应为 文字。'],
    ["groups: 甲", "“groups”的值“甲”不对，应为 映射 { 键: 值 }。"],
    ["bands: { from: 1 }", '“bands”的值“{"from":"1"}”不对，应为 列表 [甲, 乙]。'],
  ])("%s", async (line, sentence) => {
    const problems = await checked(
      planOf(`${line}\nindicators: []\ntasks: []\n`).replace(
        line.startsWith("title") ? /^title: 方案\n/m : /^$/,
        "",
      ),
    );
    expect(problems.map((found) => sentenceOf(found, "zh"))).toContain(sentence);
  });

  test("an owner is said in Chinese too", async () => {
    const problems = await checked(
      planOf(`indicators:\n${indicators(1).replace("share: 办件", "share: 办事")}`),
    );
    expect(problems.map((found) => sentenceOf(found, "zh"))).toContain(
      "指标“rule-0”用到数据集“办事”，数据字典里没有。是不是“办件”？",
    );
  });
});
