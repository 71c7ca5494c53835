import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sheetXml, workbook } from "../ingest/workbook.ts";
import { evaluate } from "./fake-process.ts";

let cwd = "";
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), "units-"));
});
afterEach(() => rm(cwd, { recursive: true }));

const put = (name: string, text: string | Buffer) => writeFile(join(cwd, name), text);

const listed = `嘉峪关市责任单位名录,,,,
单位名称,全称,别名,分组,上级单位
市公安局,嘉峪关市公安局,公安局机关、市局；交管,市政府各部门,
交警支队,,交警,,市公安局
市政管局,,,市政府各部门,
市市场监管局,,市监局,市政府各部门,
郊区工作办公室,,,郊区工作办公室,
,,,,
注：由机构编制部门提供,,,,
`;

const data = `实施编码,事项类型,实施主体,办件类型
1,行政许可,市局,即办件
2,行政许可,交警,承诺件
3,行政许可,嘉峪关市公安局（本级）,即办件
4,行政许可,市民政局,即办件
`;

async function reportOf(units: string) {
  await put("事项.csv", data);
  const { code, stdout, stderr } = await evaluate(
    ["事项.csv", "-p", "jiayuguan-2022", "--as-of", "2022-10-25", "--units", units, "-f", "json"],
    { cwd },
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return JSON.parse(stdout);
}

describe("--units from a spreadsheet", () => {
  test("names, aliases, groups and parents are its own; prefixes and suffixes stay the plan's", async () => {
    await put("名录.csv", listed);
    const report = await reportOf("名录.csv");
    const share = report.indicators.find(({ id }: { id: string }) => id === "instant-share");
    const units = share.units.map(({ unit, numerator, denominator }: Record<string, unknown>) => [
      unit,
      numerator,
      denominator,
    ]);
    expect(units).toContainEqual(["市公安局", 2, 3]);
    expect(report.quality.unknownUnits).toMatchObject([{ name: "市民政局", rows: 1 }]);
    expect(report.units.map(({ unit }: { unit: string }) => unit)).not.toContain("市财政局");
  });

  test("a workbook does as well", async () => {
    const cells = (row: number, ...texts: string[]) =>
      `<row r="${row}">${texts
        .map((text, at) => `<c r="${"ABC"[at]}${row}" t="inlineStr"><is><t>${text}</t></is></c>`)
        .join("")}</row>`;
    const rows = [
      cells(1, "部门", "简称", "分组"),
      cells(2, "市公安局", "市局,交警", "市政府各部门"),
      cells(3, "市政管局", "", "市政府各部门"),
      cells(4, "市市场监管局", "", "市政府各部门"),
      cells(5, "郊区工作办公室", "", "郊区工作办公室"),
    ];
    await put("名录.xlsx", workbook({ sheet: sheetXml(rows.join("")) }));
    const report = await reportOf("名录.xlsx");
    expect(report.quality.unknownUnits).toMatchObject([{ name: "市民政局" }]);
  });

  test("what is wrong is said by sheet and cell, all at once", async () => {
    await put(
      "名录.csv",
      "单位,别名,分组,上级\n市公安局,公安,市政府个部门,\n,无名,市政府各部门,\n市安全局,公安,,市委\n市政管局,,,\n市政管局,,,\n郊区工作办公室,,,\n",
    );
    const { code, stderr } = await evaluate(["show", "jiayuguan-2022", "--units", "名录.csv"], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain("名录.csv › 名录 › A3: error R004 缺少“name”");
    await put(
      "名录.csv",
      "单位,别名,分组,上级\n市公安局,公安,市政府个部门,\n市安全局,公安,,市公安\n市政管局,,,\n市政管局,,,\n郊区工作办公室,,,\n",
    );
    const second = await evaluate(["show", "jiayuguan-2022", "--units", "名录.csv"], { cwd });
    const lines = second.stderr.split("\n").filter((line) => line.startsWith("名录.csv"));
    expect(lines).toEqual([
      "名录.csv › 名录 › C2: error R013 市公安局用到单位或分组“市政府个部门”，单位名录里没有。是不是“市政府各部门”？",
      "名录.csv › 名录 › D3: error R013 市安全局用到单位或分组“市公安”，单位名录里没有。是不是“市公安局”？",
      "名录.csv › 名录 › A5: error R017 编号“市政管局”用了两次。",
      "名录.csv › 名录 › A3: error R023 单位“市安全局”与“市公安局”的写法“公安”相同，无法区分。",
      expect.stringContaining("名录.csv › 名录 › A5: error R023"),
    ]);
  });

  test.each([
    ["空.csv", "姓名,电话\n张,1\n", "空.csv: error R026 没有一张表有“单位”或“名称”列"],
    ["无.csv", null, "无.csv: error R024 找不到文件“无.csv”"],
  ])("%s is refused", async (name, text, message) => {
    if (text !== null) await put(name, text);
    const { code, stderr } = await evaluate(["show", "jiayuguan-2022", "--units", name], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});
