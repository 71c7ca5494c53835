import ExcelJS from "exceljs";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { Language } from "../../src/model/language.ts";
import { loadPlan } from "../../src/plan/load.ts";
import { templateWorkbook } from "../../src/render/template-workbook.ts";
import { templateOf } from "../../src/template/template.ts";

const plan = await loadPlan("jiayuguan-2022", { cwd: process.cwd() });
const bytesIn = (language: Language) => templateWorkbook(templateOf(plan, { unit: null, language }));

async function workbookIn(language: Language): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await bytesIn(language)).slice().buffer);
  return workbook;
}
const workbook = await workbookIn("zh");

function sheet(name: string): ExcelJS.Worksheet {
  const found = workbook.getWorksheet(name);
  if (found === undefined) throw new Error(`no sheet ${name}`);
  return found;
}

function column(name: string, heading: string): number {
  const headings = sheet(name).getRow(2).values as (string | undefined)[];
  return headings.findIndex((text) => text?.replace(/^\*|（.*$/g, "") === heading);
}

/** The values that the drop-down of a column offers. */
function offered(name: string, heading: string): string[] {
  const rule = sheet(name).getCell(4, column(name, heading)).dataValidation;
  const [, letter = "", first, last] =
    /^选项!\$([A-Z]+)\$(\d+):\$[A-Z]+\$(\d+)$/.exec(rule.formulae[0]) ?? [];
  const rows = Array.from({ length: Number(last) - Number(first) + 1 }, (_, row) => Number(first) + row);
  return rows.map((row) => sheet("选项").getCell(`${letter}${row}`).text);
}

describe("a template as a workbook", () => {
  test("its first sheet says how to fill it, for whom, and what is computed from it", () => {
    const [first] = workbook.worksheets;
    const texts: string[] = [];
    first?.eachRow((row) => row.eachCell((cell) => texts.push(cell.text)));
    expect(first?.name).toBe("说明");
    expect(texts[0]).toBe("嘉峪关市一体化政务服务能力提升实施方案 · 填报说明");
    expect(texts).toContain("发起单位：嘉峪关市人民政府办公室");
    expect(texts.filter((text) => text.startsWith("三("))).toHaveLength(
      plan.indicators.filter(({ clause }) => clause.startsWith("三(")).length,
    );
    expect(texts).toContain("目标 ≥ 45%；时限 2022-10-25，长期坚持");
  });

  test.each([
    ["事项清单", "事项类型", ["行政许可", "行政处罚"]],
    ["事项清单", "是否编目", ["是", "否"]],
    ["办件明细", "申报渠道", ["线上", "线下"]],
    ["个人用户统计", "统计单位", ["全市", "雄关街道办事处"]],
    ["任务台账", "任务编号", plan.tasks.slice(0, 2).map(({ id }) => id)],
    ["任务台账", "状态", ["未开始", "进行中"]],
    ["指标填报", "责任单位", ["全市", "雄关街道办事处"]],
  ])("%s offers for %s what the reader knows", (name, heading, first) => {
    expect(offered(name, heading).slice(0, 2)).toEqual(first);
  });

  test("指标填报 offers every indicator, those that can only be reported first", () => {
    const ids = offered("指标填报", "指标编号");
    const reported = plan.indicators.filter(({ measure }) => measure.kind === "reported");
    expect(ids).toHaveLength(plan.indicators.length);
    expect(new Set(ids.slice(0, reported.length))).toEqual(new Set(reported.map(({ id }) => id)));
  });

  test("任务目录 names every task", () => {
    const ids = sheet("任务目录").getColumn(1).values;
    expect(plan.tasks.filter(({ id }) => !ids.includes(id))).toEqual([]);
    expect(sheet("选项").state).toBe("hidden");
  });

  test.each([
    ["事项清单", "实施编码", "@", undefined],
    ["事项清单", "到办事现场次数", "#,##0.##########", "decimal"],
    ["办件明细", "受理时间", "yyyy-mm-dd", "date"],
    ["任务台账", "完成率", "0.##%", "decimal"],
  ])("%s.%s is formatted %s and checked as %s", (name, heading, format, type) => {
    const at = column(name, heading);
    expect(sheet(name).getColumn(at).numFmt).toBe(format);
    expect(sheet(name).getCell(4, at).dataValidation?.type).toBe(type);
  });

  test("every heading has a comment that says what the column is for", () => {
    for (const { name } of workbook.worksheets.filter((one) => one.getCell("A3").text.startsWith("示例：")))
      sheet(name)
        .getRow(2)
        .eachCell((cell) => expect(commentOf(cell), `${name} ${cell.text}`).not.toBe(""));
    const cell = sheet("投诉建议").getCell(2, column("投诉建议", "办理期限"));
    expect(commentOf(cell)).toBe("办理期限（必填）\n写作 2022-10-25\n用于：三(三)4 投诉建议超期办件");
  });

  test("headings stay in sight, can be filtered, and are printed on every page", () => {
    const { views, autoFilter, pageSetup } = sheet("办件明细");
    expect(views[0]).toMatchObject({ state: "frozen", ySplit: 2 });
    expect(autoFilter).toBe("A2:H3");
    expect(pageSetup).toMatchObject({ printTitlesRow: "1:2", orientation: "landscape" });
  });

  test("in English the words change and the headings stay", async () => {
    const english = await workbookIn("en");
    const cases = english.getWorksheet("办件明细");
    expect(cases?.getRow(2).values).toEqual(sheet("办件明细").getRow(2).values);
    expect(commentOf(cases?.getCell("A2"))).toMatch(/^办件编号 \(Case no\.\), required\n/);
    expect(english.worksheets[0]?.getCell("A1").text).toMatch(/how to fill in$/);
  });
});

describe("the bytes of a template", () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  test("are the same whenever it is written", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    vi.setSystemTime(new Date("2022-10-25T01:02:03Z"));
    const first = Buffer.from(await bytesIn("zh"));
    vi.setSystemTime(new Date("2031-07-08T09:10:11Z"));
    expect(first.equals(Buffer.from(await bytesIn("zh")))).toBe(true);
  });
});

function commentOf(cell: ExcelJS.Cell | undefined): string {
  const note = cell?.note;
  if (note === undefined || typeof note === "string") return note ?? "";
  return (note.texts ?? []).map(({ text }) => text).join("");
}
