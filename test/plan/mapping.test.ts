import { describe, expect, test } from "vitest";
import { loadMapping } from "../../src/plan/mapping.ts";
import { type Problem, ProblemError, sentenceOf } from "../../src/problem.ts";
import { folderWith, load, measuring } from "./rules.ts";

const { dictionary, timezone } = await load(measuring("{ count: 办件 }", "threshold: 1, measuredIn: 件"));

async function mapped(text: string) {
  const cwd = await folderWith({ "map.yaml": text });
  return loadMapping("map.yaml", { cwd, dictionary, timezone });
}

async function problemsOf(text: string): Promise<readonly Problem[]> {
  try {
    await mapped(text);
    return [];
  } catch (error) {
    if (error instanceof ProblemError) return error.problems;
    throw error;
  }
}

describe("a mapping", () => {
  test("says what a sheet is, where its headings are, and what its headings and codes mean", async () => {
    const { name, rules } = await mapped(`mapping: weekly
files:
  - match: 办件*.xlsx
    sheet: 明细*
    dataset: 办件
    headerRow: 3
    headings: { 经办 机构: 部门, "状态（新）": 渠道 }
    codes: { 渠道: { 1: 网上, "2": 线下, "9": "" } }
  - { match: 旧*, skip: true }
`);
    expect(name).toBe("weekly");
    expect(rules).toEqual([
      {
        match: "办件*.xlsx",
        sheet: "明细*",
        dataset: "办件",
        headerRow: 3,
        headings: new Map([
          ["经办机构", "部门"],
          ["状态(新)", "渠道"],
        ]),
        codes: new Map([
          [
            "渠道",
            new Map([
              ["1", "网上"],
              ["2", "线下"],
              ["9", ""],
            ]),
          ],
        ]),
        skip: false,
      },
      expect.objectContaining({ match: "旧*", sheet: null, dataset: null, headerRow: null, skip: true }),
    ]);
  });

  test.each([
    ["files: []", "R006", 1, "第一个键应说明文件种类（mapping），这里是“files”。"],
    ["mapping: a\nfiles:\n  - { sheet: x }", "R004", 3, "缺少“match”。"],
    ["mapping: a\nfiles:\n  - { match: x, heads: {} }", "R003", 3, "不认识的键“heads”。是不是“headings”？"],
    [
      "mapping: a\nfiles:\n  - { match: x, dataset: 办案 }",
      "R010",
      3,
      "x用到数据集“办案”，数据字典里没有。是不是“办件”？",
    ],
    [
      "mapping: a\nfiles:\n  - match: x\n    dataset: 统计\n    headings: { 甲: 部门 }",
      "R012",
      5,
      "x用到字段“部门”，统计 没有这个字段。",
    ],
    [
      "mapping: a\nfiles:\n  - match: x\n    headings: { 甲: 受理时见 }",
      "R012",
      4,
      "x用到字段“受理时见”，datasets.yaml 没有这个字段。是不是“受理时间”？",
    ],
    [
      "mapping: a\nfiles:\n  - match: x\n    codes: { 渠道: { 1: 线中 } }",
      "R015",
      4,
      "x：“线中”不能作为字段“渠道”的值（线上 | 线下 | 全部）。是不是“线上”？",
    ],
    [
      "mapping: a\nfiles:\n  - match: x\n    headerRow: 0",
      "R005",
      4,
      "“headerRow”的值“0”不对，应为 1, 2, 3 …。",
    ],
  ])("%j is refused with %s", async (text, code, line, sentence) => {
    const [found, ...others] = await problemsOf(text);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ code, at: { file: "map.yaml", line } });
    expect(found && sentenceOf(found, "zh")).toBe(sentence);
  });

  test("says all that is wrong at once", async () => {
    const found = await problemsOf(
      "mapping: a\nfiles:\n  - { match: x, dataset: 无 }\n  - { match: y, codes: { 渠道: { 1: z } }, skipp: true }\n",
    );
    expect(found.map(({ code }) => code).sort()).toEqual(["R003", "R010", "R015"]);
  });

  test("may be empty, and may speak of databases", async () => {
    expect(await mapped("mapping: a\nfiles:\n  # nothing yet\n")).toMatchObject({ rules: [], tables: null });
    const { tables } = await mapped(
      "mapping: a\ntables: { 办件: { table: cases, columns: { 编号: no } } }\n",
    );
    expect(tables?.get("办件")).toMatchObject({
      table: "cases",
      columns: { 编号: "no" },
      unique: false,
    });
  });

  test("says what is wrong with tables of a database", async () => {
    const found = await problemsOf(
      "mapping: a\ntables:\n  无: { table: a }\n  办件: { table: b, columns: { 渠: c, 渠道: { code: c, map: { 1: 线中 } } } }\n",
    );
    expect(found.map(({ code }) => code).sort()).toEqual(["R010", "R012", "R015"]);
  });
});
