import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cellText, dayText } from "../../src/ledger/cell-text.ts";
import { readSheet } from "../../src/ledger/read-sheet.ts";
import { CellKind } from "../../src/model/cell.ts";

const place = { file: "甲.xlsx", sheet: "表" };
const rowsOf = (...rows: (readonly string[])[]) => rows.map((cells, at) => ({ number: at + 1, cells }));

describe("a ledger that came back", () => {
  test("is known by its headings, wherever they stand and whatever they are called", () => {
    const found = readSheet(
      place,
      rowsOf(
        ["某方案 整改台账（市公安局）"],
        ["填报说明：请于周五前报送"],
        ["责任人", "*记录编号", "责任 单位", "指标", "销号日期", "原因分析", "备注"],
        ["张三", "A1", "市公安局", "三(一) 甲", "2022.10.30", "系统", "见附件"],
      ),
    );
    expect(found?.title).toContain("某方案 整改台账");
    expect(found?.rows).toEqual([
      {
        ...place,
        row: 4,
        cells: {
          person: "张三",
          key: "A1",
          unit: "市公安局",
          rule: "三(一) 甲",
          closed: "2022-10-30",
          cause: "系统",
        },
        filled: { cause: "系统", person: "张三", closed: "2022-10-30" },
        added: new Map([["备注", "见附件"]]),
        closed: false,
      },
    ]);
  });

  test.each([
    ["another list", [["姓名", "单位", "电话"]]],
    ["an export of items", [["实施编码", "事项名称", "实施主体"]]],
    ["a list of tasks", [["任务编号", "责任单位", "状态", "完成日期", "备注"]]],
    ["nothing", []],
  ])("is not %s", (_, rows) => {
    expect(readSheet(place, rowsOf(...rows))).toBeNull();
  });

  test("begins with a progress that nobody typed", () => {
    const headings = ["责任单位", "指标", "记录编号", "进展"];
    const progress = (text: string) =>
      readSheet(place, rowsOf(headings, ["市公安局", "三(一) 甲", "A1", text]))?.rows[0]?.filled.progress;
    expect(["未启动", "not started", "", "进行中"].map(progress)).toEqual([
      undefined,
      undefined,
      undefined,
      "进行中",
    ]);
  });

  test("loses no text of any cell, whatever the columns", () => {
    const heading = fc.oneof(
      fc.constantFrom(
        "原因",
        "整改措施",
        "进展",
        "状态",
        "核对",
        "序号",
        "优先",
        "__proto__",
        "constructor",
        "备注",
        "",
      ),
      fc.string({ maxLength: 6 }),
    );
    const text = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(
        fc.array(heading, { maxLength: 8 }),
        fc.array(fc.array(text, { maxLength: 14 }), { maxLength: 4 }),
        (more, rows) => {
          const heads = ["责任单位", "指标", "记录编号", "责任人", ...more];
          const found = readSheet(
            place,
            rowsOf(heads, ...rows.map((row) => ["市公安局", "甲", "A1", "张三", ...row])),
          );
          expect(found?.rows.length).toBe(rows.length);
          for (const [at, row] of rows.entries()) {
            const told = [
              ...Object.values(found?.rows[at]?.cells ?? {}),
              ...(found?.rows[at]?.added.values() ?? []),
            ].join("\n");
            for (const cell of row) expect(told).toContain(cell.trim());
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

test.each([
  ["44864", CellKind.date, "2022-10-30"],
  ["44864.625", CellKind.date, "2022-10-30 15:00"],
  ["0.5", CellKind.date, "0.5"],
  ["0.985", CellKind.percent, "98.5%"],
  ["1", CellKind.boolean, "TRUE"],
  ["#N/A", CellKind.error, "#N/A"],
  ["620200199001011234", CellKind.number, "620200199001011234"],
  ["=1+1", CellKind.text, "=1+1"],
])("a cell %s of kind %s reads %s", (stored, kind, shown) => {
  expect(cellText(stored, kind, false)).toBe(shown);
});

test.each([
  ["2022.10.30", "2022-10-30"],
  ["20221030", "2022-10-30"],
  ["2022年10月30日", "2022-10-30"],
  ["10月底", "10月底"],
  ["", ""],
])("a day typed as %s is %s", (typed, day) => {
  expect(dayText(typed)).toBe(day);
});
