import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { evaluate } from "./fake-process.ts";

const fixture = join(process.cwd(), "fixtures/jiayuguan-2022/data.xlsx");
const plan = ["--plan", "jiayuguan-2022", "--as-of", "2022-10-25"];
const headings = ["实施编码", "事项名称", "事项类型", "实施主体", "办件类型", "联系人"];
const items = [
  headings,
  ["A1", "营业执照办理 13912345678", "行政许可", "市公安局", "承诺件", "张三"],
  ["A2", "=1+1", "行政许可", "市公安局", "承诺件", "李四"],
  ["A3", "食品经营许可", "行政许可", "市公安局", "承诺件", "王五"],
  ["A4", "建设许可", "行政许可", "市公安局", "即办件", "赵六"],
  ["A5", "查询", "行政许可", "某某局", "承诺件", "孙七"],
  ["A6", "道路许可", "行政许可", "市教育局", "承诺件", "周八"],
];
const csv = items.map((row) => row.join(",")).join("\n");

let cwd = "";
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), "ledger-"));
});
afterEach(() => rm(cwd, { recursive: true }));

async function ledger(...more: string[]): Promise<string[]> {
  await writeFile(join(cwd, "事项清单.csv"), csv);
  const args = [
    ...plan,
    "事项清单.csv",
    "--indicator",
    "instant-share",
    "--ledger",
    "out.csv",
    "-q",
    "-o",
    "r.json",
  ];
  const { code, stderr } = await evaluate([...args, ...more], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return (await readFile(join(cwd, "out.csv"), "utf8")).trimEnd().split("\r\n");
}

describe("evaluate --ledger", () => {
  test("lists one row a record with what is wrong, what makes it right and where it stands", async () => {
    const [head, , first] = await ledger();
    expect(head).toBe(
      "\ufeff序号,责任单位,指标,记录编号,摘要,问题,整改要求,优先,完成时限,时限情况,来源（文件/工作表/行）,原因,整改措施,责任人,进展,佐证材料,销号（日期）,台账标识",
    );
    expect(first).toMatch(
      /^2,市公安局,三\(十二\) 即办件占比\(行政许可\),A1,营业执照办理 139\*\*\*\*5678,办件类型：承诺件,应符合：办件类型=即办件；承诺 1 天的承诺件改为即办件,优先,2022-10-25,今天到期,事项清单.csv › 事项清单 › 第 2 行,,,,未启动,,,[0-9a-f]{16}$/,
    );
  });

  test("says which rows suffice, and keeps unknown units apart", async () => {
    const rows = (await ledger()).slice(1).map((line) => line.split(","));
    expect(rows.map(([, unit, , key, , , , priority]) => [unit, key, priority])).toEqual([
      ["市教育局", "A6", "必改"],
      // One of four is good, 45 % asks for two.
      ["市公安局", "A1", "优先"],
      ["市公安局", "A2", "备选"],
      ["市公安局", "A3", "备选"],
      ["待确认：某某局", "A5", ""],
    ]);
  });

  test("escapes text that begins like a formula, and shows no column that the rule does not declare", async () => {
    const text = (await ledger()).join("\n");
    expect(text).toContain(",'=1+1,");
    expect(text).not.toMatch(/张三|李四|王五/);
  });

  test("leaves labels as they are with --no-mask", async () => {
    expect((await ledger("--no-mask"))[2]).toContain("营业执照办理 13912345678");
  });

  test("speaks English with --lang en", async () => {
    const [head, first] = await ledger("--lang", "en");
    expect(head).toContain("No.,Unit,Indicator,Record,Summary,What is wrong");
    expect(first).toContain("办件类型: 承诺件,should meet: 办件类型=即办件");
  });

  test("lists no more than the limit for each unit and indicator, and says how many are left out", async () => {
    await writeFile(join(cwd, "事项清单.csv"), csv);
    const args = [
      ...plan,
      "事项清单.csv",
      "--indicator",
      "instant-share",
      "--ledger",
      "out.csv",
      "-o",
      "r.json",
    ];
    const { stderr } = await evaluate([...args, "--ledger-limit", "1"], { cwd });
    expect(stderr).toContain("3 个单位，3 条；另有 2 条未列出（--ledger-limit 0 列出全部）");
    expect((await readFile(join(cwd, "out.csv"), "utf8")).trimEnd().split("\r\n")).toHaveLength(4);
    const all = await evaluate([...args, "--ledger-limit", "0"], { cwd });
    expect(all.stderr).toContain("3 个单位，5 条。");
  });

  test("reads stdin once and looks at it twice", async () => {
    const args = [...plan, "-", "--indicator", "instant-share", "--ledger", "out.csv", "-q", "-o", "r.json"];
    expect(await evaluate(args, { cwd, stdin: csv })).toMatchObject({ code: 0, stderr: "" });
    expect((await readFile(join(cwd, "out.csv"), "utf8")).trimEnd().split("\r\n")).toHaveLength(6);
  });

  test("lists only the units that are asked for", async () => {
    const rows = (await ledger("--unit", "市教育局")).slice(1);
    expect(rows.map((row) => row.split(",")[1])).toEqual(["市教育局"]);
  });

  test("writes a workbook, the same bytes each time, that a later run knows as its own", async () => {
    const args = [...plan, fixture, "-o", "r.json", "-q"];
    await evaluate([...args, "--ledger", "a.xlsx"], { cwd });
    await evaluate([...args, "--ledger", "b.xlsx"], { cwd });
    const [a, b] = await Promise.all(["a.xlsx", "b.xlsx"].map((name) => readFile(join(cwd, name))));
    expect(a?.equals(b ?? Buffer.alloc(0))).toBe(true);
    const again = await evaluate([...plan, fixture, "a.xlsx", "-f", "csv"], { cwd });
    expect(again.stderr).toContain("已跳过 a.xlsx");
  }, 60_000);

  test("writes a file for each unit into a folder, and leaves alone what has not changed", async () => {
    const args = [...plan, fixture, "-o", "r.json", "--ledger", "台账/"];
    const { stderr } = await evaluate(args, { cwd });
    const files = await readdir(join(cwd, "台账"));
    expect(files).toContain("市公安局.xlsx");
    expect(stderr).toContain(`${files.length} 个文件，改动 ${files.length} 个`);
    const before = await stat(join(cwd, "台账", "市公安局.xlsx"));
    expect((await evaluate(args, { cwd })).stderr).toContain(`${files.length} 个文件，改动 0 个`);
    expect((await stat(join(cwd, "台账", "市公安局.xlsx"))).mtimeMs).toBe(before.mtimeMs);
  }, 60_000);

  test.each([
    ["another format", ["--ledger", "out.pdf"], 2, "U007"],
    ["a limit that is no number", ["--ledger", "out.csv", "--ledger-limit", "many"], 2, "U003"],
    ["a file in the place of the data", ["--ledger", "事项清单.csv"], 4, "O002"],
    ["a folder that is not there", ["--ledger", "nowhere/out.csv"], 4, "O001"],
    ["the same file as the report", ["--ledger", "r.csv", "-o", "r.csv"], 4, "O005"],
  ])("refuses %s", async (_, more, code, problem) => {
    await writeFile(join(cwd, "事项清单.csv"), csv);
    const outcome = await evaluate([...plan, "事项清单.csv", ...more], { cwd });
    expect(outcome).toMatchObject({ code, stderr: expect.stringContaining(`error ${problem} `) });
  });

  test("cannot be made from a saved report", async () => {
    const { code, stderr } = await evaluate(["--render", "r.json", "--ledger", "out.csv"], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain("U013");
  });
});
