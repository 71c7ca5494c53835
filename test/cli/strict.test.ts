import { expect, test } from "vitest";
import { strictProblems } from "../../src/cli/strict.ts";
import { sentenceOf } from "../../src/problem.ts";
import { smallReport } from "./small-report.ts";

const sheet = {
  name: "Sheet1",
  headerRow: null,
  rows: 3,
  used: 0,
  excluded: {},
  rejected: 0,
  hidden: false,
  matched: [],
  unmatched: [],
  missing: [],
};
const quality = smallReport().quality;

test("clean data has nothing to refuse", () => {
  expect(strictProblems(smallReport(), "zh")).toEqual([]);
});

test("unknown units, rejected cells beyond the list, and unmatched sheets are all named", () => {
  const report = smallReport({
    inputs: [
      {
        file: "a.xlsx",
        sha256: "0",
        format: "xlsx",
        sheets: [
          { ...sheet, dataset: null },
          { ...sheet, name: "事项清单", dataset: "事项清单" },
        ],
      },
    ],
    quality: {
      ...quality,
      unknownUnits: [
        {
          name: "市公安据",
          rows: 4,
          nearest: ["市公安局"],
          datasets: ["事项清单"],
          yaml: "- { name: 市公安局, aliases: [市公安据] }",
        },
      ],
      rejectedCells: [
        {
          file: "a.xlsx",
          sheet: "事项清单",
          cell: "C12",
          row: 12,
          field: "到办事现场次数",
          value: "若干",
          reason: "不是数",
          why: { code: "number", with: {} },
        },
      ],
      rejectedCellCount: 3,
    },
  });
  expect(strictProblems(report, "zh").map((found) => [found.at, sentenceOf(found, "zh")])).toEqual([
    [{}, "--strict：不认识的单位“市公安据”（4 行）。改正写法，或在单位名录中补上。是不是“市公安局”？"],
    [{ file: "a.xlsx", sheet: "事项清单", cell: "C12" }, "--strict：“到办事现场次数”读不懂“若干”：不是数"],
    [{}, "--strict：另有 2 个读不懂的单元格。"],
    [
      { file: "a.xlsx", sheet: "Sheet1" },
      "--strict：工作表与方案用到的任何数据集都不相符。从文件中删去，改正表头，或在映射文件中写明数据集或 skip: true。",
    ],
  ]);
});

test("missing columns, totals and copies that disagree, and doubtful remarks are named, each with the way out", () => {
  const at = { file: "a.xlsx", sheet: "事项清单", row: 12 };
  const remark = (code: string, text: string) => ({ code, text, why: { code, with: {} } });
  const report = smallReport({
    quality: {
      ...quality,
      lacks: [
        { dataset: "好差评", field: null, indicators: ["a"], nearest: null },
        { dataset: "事项清单", field: "办件类型", indicators: ["b"], nearest: "办件类形" },
      ],
      totals: [
        {
          ...at,
          cell: "D12",
          dataset: "x",
          label: "合计",
          field: "汇聚数量",
          stated: 9,
          computed: 8,
          agrees: false,
        },
        {
          ...at,
          cell: "D13",
          dataset: "x",
          label: "总计",
          field: "汇聚数量",
          stated: 9,
          computed: 9,
          agrees: true,
        },
      ],
      duplicates: [
        {
          dataset: "事项清单",
          rows: 5,
          conflicts: 3,
          examples: [
            { key: "1", first: { ...at, cell: "A3" }, again: { ...at, cell: "A9" }, conflict: true },
            { key: "2", first: { ...at, cell: "A4" }, again: { ...at, cell: "A8" }, conflict: false },
          ],
        },
      ],
      suspicions: [
        {
          code: "rate-over-100",
          dataset: "电子证照",
          count: 3,
          text: "汇聚数量是负数",
          why: { code: "x", with: {} },
          cells: [{ ...at, cell: "E7", value: "-1" }],
        },
      ],
      notes: [
        remark("digits-column", "“满意度”全是数字代码"),
        remark("formulas-without-value", "有 2 个公式没有缓存的结果"),
        remark("hidden-rows", "有 2 行被隐藏，已照常读取"),
        remark("absent-means", "没有“是否误评”列，一律视为“否”"),
      ],
    },
  });
  expect(strictProblems(report, "zh").map((found) => [found.at.cell, sentenceOf(found, "zh")])).toEqual([
    [
      undefined,
      "--strict：“事项清单”没有一张表有“办件类型”列，方案需要它。补上这一列，或在映射文件的 headings 中写明哪一列是它。是不是“办件类形”？",
    ],
    ["D12", "--strict：“合计”的汇聚数量写作 9，按明细应为 8。改正合计，或补全明细。"],
    ["A9", "--strict：“1”与 a.xlsx › 事项清单 › A3 重复而内容不同。改成一致，或删去其中一行。"],
    [undefined, "--strict：“事项清单”另有 2 行重复而内容不同。"],
    ["E7", "--strict：“电子证照”有 3 行：汇聚数量是负数。核对这些单元格并改正。"],
    [undefined, "--strict：“满意度”全是数字代码。在映射文件的 codes 中写明各数字的含义。"],
    [undefined, "--strict：有 2 个公式没有缓存的结果。重新保存后再读取。"],
  ]);
  expect(strictProblems(report, "en").every((found) => found.code === "D011")).toBe(true);
});
