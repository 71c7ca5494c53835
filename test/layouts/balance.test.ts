import fc from "fast-check";
import { expect, test } from "vitest";
import { gatherLayout } from "./reading.ts";

const words = [
  "统计日期",
  "统计单位",
  "注册总量",
  "企业总数",
  "指标编号",
  "责任单位",
  "数值",
  "分子",
  "分母",
  "实施编码",
  "实施主体",
  "市公安局",
  "市民政局",
  "全市",
  "合计",
  "小计",
  "注：甲",
  "instant-share",
  "即办件占比",
  "三(十)",
  "2022-10-20",
  "10",
  "20",
  "",
  "",
  "",
  "甲",
];
const grid = fc
  .array(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 14 })
  .map((rows) => rows.map((row) => row.join("|")).join("\n"));
const merges = fc
  .array(
    fc.tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 5 })),
    {
      maxLength: 4,
    },
  )
  .map((ranges) =>
    ranges.map(([column, top, height]) => {
      const letter = String.fromCharCode(65 + column);
      return `${letter}${top}:${letter}${top + height}`;
    }),
  );

test("whatever is drawn, each row of each table has one fate", async () => {
  await fc.assert(
    fc.asyncProperty(grid, merges, async (drawn, merged) => {
      const layout = { name: "", reads: [], sheets: [{ name: "表", grid: drawn, merges: merged }, valid] };
      const { inputs } = await gatherLayout(layout);
      for (const { rows, used, rejected, excluded } of inputs.flatMap(({ sheets }) => sheets))
        expect(used + rejected + Object.values(excluded).reduce((sum, count) => sum + count, 0)).toBe(rows);
    }),
    { numRuns: 150 },
  );
});

const valid = { name: "接口清单", grid: "接口编码|接口名称|申请单位\n1|甲|市公安局" };
