import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { languages } from "../../src/model/language.ts";
import { type Paper, paperSentences } from "../../src/model/wording.ts";
import { checkRuleFile } from "../../src/plan/check.ts";
import { loadPlan } from "../../src/plan/load.ts";
import { usualWordings } from "../../src/plan/wording.ts";
import { ProblemError } from "../../src/problem.ts";
import { datasets, folderWith, planOf, units } from "./rules.ts";

const body = "tasks: [{ id: t, clause: 三, name: 丙, deadline: 2022-06-30 }]\nindicators: []\n";
const head = "wording: office\nlanguage: zh\n";
const checked = async (text: string) => {
  const cwd = await folderWith({ "w.yaml": text });
  const { problems } = await checkRuleFile(join(cwd, "w.yaml"), { cwd });
  return problems.map(({ code, at, nearest }) => `${code} ${at.line}:${at.column} ${nearest ?? ""}`.trim());
};

describe("the words that come with the tool", () => {
  test.each(languages)("%s says every sentence", async (language) => {
    const usual = (await usualWordings())[language];
    for (const paper of Object.keys(paperSentences) as Paper[])
      expect(Object.keys(usual[paper]).sort()).toEqual(Object.keys(paperSentences[paper]).sort());
  });
});

describe("a wording file", () => {
  test.each([
    ["right", `${head}bulletin:\n  score: "{whole}得 {score} 分"\n`, []],
    ["silent about a sentence", `${head}bulletin: { provisional: "" }\n`, []],
    ["a figure that the sentence lacks", `${head}bulletin:\n  score: "{scor} 分"\n`, ["R051 4:10 score"]],
    ["a figure of another sentence", `${head}bulletin:\n  overall: "{band}"\n`, ["R051 4:12"]],
    ["a brace alone", `${head}bulletin:\n  overall: "总体 {whole"\n`, ["R051 4:12"]],
    ["a sentence that is not there", `${head}bulletin: { scores: "甲" }\n`, ["R003 3:13 score"]],
    ["a language that is not there", "wording: a\nlanguage: fr\n", ["R005 2:11"]],
    ["code where words belong", `${head}bulletin: { score: [1, 2] }\n`, ["R005 3:20"]],
  ])("%s", async (_, text, expected) => expect(await checked(text)).toEqual(expected));
});

describe("report: wording in a plan", () => {
  const files = (report: string, more: Readonly<Record<string, string>>) =>
    folderWith({
      "datasets.yaml": datasets,
      "town.yaml": units,
      "p.yaml": planOf(`${report}${body}`),
      ...more,
    });

  test("is carried with the plan, and later files of a language win", async () => {
    const cwd = await files("report: { draft: true, wording: [a.yaml, b.yaml] }\n", {
      "a.yaml": `${head}bulletin: { overall: 甲, ranking: 乙 }\n`,
      "b.yaml": `${head}bulletin: { ranking: 丙 }\ntask-sheet: { title: 丁 }\n`,
    });
    const plan = await loadPlan("p.yaml", { cwd });
    expect(plan.presentation).toMatchObject({
      draft: true,
      wording: { zh: { bulletin: { overall: "甲", ranking: "丙" }, "task-sheet": { title: "丁" } } },
    });
    expect(plan.files.filter((file) => /[ab]\.yaml$/.test(file))).toHaveLength(2);
  });

  test("a plan that extends it inherits the file from where it lies", async () => {
    const cwd = await folderWith({
      "datasets.yaml": datasets,
      "town.yaml": units,
      "base/p.yaml": planOf(`report: { wording: w.yaml }\n${body}`).replace("town.yaml", "../town.yaml"),
      "base/w.yaml": `${head}bulletin: { overall: 甲 }\n`,
      "c.yaml": "plan: c\nextends: base/p.yaml\n",
    });
    expect((await loadPlan("c.yaml", { cwd })).presentation.wording).toEqual({
      zh: { bulletin: { overall: "甲" } },
    });
  });

  test.each([
    ["is not there", "none.yaml", "R024 p.yaml"],
    ["has a mistake", "bad.yaml", "R051 bad.yaml"],
  ])("a file that %s is told where it is written", async (_, named, expected) => {
    const cwd = await files(`report: { wording: ${named} }\n`, {
      "bad.yaml": `${head}bulletin: { overall: "{no}" }\n`,
    });
    const found = await loadPlan("p.yaml", { cwd }).catch((error: unknown) => error);
    expect(found).toBeInstanceOf(ProblemError);
    expect((found as ProblemError).problems.map(({ code, at }) => `${code} ${at.file}`)).toEqual([expected]);
  });
});
