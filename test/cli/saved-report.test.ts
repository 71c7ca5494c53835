import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { evaluate } from "./fake-process.ts";

const data = fileURLToPath(new URL("../../fixtures/jiayuguan-2022/data.xlsx", import.meta.url));
const run = ["--plan", "jiayuguan-2022", data, "--as-of", "2022-10-25"];

let cwd = "";
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), "saved-"));
  await evaluate([...run, "-o", "report.json"], { cwd });
});
afterAll(() => rm(cwd, { recursive: true }));

interface Saved {
  readonly indicators: readonly object[];
  readonly quality: object;
}

const again = (...args: string[]) => evaluate(["--render", "report.json", ...args], { cwd });

describe("a saved report", () => {
  test.each([
    ["-f", "table"],
    ["-f", "markdown"],
    ["-f", "csv"],
    ["-f", "json"],
    ["-f", "table", "--lang", "en"],
    ["-f", "json", "--lang", "en"],
    ["--unit", "市公安局", "--unit", "市商务局"],
    ["--indicator", "instant-share", "--title", "第十期通报", "-f", "json"],
    ["--group-by", "dimension"],
  ])("gives what the run itself gives: %s %s %s %s", async (...flags) => {
    const direct = await evaluate([...run, ...flags], { cwd });
    expect(direct.code).toBe(0);
    expect(await again(...flags)).toEqual(direct);
  });

  test("of an English run can be had in Chinese", async () => {
    await evaluate([...run, "--lang", "en", "-o", "en.json", "-q"], { cwd });
    const { stdout } = await evaluate(["--render", "en.json", "-f", "csv"], { cwd });
    expect(stdout).toBe((await again("-f", "csv")).stdout);
  });

  test("is written to files, and may be gated", async () => {
    const { code, stdout, stderr } = await again("-o", "again.md", "--fail-under", "99");
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/^已写出 again\.md\n未通过 --fail-under 99/);
    expect(await readFile(join(cwd, "again.md"), "utf8")).toContain(
      "# 嘉峪关市一体化政务服务能力提升实施方案",
    );
  });

  test("is never overwritten by what is made of it", async () => {
    expect(await again("-o", "report.json")).toMatchObject({
      code: 4,
      stderr: expect.stringContaining("O002"),
    });
  });
});

describe("--render refuses", () => {
  test.each<[string, string, RegExp]>([
    ["cut.json", '{"schemaVersion": 1, "tool', /^cut\.json: error D020 .*不完整/],
    ["other.json", '{"name": "x"}', /^other\.json: error D020 .*schemaVersion/],
    ["later.json", '{"schemaVersion": 2}', /^later\.json: error D021 .*第 2 版/],
    ["list.json", "[]", /^list\.json: error D020/],
    ["null.json", "null", /^null\.json: error D020/],
  ])("%s", async (file, text, said) => {
    await writeFile(join(cwd, file), text);
    const { code, stdout, stderr } = await evaluate(["--render", file], { cwd });
    expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
    expect(stderr).toMatch(said);
  });

  test("what a hand has damaged, naming the place", async () => {
    const report = JSON.parse(await readFile(join(cwd, "report.json"), "utf8"));
    report.indicators[3].whole.value = "85%";
    await writeFile(join(cwd, "hand.json"), JSON.stringify(report));
    const { code, stderr } = await evaluate(["--render", "hand.json"], { cwd });
    expect(code).toBe(3);
    expect(stderr).toContain("indicators.3.whole.value");
  });

  test.each([
    ["asOf", (report: Saved) => ({ ...report, asOf: "9999-99-99" })],
    ["period.end", (report: Saved) => ({ ...report, period: { start: "2022-01-01", end: "year's end" } })],
  ])("a day that is none: %s", async (path, damaged) => {
    const report: Saved = JSON.parse(await readFile(join(cwd, "report.json"), "utf8"));
    await writeFile(join(cwd, "days.json"), JSON.stringify(damaged(report)));
    const { code, stderr } = await evaluate(["--render", "days.json", "-o", "days.xlsx"], { cwd });
    expect({ code, stderr }).toEqual({ code: 3, stderr: expect.stringContaining(`（${path} 缺失或有误）`) });
  });

  test("no name that JavaScript gives to every object", async () => {
    const report: Saved = JSON.parse(await readFile(join(cwd, "report.json"), "utf8"));
    const why = { code: "constructor", with: {} };
    const indicators = report.indicators.map((one) => ({ ...one, measuredIn: "toString" }));
    const quality = { ...report.quality, notes: [{ code: "valueOf", text: "t", why }] };
    await writeFile(join(cwd, "names.json"), JSON.stringify({ ...report, indicators, quality }));
    for (const file of ["names.xlsx", "names.html"])
      expect((await evaluate(["--render", "names.json", "-o", file, "--lang", "en"], { cwd })).code).toBe(0);
    const { stdout } = await evaluate(["--render", "names.json", "--lang", "en"], { cwd });
    expect(stdout).not.toContain("native code");
  });

  test("what is not there, and a folder", async () => {
    await mkdir(join(cwd, "folder.json"));
    expect(await evaluate(["--render", "none.json"], { cwd })).toMatchObject({ code: 3 });
    expect(await evaluate(["--render", "folder.json"], { cwd })).toMatchObject({ code: 3 });
  });

  test("data beside it", async () => {
    const { code, stderr } = await again(data, "--as-of", "2022-10-25", "--plan", "jiayuguan-2022");
    expect(code).toBe(2);
    expect(stderr).toMatch(/^error U013 .*数据文件、--as-of/);
  });
});
