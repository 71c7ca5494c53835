import { describe, expect, test } from "vitest";
import { load, planOf } from "../plan/rules.ts";
import { figuresOf, gathered, notesOf, sheet } from "./gathered.ts";

const counting = (where: string, more = "") =>
  load(
    planOf(`indicators:
  - { id: a, clause: 一, name: 甲, measure: { count: 办件, where: ${where}${more} }, measuredIn: 件, threshold: 1 }
`),
  );

const cases = {
  "办件.xlsx": [
    sheet("办件", [
      ["编号", "部门", "受理时间"],
      ["1", "市公安局", "2022-01-01"],
      ["2", "青山市公安局", "2022-01-01"],
      ["3", "公安局（本级）", "2022-01-01"],
      ["4", "市民政局", "2022-01-01"],
      ["5", "市水务局", "2022-01-01"],
      ["6", null, "2022-01-01"],
    ]),
  ],
};

describe("a unit in a filter is meant under any of its names", () => {
  test.each([
    ["{ 部门: 市公安局 }", "3"],
    ["{ 部门: 公安 }", "3"],
    ["{ 部门: [青山市公安局, 民政局] }", "4"],
    ["{ 部门: { not: 公安局 } }", "3"],
    ["{ 部门: 市水务局 }", "1"],
    ["{ 部门: 水务局 }", "0"],
    ["{ 部门: { contains: 公安 } }", "3"],
  ])("%s takes %s rows", async (where, rows) => {
    expect(figuresOf(await gathered(await counting(where), cases)).whole).toBe(rows);
  });

  test("and is missed only when no row has it under any name", async () => {
    const unseen = async (where: string) =>
      notesOf(await gathered(await counting(where), cases)).filter((note) => note.startsWith("literal"));
    expect(await unseen("{ 部门: 公安 }")).toEqual([]);
    expect(await unseen("{ 部门: 东街道 }")).toEqual(["literal-unseen 办件 部门 东街道"]);
  });
});

test("units that the directory lacks are listed with rows, nearest names and a line to paste", async () => {
  const { quality } = await gathered(await counting("{ 编号: { exists: true } }"), {
    "办件.xlsx": [
      sheet("办件", [
        ["编号", "部门", "受理时间"],
        ["1", "市公安据", "2022-01-01"],
        ["2", "市公安据", "2022-01-01"],
        ["3", "水务", "2022-01-01"],
      ]),
    ],
  });
  expect(quality.unknownUnits).toEqual([
    {
      name: "市公安据",
      rows: 2,
      nearest: ["市公安局"],
      datasets: ["办件"],
      yaml: "- { name: 市公安局, aliases: [公安, 市公安据], group: 部门组 }",
    },
    { name: "水务", rows: 1, nearest: [], datasets: ["办件"], yaml: "- { name: 水务 }" },
  ]);
});

test("a unit that only the column an indicator goes by names is listed too, once a row", async () => {
  const plan = await load(
    planOf(`fields:
  评价.承办: { lookup: 办件.部门, on: 编号 }
indicators:
  - { id: a, clause: 一, name: 甲, measure: { count: 评价, by: 承办 }, measuredIn: 件, threshold: 1 }
`),
  );
  const { quality, strangers } = await gathered(plan, {
    "a.xlsx": [
      sheet("办件", [
        ["编号", "部门", "受理时间"],
        ["1", "市水务局", "2021-01-01"],
        ["2", "市林业局", "2021-01-01"],
      ]),
      sheet("评价", [
        ["评价号", "编号", "部门", "评价时间"],
        ["1", "1", "市水务局", "2022-01-01"],
        ["2", "1", "市民政局", "2022-01-01"],
        ["3", "2", "市民政局", "2022-01-01"],
      ]),
    ],
  });
  expect(strangers).toContain("市林业局");
  const rows = Object.fromEntries(quality.unknownUnits.map((unit) => [unit.name, unit.rows]));
  expect(rows).toEqual({ 市水务局: 3, 市林业局: 2 });
});

test("what the plan needs and no sheet has is listed once, with what it blocks and what would do", async () => {
  const plan = await load(
    planOf(`indicators:
  - { id: a, clause: 一, name: 甲, measure: { share: 办件, that: { 网办: 是 } }, threshold: 1 }
  - { id: b, clause: 二, name: 乙, measure: { share: 办件, where: { 渠道: 线上 }, that: { 网办: 是, 误评: 否 } }, threshold: 1 }
  - { id: c, clause: 三, name: 丙, measure: { count: 评价 }, measuredIn: 件, threshold: 1 }
`),
  );
  const { quality } = await gathered(plan, {
    "a.xlsx": [
      sheet("办件", [
        ["编号", "部门", "受理时间", "渠道们"],
        ["1", "市公安局", "2022-01-01", "线上"],
      ]),
      sheet("办件2", [
        ["编号", "部门", "受理时间"],
        ["2", "市公安局", "2022-01-01"],
      ]),
    ],
  });
  expect(quality.lacks).toEqual([
    { dataset: "办件", field: "网办", indicators: ["a", "b"], nearest: null },
    { dataset: "办件", field: "渠道", indicators: ["b"], nearest: "渠道们" },
    { dataset: "评价", field: null, indicators: ["c"], nearest: null },
  ]);
});
