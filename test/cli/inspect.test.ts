import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import stringWidth from "string-width";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sheetXml, workbook, workbookXml } from "../ingest/workbook.ts";
import { evaluate } from "./fake-process.ts";

const fixture = fileURLToPath(new URL("../../fixtures/jiayuguan-2022/", import.meta.url));
const plan = ["--plan", "jiayuguan-2022", "--as-of", "2022-10-25"];

const items = `嘉峪关市事项清单,,,,,,,
导出时间：2022-10-24,,,,,,,
实施编码,事项名称,事项类型,实施主体,法定时限（工作日）,承诺办结时限,办件类形,到办事现场次数,自编号
116202000001,身份证补领,行政许可,市公安局,20,5,即办件,0,1
116202000002,户口迁移,行政许可,市公安据,20,五天左右,即办件,两次,2
116202000002,户口迁移,行政许可,市公安据,20,6,承诺件,0,3
,驾驶证换领,行政许可,市公安局,10,1,即办件,0,4
注：数据来自省平台,,,,,,,
`;

const inline = (cells: string[], row: number) =>
  `<row r="${row}">${cells
    .map((text, at) => `<c r="${"ABCDEFGH"[at]}${row}" t="inlineStr"><is><t>${text}</t></is></c>`)
    .join("")}</row>`;

const ratings = workbook({
  workbook: workbookXml(
    '<sheet name="导出" sheetId="1" state="hidden" r:id="rId1"/>',
    '<workbookPr date1904="1"/>',
  ),
  sheet: sheetXml(
    [
      ["办件编号", "评价", "", "评价时间"],
      ["", "评价环节", "满意度", ""],
      ["620200202210010001", "办结", "非常满意", "2022-10-01"],
      ["620200202210010002", "办结", "满意", "2021-10-01"],
    ]
      .map((cells, at) => inline(cells, at + 1))
      .join(""),
  ),
});

let cwd = "";
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), "inspect-"));
  await writeFile(join(cwd, "事项.csv"), items);
  await writeFile(join(cwd, "水果.csv"), "水果名称,受理部门们,单价\n苹果,市公安局,3\n");
  await writeFile(
    join(cwd, "投诉建议.csv"),
    Buffer.from("\ufeff受理时间,办结时间\n2022-10-01,2022-10-02\n", "utf16le"),
  );
  await writeFile(join(cwd, "好差评.xlsx"), ratings);
});
afterAll(() => rm(cwd, { recursive: true }));

const inspect = (...args: string[]) => evaluate(["inspect", ...args], { cwd });

async function sheetsOf(...args: string[]) {
  const { code, stdout, stderr } = await inspect(...args, "-f", "json");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const { inputs } = JSON.parse(stdout);
  return inputs.flatMap(({ sheets }: { sheets: object[] }) => sheets);
}

describe("inspect", () => {
  test.each([
    ["zh", 80],
    ["zh", 120],
    ["en", 80],
    ["en", 120],
  ])("reads well in %s at %i columns", async (lang, columns) => {
    const args = ["inspect", ".", ...plan, "--lang", lang];
    const { code, stdout, stderr } = await evaluate(args, { cwd, columns });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    await expect(stdout).toMatchFileSnapshot(`../golden/cli/inspect.${lang}.${columns}.txt`);
    for (const line of stdout.split("\n")) expect(stringWidth(line), line).toBeLessThanOrEqual(columns);
  });

  test("without a plan it recognises datasets and looks at neither period nor units", async () => {
    const { code, stdout } = await inspect(".");
    expect(code).toBe(0);
    await expect(stdout).toMatchFileSnapshot("../golden/cli/inspect.no-plan.txt");
    const [sheet] = await sheetsOf("好差评.xlsx");
    expect(sheet).toMatchObject({ rows: 2, used: 2, unknownUnits: null });
  });

  test("says of a sheet all that it knows, as JSON", async () => {
    const [sheet] = await sheetsOf("事项.csv", ...plan);
    expect(sheet).toMatchObject({
      name: "事项",
      dataset: "事项清单",
      dateSystem: null,
      headerRows: [3],
      why: { nameDecided: false, runnerUp: { dataset: "办件明细", matched: 3 } },
      rows: 5,
      used: 2,
      excluded: { duplicate: 1, note: 1 },
      rejected: 1,
      unmatched: [{ heading: "办件类形", nearest: ["办件类型"] }, { heading: "自编号" }],
      unknownUnits: [{ name: "市公安据", rows: 1, nearest: expect.arrayContaining(["市公安局"]) }],
      rejectedCellCount: 3,
    });
    expect(sheet.columns).toContainEqual({
      column: "E",
      heading: "法定时限(工作日)",
      field: "法定办结时限",
      by: "alias",
    });
    expect(sheet.rejectedCells).toEqual([
      expect.objectContaining({ cell: "F5", field: "承诺办结时限", value: "五天左右", reason: "不是时限" }),
      expect.objectContaining({ cell: "H5", field: "到办事现场次数", value: "两次", reason: "不是数字" }),
      expect.objectContaining({ cell: "A7", field: "实施编码", value: "" }),
    ]);
    const missing = sheet.missing.find(({ field }: { field: string }) => field === "办件类型");
    expect(missing).toMatchObject({ needed: true, blocks: [{ id: "instant-share", clause: "三(十二)" }] });
  });

  test("reads the date system, merged headings and what is hidden", async () => {
    const [sheet] = await sheetsOf("好差评.xlsx", ...plan);
    expect(sheet).toMatchObject({
      dataset: "好差评",
      dateSystem: 1904,
      hidden: true,
      headerRows: [1, 2],
      excluded: { "outside-period": 1 },
    });
    expect(sheet.columns.map(({ field, by }: { field: string; by: string }) => `${field} ${by}`)).toEqual([
      "办件编号 joined",
      "评价环节 name",
      "满意度 name",
      "评价时间 joined",
    ]);
  });

  test("a column that another sheet of the dataset has blocks no indicator", async () => {
    await writeFile(
      join(cwd, "another.csv"),
      "实施编码,事项类型,办件类型,实施主体\n9,行政许可,即办件,市公安局\n",
    );
    const sheets = await sheetsOf("事项.csv", "another.csv", ...plan);
    await rm(join(cwd, "another.csv"));
    const missing = sheets
      .flatMap((sheet: { missing: object[] }) => sheet.missing)
      .filter(({ field }: { field: string }) => field === "办件类型");
    expect(missing).toEqual([
      { field: "办件类型", absent: null, needed: true, namesUnit: false, blocks: [] },
    ]);
  });

  test("the name decides between datasets that fit alike", async () => {
    const [sheet] = await sheetsOf("投诉建议.csv", ...plan);
    expect(sheet).toMatchObject({ dataset: "投诉建议", why: { nameDecided: true, decisive: [] } });
  });

  test("lists the first 20 rejected cells and counts them all", async () => {
    const rows = Array.from({ length: 25 }, (_, at) => `${at},行政许可,市公安局,好几次`).join("\n");
    const args = ["inspect", "-", ...plan, "-f", "json"];
    const { stdout } = await evaluate(args, {
      stdin: `实施编码,事项类型,实施主体,到办事现场次数\n${rows}\n`,
    });
    const [sheet] = JSON.parse(stdout).inputs[0].sheets;
    expect(sheet.rejectedCells).toHaveLength(20);
    expect(sheet.rejectedCellCount).toBe(25);
  });

  test("gives every row the fate that run gives it", async () => {
    const fates = (inputs: { sheets: Record<string, unknown>[] }[]) =>
      inputs.flatMap(({ sheets }) =>
        sheets.map(({ name, dataset, rows, used, excluded, rejected }) => ({
          name,
          dataset,
          rows,
          used,
          excluded,
          rejected,
        })),
      );
    const users = join(cwd, "users.csv");
    const totals = "1,2022-09-30,市公安局,7\n嘉峪关市,,,7\n甘肃省,,,9\n,2022-10-01,全市,8\n";
    await writeFile(users, `序号,统计日期,统计单位,注册总量\n${totals}`);
    const args = [`${fixture}data.xlsx`, users, ...plan, "-f", "json"];
    const [seen, report] = await Promise.all([inspect(...args), evaluate(args, { cwd })]);
    expect(fates(JSON.parse(seen.stdout).inputs)).toEqual(fates(JSON.parse(report.stdout).inputs));
    await rm(users);
  });

  test("names what it skips", async () => {
    await writeFile(join(cwd, "~$事项.csv"), "");
    const { stdout } = await inspect(".", "-f", "json");
    await rm(join(cwd, "~$事项.csv"));
    expect(JSON.parse(stdout).skipped).toEqual([
      expect.objectContaining({ code: "lock-file", text: "已跳过 ~$事项.csv：打开工作簿时留下的锁文件" }),
    ]);
  });

  test("a sheet that fits nothing is no error; a file that cannot be read is one", async () => {
    const [fruit] = await sheetsOf("水果.csv", ...plan);
    expect(fruit).toMatchObject({ dataset: null, why: null, rows: 2, excluded: { "unmatched-sheet": 2 } });
    expect(fruit.unmatched[1].nearest).toContain("办件明细.受理部门");
    await writeFile(join(cwd, "cut.xlsx"), ratings.subarray(0, 300));
    expect(await inspect("cut.xlsx", "事项.csv", ...plan)).toMatchObject({ code: 3, stdout: "" });
    await rm(join(cwd, "cut.xlsx"));
  });

  test.each([
    [[], "error U004 缺少 数据文件。"],
    [["事项.csv", "--plan", "jiayugaun-2022"], "error U005"],
    [["事项.csv", "-f", "csv"], "error U003"],
  ])("%j is refused", async (args, message) => {
    const { code, stderr } = await inspect(...args);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});
