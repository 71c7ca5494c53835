import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openFile, rowsOf } from "../read.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "evaluate-"));
});
afterAll(() => rm(folder, { recursive: true }));

function fill(sheet: ExcelJS.Worksheet, commit: boolean): void {
  const rows: ExcelJS.CellValue[][] = [
    ["办件编号", "受理时间", "满意率", "是否"],
    ["123456789012345678", new Date(Date.UTC(2022, 9, 25)), 0.985, true],
    [
      { richText: [{ text: "市公" }, { text: "安局", font: { bold: true } }] },
      null,
      { formula: "1+1", result: 2 },
      { error: "#N/A" },
    ],
    [
      { formula: '"a"&"b"', result: "ab" },
      "a\nb & <c>",
      { formula: "SUM(B1)" },
      { text: "链接", hyperlink: "http://x" },
    ],
  ];
  for (const values of rows) {
    const row = sheet.addRow(values);
    row.getCell(2).numFmt = 'yyyy"年"m"月"d"日"';
    row.getCell(3).numFmt = "0.00%";
    if (commit) row.commit();
  }
}

const expected = [
  "1: 办件编号 | 受理时间 | 满意率 | 是否",
  "2: 123456789012345678 | 44859 date | 0.985 percent | 1 boolean",
  "3: 市公安局 |  | 2 percent | #N/A error",
  "4: ab | a\nb & <c> |  | 链接",
];

async function check(path: string): Promise<void> {
  const file = await openFile(path, "a.xlsx");
  expect(file).toMatchObject({ file: "a.xlsx", format: "xlsx", encoding: null });
  expect(file.sheets.map((sheet) => sheet.name)).toEqual(["办件明细"]);
  expect(await rowsOf(file.sheets[0])).toEqual(expected);
  await file.close();
}

test("a workbook written whole", async () => {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet("办件明细"), false);
  const path = join(folder, "whole.xlsx");
  await book.xlsx.writeFile(path);
  await check(path);
});

test.each([true, false])("a workbook written as a stream, shared strings %s", async (useSharedStrings) => {
  const filename = join(folder, `stream-${useSharedStrings}.xlsx`);
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename, useSharedStrings, useStyles: true });
  const sheet = book.addWorksheet("办件明细");
  fill(sheet, true);
  sheet.commit();
  await book.commit();
  await check(filename);
});
