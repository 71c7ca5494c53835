import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Report } from "../../src/model/report.ts";
import { evaluate } from "./fake-process.ts";

const plan = `plan: small
title: 小方案
issued: 2022-01-01
units: units.yaml
defaults: { measuredIn: "%", direction: at-least, responsible: [各局], deadline: 2022-12-31 }
report: { headroom: 60 }
escalation: [{ after: 1, step: 提醒, counts: unmet }, { after: 2, step: 通报, counts: unmet }]
indicators:
  - id: instant
    clause: 一(一)
    name: 即办件占比
    measure: { share: 事项清单, that: { 办件类型: 即办件 } }
    threshold: 45
  - id: once
    clause: 一(二)
    name: 最多跑一次占比
    measure: { share: 事项清单, that: { 是否最多跑一次: 是 } }
    direction: improve
`;

let base: string;
let cwd: string;
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), "history-cli-"));
});
afterAll(() => rmSync(base, { recursive: true }));

beforeEach(() => {
  cwd = mkdtempSync(join(base, "run-"));
  mkdirSync(join(cwd, "rules"));
  writeFileSync(join(cwd, "rules", "small.yaml"), plan);
  writeFileSync(
    join(cwd, "rules", "units.yaml"),
    "units: small\ngroups: [各局]\nmembers:\n  - { name: 甲局, group: 各局 }\n  - { name: 乙局, group: 各局 }\n",
  );
});
afterEach(() => rmSync(cwd, { recursive: true }));

/** Of ten items of each unit so many are instant. */
function write(first: number, second: number): void {
  const rows = [first, second].flatMap((instant, unit) =>
    Array.from({ length: 10 }, (_, row) =>
      [
        `${unit}-${row}`,
        ["甲局", "乙局"][unit],
        row < instant ? "即办件" : "承诺件",
        row < instant + 1 ? "是" : "否",
      ].join(","),
    ),
  );
  writeFileSync(join(cwd, "data.csv"), ["实施编码,实施主体,办件类型,是否最多跑一次", ...rows, ""].join("\n"));
}

const run = (asOf: string, ...more: string[]) =>
  evaluate(["run", "-p", "small", "data.csv", "--as-of", asOf, "--history", "history", ...more], { cwd });
async function report(asOf: string, ...more: string[]): Promise<Report> {
  const { code, stdout, stderr } = await run(asOf, "-f", "json", "-q", ...more);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return JSON.parse(stdout) as Report;
}
const stored = () => readdirSync(join(cwd, "history", "small")).sort();
const fileOf = (asOf: string) => join(cwd, "history", "small", `${asOf}.json.gz`);

async function three(): Promise<void> {
  for (const [day, first, second] of [
    ["2022-10-04", 3, 5],
    ["2022-10-11", 4, 5],
    ["2022-10-18", 5, 4],
  ] as const) {
    write(first, second);
    expect((await run(day, "-q", "-o", "r.json")).code).toBe(0);
  }
}

describe("run --history", () => {
  test("stores each run and tells what moved since the one before", async () => {
    await three();
    expect(stored()).toEqual(["2022-10-04.json.gz", "2022-10-11.json.gz", "2022-10-18.json.gz"]);
    write(6, 4);
    const told = await report("2022-10-25");
    expect(told.movement).toMatchObject({ snapshots: 3, first: "2022-10-04", baseline: null });
    const [instant] = told.indicators;
    expect(instant?.whole.movement?.previous).toMatchObject({
      asOf: "2022-10-18",
      value: 45,
      change: 5,
      turn: null,
    });
    expect(instant?.units[1]?.movement?.streak).toEqual({
      kind: "missed",
      count: 2,
      since: "2022-10-18",
      until: "2022-10-25",
    });
    expect(told.escalation?.map(({ unit, step }) => [unit, step])).toEqual([["乙局", "通报"]]);
    expect(told.trend?.dates).toHaveLength(4);
  });

  test("a second run of the same day is compared with the day before, and changes nothing", async () => {
    await three();
    const before = readFileSync(fileOf("2022-10-18"));
    const [first, again] = [await report("2022-10-18"), await report("2022-10-18")];
    expect(again).toEqual(first);
    expect(first.movement?.previous?.asOf).toBe("2022-10-11");
    expect(readFileSync(fileOf("2022-10-18"))).toEqual(before);
  });

  test("another result for a day is refused before anything is written, and taken with --replace", async () => {
    await three();
    write(1, 1);
    const { code, stdout, stderr } = await run("2022-10-18", "-o", "new.json");
    expect({ code, stdout }).toEqual({ code: 4, stdout: "" });
    expect(stderr).toMatch(/O006.*2022-10-18.*--replace/);
    expect(readdirSync(cwd)).not.toContain("new.json");
    expect((await run("2022-10-18", "-q", "--replace")).code).toBe(0);
    expect((await report("2022-10-25")).movement?.previous?.asOf).toBe("2022-10-18");
  });

  test("stores the whole report where only a unit is asked for", async () => {
    await three();
    write(6, 4);
    await report("2022-10-25", "--unit", "甲局");
    const told = await report("2022-11-01");
    expect(told.movement?.previous?.units).toEqual({ added: [], removed: [], renamed: [] });
    const narrowed = await report("2022-11-01", "--unit", "甲局");
    expect(narrowed.trend?.units.map(({ unit }) => unit)).toEqual(["甲局"]);
    expect(narrowed.escalation).toEqual([]);
  });

  test("improve is held against the run of --baseline, which must be there", async () => {
    await three();
    write(6, 6);
    const told = await report("2022-10-25", "--baseline", "2022-10-04");
    expect(told.indicators[1]?.whole).toMatchObject({
      status: "met",
      baseline: { value: 50, date: "2022-10-04" },
    });
    expect(told.overall.movement?.baseline?.asOf).toBe("2022-10-04");
    const missing = await run("2022-11-01", "--baseline", "2022-09-30");
    expect(missing.code).toBe(2);
    expect(missing.stderr).toMatch(/U016.*2022-09-30.*2022-10-04, 2022-10-11, 2022-10-18, 2022-10-25/);
    // The baseline's own run has nothing before it to be held against.
    expect((await run("2022-10-04", "--baseline", "2022-10-04", "--replace", "-q")).code).toBe(0);
  });

  test("a damaged snapshot is named and left out", async () => {
    await three();
    truncateSync(fileOf("2022-10-11"), 40);
    write(6, 4);
    const { code, stderr, stdout } = await run("2022-10-25", "-f", "json");
    expect(code).toBe(0);
    expect(stderr).toMatch(/2022-10-11\.json\.gz: warning D022/);
    expect((JSON.parse(stdout) as Report).movement?.snapshots).toBe(2);
  });

  test("a folder that is a file, and flags that stand alone", async () => {
    write(1, 1);
    writeFileSync(join(cwd, "history"), "");
    expect(await run("2022-10-18")).toMatchObject({ code: 2, stderr: expect.stringContaining("--history") });
    const alone = await evaluate(
      ["run", "-p", "small", "data.csv", "--baseline", "2022-01-01", "--replace"],
      { cwd },
    );
    expect(alone.code).toBe(2);
    expect(alone.stderr.match(/U004/g)).toHaveLength(2);
  });

  test("--margin goes before the plan's own headroom", async () => {
    write(5, 5);
    expect((await report("2022-10-25")).headroom).toMatchObject({
      margin: 60,
      lines: [{ headroom: 5 }, {}, {}],
    });
    expect((await report("2022-10-25", "--margin", "2.5")).headroom).toEqual({ margin: 2.5, lines: [] });
    expect(await run("2022-10-25", "--margin", "much")).toMatchObject({ code: 2 });
  });

  test("every format says it", async () => {
    await three();
    write(6, 2);
    for (const [format, words] of [
      ["table", ["变化\n----", "比 2022-10-18 −20.00 个百分点", "督办", "余量不足", "进度与预测"]],
      ["markdown", ["## 变化", "## 督办", "## 余量不足"]],
      ["csv", ["上次现状", "比上次", "连续次数", "每工作日需", "督办"]],
      ["html", ['id="movement"', 'id="escalation"', 'id="headroom"', "<svg "]],
    ] as const) {
      const { stdout } = await run("2022-10-25", "-q", "-f", format);
      for (const word of words) expect(stdout, format).toContain(word);
    }
    const english = await run("2022-10-25", "-q", "--lang", "en");
    expect(english.stdout).toContain("Movement\n--------");
    expect(english.stdout).toContain("−20.00 pp since 2022-10-18");
  });
});

describe("history DIR", () => {
  const history = (...args: string[]) =>
    evaluate(["history", "history", ...args], { cwd, columns: 120, now: "2022-10-25T04:00:00Z" });

  test("shows the trend of scores, indicators and units", async () => {
    await three();
    const { code, stdout } = await history();
    expect(code).toBe(0);
    expect(stdout).toContain("3 次结果，2022-10-04 至 2022-10-18");
    expect(stdout).toMatch(/一\(一\) 即办件占比 +40% +45% +\+5 +▁▇▇ +✗✓✓/);
    expect((await history("--unit", "乙局")).stdout).toMatch(/一\(一\) 即办件占比 +50% +40% +−10 +▇▇▁ +✓✓✗/);
    expect((await history("--indicator", "instant")).stdout).toMatch(/甲局 +30% +50% +\+20 +▁▃▇ +✗✗✓/);
  });

  test("as JSON", async () => {
    await three();
    const [view] = JSON.parse((await history("-f", "json")).stdout);
    expect(view).toMatchObject({ plan: "small", dates: ["2022-10-04", "2022-10-11", "2022-10-18"] });
    expect(view.indicators[0].values).toEqual([40, 45, 45]);
  });

  test("prunes by number and by age, and says what", async () => {
    await three();
    const trial = await history("--keep", "1", "--dry-run");
    expect(trial.stdout).toMatch(/会删去 2 个[\s\S]*small 2022-10-04\n {2}small 2022-10-11/);
    expect(stored()).toHaveLength(3);
    expect((await history("--older-than", "14d")).stdout).toContain("small 2022-10-04");
    expect(stored()).toEqual(["2022-10-11.json.gz", "2022-10-18.json.gz"]);
    expect(JSON.parse((await history("--keep", "1", "-f", "json")).stdout)).toEqual({
      dryRun: false,
      removed: [{ plan: "small", asOf: "2022-10-11" }],
    });
    expect((await history("--keep", "1")).stdout).toContain("没有要删的快照");
  });

  test("what cannot be is told", async () => {
    await three();
    copyFileSync(fileOf("2022-10-04"), fileOf("2022-10-05"));
    const { code, stderr } = await history();
    expect(code).toBe(0);
    expect(stderr).toMatch(/2022-10-05.*D022/);
    expect(await history("--plan", "smal")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("small"),
    });
    expect(await history("--unit", "丙局")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("U006"),
    });
    expect(await history("--keep", "1", "--older-than", "3d")).toMatchObject({ code: 2 });
    expect(await history("--dry-run")).toMatchObject({ code: 2 });
    expect(await evaluate(["history", "nowhere"], { cwd })).toMatchObject({ code: 3 });
  });

  test("an empty folder has nothing to show", async () => {
    mkdirSync(join(cwd, "history"));
    expect(await history()).toMatchObject({ code: 0, stdout: "没有可读的快照。\n" });
  });
});
