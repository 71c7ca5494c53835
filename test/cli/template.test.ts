import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { evaluate } from "./fake-process.ts";

const plan = "jiayuguan-2022";
let cwd = "";
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), "template-"));
});
afterEach(() => rm(cwd, { recursive: true }));

const run = (...args: string[]) => evaluate(args, { cwd });

async function workbookOf(file: string): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  const bytes = await readFile(join(cwd, file));
  await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  return workbook;
}

/** Fills the given sheets as their examples show, one row below the example. */
async function fill(file: string, into: string, sheets: (name: string) => boolean): Promise<string[]> {
  const workbook = await workbookOf(file);
  const filled: string[] = [];
  for (const sheet of workbook.worksheets) {
    const first = sheet.getCell("A3").text;
    if (!first.startsWith("示例：") || !sheets(sheet.name)) continue;
    filled.push(sheet.name);
    sheet.getRow(3).eachCell((cell, column) => {
      sheet.getCell(4, column).value = column === 1 ? first.slice("示例：".length) : cell.value;
    });
  }
  await writeFile(join(cwd, into), new Uint8Array(await workbook.xlsx.writeBuffer()));
  return filled;
}

interface SheetJson {
  readonly name: string;
  readonly dataset: string | null;
  readonly rows: number;
  readonly used: number;
  readonly excluded: Readonly<Record<string, number>>;
}

async function evaluated(...args: string[]) {
  const { code, stdout, stderr } = await run("--plan", plan, ...args, "-f", "json", "-q");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const report = JSON.parse(stdout);
  return { report, sheets: report.inputs[0].sheets as SheetJson[] };
}

describe("evaluate template", () => {
  test("writes a sheet for all that the plan reads, and says so", async () => {
    const { code, stdout } = await run("template", plan, "-o", "t.xlsx", "-f", "json");
    expect(code).toBe(0);
    const said = JSON.parse(stdout);
    expect(said).toMatchObject({ file: "t.xlsx", plan, unit: null });
    expect(said.sheets.map((sheet: { name: string }) => sheet.name)).toEqual([
      "事项清单",
      "办件明细",
      "好差评",
      "投诉建议",
      "个人用户统计",
      "法人用户统计",
      "接口清单",
      "电子证照",
      "电子印章",
      "任务台账",
      "指标填报",
    ]);
    expect(said.sheets.at(3)).toMatchObject({
      columns: ["投诉编号", "承办单位", "类型", "受理时间", "办理期限", "办结时间"],
      required: ["投诉编号", "承办单位", "受理时间", "办理期限"],
      indicators: ["complaints-closed", "complaints-overdue"],
    });
  });

  test("empty, it says that it is empty", async () => {
    await run("template", plan, "-o", "t.xlsx");
    expect(await run("--plan", plan, "t.xlsx")).toMatchObject({
      code: 3,
      stdout: "",
      stderr:
        "error D013 截至 2022-10-25，没有任何可用的数据行（备注 11 行）。用 evaluate inspect 看每一行的去向，用 --as-of 换一个截至日；若确实没有数据，加 --allow-empty。\n",
    });
  });

  test("empty, every sheet is recognised and its example is a note, even under --strict", async () => {
    await run("template", plan, "-o", "t.xlsx");
    const { report, sheets } = await evaluated("t.xlsx", "--allow-empty", "--strict");
    const bound = sheets.filter(({ dataset }) => dataset !== null);
    expect(bound).toHaveLength(11);
    for (const { name, dataset, rows, used, excluded } of bound)
      expect({ dataset, rows, used, excluded }).toEqual({
        dataset: name,
        rows: 1,
        used: 0,
        excluded: { note: 1 },
      });
    const pages = sheets.filter(({ dataset }) => dataset === null);
    expect(pages.map(({ name, excluded }) => [name, Object.keys(excluded)])).toEqual([
      ["说明", ["template-page"]],
      ["任务目录", ["template-page"]],
      ["选项", ["template-page"]],
    ]);
    expect(report.synthetic).toBe(false);
    // Nobody has said that there are no complaints, nor that no task is done.
    expect(report.overall).toMatchObject({ score: null, met: 0, open: 0, overdue: 0 });
  });

  test("inspect names its pages and reads its examples as notes", async () => {
    await run("template", plan, "-o", "t.xlsx");
    const { code, stdout } = await run("inspect", "t.xlsx", "--plan", plan);
    expect(code).toBe(0);
    expect(stdout).toContain("填报模板自带的说明或选项");
    expect(stdout.match(/1 行 = 采用 0 \+ 排除 1（注释行 1） \+ 拒收 0/g)).toHaveLength(11);
  });

  test("filled as its examples show, every row is used and no cell is doubtful", async () => {
    await run("template", plan, "-o", "t.xlsx");
    expect(await fill("t.xlsx", "filled.xlsx", () => true)).toHaveLength(11);
    const { report, sheets } = await evaluated("filled.xlsx", "--as-of", "2022-10-25", "--strict");
    for (const { name, dataset, rows, used, excluded } of sheets)
      if (dataset !== null)
        expect({ name, rows, used, excluded }).toEqual({ name, rows: 2, used: 1, excluded: { note: 1 } });
    expect(report.quality.rejectedCells).toEqual([]);
    expect(report.overall.coverage).toBeGreaterThan(0.5);
  });

  test("a sheet left alone leaves its indicators without data", async () => {
    await run("template", plan, "-o", "t.xlsx");
    await fill("t.xlsx", "filled.xlsx", (name) => name === "事项清单");
    const { report } = await evaluated("filled.xlsx", "--as-of", "2022-10-25");
    const status = (id: string) =>
      report.indicators.find((indicator: { id: string }) => indicator.id === id).whole.status;
    expect(status("instant-share")).not.toBe("no-data");
    expect(status("complaints-closed")).toBe("no-data");
    expect(
      new Set(
        report.tasks.flatMap((task: { units: { status: string }[] }) =>
          task.units.map((unit) => unit.status),
        ),
      ),
    ).toEqual(new Set(["no-data"]));
  });
});

describe("evaluate template --unit", () => {
  test("takes any written form of the name, and offers nothing of others", async () => {
    const { code, stdout } = await run(
      "template",
      plan,
      "-o",
      "t.xlsx",
      "--unit",
      "嘉峪关市公安局",
      "-f",
      "json",
    );
    expect(code).toBe(0);
    const said = JSON.parse(stdout);
    expect(said.unit).toBe("市公安局");
    // Only 市市场监管局 answers for the registration of enterprises.
    expect(said.sheets.map((sheet: { name: string }) => sheet.name)).not.toContain("法人用户统计");
    expect(said.indicators).not.toContain("enterprises-registered");
    const workbook = await workbookOf("t.xlsx");
    expect(workbook.getWorksheet("办件明细")?.getCell("A1").text).toContain("市公安局");
    expect(workbook.getWorksheet("办件明细")?.getCell("D3").text).toBe("市公安局");
    const lists = workbook.getWorksheet("选项");
    const names = lists?.getRow(2).values as string[];
    expect(lists?.getColumn(names.indexOf("责任单位")).values.slice(3)).toEqual(["市公安局"]);
  });

  test("what it is filled with counts for the unit", async () => {
    await run("template", plan, "-o", "t.xlsx", "--unit", "市公安局");
    await fill("t.xlsx", "filled.xlsx", () => true);
    const { report } = await evaluated("filled.xlsx", "--as-of", "2022-10-25", "--strict");
    const unit = report.units.find((one: { unit: string }) => one.unit === "市公安局");
    expect(unit.coverage).toBeGreaterThan(0.5);
  });

  test.each([
    [["template", plan], 2, "U004"],
    [["template", plan, "-o", "t.csv"], 2, "U007"],
    [["template", plan, "-o", "missing/t.xlsx"], 4, "O001"],
    [["template", "jiayuguan", "-o", "t.xlsx"], 2, "U005"],
    [["template", plan, "-o", "t.xlsx", "--unit", "市公安居"], 2, "U006"],
    [["template", plan, "-o", "t.xlsx", "--unit", "市政府各部门"], 2, "U006"],
  ])("%j ends with %i and %s", async (args, code, problem) => {
    const outcome = await run(...args);
    expect(outcome).toMatchObject({ code, stdout: "", stderr: expect.stringContaining(`error ${problem} `) });
    expect(await readdir(cwd)).toEqual([]);
  });
});
