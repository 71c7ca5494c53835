import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { evaluate } from "./cli/fake-process.ts";

// Three weeks of an office: export, ledger out, filled in, back in. One rule: 45 % of permits on the spot.
const headings = ["实施编码", "事项名称", "事项类型", "实施主体", "办件类型"];
type Items = Readonly<Record<string, string>>;

async function exportOf(file: string, items: Items): Promise<void> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("事项清单");
  sheet.addRow(headings);
  for (const [code, kind] of Object.entries(items)) {
    const unit = code.startsWith("A") ? "市公安局" : "市教育局";
    sheet.addRow([code, `事项${code}`, "行政许可", unit, kind]);
  }
  await book.xlsx.writeFile(file);
}

/** What a person sees in a sheet of a ledger: by record, the texts of its row by heading. */
type Seen = Map<string, Record<string, string>>;

async function sheetsOf(file: string): Promise<Map<string, Seen>> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  return new Map(
    book.worksheets.map((sheet) => {
      const heads = textsOf(sheet, 3);
      const rows = Array.from({ length: Math.max(0, sheet.rowCount - 3) }, (_, at) => textsOf(sheet, at + 4));
      const named = rows.map((row) => Object.fromEntries(heads.map((head, at) => [head, row[at] ?? ""])));
      return [sheet.name, new Map(named.map((row) => [row.记录编号 ?? "", row]))];
    }),
  );
}

function textsOf(sheet: ExcelJS.Worksheet, row: number): string[] {
  const { values } = sheet.getRow(row);
  const cells = Array.isArray(values) ? Array.from(values.slice(1)) : [];
  return cells.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? "")));
}

/** Fills cells in as a person would, by record and heading. */
async function fillIn(
  file: string,
  entries: Readonly<Record<string, Readonly<Record<string, string | Date>>>>,
  to = file,
  more: (sheet: ExcelJS.Worksheet) => void = () => {},
  name = "",
): Promise<void> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  const sheet = (book.getWorksheet(name) ?? book.worksheets[0]) as ExcelJS.Worksheet;
  const heads = textsOf(sheet, 3);
  for (let at = 4; at <= sheet.rowCount; at += 1) {
    const entry = entries[textsOf(sheet, at)[heads.indexOf("记录编号")] ?? ""] ?? {};
    for (const [heading, text] of Object.entries(entry)) {
      if (!heads.includes(heading)) {
        heads.push(heading);
        sheet.getRow(3).getCell(heads.length).value = heading;
      }
      sheet.getRow(at).getCell(heads.indexOf(heading) + 1).value = text;
    }
  }
  more(sheet);
  await book.xlsx.writeFile(to);
}

let cwd = "";
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), "weeks-"));
  await mkdir(join(cwd, "返回"));
});
afterAll(() => rm(cwd, { recursive: true }));

const week = (asOf: string, data: string, ...more: string[]) =>
  evaluate(
    [
      "--plan",
      "jiayuguan-2022",
      "--as-of",
      asOf,
      data,
      "--history",
      "history",
      "-o",
      `${asOf}.json`,
      ...more,
    ],
    {
      cwd,
    },
  );

const first: Items = {
  A1: "承诺件",
  A2: "承诺件",
  A3: "承诺件",
  A4: "承诺件",
  A5: "承诺件",
  A6: "即办件",
  B1: "承诺件",
  B2: "承诺件",
};

describe("a ledger over three weeks", () => {
  test("goes out to the units", async () => {
    await exportOf(join(cwd, "事项_1017.xlsx"), first);
    const { code, stderr } = await week("2022-10-17", "事项_1017.xlsx", "--ledger", "发出/");
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: expect.stringContaining("已写出整改台账 发出/：2 个单位，7 条；2 个文件，改动 2 个。"),
    });
  });

  test("comes back filled in, and is merged with the next export", async () => {
    const fault = { 原因: "系统未改造", 责任人: "张三" };
    await fillIn(
      join(cwd, "发出/市公安局.xlsx"),
      {
        A1: {
          ...fault,
          整改措施: "已改为即办",
          进展: "已完成",
          "销号（日期）": "2022.10.20",
          联系电话: "0937-1234567",
        },
        A2: { ...fault, 进展: "已完成" },
        A3: { 原因: "=1+1", 进展: "进行中" },
        A4: { 整改措施: "正在注销该事项" },
      },
      join(cwd, "返回/公安局甲.xlsx"),
    );
    await fillIn(
      join(cwd, "发出/市公安局.xlsx"),
      { A2: { 原因: "人手不足", 进展: "已完成" } },
      join(cwd, "返回/公安局乙.xlsx"),
      (sheet) => sheet.spliceColumns(18, 1),
    );
    await fillIn(
      join(cwd, "发出/市教育局.xlsx"),
      { B1: { 进展: "已完成" } },
      join(cwd, "返回/教育局.xlsx"),
      (sheet) => {
        sheet.addRow(["备注：B3 为本周新申领事项"]);
        sheet.name = "教育局上报";
      },
    );
    const { A4: _, ...rest } = first;
    const second: Items = { ...rest, A1: "即办件", B1: "即办件", A7: "承诺件", B3: "承诺件", B4: "承诺件" };
    await exportOf(join(cwd, "事项_1024.xlsx"), second);
    const { code, stderr } = await week(
      "2022-10-24",
      "事项_1024.xlsx",
      "--ledger-from",
      "返回/*.xlsx",
      "--ledger",
      "台账.xlsx",
    );
    expect(code).toBe(0);
    expect(stderr).toContain("读入台账 3 份：7 行按台账标识对应，5 行按单位、指标和记录编号对应。");
    expect(stderr).toContain(
      "台账合并：沿用 5 条，销号 2 条，声称完成而数据未显示 1 条，新增 3 条，填写冲突 1 条，数据中已无或已改属其他单位、待核实 1 条，未能对应 1 条。",
    );
    const sheets = await sheetsOf(join(cwd, "台账.xlsx"));
    expect([...sheets.keys()]).toEqual(["说明", "全部", "市教育局", "市公安局", "已销号", "未能对应"]);
    expect(written(sheets.get("市公安局"))).toEqual({
      // Two copies differ in a cell, and both call done what the export does not show.
      A2: {
        原因: "公安局甲.xlsx：系统未改造；公安局乙.xlsx：人手不足",
        责任人: "张三",
        进展: "已完成",
        核对: "声称完成，数据未显示（截至 2022-10-24）；冲突：原因",
      },
      A3: { 原因: "=1+1", 进展: "进行中" },
      A5: { 进展: "未启动" },
      A7: { 进展: "未启动", 核对: "新增（2022-10-24）" },
      A4: { 整改措施: "正在注销该事项", 核对: "数据中已无此记录，请核实（2022-10-24）" },
    });
    expect(written(sheets.get("市教育局"))).toEqual({
      B2: { 进展: "未启动" },
      B3: { 进展: "未启动", 核对: "新增（2022-10-24）" },
      B4: { 进展: "未启动", 核对: "新增（2022-10-24）" },
    });
    expect(written(sheets.get("已销号"))).toEqual({
      A1: {
        原因: "系统未改造",
        整改措施: "已改为即办",
        责任人: "张三",
        进展: "已完成",
        "销号（日期）": "2022-10-20",
        联系电话: "0937-1234567",
        状态: "已销号",
        核对: "数据已显示整改到位（2022-10-24）",
      },
      B1: {
        进展: "已完成",
        "销号（日期）": "2022-10-24",
        状态: "已销号",
        核对: "数据已显示整改到位（2022-10-24）",
      },
    });
    expect(sheets.get("未能对应")?.get("")).toMatchObject({
      责任单位: "市教育局",
      "序号（填写）": "备注：B3 为本周新申领事项",
      核对: "未能对应到记录，请核实（返回/教育局.xlsx › 教育局上报 › 第 6 行）",
    });
  });

  test("is never written over without what is in it", async () => {
    const before = await readFile(join(cwd, "台账.xlsx"));
    const { code, stderr } = await week(
      "2022-10-24",
      "事项_1024.xlsx",
      "--ledger",
      "台账.xlsx",
      "-o",
      "neu.json",
    );
    expect(code).toBe(4);
    expect(stderr).toContain("--ledger-from");
    expect(await readFile(join(cwd, "台账.xlsx"))).toEqual(before);
    await expect(readFile(join(cwd, "neu.json"))).rejects.toThrow();
  });

  test("says the same when it is merged with itself on the same day", async () => {
    const merging = ["--ledger-from", "台账.xlsx", "--ledger", "台账.xlsx"];
    const before = await sheetsOf(join(cwd, "台账.xlsx"));
    const { code, stderr } = await week("2022-10-24", "事项_1024.xlsx", ...merging);
    expect(code).toBe(0);
    expect(stderr).toContain("销号 0 条");
    const after = await sheetsOf(join(cwd, "台账.xlsx"));
    for (const [name, seen] of before)
      if (name !== "说明") expect([name, after.get(name)]).toEqual([name, seen]);
    const bytes = await readFile(join(cwd, "台账.xlsx"));
    await week("2022-10-24", "事项_1024.xlsx", ...merging);
    expect(await readFile(join(cwd, "台账.xlsx"))).toEqual(bytes);
  });

  test("goes into a third week: what was closed may come back, and a target may be met without all", async () => {
    const file = join(cwd, "台账.xlsx");
    await fillIn(file, { A2: { 原因: "系统未改造" }, A7: { 进展: "进行中" } }, file, undefined, "市公安局");
    await fillIn(file, { B4: { 整改措施: "待系统升级" } }, file, undefined, "市教育局");
    const { A4: _, ...rest } = first;
    const third: Items = {
      ...rest,
      A2: "即办件",
      A5: "即办件",
      A7: "承诺件",
      A8: "承诺件",
      A9: "承诺件",
      B1: "即办件",
      B2: "即办件",
      B3: "承诺件",
      B4: "承诺件",
    };
    await exportOf(join(cwd, "事项_1031.xlsx"), third);
    const merging = ["--ledger-from", "台账.xlsx", "--ledger", "台账.xlsx"];
    const { code, stderr } = await week("2022-10-31", "事项_1031.xlsx", ...merging);
    expect(code).toBe(0);
    expect(stderr).toContain(
      "台账合并：沿用 5 条，销号 3 条，声称完成而数据未显示 1 条，新增 2 条，再次出现 1 条，数据中已无或已改属其他单位、待核实 1 条，未能对应 1 条，指标已达标、没有填写过而不再列出 1 条。",
    );
    const sheets = await sheetsOf(file);
    expect(written(sheets.get("市公安局"))).toEqual({
      A1: {
        原因: "系统未改造",
        整改措施: "已改为即办",
        责任人: "张三",
        进展: "已完成",
        联系电话: "0937-1234567",
        核对: "再次出现（2022-10-31，曾于 2022-10-20 销号）；声称完成，数据未显示（截至 2022-10-31）",
      },
      A3: { 原因: "=1+1", 进展: "进行中" },
      A7: { 进展: "进行中" },
      A8: { 进展: "未启动", 核对: "新增（2022-10-31）" },
      A9: { 进展: "未启动", 核对: "新增（2022-10-31）" },
      A4: { 整改措施: "正在注销该事项", 核对: "数据中已无此记录，请核实（2022-10-31）" },
    });
    expect(written(sheets.get("市教育局"))).toEqual({
      B4: { 整改措施: "待系统升级", 核对: "指标已达标，此条数据未变（2022-10-31）" },
    });
    expect(written(sheets.get("已销号"))).toMatchObject({
      A2: { 原因: "系统未改造", "销号（日期）": "2022-10-31", 核对: "数据已显示整改到位（2022-10-31）" },
      A5: { "销号（日期）": "2022-10-31" },
      B1: { "销号（日期）": "2022-10-24", 核对: "数据已显示整改到位（2022-10-24）" },
      B2: { "销号（日期）": "2022-10-31" },
    });
    expect(sheets.get("未能对应")?.get("")).toMatchObject({
      "序号（填写）": "备注：B3 为本周新申领事项",
      核对: "未能对应到记录，请核实（返回/教育局.xlsx › 教育局上报 › 第 6 行）",
    });
  });
});

const filled = ["原因", "整改措施", "责任人", "进展", "佐证材料", "销号（日期）", "联系电话", "状态", "核对"];

/** What people and the merge have to say, by record; blanks left out. */
function written(seen: Seen = new Map()): Record<string, Record<string, string>> {
  const told = [...seen].map(([key, row]) => {
    const cells = filled.flatMap((heading) => (row[heading] ? [[heading, row[heading]] as const] : []));
    return [key, Object.fromEntries(cells)] as const;
  });
  return Object.fromEntries(told);
}
