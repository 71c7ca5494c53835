import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checkInPlace } from "../../src/cli/ledger-from/merge.ts";
import { readEarlier } from "../../src/cli/ledger-from/read.ts";
import { defaultLimits } from "../../src/ingest/reader.ts";
import { evaluate } from "./fake-process.ts";

const headings = "实施编码,事项名称,事项类型,实施主体,办件类型";
type Items = Readonly<Record<string, string>>;
const items: Items = {
  A1: "承诺件",
  A2: "承诺件",
  A3: "承诺件",
  A4: "即办件",
  A5: "承诺件",
  B1: "承诺件",
  B2: "承诺件",
};

const csvOf = (rows: Items) =>
  [
    headings,
    ...Object.entries(rows).map(
      ([code, kind]) =>
        `${code},事项${code},行政许可,${code.includes("B") ? "市教育局" : "市公安局"},${kind}`,
    ),
  ].join("\n");

let cwd = "";
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), "ledger-from-"));
});
afterEach(() => rm(cwd, { recursive: true }));

const put = (file: string, data: string | Uint8Array) => writeFile(join(cwd, file), data);
const textOf = (file: string) => readFile(join(cwd, file), "utf8");

async function run(data: Items | string, ...more: string[]) {
  await put("事项清单.csv", typeof data === "string" ? data : csvOf(data));
  const args = ["--plan", "jiayuguan-2022", "--as-of", "2022-10-24", "事项清单.csv", "-o", "r.json"];
  return evaluate([...args, ...more], { cwd });
}

type Cells = Record<string, string>;

async function rowsOf(file: string): Promise<Cells[]> {
  const [head = [], ...rows] = (await textOf(file))
    .replace("\ufeff", "")
    .trimEnd()
    .split("\r\n")
    .map((line) => line.split(","));
  return rows.map((row) => Object.fromEntries(head.map((heading, at) => [heading, row[at] ?? ""])));
}

function csvFrom(rows: readonly Cells[], columns = Object.keys(rows[0] ?? {})): string {
  return [columns, ...rows.map((row) => columns.map((name) => row[name] ?? ""))]
    .map((cells) => cells.join(","))
    .join("\r\n");
}

/** A ledger as it goes out, with cells filled in by record. */
async function filled(
  entries: Readonly<Record<string, Cells>>,
  data: Items | string = items,
): Promise<Cells[]> {
  const { code } = await run(data, "--ledger", "out.csv");
  expect(code).toBe(0);
  return (await rowsOf("out.csv")).map((row) => ({ ...row, ...entries[row.记录编号 ?? ""] }));
}

const merge = (data: Items | string, from: string, ...more: string[]) =>
  run(data, "--ledger-from", from, "--ledger", "merged.csv", ...more);

async function merged(): Promise<Record<string, Cells>> {
  return Object.fromEntries((await rowsOf("merged.csv")).map((row) => [row.记录编号 ?? "", row]));
}

const mended: Items = { ...items, A1: "即办件" };

describe("evaluate --ledger-from", () => {
  test("finds rows again in a CSV file that Excel has saved: GB18030, columns moved, rows sorted, no id", async () => {
    const rows = await filled({ A1: { 原因: "系统", "销号（日期）": "2022.10.21" }, A2: { 责任人: "李四" } });
    const columns = ["责任人", "记录编号", "指标", "责任单位", "销号（日期）", "进展", "原因"];
    const text = csvFrom(rows.toReversed(), columns);
    await put("甲.csv", new Uint8Array(Buffer.from(await gb18030(text))));
    const { code, stderr } = await merge(mended, "甲.csv");
    expect(code).toBe(0);
    expect(stderr).toContain("0 行按台账标识对应，6 行按单位、指标和记录编号对应");
    const found = await merged();
    expect(found.A1).toMatchObject({ 原因: "系统", "销号（日期）": "2022-10-21", 状态: "已销号" });
    expect(found.A2).toMatchObject({ 责任人: "李四", 状态: "待整改", 核对: "" });
  });

  test("knows numbers that a spreadsheet has rounded or shortened by the id beside them", async () => {
    const long = "620200199001011234567";
    const data = { [long]: "承诺件", "0012": "承诺件", A3: "承诺件" };
    const rows = await filled({ [long]: { 原因: "甲" }, "0012": { 原因: "乙" } }, data);
    const damaged = rows.map((row) => ({
      ...row,
      记录编号: row.记录编号 === long ? "6.202E+20" : row.记录编号 === "0012" ? "12" : (row.记录编号 ?? ""),
    }));
    await put("甲.csv", csvFrom(damaged));
    expect((await merge({ ...data, [long]: "即办件" }, "甲.csv")).code).toBe(0);
    const found = await merged();
    expect(found["6.202E+20"]).toMatchObject({ 原因: "甲", 状态: "已销号" });
    expect(found["0012"]).toMatchObject({ 原因: "乙", 状态: "待整改" });
  });

  test("closes nothing without the data to show it", async () => {
    await put("甲.csv", csvFrom(await filled({ A1: { 原因: "系统" } })));
    const other = "办件编号,受理部门,受理时间\nC1,市公安局,2022-10-01";
    const { code, stderr } = await merge(other, "甲.csv");
    expect(code).toBe(0);
    expect(stderr).toContain("沿用 6 条，销号 0 条，本次未核对 6 条");
    expect((await merged()).A1).toMatchObject({
      原因: "系统",
      状态: "待核实",
      核对: "本次没有所需的数据，未核对（2022-10-24）",
    });
  });

  test("says of a record that is no longer exported, or by another unit, that it has to be looked at", async () => {
    await put("甲.csv", csvFrom(await filled({ A1: { 进展: "已完成" }, A2: { 原因: "系统" } })));
    const { A1: _, ...rest } = items;
    const moved = csvOf(rest).replace("A2,事项A2,行政许可,市公安局", "A2,事项A2,行政许可,市教育局");
    expect((await merge(moved, "甲.csv")).code).toBe(0);
    const rows = await rowsOf("merged.csv");
    const told = rows.filter(({ 记录编号 }) => 记录编号 === "A1" || 记录编号 === "A2");
    expect(told.map(({ 责任单位, 记录编号, 原因, 核对 }) => [责任单位, 记录编号, 原因, 核对])).toEqual([
      ["市教育局", "A2", "", "新增（2022-10-24）"],
      ["市公安局", "A1", "", "数据中已无此记录，请核实（2022-10-24）"],
      ["市公安局", "A2", "系统", "数据中此记录现属“市教育局”，请核实（2022-10-24）"],
    ]);
  });

  test("does not take rows beyond a limit for mended ones, and keeps those that a ledger has had", async () => {
    await put("甲.csv", csvFrom(await filled({})));
    const { stderr } = await merge({ ...items, A7: "承诺件" }, "甲.csv", "--ledger-limit", "1");
    expect(stderr).toContain("沿用 6 条，销号 0 条");
    expect(stderr).toContain("另有 1 条未列出");
    expect(Object.keys(await merged())).toEqual(["B1", "B2", "A1", "A2", "A3", "A5"]);
  });

  test("leaves rows of others untouched when it is narrowed", async () => {
    await put("甲.csv", csvFrom(await filled({ A1: { 进展: "已完成" }, B1: { 原因: "系统" } })));
    const data = { ...mended, B1: "即办件" };
    expect((await merge(data, "甲.csv", "--unit", "市公安局")).code).toBe(0);
    const found = await merged();
    expect(found.A1).toMatchObject({ 状态: "已销号" });
    expect(found.B1).toMatchObject({ 原因: "系统", 状态: "待整改", 优先: "优先", 核对: "", 进展: "未启动" });
  });

  test("keeps rows of a waived indicator, and says so", async () => {
    await put("甲.csv", csvFrom(await filled({ A1: { 原因: "系统" } })));
    await put(
      "waivers.yaml",
      "waivers: jiayuguan-2022\nentries:\n  - { indicator: instant-share, unit: 市公安局, document: 嘉政办发〔2022〕110号, expires: 2022-12-31, reason: 系统改造 }\n",
    );
    const { code, stderr } = await merge(mended, "甲.csv", "--waivers", "waivers.yaml");
    expect([code, stderr]).toEqual([0, expect.any(String)]);
    expect((await merged()).A1).toMatchObject({
      原因: "系统",
      状态: "待核实",
      核对: "已豁免，未核对（2022-10-24）",
    });
  });

  test("shows what two copies say of a cell, until somebody settles it", async () => {
    const rows = await filled({});
    const saying = (cells: Cells) =>
      csvFrom(rows.map((row) => (row.记录编号 === "A1" ? { ...row, ...cells } : row)));
    await mkdir(join(cwd, "乙"));
    await put("甲.csv", saying({ 原因: "系统", 进展: "进行中" }));
    await put("乙/甲.csv", saying({ 原因: "人手", 责任人: "李四" }));
    expect((await merge(items, "甲.csv", "--ledger-from", "乙")).code).toBe(0);
    const both = {
      原因: "甲.csv：系统；乙/甲.csv：人手",
      责任人: "李四",
      进展: "进行中",
      核对: "冲突：原因",
    };
    expect((await merged()).A1).toMatchObject(both);
    // Nobody has settled it; a copy that says again what is known adds nothing.
    await put("丙.csv", await textOf("merged.csv"));
    await merge(items, "丙.csv", "--ledger-from", "甲.csv", "--ledger", "again.csv");
    expect((await rowsOf("again.csv")).find(({ 记录编号 }) => 记录编号 === "A1")).toMatchObject(both);
    await put("丁.csv", (await textOf("again.csv")).replace(both.原因, "系统"));
    await merge(items, "丁.csv", "--ledger", "settled.csv");
    expect(await textOf("settled.csv")).not.toContain("冲突");
  });

  test("keeps columns that units have added, of whatever name, and what stands beside and below the table", async () => {
    const rows = await filled({
      A1: { 联系电话: "0937", __proto__: "x", 状态: "已报省厅", 核对: "电话核实" },
    });
    const [head = "", ...lines] = csvFrom(
      rows.map((row) => ({ ...row, constructor: "y" })),
      [...Object.keys(rows[0] ?? {}), "联系电话", "constructor", "状态", "核对"],
    ).split("\r\n");
    await put("甲.csv", [head, ...lines.map((line) => `${line},旁注`), "汇总：共 5 条", ""].join("\r\n"));
    const { code, stderr } = await merge(items, "甲.csv");
    expect([code, stderr]).toEqual([0, expect.stringContaining("未能对应 1 条")]);
    const found = await merged();
    expect(found.A1).toMatchObject({
      联系电话: "0937",
      constructor: "y",
      "状态（填写）": "已报省厅",
      "核对（填写）": "电话核实",
      状态: "待整改",
      附加列W: "旁注",
    });
    expect(found[""]).toMatchObject({ 状态: "未能对应", "序号（填写）": "汇总：共 5 条" });
  });

  test("takes no id for granted: one that was copied down belongs to the record that it is of", async () => {
    const rows = await filled({ A1: { 原因: "甲" }, A2: { 原因: "乙" }, A3: { 原因: "丙" } });
    const id = rows.find(({ 记录编号 }) => 记录编号 === "A1")?.台账标识 ?? "";
    await put("甲.csv", csvFrom(rows.map((row) => ({ ...row, 台账标识: id }))));
    const { stderr } = await merge(mended, "甲.csv");
    expect(stderr).toContain("其中 5 行的台账标识与记录不符");
    const found = await merged();
    expect(found.A1).toMatchObject({ 原因: "甲", 状态: "已销号" });
    expect(found.A2).toMatchObject({ 原因: "乙", 状态: "待整改" });
    expect(found.A3).toMatchObject({ 原因: "丙", 状态: "待整改" });
  });

  test("keeps text as text: what looks like a formula, and cells longer than a workbook's", async () => {
    const long = "长".repeat(70_000);
    await put("甲.csv", csvFrom(await filled({ A1: { 原因: "'=1+1" }, A2: { 原因: long } })));
    expect((await run(items, "--ledger-from", "甲.csv", "--ledger", "merged.xlsx")).code).toBe(0);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(join(cwd, "merged.xlsx"));
    const cells = book
      .getWorksheet("市公安局")
      ?.getSheetValues()
      .flatMap((row) => (Array.isArray(row) ? row : []));
    expect(cells).toContain("=1+1");
    expect(cells?.filter((cell) => typeof cell === "string" && /^长+$/.test(cell)).join("")).toBe(long);
  });

  test("reads merged cells, hidden and renamed sheets, and rows that are filtered away", async () => {
    await run(items, "--ledger", "out.xlsx");
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(join(cwd, "out.xlsx"));
    const sheet = book.getWorksheet("市公安局") as ExcelJS.Worksheet;
    const column = (heading: string) => (sheet.getRow(3).values as string[]).indexOf(heading);
    sheet.getRow(4).getCell(column("原因")).value = { richText: [{ text: "共同" }, { text: "原因" }] };
    sheet.mergeCells(4, column("原因"), 6, column("原因"));
    sheet.getRow(5).hidden = true;
    sheet.getRow(6).getCell(column("销号（日期）")).value = new Date("2022-10-20T00:00:00Z");
    Object.assign(sheet, { name: "上报", state: "hidden" });
    await book.xlsx.writeFile(join(cwd, "甲.xlsx"));
    expect((await merge(items, "甲.xlsx")).code).toBe(0);
    const found = await merged();
    for (const key of ["A1", "A2", "A3"]) expect(found[key]?.原因).toBe("共同原因");
    expect(found.A3).toMatchObject({
      "销号（日期）": "2022-10-20",
      核对: "声称完成，数据未显示（截至 2022-10-24）",
    });
  });
});

describe("rows of every kind", () => {
  const [settled, vanished, unknown] = [
    "数据已显示整改到位",
    "数据中已无此记录，请核实",
    "未能对应到记录，请核实",
  ];
  const weeks = {
    first: {
      "任务台账.csv":
        "任务编号,责任单位,状态,完成日期\nseals-claimed,市公安局,进行中,\nseals-claimed,市教育局,进行中,",
      "个人用户统计.csv":
        "统计日期,统计单位,注册总量,月活跃用户数\n2022-10-10,市公安局,1000,10\n2022-10-10,市教育局,1000,10",
      "好差评.csv":
        "办件编号,被评价部门,评价环节,满意度,评价时间,整改完成时间\nC1,市公安局,办结,不满意,2022-09-01,\nC2,市公安局,办结,不满意,2022-09-02,\nC3,市公安局,办结,不满意,2022-09-03,",
      "指标填报.csv": "指标编号,责任单位,统计日期,数值\ncertificate-linked,市公安局,2022-10-10,10",
    },
    second: {
      "任务台账.csv":
        "任务编号,责任单位,状态,完成日期\nseals-claimed,市公安局,已完成,2022-10-15\nseals-claimed,市教育局,进行中,",
      "个人用户统计.csv":
        "统计日期,统计单位,注册总量,月活跃用户数\n2022-10-17,市公安局,1000,990\n2022-10-17,市教育局,1000,20",
      "好差评.csv":
        "办件编号,被评价部门,评价环节,满意度,评价时间,整改完成时间\nC2,市公安局,办结,不满意,2022-09-02,\nC1,市公安局,办结,不满意,2022-09-01,2022-10-14",
      "指标填报.csv": "指标编号,责任单位,统计日期,数值\ncertificate-linked,市公安局,2022-10-17,99",
    },
  };

  async function weekly(files: Items, asOf: string, ...more: string[]): Promise<string> {
    for (const [file, text] of Object.entries(files)) await put(`data/${file}`, text);
    const args = ["--plan", "jiayuguan-2022", "--as-of", asOf, "data", "-o", "r.json", ...more];
    const { code, stderr } = await evaluate(args, { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.any(String) });
    return stderr;
  }

  test.each([["with ids"], ["without ids"]])("are closed as each shows it, %s", async (how) => {
    await mkdir(join(cwd, "data"));
    await weekly(weeks.first, "2022-10-12", "--ledger", "out.csv");
    const rows = (await rowsOf("out.csv")).map((row) => ({ ...row, 原因: `因${row.序号}` }));
    const columns = Object.keys(rows[0] ?? {}).filter((name) => how === "with ids" || name !== "台账标识");
    await put("甲.csv", csvFrom(rows, columns));
    const stderr = await weekly(
      weeks.second,
      "2022-10-19",
      "--ledger-from",
      "甲.csv",
      "--ledger",
      "merged.csv",
    );
    const found = await rowsOf("merged.csv");
    // Whatever became of them, all that was written is there, once.
    expect(
      found
        .map(({ 原因 }) => 原因)
        .filter(Boolean)
        .sort(),
    ).toEqual(rows.map(({ 原因 }) => 原因).sort());
    const told = found.filter(
      ({ 责任单位, 指标 = "", 状态 }) =>
        /^市(?:公安|教育)局$/.test(责任单位 ?? "") && (状态 !== "待整改" || 指标.includes("差评整改率")),
    );
    const withIds = how === "with ids";
    // Without a number nor an id nobody can say which bad rating was meant, once it is not listed any more.
    const unnumbered = withIds ? ["已销号", "待核实", "待核实"] : ["未能对应", "未能对应", "未能对应"];
    expect(
      told
        .map(({ 责任单位, 指标, 记录编号, 摘要, 状态, 核对 }) => [
          责任单位,
          指标,
          记录编号 || 摘要,
          状态,
          核对?.replace(/（.*/, ""),
        ])
        .sort(),
    ).toEqual(
      [
        ["市公安局", "三(二) 本年度差评整改率", "C2", "待整改", ""],
        ["市公安局", "三(二) 本年度差评整改率", "C1", unnumbered[0], withIds ? settled : unknown],
        ["市公安局", "三(二) 本年度差评整改率", "C3", unnumbered[1], withIds ? vanished : unknown],
        ["市公安局", "三(二)4(2) 差评5个工作日内完成整改", "C3", unnumbered[2], withIds ? vanished : unknown],
        ["市公安局", "三(七) 个人用户活跃度", "2022-10-10 · 市公安局", "已销号", settled],
        ["市教育局", "三(七) 个人用户活跃度", "2022-10-10 · 市教育局", "待核实", "指标已达标，此条数据未变"],
        ["市公安局", "三(十三) 关联电子证照的事项占比", "", "已销号", settled],
        ["市公安局", "二 电子印章全部申领", "", "已销号", settled],
      ].sort(),
    );
    expect(stderr).toContain(withIds ? "销号 4 条" : "销号 3 条");
  });
});

describe("evaluate --ledger-from refuses", () => {
  async function refused(code: number, words: string, data: Items, ...more: string[]) {
    const before = await readdir(cwd);
    const outcome = await run(data, ...more);
    expect(outcome).toEqual({ code, stdout: "", stderr: expect.stringContaining(words) });
    expect((await readdir(cwd)).filter((file) => !before.includes(file) && file !== "事项清单.csv")).toEqual(
      [],
    );
  }

  test("a ledger of another plan", async () => {
    await put("事项清单.csv", csvOf(items));
    const args = [
      "--plan",
      "shizong-2019",
      "--as-of",
      "2022-10-24",
      "事项清单.csv",
      "--ledger",
      "other.xlsx",
      "-o",
      "x.json",
    ];
    const { code, stderr } = await evaluate(args, { cwd });
    expect([code, stderr]).toEqual([0, expect.any(String)]);
    await refused(3, "是另一个方案的台账", items, "--ledger-from", "other.xlsx", "--ledger", "merged.xlsx");
    const rows = await filled({});
    await put(
      "别.csv",
      csvFrom(rows.map((row) => ({ ...row, 指标: "一(一) 别的指标", 台账标识: "0123456789abcdef" }))),
    );
    await refused(3, "其中的指标本方案都没有", items, "--ledger-from", "别.csv", "--ledger", "merged.xlsx");
  });

  test("what is no ledger, what is damaged and what is not there, all at once", async () => {
    await put("表.csv", "姓名,电话\n张三,1\n");
    await put("坏.xlsx", "PK\u0003\u0004 no workbook");
    const from = ["表.csv", "坏.xlsx", "无.xlsx"].flatMap((file) => ["--ledger-from", file]);
    await refused(3, "“表.csv”不是整改台账", items, ...from.slice(0, 4), "--ledger", "merged.csv");
    const { stderr } = await run(items, ...from.slice(0, 4), "--ledger", "merged.csv");
    expect(stderr).toContain("坏.xlsx");
    await refused(3, "无.xlsx", items, ...from, "--ledger", "merged.csv");
  });

  test("to write over a sheet that it does not take over", async () => {
    await run(items, "--ledger", "out.xlsx");
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(join(cwd, "out.xlsx"));
    book.addWorksheet("会议记录").addRow(["10 月 20 日协调会"]);
    await book.xlsx.writeFile(join(cwd, "out.xlsx"));
    const before = await readFile(join(cwd, "out.xlsx"));
    await refused(4, "会议记录", items, "--ledger-from", "out.xlsx", "--ledger", "out.xlsx");
    expect(await readFile(join(cwd, "out.xlsx"))).toEqual(before);
    const { code, stderr } = await merge(items, "out.xlsx");
    expect([code, stderr]).toEqual([
      0,
      expect.stringContaining("out.xlsx 的工作表“会议记录”不是台账，没有带过来。"),
    ]);
  });

  test("a flag alone, or stdin", async () => {
    await refused(2, "--ledger", items, "--ledger-from", "甲.csv");
    await refused(2, "--ledger-from", items, "--ledger-from", "-", "--ledger", "merged.csv");
  });
});

describe("a ledger that is updated in place", () => {
  test("begins where there is none yet, file or folder", async () => {
    for (const path of ["台账.xlsx", "台账/"]) {
      const { code, stderr } = await run(items, "--ledger-from", path, "--ledger", path);
      expect([code, stderr]).toEqual([0, expect.stringContaining("新增 6 条")]);
    }
    expect(await readdir(join(cwd, "台账"))).toEqual(["市公安局.xlsx", "市教育局.xlsx"]);
  });

  test("begins where nothing came back yet: a folder that is there and empty, not one that is missing", async () => {
    await mkdir(join(cwd, "回收"));
    const { code, stderr } = await run(items, "--ledger-from", "回收", "--ledger", "台账/");
    expect([code, stderr]).toEqual([0, expect.stringContaining("新增 6 条")]);
    const mistyped = await run(items, "--ledger-from", "回牧", "--ledger", "台账2/");
    expect([mistyped.code, mistyped.stderr]).toEqual([3, expect.stringContaining("D001")]);
  });

  test("keeps a folder of units' files, beside which reports may lie", async () => {
    await run(items, "--ledger", "台账");
    const file = join(cwd, "台账/市公安局.xlsx");
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(file);
    const sheet = book.worksheets[0] as ExcelJS.Worksheet;
    sheet.getRow(4).getCell((sheet.getRow(3).values as string[]).indexOf("原因")).value = "系统";
    await book.xlsx.writeFile(file);
    await run(items, "-o", "台账/report.xlsx");
    const alone = await run(mended, "--ledger", "台账");
    expect([alone.code, alone.stderr]).toEqual([4, expect.stringContaining("市公安局.xlsx")]);
    const { code, stderr } = await run(mended, "--ledger-from", "台账", "--ledger", "台账");
    expect([code, stderr]).toEqual([0, expect.stringContaining("已跳过 台账/report.xlsx：不是台账。")]);
    expect(stderr).toContain("销号 1 条");
    await book.xlsx.readFile(file);
    expect(book.worksheets.map(({ name }) => name)).toEqual(["市公安局", "已销号", "说明"]);
    expect(book.getWorksheet("已销号")?.getRow(4).values).toContain("系统");
  });

  test("is left alone when somebody saves it during the run", async () => {
    await run(items, "--ledger", "台账.csv");
    const earlier = await readEarlier({ from: ["台账.csv"], to: "台账.csv", limits: defaultLimits }, { cwd });
    await checkInPlace(["台账.csv"], earlier, cwd);
    await put("台账.csv", `${await textOf("台账.csv")}备注\r\n`);
    await expect(checkInPlace(["台账.csv"], earlier, cwd)).rejects.toMatchObject({
      problems: [{ code: "O012" }],
    });
  });

  test("speaks English, also of a ledger in Chinese", async () => {
    await put("甲.csv", csvFrom(await filled({ A1: { 原因: "系统" }, A2: { 进展: "已完成" } })));
    const { stderr } = await merge(mended, "甲.csv", "--lang", "en");
    expect(stderr).toContain("Ledgers read: 1; 6 rows known by record id.");
    expect(stderr).toContain("Merged: 5 kept, 1 closed, 1 said to be done but not shown by the data.");
    const text = await textOf("merged.csv");
    expect(text).toContain("said to be done, not shown by the data (as of 2022-10-24)");
    expect(text).toMatch(/,closed,"?put right, as the data shows \(2022-10-24\)"?,/);
    // And back.
    await put("乙.csv", text);
    const again = await run({ ...items, A1: "承诺件" }, "--ledger-from", "乙.csv", "--ledger", "back.csv");
    expect(again.stderr).toContain("再次出现 1 条");
    expect(await textOf("back.csv")).toContain("再次出现（2022-10-24，曾于 2022-10-24 销号）");
  });

  test("is not written over by a run that does not know it, though nobody has saved it since", async () => {
    await put("甲.csv", csvFrom(await filled({ A1: { 原因: "系统" } })));
    for (const file of ["merged.xlsx", "merged.csv"]) {
      await run(items, "--ledger-from", "甲.csv", "--ledger", file);
      const { code, stderr } = await run(mended, "--ledger", file);
      expect([code, stderr]).toEqual([4, expect.stringContaining("--ledger-from")]);
    }
  });
});

/** By the decoder's own table, since there is no encoder. */
async function gb18030(text: string): Promise<Uint8Array> {
  const decoder = new TextDecoder("gb18030");
  const bytes = new Map<string, number[]>();
  for (let high = 0x81; high <= 0xfe; high += 1)
    for (let low = 0x40; low <= 0xfe; low += 1) {
      const found = decoder.decode(Uint8Array.of(high, low));
      if (found.length === 1 && !bytes.has(found)) bytes.set(found, [high, low]);
    }
  return Uint8Array.from(
    [...text].flatMap((char) => (char < "\u0080" ? [char.charCodeAt(0)] : (bytes.get(char) ?? [63]))),
  );
}
