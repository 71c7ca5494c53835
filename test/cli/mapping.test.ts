import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { evaluate } from "./fake-process.ts";

const fixture = fileURLToPath(new URL("../../fixtures/jiayuguan-2022/data.xlsx", import.meta.url));
const plan = ["--plan", "jiayuguan-2022", "--as-of", "2022-10-25"];

let cwd = "";
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), "mapping-"));
});
afterEach(() => rm(cwd, { recursive: true }));

const put = (name: string, text: string) => writeFile(join(cwd, name), text);

async function reportOf(...args: string[]) {
  const { code, stdout, stderr } = await evaluate(["run", ...args, ...plan, "-f", "json"], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return JSON.parse(stdout);
}

type Noted = { quality: { notes: { code: string; text: string }[] } };
const notes = ({ quality }: Noted, code: string) =>
  quality.notes.filter((note) => note.code === code).map(({ text }) => text);
const share = (report: { indicators: { id: string; whole: object }[] }) =>
  report.indicators.find(({ id }) => id === "instant-share")?.whole;

const items = `实施编码,事项类型,实施主体,件别
1,A,市公安局,即办件
2,A,市公安局,承诺件
3,B,市民政局,即办件
`;

describe("--mapping", () => {
  test("headings and codes of a sheet count as the mapping says", async () => {
    await put("事项.csv", items);
    await put(
      "map.yaml",
      `mapping: weekly
files:
  - match: "事*.csv"
    headings: { 件别: 办件类型 }
    codes: { 事项类型: { A: 行政许可, B: 公共服务 } }
`,
    );
    expect(share(await reportOf("事项.csv"))).toMatchObject({ status: "no-data" });
    expect(share(await reportOf("事项.csv", "--mapping", "map.yaml"))).toMatchObject({
      numerator: 1,
      denominator: 2,
    });
  });

  test("a column of digits is read once each digit is given a meaning; digits without one are rejected", async () => {
    await put("事项.csv", items.replaceAll(",A,", ",1,").replaceAll(",B,", ",2,"));
    await put(
      "map.yaml",
      `mapping: weekly
files:
  - match: 事项.csv
    headings: { 件别: 办件类型 }
    codes: { 事项类型: { "1": 行政许可 } }
`,
    );
    expect(notes(await reportOf("事项.csv"), "digits-column")).toHaveLength(1);
    const report = await reportOf("事项.csv", "--mapping", "map.yaml");
    expect(notes(report, "digits-column")).toEqual([]);
    expect(share(report)).toMatchObject({ numerator: 1, denominator: 2 });
    expect(report.quality.rejectedCells).toMatchObject([{ cell: "B4", field: "事项类型", value: "2" }]);
  });

  test("the mapped column wins over one that has the field's own name", async () => {
    await put(
      "事项.csv",
      "实施编码,事项类型,实施主体,办件类型,新办件类型\n1,行政许可,市公安局,承诺件,即办件\n",
    );
    await put(
      "map.yaml",
      "mapping: a\nfiles:\n  - { match: 事项.csv, headings: { 新办件类型: 办件类型 } }\n",
    );
    expect(share(await reportOf("事项.csv", "--mapping", "map.yaml"))).toMatchObject({ numerator: 1 });
  });

  test("a heading row and a dataset given by hand are taken at their word", async () => {
    await put("x.csv", `实施编码,事项类型,实施主体,办件类型\n9,行政许可,市公安局,即办件\n${items}`);
    await put(
      "map.yaml",
      "mapping: a\nfiles:\n  - { match: x.csv, dataset: 事项清单, headerRow: 3, headings: { 件别: 办件类型 } }\n",
    );
    const { inputs } = await reportOf("x.csv", "--mapping", "map.yaml");
    expect(inputs[0].sheets[0]).toMatchObject({ dataset: "事项清单", headerRow: 3, rows: 3 });
  });

  test("a rule that finds no headings, one that fits no sheet, and tables are said", async () => {
    await put("事项.csv", items);
    await put("b.csv", items);
    await put(
      "map.yaml",
      `mapping: a
files:
  - { match: b.csv, headerRow: 3 }
  - { match: 好*.xlsx, sheet: 明细 }
tables: { 好差评: { table: ratings } }
`,
    );
    const report = await reportOf(".", "--mapping", "map.yaml");
    expect(notes(report, "mapping-unused")).toEqual([
      "映射文件的第 2 条（好*.xlsx › 明细）没有对上任何工作表",
    ]);
    expect(notes(report, "mapping-unfit")[0]).toContain("b.csv › b 按映射文件（b.csv）在第 3 行找不到");
    expect(notes(report, "mapping-tables")).toHaveLength(1);
  });

  test("a sheet may be left out: its rows are counted, and --strict is content", async () => {
    await put("事项.csv", items.replaceAll(",A,", ",行政许可,").replaceAll(",B,", ",公共服务,"));
    await put("水果.csv", "水果名称,单价\n苹果,3\n");
    await put("map.yaml", "mapping: a\nfiles:\n  - { match: 水果*, skip: true }\n");
    const { inputs } = await reportOf(".", "--mapping", "map.yaml");
    expect(inputs[0].sheets[0]).toMatchObject({
      name: "水果",
      dataset: null,
      rows: 2,
      excluded: { skipped: 2 },
    });
    const table = await evaluate(["run", ".", ...plan, "--mapping", "map.yaml"], { cwd });
    expect(table.stdout).toContain("水果.csv [水果]：按映射文件跳过，2 行");
    const strict = await evaluate(["run", ".", ...plan, "--mapping", "map.yaml", "--strict"], { cwd });
    expect(strict.stderr).not.toContain("水果");
  });

  test("explain and inspect read by it too", async () => {
    await put("事项.csv", items.replaceAll(",A,", ",行政许可,"));
    await put("map.yaml", "mapping: a\nfiles:\n  - { match: 事*, headings: { 件别: 办件类型 } }\n");
    const mapping = ["--mapping", "map.yaml", "-f", "json"];
    const explained = await evaluate(
      ["explain", "jiayuguan-2022", "instant-share", "事项.csv", "--as-of", "2022-10-25", ...mapping],
      { cwd },
    );
    expect(JSON.parse(explained.stdout).whole).toMatchObject({ numerator: 1, denominator: 2 });
    const seen = await evaluate(["inspect", "事项.csv", ...mapping], { cwd });
    expect(JSON.parse(seen.stdout).inputs[0].sheets[0].columns).toContainEqual({
      column: "D",
      heading: "件别",
      field: "办件类型",
      by: "mapped",
    });
  });

  test("what is wrong in it ends the run with 2, beside whatever else is wrong", async () => {
    await put("map.yaml", "mapping: a\nfiles:\n  - { match: x, dataset: 事项 }\n");
    const { code, stderr } = await evaluate(["run", "无.csv", ...plan, "--mapping", "map.yaml"], { cwd });
    expect(code).toBe(3);
    expect(stderr).toContain("map.yaml:3:26 error R010");
    expect(stderr).toContain("D001");
  });
});

describe("inspect --write-map", () => {
  test("writes what it recognised; read with it the data comes out the same", async () => {
    await put("事项.csv", items.replaceAll(",A,", ",1,").replaceAll(",B,", ",2,"));
    await put("水果.csv", "水果名称,单价\n苹果,3\n");
    const inputs = ["事项.csv", "水果.csv", fixture];
    const { code, stderr } = await evaluate(["inspect", ...inputs, ...plan, "--write-map", "map.yaml"], {
      cwd,
    });
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: "已写出 map.yaml：改好后用 --mapping map.yaml 读取。\n",
    });
    const text = await readFile(join(cwd, "map.yaml"), "utf8");
    expect(text).toContain(`
  # 事项.csv › 事项
  # 没有对应字段的列：
  #  件别
`);
    expect(text).toContain(`
  - match: 事项.csv
    dataset: 事项清单
    headerRow: 1
    headings:
      实施编码: 实施编码
      实施主体: 实施主体
    # “事项类型”全是数字代码：说明各数字的含义后才会读取，例如
    # codes:
    #   事项类型: { "1": 含义, "2": 含义 }
`);
    expect(text).toContain("#  - match: 水果.csv\n#    dataset: 数据集\n");
    expect(await reportOf(...inputs, "--mapping", "map.yaml")).toEqual(await reportOf(...inputs));
  });

  test("what an earlier mapping said stays", async () => {
    await put("事项.csv", items);
    await put("水果.csv", "水果名称,单价\n苹果,3\n");
    await put(
      "a.yaml",
      `mapping: weekly
files:
  - { match: 事*, headings: { 件别: 办件类型 }, codes: { 事项类型: { A: 行政许可, B: 公共服务 } } }
  - { match: 水*, skip: true }
`,
    );
    await evaluate(["inspect", ".", "--mapping", "a.yaml", "--write-map", "b.yaml"], { cwd });
    expect(await reportOf(".", "--mapping", "b.yaml")).toEqual(await reportOf(".", "--mapping", "a.yaml"));
  });

  test("never overwrites what a person may have edited", async () => {
    await put("事项.csv", items);
    await put("map.yaml", "mapping: mine\n");
    const { code, stdout, stderr } = await evaluate(["inspect", ".", "--write-map", "map.yaml"], { cwd });
    expect({ code, stdout }).toEqual({ code: 4, stdout: "" });
    expect(stderr).toContain("O001 无法写入“map.yaml”：文件已经存在，不会覆盖");
    expect(await readFile(join(cwd, "map.yaml"), "utf8")).toBe("mapping: mine\n");
  });
});
