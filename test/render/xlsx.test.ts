import { read, utils, type WorkBook } from "@e965/xlsx";
import { readXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, it, test } from "vitest";
import { ownReportMark } from "../../src/model/own-report.ts";
import type { Report } from "../../src/model/report.ts";
import { layoutOf } from "../../src/render/sheets/layout.ts";
import { MOST_ROWS, MOST_UNIT_SHEETS } from "../../src/render/sheets/limits.ts";
import { unitSheetNames } from "../../src/render/sheets/names.ts";
import type { Sheet, SheetCell } from "../../src/render/sheets/sheet.ts";
import { sheetsOf } from "../../src/render/sheets/sheets.ts";
import { renderXlsx } from "../../src/render/xlsx.ts";
import { cityReport } from "./city-report.ts";
import { at, emptyReport, found, indicator, unit } from "./small-report.ts";

type Files = Readonly<Record<string, { readonly content: Uint8Array } | undefined>>;

async function bookOf(report: Report, language: "zh" | "en" = "zh"): Promise<WorkBook> {
  return read(await renderXlsx(report, { language }), { type: "buffer", cellNF: true, bookFiles: true });
}

function partsOf(book: WorkBook, name: RegExp): string[] {
  const files = (book as WorkBook & { readonly files: Files }).files;
  const names = Object.keys(files).filter((file) => name.test(file));
  return names.map((file) => Buffer.from(files[file]?.content ?? []).toString("utf8"));
}

/** What stands where, in words: a sheet as a reader sees it, links by an arrow. */
function shownOf(sheet: Sheet): string {
  const shown = (cell: SheetCell) => {
    if (cell.kind === "number") return cell.shown;
    if (cell.kind === "day") return cell.day;
    if (cell.kind === "none") return "";
    const text = cell.text.replaceAll("\n", " ⏎ ");
    return cell.link === undefined ? text : `${text} → ${cell.link}`;
  };
  const rows = layoutOf(sheet).rows.map(({ cells }) => cells.map(({ cell }) => shown(cell)).join(" | "));
  return [`=== ${sheet.name} ===`, ...rows].map((line) => line.trimEnd()).join("\n");
}

describe.each(["zh", "en"] as const)("the workbook of the city, %s", (language) => {
  it("says all that the report has", async () => {
    const shown = sheetsOf(cityReport(), language).map(shownOf).join("\n\n");
    await expect(`${shown}\n`).toMatchFileSnapshot(`../golden/render/city.${language}.xlsx.txt`);
  });
});

it("is well-formed whatever characters the data has", async () => {
  const name = "市\uffff公\ufffe安\ud800局\u0000\u001b";
  const report = emptyReport({
    indicators: [
      indicator({
        id: "x",
        name,
        measuredIn: `${name}${"人".repeat(300)}`,
        whole: found({ value: 3, threshold: 5 }),
        units: [at(name, null, found())],
      }),
    ],
    units: [unit(name, null)],
  });
  const parts = partsOf(await bookOf(report), /\.(xml|rels)$/).join("");
  const formats = [...parts.matchAll(/formatCode="([^"]*)"/g)].map(([, format = ""]) => format.length);
  expect(formats.length).toBeGreaterThan(0);
  expect(Math.max(...formats)).toBeLessThan(255);
  expect(parts).toContain("市\ufffd公\ufffd安\ufffd局");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are the ones that XML cannot hold
  expect(parts).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Cs}]/u);
});

describe("the workbook", () => {
  let book: WorkBook;
  beforeAll(async () => {
    book = await bookOf(cityReport());
  });

  it("has a sheet for each question, and one for each unit", () => {
    expect(book.SheetNames.slice(0, 7)).toEqual([
      "总览",
      "部门得分",
      "指标明细",
      "差距清单",
      "任务台账",
      "数据质量",
      "口径说明",
    ]);
    expect([...book.SheetNames.slice(7)].sort()).toEqual(
      cityReport()
        .units.map((one) => one.unit)
        .sort(),
    );
  });

  it("freezes, filters and repeats the headings of its lists, and fits A4 across", () => {
    const [workbook = ""] = partsOf(book, /workbook\.xml$/);
    expect(workbook).toContain("指标明细&apos;!$4:$4</definedName>");
    expect(workbook).toMatch(/指标明细&apos;!\$A\$1:\$M\$\d+<\/definedName>/);
    const details = partsOf(book, /sheet3\.xml$/)[0] ?? "";
    expect(details).toContain('<pane ySplit="4" topLeftCell="A5"');
    expect(details).toMatch(/<autoFilter ref="A4:T\d+"\/>/);
    for (const sheet of partsOf(book, /worksheets\/sheet\d+\.xml$/)) {
      expect(sheet).toMatch(/<pageSetup paperSize="9" orientation="landscape"[^>]* fitToHeight="0"/);
      expect(sheet).toContain("<oddFooter>");
      expect(sheet).toContain("合成数据");
    }
  });

  it("colours statuses by their words and draws bars behind scores", () => {
    const [scores = "", details = ""] = [2, 3].map((at) => partsOf(book, new RegExp(`sheet${at}\\.xml$`))[0]);
    expect(details).toContain('LEFT(D5,1)="✓"'.replaceAll('"', "&quot;"));
    expect(scores).toContain("<dataBar>");
  });

  it("has links, and each leads to a row that is there", () => {
    const targets = partsOf(book, /worksheets\/_rels\//).flatMap((rels) =>
      [...rels.matchAll(/Target="([^"]*)"/g)].map(([, target = ""]) => target.replaceAll("&apos;", "'")),
    );
    expect(targets.length).toBeGreaterThan(50);
    for (const target of new Set(targets)) {
      const [, name = "", row] = /^#'(.+)'!\$A\$(\d+)$/.exec(target) ?? [target];
      const last = utils.decode_range(book.Sheets[name]?.["!ref"] ?? "").e.r;
      expect([target, book.SheetNames.includes(name), last + 1 >= Number(row)]).toEqual([target, true, true]);
    }
  });

  it("carries no clock, and says what it is", () => {
    const [core = ""] = partsOf(book, /core\.xml$/);
    expect(core).toContain(`<cp:keywords>${ownReportMark}</cp:keywords>`);
    expect(core).toContain("合成数据 嘉峪关市一体化政务服务能力提升实施方案");
    expect([...core.matchAll(/\d{4}-\d\d-\d\dT[\d:]+Z/g)].map(([time]) => time)).toEqual([
      "2022-10-20T00:00:00Z",
      "2022-10-20T00:00:00Z",
    ]);
  });

  it("reads the same in another program: numbers are numbers, days are days", async () => {
    const other = await readXlsx(await renderXlsx(cityReport(), { language: "zh" }));
    const rows = other.sheets.find(({ name }) => name === "指标明细")?.rows ?? [];
    const row = rows.find((cells) => cells[2] === "市公安局" && cells[18] === "instant-share") ?? [];
    expect(row.slice(3, 9)).toEqual(["✗ 未达标", 40, 40, 100, 45, 5]);
    expect(row[11]).toEqual(new Date("2022-10-25T00:00:00Z"));
  });
});

function cellsOf(book: WorkBook) {
  return book.SheetNames.flatMap((name) => {
    const sheet = book.Sheets[name] ?? {};
    return Object.keys(sheet)
      .filter((address) => !address.startsWith("!"))
      .map((address) => sheet[address]);
  });
}

const hostile = [
  '=HYPERLINK("http://x.example","点我")',
  "+86-10",
  "-1+1|cmd",
  "@SUM(A1)",
  "_x003D_1+1",
  "a&b<c>\"d'",
  "[甲]:乙*丙?/丁\\戊",
  "'quoted'",
  "History",
  "总览",
];

it("keeps hostile text as text", async () => {
  const units = hostile.map((name) => ({ ...unit(name, null), unit: name }));
  const rows = hostile.map((name) => at(name, null, found({ status: "open", met: false, gap: 1 })));
  const indicators = [indicator({ id: "=1+1", name: "=1+1", remedy: "=cmd|' /C calc'!A0", units: rows })];
  const book = await bookOf(emptyReport({ units, indicators }));
  const cells = cellsOf(book);
  expect(cells.filter((cell) => cell.f !== undefined)).toEqual([]);
  for (const text of [...hostile, "=cmd|' /C calc'!A0"]) {
    const written = cells.filter((cell) => cell.v === text);
    expect([text, written.length > 0, written.every((cell) => cell.t === "s")]).toEqual([text, true, true]);
    if (/^[=+\-@]/.test(text)) expect(written.every((cell) => cell.z === "@")).toBe(true);
  }
  for (const sheet of partsOf(book, /worksheets\/sheet\d+\.xml$/)) expect(sheet).not.toMatch(/<f[ >]/);
});

test.each([
  [["市公安局", "市教育局"], "市公安局 市教育局"],
  [["甲/乙", "甲:乙", "[甲]"], "甲／乙 甲：乙 ［甲］"],
  [["ABC", "abc", "ＡＢＣ"], "ABC abc~2 ＡＢＣ~3"],
  [["总览", "history"], "总览~2 history~2"],
  [["", " ", "'"], "未命名单位 未命名单位~2 ’"],
  [["长".repeat(40), "长".repeat(41)], `${"长".repeat(30)}… ${"长".repeat(28)}…~2`],
  [[`${"长".repeat(29)}𠮷甲`], `${"长".repeat(29)}…`],
  [["\u202e倒\u0007着"], "倒着"],
])("sheets of %j are called %s", (units, expected) => {
  const names = unitSheetNames(units, "zh");
  expect(names.join(" ")).toBe(expected);
  expect(names.every((name) => name.length <= 31)).toBe(true);
});

test.each([
  ["rounds like the other formats", { value: 43.456, display: "43.46" }, 43.456, "43.46%"],
  ["an unmet value never looks met", { value: 44.9961, display: "44.99" }, 44.9961, "44.996%"],
  ["however near it is", { value: 44.9999996, display: "44.99" }, 44.9999996, "44.9999996%"],
])("a value %s", async (_, { value, display }, raw, shown) => {
  const whole = found({
    status: "open",
    met: false,
    value,
    gap: 45 - value,
    display: { value: display, threshold: "45", gap: "0.01" },
  });
  const book = await bookOf(emptyReport({ indicators: [indicator({ id: "x", name: "x", whole })] }));
  const cell = book.Sheets.指标明细?.E4;
  expect([cell.t, cell.v, cell.w]).toEqual(["n", raw, shown]);
});

it("cuts scores and coverage, as the other formats do", async () => {
  const scored = { ...unit("甲局", "组"), unit: "甲局", score: 89.996, coverage: 0.79996 };
  const book = await bookOf(emptyReport({ units: [scored] }));
  const { D4: score, F4: coverage } = book.Sheets.部门得分 ?? {};
  expect([score.v, score.w, coverage.v, coverage.w]).toEqual([89.99, "89.99", 0.799, "79.9%"]);
});

it("gives long text the height it needs", () => {
  const remedy = "把承诺期限在一天以内的事项改为即办件并更新办事指南".repeat(6);
  const whole = found({ status: "open", met: false, gap: 1 });
  const report = emptyReport({ indicators: [indicator({ id: "x", name: "x", remedy, whole })] });
  const gaps = sheetsOf(report, "zh").find(({ anchor }) => anchor === "gaps");
  const layout = layoutOf(gaps as Sheet);
  const row = layout.rows[layout.tables[0]?.heading ?? 0];
  const width = gaps?.grid[8] ?? 0;
  const lines = Math.ceil((remedy.length * 2) / width);
  expect(row?.height).toBeGreaterThanOrEqual(lines * 15);
});

function large(units: number, indicators: number): Report {
  const names = Array.from({ length: units }, (_, index) => `第${index}局`);
  const rows = names.map((name) => at(name, "组", found({ status: "open", met: false, gap: 1 })));
  return emptyReport({
    units: names.map((name) => ({ ...unit(name, "组"), unit: name })),
    indicators: Array.from({ length: indicators }, (_, index) =>
      indicator({ id: `i${index}`, name: `指标${index}`, units: rows }),
    ),
  });
}

describe("a large report", () => {
  it("of 60 units and 40 indicators has a row for each, and a sheet for each unit", async () => {
    const book = await bookOf(large(60, 40));
    expect(book.SheetNames).toHaveLength(7 + 60);
    expect(utils.sheet_to_json(book.Sheets.指标明细 ?? {}, { range: 2 })).toHaveLength(40 * 61);
  });

  it("of many units stays small, and says what it leaves out and where that is", () => {
    const sheets = sheetsOf(large(500, 40), "zh");
    expect(sheets).toHaveLength(7 + MOST_UNIT_SHEETS);
    const rows = sheets.map((sheet) => layoutOf(sheet).rows.length);
    expect(Math.max(...rows)).toBeLessThan(MOST_ROWS + 20);
    const [, scores, details, gaps] = sheets.map(shownOf);
    expect(scores).toContain(`工作簿只为前 ${MOST_UNIT_SHEETS} 个单位各设一张工作表`);
    expect(details).toContain("其余各行见 CSV 或 JSON 报告");
    expect(gaps).toContain(`这里列出前 ${MOST_ROWS} 行`);
  });
});
