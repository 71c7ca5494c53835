import { existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { evaluate } from "./fake-process.ts";
import { type Folder, smallFolder } from "./small-folder.ts";

let folder: Folder;
beforeEach(() => {
  folder = smallFolder("unattended-");
});
afterEach(() => folder.remove());

const run = (asOf: string, ...more: string[]) =>
  evaluate(["run", "-p", "small", "data.csv", "cases.csv", "--as-of", asOf, ...more], { cwd: folder.cwd });
const file = (name: string) => join(folder.cwd, name);

describe("--only-changes", () => {
  const weekly = (asOf: string, ...more: string[]) =>
    run(asOf, "--history", "history", "--only-changes", "-o", "r.md", "--task-sheets", "sheets", ...more);
  const snapshots = () => readdirSync(file("history/small"));
  const nothing = { code: 0, stdout: "", stderr: "" };

  test("tells of the first run as ever", async () => {
    expect(await weekly("2022-10-18")).toMatchObject({
      code: 0,
      stderr: expect.stringContaining("已写出 r.md"),
    });
  });

  test("writes and says nothing when nothing moved, whatever gate is asked for, and stores the run", async () => {
    await weekly("2022-10-18");
    for (const written of ["r.md", "sheets"]) rmSync(file(written), { recursive: true });
    folder.write(5, 3);
    expect(await weekly("2022-10-25", "--fail-on", "unmet", "-f", "table", "--log-line")).toEqual(nothing);
    expect(["r.md", "sheets"].filter((name) => existsSync(file(name)))).toEqual([]);
    expect(snapshots()).toEqual(["2022-10-18.json.gz", "2022-10-25.json.gz"]);
  });

  test("tells who sits at a terminal that nothing moved, and how to see it all the same", async () => {
    await weekly("2022-10-18");
    const args = ["run", "-p", "small", "data.csv", "cases.csv", "--as-of", "2022-10-25", "--only-changes"];
    const seen = await evaluate([...args, "--history", "history"], { cwd: folder.cwd, terminal: true });
    expect(seen).toMatchObject({ code: 0, stdout: "", stderr: expect.stringContaining("没有变化") });
    const env = { EVALUATE_ONLY_CHANGES: "0" };
    writeFileSync(file("job.yaml"), "config: a\nonlyChanges: true\nhistory: history\n");
    const all = await evaluate([...args.slice(0, -1), "--config", "job.yaml"], { cwd: folder.cwd, env });
    expect(all).toMatchObject({ code: 0, stdout: expect.stringContaining("小方案") });
  });

  test("tells of what moved, notes and gates as ever", async () => {
    await weekly("2022-10-18");
    folder.write(5, 2);
    writeFileSync(file("~$data.xlsx"), "");
    const { code, stderr } = await weekly("2022-10-25", "--fail-on", "unmet", "~$data.xlsx");
    expect(code).toBe(1);
    expect(stderr.split("\n")).toEqual([
      expect.stringContaining("已跳过 ~$data.xlsx"),
      "已写出 r.md",
      expect.any(String),
      expect.stringContaining("--fail-on unmet"),
      "",
    ]);
  });

  test("of what moved twice in a day the second needs --replace; what did not move needs nothing", async () => {
    await weekly("2022-10-18");
    writeFileSync(file("cases.csv"), "\uFEFF办件编号,受理部门,受理时间,是否上报入库\n");
    folder.write(5, 3);
    expect(await weekly("2022-10-18")).toEqual(nothing);
    folder.write(6, 3);
    expect((await weekly("2022-10-18")).stderr).toContain("O006");
    expect((await weekly("2022-10-18", "--replace")).stderr).toContain("已写出 r.md");
    expect(await weekly("2022-10-18", "--replace")).toEqual(nothing);
  });

  test("is not silent about what is wrong", async () => {
    await weekly("2022-10-18");
    rmSync(file("cases.csv"));
    expect(await weekly("2022-10-25")).toMatchObject({
      code: 3,
      stderr: expect.stringContaining("cases.csv"),
    });
    expect(await run("2022-10-25", "--only-changes")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("--history history/ --only-changes"),
    });
  });

  test("tells of a deadline that passed while nothing else moved", async () => {
    await weekly("2022-12-31");
    expect(await weekly("2023-01-01")).toMatchObject({
      code: 0,
      stderr: expect.stringContaining("已写出 r.md"),
    });
  });
});

describe("--log-line", () => {
  const lastLine = (stderr: string) => stderr.trimEnd().split("\n").at(-1) ?? "";
  const facts = (stderr: string) =>
    Object.fromEntries(
      lastLine(stderr)
        .split(" ")
        .slice(1)
        .map((fact) => fact.split("=")),
    );

  test("is one line of key=value at the very end, also with --quiet", async () => {
    await run("2022-10-18", "--history", "history", "-q");
    folder.write(5, 4);
    const more = ["--history", "history", "--log-line", "-q", "-o", "r.md", "--fail-on", "unmet"];
    const { code, stderr } = await run("2022-10-25", ...more);
    expect(code).toBe(0);
    expect(stderr.split("\n")).toHaveLength(2);
    expect(lastLine(stderr)).toMatch(/^evaluate date=2022-10-25T\S+ plan=small asOf=2022-10-25 score=/);
    expect(facts(stderr)).toMatchObject({
      since: "2022-10-18",
      change: expect.stringMatching(/^\+\d+\.\d\d$/),
      met: "2",
      open: "0",
      overdue: "0",
      noData: "0",
      newlyMet: "1",
      newlyLost: "0",
      files: "2",
      rows: "30",
      rejectedRows: "0",
      rejectedCells: "0",
      outputs: "1",
      seconds: expect.stringMatching(/^\d+\.\d$/),
      exit: "0",
    });
  });

  test("says which problems ended a run", async () => {
    rmSync(file("data.csv"));
    rmSync(file("cases.csv"));
    const { code, stderr } = await run("2022-10-18", "--log-line");
    expect(code).toBe(3);
    expect(facts(stderr)).toMatchObject({ plan: "small", problems: "D001", exit: "3" });
  });

  test("is there when options are wrong, too", async () => {
    const { code, stderr } = await run("2022-10-18", "--log-line", "--fail-on", "late");
    expect(code).toBe(2);
    expect(facts(stderr)).toMatchObject({ problems: "U003", exit: "2" });
  });
});

describe("--max-age", () => {
  test.each([
    ["younger", "2022-10-18", ["--max-age", "7"], 0],
    ["as old as allowed", "2022-10-24", ["--max-age", "7"], 0],
    ["a day older", "2022-10-25", ["--max-age", "7"], 3],
    ["older than its own dataset may be", "2022-10-19", ["--max-age", "7", "--max-age", "办件明细=1"], 3],
    ["of a dataset that may be older", "2022-10-25", ["--max-age", "7", "--max-age", "办件明细=8"], 0],
    ["of a dataset that may have any age", "2022-12-25", ["--max-age", "7", "--max-age", "办件明细=none"], 0],
    ["another dataset is named", "2022-12-25", ["--max-age", "好差评=7"], 0],
  ])("%s", async (_, asOf, flags, code) => {
    expect((await run(asOf, ...flags)).code).toBe(code);
  });

  test("names the dataset, the file and its newest date, and writes nothing", async () => {
    const { code, stdout, stderr } = await run(
      "2022-10-31",
      "--max-age",
      "7",
      "-o",
      "r.md",
      "--history",
      "history",
    );
    expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
    expect(stderr).toContain(
      "D024 “办件明细”的数据太旧：最新的日期是 2022-10-17（受理时间，cases.csv），比截至日 2022-10-31 早 14 天，最多允许 7 天。",
    );
    expect(existsSync(file("r.md"))).toBe(false);
    expect(readdirSync(file("history"))).toEqual([]);
  });

  test("a list without dates is as old as the date in its file's name", async () => {
    const items = ["实施编码,实施主体,办件类型", "1,甲局,即办件", ""].join("\n");
    writeFileSync(file("事项清单_20221001.csv"), items);
    const only = (...more: string[]) =>
      evaluate(["run", "-p", "small", "--as-of", "2022-10-18", "--max-age", "7", ...more], {
        cwd: folder.cwd,
      });
    const { code, stderr } = await only("事项清单_20221001.csv");
    expect({ code, stderr }).toEqual({
      code: 3,
      stderr: expect.stringContaining("2022-10-01（文件名所写，事项清单_20221001.csv）"),
    });
    expect((await only("data.csv")).code).toBe(0);
    expect((await only("事项清单_20221001.csv", "data.csv")).code).toBe(0);
  });

  test.each([
    ["soon", "U003"],
    ["办件=7", "U003"],
  ])("%s is refused", async (value, code) => {
    expect(await run("2022-10-18", "--max-age", value)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(code),
    });
  });
});
