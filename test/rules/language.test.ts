import { describe, expect, test } from "vitest";
import type { Report } from "../../src/model/report.ts";
import { loadPlan } from "../../src/plan/load.ts";
import type { ProblemError } from "../../src/problem.ts";
import { folderWith } from "../plan/rules.ts";
import { reportOf, said, type Tables } from "./story.ts";

// A city with two counties, one of which has its departments in the directory.
const units = `units: city
place: 青山市
prefixes: [青山市, 市]
groups: [各县区, 市直部门, 县直部门]
members:
  - { name: 东县, full: 东县人民政府, group: 各县区 }
  - { name: 西县, full: 西县人民政府, group: 各县区 }
  - { name: 东县公安局, group: 县直部门, parent: 东县 }
  - { name: 东县派出所, parent: 东县公安局 }
  - { name: 市公安局, group: 市直部门 }
  - { name: 市教育局, group: 市直部门 }
`;
const head = `plan: c
title: 方案
issued: 2021-11-09
period: { start: 2021-01-01, end: 2021-12-31 }
units: city.yaml
defaults: { measuredIn: "%", direction: at-least, responsible: [各县区], deadline: 2021-12-31 }
`;

const planWith = async (body: string) =>
  loadPlan("c.yaml", {
    cwd: await folderWith({ "c.yaml": head + body.replace(/^\n/, ""), "city.yaml": units }),
  });

/** A ledger without a word. */
const none: Tables = { 任务台账: "任务编号,责任单位,状态" };

/** The problems of a plan that the dictionary of the tool has datasets for. */
const told = async (body: string) =>
  planWith(body).then(
    () => [],
    (error: ProblemError) => error.problems,
  );

const indicator = (report: Report, id: string) => {
  const found = report.indicators.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
};
const unitsOf = (report: Report, id: string) =>
  Object.fromEntries(indicator(report, id).units.map((unit) => [unit.unit, said(unit)]));

/** "t@2021-11-15 due 2021-11-15: 东县 met, 西县 overdue" */
const tasksOf = (report: Report) =>
  report.tasks.map(({ id, deadline, units: lines }) => {
    const told = lines.map(({ unit, status, late }) => `${unit} ${status}${late ? " late" : ""}`);
    return `${id} due ${deadline}: ${told.join(", ")}`;
  });
const scoresOf = (report: Report) =>
  Object.fromEntries(report.units.flatMap(({ unit, score }) => (score === null ? [] : [[unit, score]])));

describe("a county's figure is its own rows and its departments'", () => {
  const rows: Tables = {
    电子印章: `印章编号,使用单位,是否备案
      1,东县人民政府,是
      2,东县公安局,否
      3,东县派出所,是
      4,东县派出所,是
      5,西县,否
      6,市公安局,是`,
  };
  const rule = "measure: { share: 电子印章, that: { 是否备案: 是 } }, threshold: 75";

  test("the departments of a responsible county are not listed beside it", async () => {
    const plan = await planWith(`indicators:\n  - { id: a, clause: 一, name: 甲, ${rule} }\n`);
    const report = await reportOf(plan, rows, "2021-12-01");
    expect(unitsOf(report, "a")).toEqual({
      东县: "met 3/4 = 75, a 1, 4 rows",
      西县: "open 0/1 = 0, a 0, 1 rows, fix 1, new 3",
    });
    expect(indicator(report, "a").others.map(({ unit, numerator }) => [unit, numerator])).toEqual([
      ["市公安局", 1],
    ]);
    expect(said(indicator(report, "a").whole)).toBe(
      "open 4/6 = 66.6666666667, a 0.888888888889, 6 rows, fix 1, new 2",
    );
  });

  test("departments that are bound themselves have a line of their own", async () => {
    const bound = `${rule}, responsible: [县直部门, 市直部门]`;
    const plan = await planWith(`indicators:\n  - { id: a, clause: 一, name: 甲, ${bound} }\n`);
    const report = await reportOf(plan, rows, "2021-12-01");
    expect(unitsOf(report, "a")).toEqual({
      东县公安局: "open 2/3 = 66.6666666667, a 0.888888888889, 3 rows, fix 1, new 1",
      市公安局: "met 1/1 = 100, a 1, 1 rows",
      市教育局: "not-applicable (no-rows)",
    });
  });
});

describe("quota", () => {
  const rows: Tables = { 电子证照: "证照类型编码,颁发单位,汇聚数量\nA,东县,36\nB,西县,63" };
  const rule = (quota: string) =>
    `indicators:\n  - { id: a, clause: 一, name: 甲, measure: { sum: 电子证照.汇聚数量 }, measuredIn: 条, threshold: 100, scope: quota, quota: ${quota} }\n`;

  test("by proportions that add up to the whole", async () => {
    const report = await reportOf(
      await planWith(rule("{ shares: { 东县: 1, 西县: 2 } }")),
      rows,
      "2021-12-01",
    );
    expect(indicator(report, "a").units.map(({ unit, threshold }) => [unit, threshold])).toEqual([
      ["东县", 33],
      ["西县", 67],
    ]);
    expect(unitsOf(report, "a")).toEqual({
      东县: "met 36, a 1, 1 rows",
      西县: "open 63, a 0.940298507463, 1 rows, move 4",
    });
    expect(said(indicator(report, "a").whole)).toBe("open 99, a 0.99, 2 rows, move 1");
  });

  test("by a table; a unit that it lacks has no quota", async () => {
    const report = await reportOf(await planWith(rule("{ table: { 东县: 100 } }")), rows, "2021-12-01");
    expect(unitsOf(report, "a")).toEqual({
      东县: "open 36, a 0.36, 1 rows, move 64",
      西县: "not-applicable (no-quota)",
    });
  });

  test("the units that it names must be in the directory", async () => {
    const problems = await told(rule("{ shares: { 东县城: 1 } }"));
    expect(problems.map(({ code, nearest }) => `${code} ${nearest}`)).toEqual(["R013 东县"]);
  });
});

describe("tasks", () => {
  const task = (keys: string) => `indicators: []\ntasks:\n  - { id: t, clause: 一, name: 报告, ${keys} }\n`;
  const ledger = (...lines: string[]): Tables => ({
    任务台账: `任务编号,责任单位,状态,完成日期,完成率\n${lines.join("\n")}`,
  });

  test("a task bound to a group is one for each of its units", async () => {
    const plan = await planWith(task("deadline: 2021-11-30"));
    const report = await reportOf(plan, ledger("t,东县,已完成,2021-11-20,"), "2021-12-01");
    expect(tasksOf(report)).toEqual(["t due 2021-11-30: 东县 met, 西县 overdue"]);
    expect(scoresOf(report)).toEqual({ 东县: 100, 西县: 0 });
  });

  test("a recurring task is one for each period that has begun", async () => {
    const plan = await planWith(task("recurrence: { monthly: [15, 30] }"));
    const rows = ledger(
      "t@2021-11-15,东县,已完成,2021-11-16,",
      "t@2021-11-15,西县,已完成,2021-11-15,",
      "t@2021-11-30,东县,进行中,,50%",
    );
    const report = await reportOf(plan, rows, "2021-11-30");
    expect(tasksOf(report)).toEqual([
      "t@2021-11-15 due 2021-11-15: 东县 met late, 西县 met",
      "t@2021-11-30 due 2021-11-30: 东县 open, 西县 open",
    ]);
    expect(report.tasks.map(({ of, recurrence }) => [of, recurrence])).toEqual([
      ["t", "monthly 15, 30"],
      ["t", "monthly 15, 30"],
    ]);
    // (1 + 0.5) ÷ 2, (1 + 0) ÷ 2.
    expect(scoresOf(report)).toEqual({ 东县: 75, 西县: 50 });
  });

  test("the bare id with a day of completion falls to the period of that day", async () => {
    const plan = await planWith(task("recurrence: { monthly: [15, 30] }"));
    const rows = ledger(
      "t,东县,已完成,2021-11-12,",
      "t,东县,已完成,2021-11-29,",
      "报告,西县,已完成,2021-11-30,",
      "t@2021-11-30,西县,未开始,,",
      "t@2021-11-20,西县,已完成,2021-11-20,",
    );
    const report = await reportOf(plan, rows, "2021-11-30");
    expect(tasksOf(report)).toEqual([
      "t@2021-11-15 due 2021-11-15: 东县 met, 西县 overdue",
      "t@2021-11-30 due 2021-11-30: 东县 met, 西县 met",
    ]);
    // Nothing is due on the 20th.
    expect(report.quality.notes.map(({ why }) => `${why.code} ${why.with.id}`)).toContain(
      "unknown-answer t@2021-11-20",
    );
    expect(report.inputs[0]?.sheets[0]).toMatchObject({ rows: 5, used: 5 });
  });

  test("two rows of one unit and period are a duplicate", async () => {
    const plan = await planWith(task("recurrence: { quarterly: true }"));
    const rows = ledger(
      "t,东县,已完成,2021-12-01,",
      "t,东县,已完成,2021-12-02,",
      "t,西县,已完成,2021-12-03,",
    );
    const report = await reportOf(plan, rows, "2021-12-31");
    expect(report.tasks[0]?.units[0]?.completedOn).toBe("2021-12-01");
    expect(report.inputs[0]?.sheets[0]).toMatchObject({ used: 2, excluded: { duplicate: 1 } });
  });

  test("periods lie within the plan's period and the task's own start and deadline", async () => {
    const ids = async (keys: string, asOf = "2021-12-31") =>
      (await reportOf(await planWith(task(keys)), none, asOf)).tasks.map(({ id }) => id);
    expect(await ids("recurrence: { monthly: 20 }, start: 2021-10-01, deadline: 2021-11-30")).toEqual([
      "t@2021-10-20",
      "t@2021-11-20",
    ]);
    expect(await ids("recurrence: { weeks: 2, from: 2021-12-01 }")).toEqual([
      "t@2021-12-01",
      "t@2021-12-15",
      "t@2021-12-29",
    ]);
    expect(await ids("recurrence: { yearly: 12-31 }", "2021-11-10")).toEqual(["t@2021-12-31"]);
    expect(await ids("recurrence: { monthly: 20 }", "2021-11-08")).toEqual([]);
    expect(await ids("recurrence: 不定期")).toEqual(["t"]);
  });

  test("what has not begun is open, and counts for nothing unless it is done", async () => {
    const plan = await planWith(task("start: 2021-12-10, deadline: 2021-12-31"));
    const rows = ledger("t,东县,已完成,2021-12-01,", "t,西县,进行中,,10%");
    const before = await reportOf(plan, rows, "2021-12-09");
    expect(tasksOf(before)).toEqual(["t due 2021-12-31: 东县 met, 西县 open"]);
    expect(scoresOf(before)).toEqual({ 东县: 100 });
    expect(scoresOf(await reportOf(plan, rows, "2021-12-10"))).toEqual({ 东县: 100, 西县: 10 });
  });

  test("the periods of a task with a weight share that weight", async () => {
    const body = `indicators: []
tasks:
  - { id: t, clause: 一, name: 报告, recurrence: { monthly: [15, 30] }, weight: 1 }
  - { id: u, clause: 二, name: 大厅, deadline: 2021-12-31, weight: 3 }
`;
    const rows = ledger("t@2021-11-15,东县,已完成,2021-11-15,", "u,东县,已完成,2021-11-20,");
    const report = await reportOf(await planWith(body), rows, "2021-11-20");
    // (1 × (1 + 0) ÷ 2 + 3 × 1) ÷ 4.
    expect(scoresOf(report)).toEqual({ 东县: 87.5, 西县: 0 });
  });

  test("a recurrence in words is refused with the forms that there are", async () => {
    const [problem] = await told(task("recurrence: 每月15日"));
    expect(problem).toMatchObject({ code: "R005", with: { key: "recurrence", value: "每月15日" } });
    expect(problem?.with.expected).toContain("{ monthly: [15, 30] }");
  });
});

describe("stages", () => {
  test("再新增 counts from the stage before", async () => {
    const plan = await planWith(
      `indicators:
  - id: a
    clause: 一
    name: 甲
    measure: { count: 接口清单 }
    measuredIn: 个
    stages: [{ deadline: 2021-06-30, threshold: 2 }, { deadline: 2021-12-31, more: 3 }]
`,
    );
    const interfaces = "接口编码,申请单位\n1,东县\n2,东县\n3,东县\n4,西县";
    const report = await reportOf(plan, { 接口清单: interfaces }, "2021-07-01");
    expect(said(indicator(report, "a").whole)).toBe("open 4, a 0.8, 4 rows, move 1");
    expect(indicator(report, "a").whole.stages.map(({ threshold, missed }) => [threshold, missed])).toEqual([
      [2, false],
      [5, false],
    ]);
    expect(indicator(report, "a").units[1]?.stages[0]).toMatchObject({ met: false, missed: true });
  });

  test.each([
    ["{ deadline: 2021-06-30, more: 2 }"],
    ["{ deadline: 2021-06-30, threshold: 2 }, { deadline: 2021-12-31 }"],
    ["{ deadline: 2021-06-30, threshold: 2 }, { deadline: 2021-12-31, threshold: 3, more: 1 }"],
  ])("a stage says one of threshold and more, the first its threshold: %s", async (stages) => {
    const body = `indicators:\n  - { id: a, clause: 一, name: 甲, measure: { count: 接口清单 }, measuredIn: 个, stages: [${stages}] }\n`;
    await expect(planWith(body)).rejects.toMatchObject({ problems: [{ code: "R005" }] });
  });
});

test("dimensions are carried in the report", async () => {
  const plan = await planWith(
    "indicators:\n  - { id: a, clause: 一, name: 甲, measure: { count: 接口清单 }, measuredIn: 个, threshold: 1, dimension: 事项覆盖度 }\n",
  );
  const report = await reportOf(plan, none, "2021-12-01");
  expect(report.indicators[0]?.dimension).toBe("事项覆盖度");
});
