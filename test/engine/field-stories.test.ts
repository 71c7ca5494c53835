import { describe, expect, test } from "vitest";
import { loadPlan } from "../../src/plan/load.ts";
import { type Cell, fatesOf, figuresOf, gathered, notesOf, sheet } from "./gathered.ts";

// Habits of the office that once came out as wrong numbers.
const plan = await loadPlan("jiayuguan-2022", { cwd: process.cwd() });
const seals = ["序号", "印章编号", "印章名称", "使用单位", "是否备案"];
const seal = (at: number, registered = "是"): Cell[] => [at, `Y${at}`, "公章", "市公安局", registered];
const read = (files: Record<string, Cell[][]>, name = "电子印章") =>
  gathered(
    plan,
    Object.fromEntries(Object.entries(files).map(([file, rows]) => [file, [sheet(name, rows)]])),
  );

describe("a total in the column of serial numbers", () => {
  test.each<[string, Cell[]]>([
    ["with a count in the key column", ["合计", 4, null, null, null]],
    ["with spaces, and counts in two columns", ["合  计", 4, null, null, 3]],
    ["for one unit", ["小计", 2, null, "公安局", null]],
    ["alone", ["总计：", null, null, null, null]],
  ])("%s is no seal", async (_, total) => {
    const evidence = await read({ "y.xlsx": [seals, seal(1), seal(2), seal(3), seal(4, "否"), total] });
    expect(fatesOf(evidence)).toEqual([{ rows: 5, used: 4, rejected: 0, total: 1 }]);
    expect(figuresOf(evidence, "seals-registered")).toMatchObject({ whole: "3 ÷ 4" });
  });
});

describe("numbers in ten thousands", () => {
  const users = (heading: string, value: Cell): Cell[][] => [
    ["统计日期", "统计单位", heading],
    ["2022-10-20", "市公安局", value],
  ];
  test.each<[string, Cell[][]]>([
    ["by the heading", users("注册总量（万人）", 25.5)],
    ["by the heading, as text", users("注册总量(万)", "25.5")],
    ["by the heading, and by the cell as well", users("注册总量（万人）", "25.5万")],
    ["by a line above", [["2022年注册情况", null, "单位：万人"], ...users("注册总量", 25.5)]],
    ["by the cell alone", users("注册总量（人）", "25.5万")],
  ])("%s", async (_, rows) => {
    const evidence = await read({ "y.xlsx": rows }, "个人用户统计");
    expect(figuresOf(evidence, "total-registrations")).toMatchObject({ whole: "255000" });
  });

  test("are told where a heading or line multiplies", async () => {
    const evidence = await read({ "y.xlsx": users("注册总量（万人）", 25.5) }, "个人用户统计");
    expect(notesOf(evidence)).toContain("scaled-column y.xlsx 个人用户统计 注册总量(万人) 万人");
  });
});

test("ids in scientific notation are refused, not folded into one", async () => {
  const damaged = (id: Cell): Cell[] => [1, id, "公章", "市公安局", "是"];
  const evidence = await read({ "y.xlsx": [seals, damaged("1.1620E+17"), damaged("1.1620E+17"), seal(3)] });
  expect(fatesOf(evidence)).toEqual([{ rows: 3, used: 1, rejected: 2 }]);
});

describe("two exports of a list side by side", () => {
  const old = [seals, seal(1), seal(2), seal(3), seal(4, "否")];
  const now = [seals, seal(1), seal(2), seal(3)];

  test("rows of the older one alone are told", async () => {
    const evidence = await read({ "印章_20221017.xlsx": old, "印章_20221024.xlsx": now });
    expect(notesOf(evidence)).toContain("older-export 印章_20221017.xlsx 电子印章 3 1");
  });

  test("of one name in two folders, the later folder is read first", async () => {
    const evidence = await read({
      "1017/印章.xlsx": [seals, seal(1, "否"), seal(2, "否")],
      "1024/印章.xlsx": [seals, seal(1), seal(2)],
    });
    expect(figuresOf(evidence, "seals-registered")).toMatchObject({ whole: "2 ÷ 2" });
  });

  test("repeats within one file are no older export", async () => {
    const evidence = await read({ "印章.xlsx": [seals, seal(1), seal(1), seal(1), seal(1)] });
    expect(notesOf(evidence).filter((note) => note.startsWith("older-export"))).toEqual([]);
  });
});

test("a task done after as-of is not done", async () => {
  const rows: Cell[][] = [
    ["任务编号", "责任单位", "状态", "完成日期"],
    ["platform-team", "市人社局", "已完成", "2022-11-01"],
    ["platform-team", "市公安局", "已完成", "2022-10-01"],
  ];
  const entries = (await read({ "y.xlsx": rows }, "任务台账")).tasks?.get("platform-team");
  expect(entries?.get("市人社局")).toMatchObject({ status: null, completedOn: null });
  expect(entries?.get("市公安局")).toMatchObject({ status: "已完成" });
});

test("a month is no date", async () => {
  const rows: Cell[][] = [
    ["统计日期", "统计单位", "注册总量"],
    ["202209", "市公安局", 5],
    [202209, "市教育局", 5],
    ["2022年9月", "市民政局", 5],
    ["2022-09-30", "市财政局", 5],
  ];
  expect(fatesOf(await read({ "y.xlsx": rows }, "个人用户统计"))).toEqual([
    { rows: 4, used: 1, rejected: 3 },
  ]);
});

test("nothing usable says where the rows went", async () => {
  const rows: Cell[][] = [
    ["统计日期", "统计单位", "注册总量"],
    ["202209", "市公安局", 5],
    ["2021-09-30", "市教育局", 5],
    ["2022-10-30", "市民政局", 5],
  ];
  await expect(read({ "y.xlsx": rows }, "个人用户统计")).rejects.toMatchObject({
    problems: [
      { code: "D013", with: { asOf: "2022-10-25", rejected: 1, "outside-period": 1, "after-as-of": 1 } },
    ],
  });
});
