import { describe, expect, test } from "vitest";
import { load, measuring, planOf } from "../plan/rules.ts";
import { type Cell, fatesOf, figuresOf, gathered, notesOf, sheet, wholeOf } from "./gathered.ts";

const share = (rest: string) => load(measuring(`{ share: 办件, ${rest} }`));
const online = await share("that: { 网办: 是 }");
const channel = await share("that: { 渠道: 线上 }");
const gather = (rows: readonly (readonly Cell[])[], plan = online) =>
  gathered(plan, { "a.xlsx": [sheet("办件", rows)] });
const lacksOf = async (rows: readonly (readonly Cell[])[], plan = online) =>
  (await gather(rows, plan)).indicators.get("a")?.lacks;

describe("what a measure needs and no input has leaves it without data, by name", () => {
  test("a column, with the nearest heading", async () => {
    const rows = [
      ["编号", "部门", "网办理"],
      ["1", "市公安局", "是"],
    ];
    expect(await lacksOf(rows)).toEqual([{ dataset: "办件", fields: ["网办"], nearest: "网办理" }]);
    expect(wholeOf(await gather(rows))).toBeNull();
  });

  test("a dataset", async () => {
    const plan = await load(measuring("{ share: 评价, that: { 环节: 办结 } }"));
    const rows = [
      ["编号", "部门", "网办"],
      ["1", "市公安局", "是"],
    ];
    expect(await lacksOf(rows, plan)).toEqual([{ dataset: "评价", fields: [], nearest: null }]);
  });

  test("a column in one of several sheets is enough", async () => {
    const evidence = await gathered(online, {
      "b.xlsx": [
        sheet("办件", [
          ["编号", "部门", "名称"],
          ["1", "市公安局", "甲"],
        ]),
      ],
      "a.xlsx": [
        sheet("办件", [
          ["编号", "部门", "网办"],
          ["2", "市公安局", "是"],
        ]),
      ],
    });
    expect(wholeOf(evidence)).toBe("1 ÷ 2");
  });

  test("the date that running totals go by", async () => {
    const plan = await load(measuring("{ latest: 统计.总量 }", "measuredIn: 人, threshold: 1"));
    const evidence = await gathered(plan, {
      "a.xlsx": [
        sheet("统计", [
          ["单位", "总量"],
          ["市公安局", 5],
        ]),
      ],
    });
    expect(evidence.indicators.get("a")?.lacks).toEqual([
      { dataset: "统计", fields: ["日期"], nearest: null },
    ]);
  });

  test("the key that a look-up goes by", async () => {
    const plan = await load(
      planOf(
        "fields: { 评价.渠道: { lookup: 办件.渠道, on: 编号 } }\nindicators:\n  - { id: a, clause: 一, name: 甲, threshold: 1, measure: { share: 评价, that: { 渠道: 线上 } } }\n",
      ),
    );
    const evidence = await gathered(plan, {
      "a.xlsx": [
        sheet("评价", [
          ["评价号", "编号", "部门", "环节", "评价时间"],
          ["e1", "1", "市公安局", "办结", "2022-10-01"],
        ]),
        sheet("办件", [
          ["部门", "渠道", "网办"],
          ["市公安局", "线上", "是"],
        ]),
      ],
    });
    expect(evidence.indicators.get("a")?.lacks).toEqual([
      { dataset: "办件", fields: ["编号"], nearest: null },
    ]);
  });

  test("not the unit: without it the whole has a figure, and units have none", async () => {
    const rows = [
      ["编号", "网办", "渠道"],
      ["1", "是", "线上"],
    ];
    expect(figuresOf(await gather(rows))).toEqual({ whole: "1 ÷ 1", units: {} });
  });
});

describe("a declared absence", () => {
  const rows = [
    ["编号", "部门", "网办"],
    ["1", "市公安局", "是"],
    ["2", "市公安局", "否"],
  ];
  test("absent 是否误评 means 否, and is said", async () => {
    const plan = await share("where: { 误评: 否 }, that: { 网办: 是 }");
    const evidence = await gather(rows, plan);
    expect(wholeOf(evidence)).toBe("1 ÷ 2");
    expect(notesOf(evidence)).toContain("absent-means a.xlsx 办件 误评 否");
  });

  test("a blank in a column that is there stays a blank", async () => {
    const plan = await share("where: { 误评: { not: 是 } }, that: { 误评: 否 }");
    const cells = [
      ["编号", "部门", "误评"],
      ["1", "市公安局", "否"],
      ["2", "市公安局", null],
      ["3", "市公安局", "是"],
    ];
    expect(wholeOf(await gather(cells, plan))).toBe("1 ÷ 2");
  });
});

describe("a column of digits where codes are declared", () => {
  test("is refused with a note, and its indicator has no data", async () => {
    const rows = [
      ["编号", "部门", "渠道"],
      ["1", "市公安局", 1],
      ["2", "市公安局", "２"],
      ["3", "市公安局", null],
    ];
    expect(await lacksOf(rows, channel)).toEqual([{ dataset: "办件", fields: ["渠道"], nearest: null }]);
    expect(notesOf(await gather(rows, channel))).toContain("digits-column a.xlsx 办件 渠道 渠道");
  });

  test("is read as soon as one cell has a name", async () => {
    const rows = [
      ["编号", "部门", "渠道"],
      ["1", "市公安局", "1"],
      ["2", "市公安局", "线上"],
    ];
    const evidence = await gather(rows, channel);
    expect(wholeOf(evidence)).toBe("1 ÷ 2");
    expect(evidence.quality.rejectedCells).toMatchObject([{ cell: "C2", field: "渠道", value: "1" }]);
  });

  test("sets of digits are refused too", async () => {
    const rows = [
      ["编号", "部门", "对象"],
      ["1", "市公安局", "1,2"],
      ["2", "市公安局", "1"],
    ];
    expect(await lacksOf(rows, await share("that: { 对象: 自然人 }"))).toMatchObject([{ fields: ["对象"] }]);
  });
});

describe("literals that no row has are noted", () => {
  test.each([
    ["{ 渠道: 线下 }", "literal-unseen 办件 渠道 线下"],
    ["{ 名称: 加急 }", "literal-unseen 办件 名称 加急"],
    ["{ 对象: { not: 机关 } }", "literal-unseen 办件 对象 机关"],
  ])("%s", async (that, note) => {
    const plan = await share(`that: ${that}`);
    const rows = [
      ["编号", "部门", "渠道", "名称", "对象"],
      ["1", "市公安局", "线上", "普通", "自然人"],
    ];
    expect(notesOf(await gather(rows, plan))).toContain(note);
  });

  test("not those that some row has, nor those of a column of blanks", async () => {
    const plan = await share("where: { 渠道: [线上, 线下] }, that: { 名称: 加急 }");
    const rows = [
      ["编号", "部门", "渠道", "名称"],
      ["1", "市公安局", "线上", null],
    ];
    expect(notesOf(await gather(rows, plan)).filter((note) => note.startsWith("literal"))).toEqual([]);
  });
});

test("names found nowhere count in the whole, have a line of their own and their nearest", async () => {
  const rows = [
    ["编号", "部门", "网办"],
    ["1", "市公安厅", "是"],
    ["2", "交警支队", "是"],
    ["3", "公安", "否"],
    ["4", null, "是"],
  ];
  const evidence = await gather(rows);
  expect(figuresOf(evidence)).toEqual({
    whole: "3 ÷ 4",
    units: { 市公安厅: "1 ÷ 1", 交警支队: "1 ÷ 1", 市公安局: "1 ÷ 2" },
  });
  expect(evidence.quality.unknownUnits).toMatchObject([
    { name: "市公安厅", rows: 1, nearest: ["市公安局"], datasets: ["办件"] },
  ]);
});

test("values of a derived field outside the calendar are missing, listed, and the row is used", async () => {
  const plan = await load(
    planOf(
      "fields: { 办件.期限: { workdays: 受理时间, plus: 5 } }\nindicators:\n  - { id: a, clause: 一, name: 甲, threshold: 1, measure: { share: 办件, that: { 期限: { exists: true } } } }\n",
    ),
  );
  const rows = [
    ["编号", "部门", "受理时间"],
    ["1", "市公安局", "2022-10-01"],
    ["2", "市公安局", "1999-10-01"],
  ];
  const evidence = await gather(rows, plan);
  expect(wholeOf(evidence)).toBe("1 ÷ 2");
  expect(evidence.quality.rejectedCells).toMatchObject([
    { row: 3, field: "期限", why: { code: "outside-calendar" } },
  ]);
});

test("limits take the unit of the cell, of the unit column, of the heading's bracket, else working days", async () => {
  const plan = await load(measuring("{ sum: 办件.时限 }", "measuredIn: 天, threshold: 1"));
  const sum = async (heading: string, cells: readonly (readonly Cell[])[]) =>
    wholeOf(await gather([["编号", "部门", heading, "时限单位"], ...cells], plan));
  expect(await sum("时限", [["1", "市公安局", 8, null]])).toBe("8");
  expect(await sum("时限（小时）", [["1", "市公安局", 8, null]])).toBe("1");
  expect(await sum("时限（小时）", [["1", "市公安局", 8, "天"]])).toBe("8");
  expect(
    await sum("时限（天）", [
      ["1", "市公安局", "16小时", "天"],
      ["2", "市公安局", "无期限", null],
    ]),
  ).toBe("2");
});

test("sheets whose limits disagree in unit are each read by their own heading", async () => {
  const plan = await load(measuring("{ sum: 办件.时限 }", "measuredIn: 天, threshold: 1"));
  const evidence = await gathered(plan, {
    "a.xlsx": [
      sheet("甲", [
        ["编号", "部门", "时限(小时)"],
        ["1", "市公安局", 8],
      ]),
      sheet("乙", [
        ["编号", "部门", "时限(天)"],
        ["2", "市公安局", 8],
      ]),
    ],
  });
  expect(wholeOf(evidence)).toBe("9");
  expect(fatesOf(evidence).every(({ used }) => used === 1)).toBe(true);
});
