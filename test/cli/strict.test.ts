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
    [{}, "--strict：不认识的单位“市公安据”（4 行）。改正写法，或在单位名录中补上。 是不是“市公安局”？"],
    [{ file: "a.xlsx", sheet: "事项清单", cell: "C12" }, "--strict：“到办事现场次数”读不懂“若干”：不是数"],
    [{}, "--strict：另有 2 个读不懂的单元格。"],
    [
      { file: "a.xlsx", sheet: "Sheet1" },
      "--strict：工作表与方案用到的任何数据集都不相符。从文件中删去，或改正表头。",
    ],
  ]);
});
