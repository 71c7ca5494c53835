import { describe, expect, test } from "vitest";
import { load, measuring } from "../plan/rules.ts";
import { type Cell, fatesOf, figuresOf, gathered, notesOf, sheet, wholeOf } from "./gathered.ts";

const plan = await load(measuring("{ share: 办件, that: { 网办: 是 } }"));
const head = ["编号", "部门", "受理时间", "网办", "名称"];
const row = (id: string, online: Cell = "是", unit: Cell = "市公安局", name: Cell = null): Cell[] => [
  id,
  unit,
  "2022-10-01",
  online,
  name,
];

test("the newer of two exports wins, however they were named on the command line", async () => {
  const evidence = await gathered(plan, {
    "办件_20221017.xlsx": [sheet("办件", [head, row("1", "否"), row("2", "否"), row("3", "是")])],
    "办件_20221024.xlsx": [sheet("办件", [head, row("1", "是"), row("2", "是")])],
  });
  expect(evidence.inputs.map(({ file }) => file)).toEqual(["办件_20221024.xlsx", "办件_20221017.xlsx"]);
  expect(wholeOf(evidence)).toBe("3 ÷ 3");
  expect(fatesOf(evidence)).toEqual([
    { rows: 2, used: 2, rejected: 0 },
    { rows: 3, used: 1, rejected: 0, duplicate: 2 },
  ]);
  expect(evidence.quality.duplicates).toMatchObject([
    {
      dataset: "办件",
      rows: 2,
      conflicts: 2,
      examples: [
        {
          key: "1",
          conflict: true,
          first: { file: "办件_20221024.xlsx", row: 2 },
          again: { file: "办件_20221017.xlsx", row: 2 },
        },
        { key: "2" },
      ],
    },
  ]);
});

describe("a conflict is a difference in a field that the plan uses", () => {
  test.each<[string, Cell[], number]>([
    ["nothing differs", row("1"), 0],
    ["a name that the plan does not use", row("1", "是", "市公安局", "另一个名称"), 0],
    ["the value is written in another way", row("1", "√"), 0],
    ["the unit is written in another way", row("1", "是", "青山市公安局"), 0],
    ["a used field differs", row("1", "否"), 1],
    ["a used field is blank", row("1", null), 1],
    ["the unit differs", row("1", "是", "市民政局"), 1],
  ])("%s", async (_, again, conflicts) => {
    const { quality } = await gathered(plan, { "a.xlsx": [sheet("办件", [head, row("1"), again])] });
    expect(quality.duplicates).toMatchObject([{ rows: 1, conflicts }]);
  });
});

test("sheets of one file are read in order, the first row with a key counts", async () => {
  const evidence = await gathered(plan, {
    "a.xlsx": [
      sheet("一季度", [head, row("1", "否")]),
      sheet("二季度", [head, row("1", "是"), row("2", "是")]),
    ],
  });
  expect(wholeOf(evidence)).toBe("1 ÷ 2");
});

test("ids that differ only in width, case of digits or spaces at the ends are one key", async () => {
  const rows = [head, row("AB12"), row(" ＡＢ１２ "), row("AB13")];
  expect(fatesOf(await gathered(plan, { "a.xlsx": [sheet("办件", rows)] }))).toEqual([
    { rows: 3, used: 2, rejected: 0, duplicate: 1 },
  ]);
});

test("a key of 18 digits keeps its last digit, as text or as a stored number", async () => {
  const rows = [head, row("620200202210250001"), row("620200202210250002"), row("620200202210250003")];
  expect(wholeOf(await gathered(plan, { "a.xlsx": [sheet("办件", rows)] }))).toBe("3 ÷ 3");
});

describe("keys of several fields", () => {
  const totals = "measuredIn: 人, threshold: 1";
  const latest = () => load(measuring("{ latest: 统计.总量 }", totals));
  const columns = ["日期", "单位", "总量"];

  test("a unit under two written names is one key", async () => {
    const rows = [
      columns,
      ["2022-10-01", "市公安局", 5],
      ["2022/10/1", "青山市公安局", 7],
      ["20221001", "公安", 9],
      ["2022-10-02", "市公安局", 6],
    ];
    const evidence = await gathered(await latest(), { "a.xlsx": [sheet("统计", rows)] });
    expect(fatesOf(evidence)).toEqual([{ rows: 4, used: 2, rejected: 0, duplicate: 2 }]);
    expect(figuresOf(evidence)).toEqual({ whole: "6", units: { 市公安局: "6" } });
  });

  test("a row that lacks a part of its key is rejected", async () => {
    const rows = [columns, ["2022-10-01", "市公安局", 5], [null, "市民政局", 7], ["2022-10-01", "—", 7]];
    const evidence = await gathered(await latest(), { "a.xlsx": [sheet("统计", rows)] });
    expect(fatesOf(evidence)).toEqual([{ rows: 3, used: 1, rejected: 2 }]);
  });
});

test("a sheet without its key column is read without this check, and says so", async () => {
  const rows = [
    ["部门", "受理时间", "网办"],
    ["市公安局", "2022-10-01", "是"],
    ["市公安局", "2022-10-01", "是"],
  ];
  const evidence = await gathered(plan, { "a.xlsx": [sheet("办件", rows)] });
  expect(wholeOf(evidence)).toBe("2 ÷ 2");
  expect(notesOf(evidence)).toContain("sheet-without-key a.xlsx 办件 编号");
});

test("an older export of a list without dates is told by its repeated keys", async () => {
  const dateless = await load(
    measuring("{ count: 印章 }", "measuredIn: 枚, threshold: 1").replace(
      "indicators:",
      "datasets:\n  印章:\n    label: Seals\n    key: [号]\n    fields: { 号: { type: id }, 名: { type: text } }\nindicators:",
    ),
  );
  const rows = [
    ["号", "名"],
    ["1", "甲"],
    ["2", "乙"],
    ["3", "丙"],
  ];
  const evidence = await gathered(dateless, {
    "印章_20221017.xlsx": [sheet("印章", rows)],
    "印章_20221024.xlsx": [sheet("印章", [...rows, ["4", "丁"]])],
  });
  expect(wholeOf(evidence)).toBe("4");
  expect(notesOf(evidence)).toContain("older-export 印章_20221017.xlsx 印章 3 0");
});

test("long lists of repeats are counted beyond what is shown, conflicts first", async () => {
  const plain = Array.from({ length: 60 }, () => row("1"));
  const rows = [head, row("1"), ...plain, row("1", "否")];
  const [found] = (await gathered(plan, { "a.xlsx": [sheet("办件", rows)] })).quality.duplicates;
  expect(found).toMatchObject({ rows: 61, conflicts: 1 });
  expect(found?.examples.length).toBeLessThan(30);
  expect(found?.examples.some(({ conflict }) => conflict)).toBe(true);
});
