import { describe, expect, test } from "vitest";
import { HeadingBook, headingKey, nearestHeading } from "../../src/ingest/headings.ts";
import { bundledDictionary, fieldIn } from "../model/cells.ts";

const dictionary = await bundledDictionary();
const book = new HeadingBook(dictionary);

/** Rows from the first of the sheet; null rows are blank and are not handed out. */
function recognise(sheetName: string, rows: readonly (readonly string[] | null)[]) {
  const head = rows.flatMap((text, at) => (text === null ? [] : [{ number: at + 1, text }]));
  const found = book.recognise(sheetName, head);
  if (found === undefined) return null;
  return {
    dataset: found.dataset.name,
    headerRow: found.headerRow,
    fields: found.columns.map(({ column, field }) => `${column} ${field.name}`),
    units: found.columns.flatMap(({ field, unit }) => (unit === null ? [] : [`${field.name} ${unit}`])),
    unmatched: found.unmatched,
    doubled: found.doubled.map(({ heading }) => heading),
  };
}

const cases = ["办件编号", "受理部门", "受理时间", "办结时间"];
const caseRow = ["B1", "市公安局", "2022-10-01", "2022-10-02"];

describe("a heading is known whatever stands around it", () => {
  test.each([
    "承诺办结时限",
    " 承诺 办结\n时限 ",
    "承诺办结时限（工作日）",
    "承诺办结时限(天)",
    "承诺办结时限【必填】",
    "*承诺办结时限",
    "＊承诺办结时限",
    "★承诺办结时限（必填）（天）",
    "承诺期限",
    "PROMISE_DAY",
    "promise_day",
    "ＰＲＯＭＩＳＥ＿ＤＡＹ",
  ])("%j", (heading) => {
    expect(recognise("表", [["实施编码", heading, "事项类型"]])?.fields).toContain("1 承诺办结时限");
  });

  test.each([
    ["（一）", "(一)"],
    ["是否最多跑一次", "是否最多跑一次"],
    ["统计（截至10月）日期", "统计(截至10月)日期"],
  ])("brackets are dropped only at the end, and not if nothing is left: %s", (heading, key) => {
    expect(headingKey(heading)).toBe(key);
  });

  test.each([
    ["承诺办结时限（工作日）", "工作日"],
    ["承诺办结时限(单位：小时)", "小时"],
    ["承诺办结时限[月]", "月"],
  ])("a unit in the bracket of %s is kept", (heading, unit) => {
    expect(recognise("表", [["实施编码", heading, "事项类型"]])?.units).toEqual([`承诺办结时限 ${unit}`]);
  });

  test("every name and alias of the dictionary is found in its own dataset", () => {
    for (const dataset of dictionary.datasets.values()) {
      const fields = [...dataset.fields.values()].filter((field) => field.derived === null);
      const own = fields.map((field) => field.name);
      for (const field of fields) {
        for (const alias of field.aliases) {
          const headings = own.map((name) => (name === field.name ? alias : name));
          const found = recognise(dataset.name, [headings]);
          expect(found?.dataset, `${dataset.name} ${alias}`).toBe(dataset.name);
          expect(found?.fields, `${dataset.name} ${alias}`).toContain(
            `${own.indexOf(field.name)} ${field.name}`,
          );
        }
      }
    }
  });
});

describe("headings stand where they stand", () => {
  test("in the first row", () => {
    expect(recognise("办件明细", [cases, caseRow])).toMatchObject({ dataset: "办件明细", headerRow: 1 });
  });

  test("below title rows, an export time and blank rows", () => {
    const rows = [["查询结果"], ["导出时间：2022-10-25 09:00", "", "", "导出人：张"], null, cases, caseRow];
    expect(recognise("Sheet1", rows)).toMatchObject({ dataset: "办件明细", headerRow: 4 });
  });

  test("over two merged rows, a parent above its children", () => {
    const rows = [
      ["实施编码", "事项名称", "办理时限", "", "办件类型"],
      ["", "", "法定办结时限", "承诺办结时限（小时）", ""],
      ["T1", "甲", "20", "8", "即办件"],
    ];
    expect(recognise("Sheet1", rows)).toEqual({
      dataset: "事项清单",
      headerRow: 2,
      fields: ["0 实施编码", "1 事项名称", "2 法定办结时限", "3 承诺办结时限", "4 办件类型"],
      units: ["承诺办结时限 小时"],
      unmatched: [],
      doubled: [],
    });
  });

  test("over three merged rows", () => {
    const rows = [
      ["基本信息", "", "办理", "", ""],
      ["实施编码", "事项名称", "时限", "", "办件类型"],
      ["", "", "法定期限", "承诺期限", ""],
    ];
    expect(recognise("Sheet1", rows)).toMatchObject({ dataset: "事项清单", headerRow: 3 });
  });

  test("a first row of data with gaps is no second row of headings", () => {
    const gaps = ["B1", "市公安局", "", "待办"];
    expect(recognise("办件明细", [cases, gaps, caseRow])?.headerRow).toBe(1);
    expect(recognise("办件明细", [cases, ["B1", "", "", ""]])?.headerRow).toBe(1);
  });

  test("headings that come again further down do not move the header row", () => {
    expect(recognise("办件明细", [cases, caseRow, cases, caseRow])?.headerRow).toBe(1);
  });

  test("a legend above that looks like a few headings loses to the fuller row", () => {
    expect(recognise("办件明细", [["受理部门", "受理时间"], null, cases, caseRow])?.headerRow).toBe(3);
  });
});

describe("a sheet belongs to the dataset that its headings fit best", () => {
  test("although its name says another", () => {
    expect(recognise("好差评", [cases])?.dataset).toBe("办件明细");
    expect(recognise("办件明细", [["评价编号", "办件编号", "满意度", "评价时间"]])?.dataset).toBe("好差评");
  });

  test.each([
    ["个人用户统计", "个人用户统计"],
    ["法人用户统计", "法人用户统计"],
    ["2022年法人用户统计表", "法人用户统计"],
    ["法人用户统计_20221024", "法人用户统计"],
  ])("its name %s breaks the tie", (name, dataset) => {
    expect(recognise(name, [["日期", "单位", "信息完备数"]])?.dataset).toBe(dataset);
  });

  test.each<[string, string[]]>([
    ["nothing in common", ["苹果", "梨", "桃"]],
    ["one heading in common with many strangers", ["部门", "苹果", "梨", "桃"]],
    ["no cells", []],
    ["two of many", ["编号", "单位", "苹果", "梨", "桃", "杏"]],
  ])("and to none with %s", (_, headings) => {
    expect(recognise("Sheet1", [headings])).toBeNull();
  });

  test("every dataset is known by its own headings alone, whatever the sheet's name", () => {
    for (const dataset of dictionary.datasets.values()) {
      const names = [...dataset.fields.values()]
        .filter((field) => field.derived === null)
        .map(({ name }) => name);
      expect(recognise("Sheet1", [names])?.dataset).toBe(dataset.name);
    }
  });
});

describe("columns that are too many", () => {
  test("two columns for one field: the canonical heading wins, else the first; the other is said", () => {
    expect(recognise("办件明细", [["办件号", "受理部门", "受理时间", "办件编号"]])).toMatchObject({
      fields: ["1 受理部门", "2 受理时间", "3 办件编号"],
      doubled: ["办件号"],
      unmatched: ["办件号"],
    });
    expect(recognise("办件明细", [["受理部门", "受理时间", "办件编号", "办件编号"]])?.fields).toContain(
      "2 办件编号",
    );
  });

  test("unknown headings are told, blank ones are not", () => {
    expect(recognise("办件明细", [["办件编号", "", "受理部门", "受理时间", "经办人"]])?.unmatched).toEqual([
      "经办人",
    ]);
  });
});

test.each([
  ["事项清单.到办事现场次数", ["到现场跑动次数", "备注"], "到现场跑动次数"],
  ["办件明细.受理时间", ["受理时刻"], "受理时刻"],
  ["办件明细.受理时间", ["苹果"], null],
])("the nearest heading to %s among %j", (field, headings, nearest) => {
  expect(nearestHeading(fieldIn(dictionary, field), headings)).toBe(nearest);
});
