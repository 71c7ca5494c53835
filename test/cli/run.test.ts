import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Report, reportSchema } from "../../src/model/report.ts";
import { evaluate } from "./fake-process.ts";

const data = fileURLToPath(new URL("../../fixtures/jiayuguan-2022/data.xlsx", import.meta.url));
const run = ["--plan", "jiayuguan-2022", data, "--as-of", "2022-10-25"];

let cwd = "";
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), "run-"));
});
afterEach(() => rm(cwd, { recursive: true }));

async function reportOf(...args: string[]) {
  const { stdout } = await evaluate([...run, "-f", "json", ...args]);
  return reportSchema.parse(JSON.parse(stdout));
}

describe("the main job", () => {
  test("prints a report and nothing else", async () => {
    const { code, stdout, stderr } = await evaluate(run);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("嘉峪关市一体化政务服务能力提升实施方案");
    expect(stdout).toContain("合成数据");
  });

  test("as JSON it keeps to the published schema, and every row has a fate", async () => {
    const report = await reportOf();
    expect(report).toMatchObject({ schemaVersion: 1, asOf: "2022-10-25", synthetic: true });
    expect(report.indicators).toHaveLength(31);
    for (const { used, rejected, excluded, rows } of report.inputs.flatMap(({ sheets }) => sheets)) {
      const left = Object.values(excluded).reduce((sum, count) => sum + count, 0);
      expect(used + left + rejected).toBe(rows);
    }
  });

  test("writes files instead of printing, and says so on stderr", async () => {
    const outputs = ["-o", "report.json", "-o", "report.md", "-o", "report.csv", "-o", "report.txt"];
    const { code, stdout, stderr } = await evaluate([...run, ...outputs], { cwd });
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    expect(stderr).toBe("已写出 report.json\n已写出 report.md\n已写出 report.csv\n已写出 report.txt\n");
    expect((await readdir(cwd)).sort()).toEqual(["report.csv", "report.json", "report.md", "report.txt"]);
    expect((await readFile(join(cwd, "report.csv"))).subarray(0, 3).toString("hex")).toBe("efbbbf");
  });

  test("-f beside -o prints too, and -q leaves out the rest", async () => {
    const { stdout, stderr } = await evaluate([...run, "-o", "report.md", "-f", "json", "-q"], { cwd });
    expect(stderr).toBe("");
    expect(JSON.parse(stdout)).toHaveProperty("schemaVersion", 1);
  });

  test.each(["json", "markdown", "csv", "table"])("the same run gives the same bytes: %s", async (format) => {
    const first = await evaluate([...run, "-f", format]);
    expect(await evaluate([...run, "-f", format], { now: "2030-01-01T00:00:00Z" })).toEqual(first);
  });

  test("colour reaches a terminal, never a file", async () => {
    const onTerminal = await evaluate([...run, "-o", "report.txt", "-f", "table"], { cwd, terminal: true });
    expect(onTerminal.stdout).toContain("\u001b[");
    expect(await readFile(join(cwd, "report.txt"), "utf8")).not.toContain("\u001b[");
  });

  test("past the plan's period its last day is taken, and said", async () => {
    const args = ["--plan", "jiayuguan-2022", data, "-f", "json"];
    const { stdout, stderr } = await evaluate(args, { now: "2026-03-01T00:00:00Z" });
    expect(JSON.parse(stdout).asOf).toBe("2022-12-31");
    expect(stderr).toBe("方案期已过，数据截至日取 2022-12-31。要按别的日子评估，加 --as-of。\n");
  });
});

test("a file name cannot steer the terminal in a notice", async () => {
  const name = "\u001b]0;x\u0007report.json";
  const { stderr } = await evaluate([...run, "-o", name], { cwd });
  expect(stderr).toBe("已写出 report.json\n");
});

test("a report does not overwrite the plan that it was made with", async () => {
  const plan =
    "plan: p\ntitle: 方案\nissued: 2022-01-01\nunits: town.yaml\nindicators: []\ntasks: [{ id: t, clause: 一, name: 甲 }]\n";
  await writeFile(join(cwd, "p.md"), plan);
  await writeFile(join(cwd, "town.yaml"), "units: town\nmembers: [{ name: 市公安局 }]\n");
  const { code, stderr } = await evaluate(["--plan", "./p.md", data, "-o", "p.md"], { cwd });
  expect(code).toBe(4);
  expect(stderr).toContain("O004");
  expect(await readFile(join(cwd, "p.md"), "utf8")).toBe(plan);
});

describe("a narrowed report", () => {
  test("has only the unit asked for, by any of its names, with the same numbers", async () => {
    const whole = await reportOf();
    const narrow = await reportOf("--unit", "嘉峪关市公安局");
    expect(narrow.units).toEqual(whole.units.filter(({ unit }) => unit === "市公安局"));
    // Of what would help, only rules that are still listed; their sum is their own.
    const without = ({ cumulated, ...effort }: Report["overall"]["efforts"][number]) => effort;
    const listed = new Set([...narrow.indicators, ...narrow.tasks].map(({ id }) => id));
    const kept = whole.overall.efforts.filter(({ id }) => listed.has(id));
    expect({ ...narrow.overall, efforts: narrow.overall.efforts.map(without) }).toEqual({
      ...whole.overall,
      efforts: kept.map(without),
    });
    expect(new Set(narrow.indicators.flatMap(({ units }) => units.map(({ unit }) => unit)))).toEqual(
      new Set(["市公安局"]),
    );
  });

  test.each([
    ["--unit", "市公安据", "市公安局"],
    ["--indicator", "instant-shares", "instant-share"],
  ])("%s %s is answered with %s", async (flag, name, meant) => {
    const { code, stdout, stderr } = await evaluate([...run, flag, name]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(new RegExp(`^error U006 .*“${name}”.*“${meant}”`));
  });
});

describe("gates", () => {
  test.each([
    [["--fail-on", "unmet"], 1, "未通过 --fail-on unmet："],
    [["--fail-on", "never"], 0, ""],
    [["--fail-under", "100"], 1, "未通过 --fail-under 100：全域得分 "],
    [["--fail-under", "1"], 0, ""],
    [["--fail-under", "100", "--unit", "市公安局"], 1, "未通过 --fail-under 100：市公安局"],
  ])("%j ends with %i", async (flags, code, said) => {
    const outcome = await evaluate([...run, ...flags, "-q"]);
    expect(outcome.code).toBe(code);
    expect(outcome.stderr.startsWith(said)).toBe(true);
    expect(outcome.stdout).not.toBe("");
  });
});

describe("doubtful data", () => {
  const headings = "投诉编号,承办单位,受理时间,办理期限,办结时间\n";
  const stdin = ["--plan", "jiayuguan-2022", "-", "--as-of", "2022-10-25", "-q"];

  test("clean data passes --strict", async () => {
    const rows = `${headings}1,市公安局,2022-10-01,2022-10-10,2022-10-05\n`;
    expect(await evaluate([...stdin, "--strict"], { stdin: rows })).toMatchObject({ code: 0, stderr: "" });
  });

  test("--strict names what a run without it only reports", async () => {
    const rows = `${headings}1,市公安据,2022-10-01,2022-10-10,2022-10-05\n2,市公安局,昨天,2022-10-10,\n`;
    expect(await evaluate(stdin, { stdin: rows })).toMatchObject({ code: 0, stderr: "" });
    const strict = await evaluate([...stdin, "--strict"], { stdin: rows });
    expect(strict).toMatchObject({ code: 3, stdout: "" });
    expect(strict.stderr).toContain("市公安据");
    expect(strict.stderr).toContain("昨天");
  });

  test("an export without rows needs --allow-empty", async () => {
    const refused = await evaluate(stdin, { stdin: headings });
    expect(refused).toMatchObject({ code: 3, stdout: "", stderr: expect.stringContaining("error D013 ") });
    expect(await evaluate([...stdin, "--allow-empty"], { stdin: headings })).toMatchObject({ code: 0 });
  });
});
