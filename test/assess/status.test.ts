import { describe, expect, test } from "vitest";
import { indicatorIn, judged, lineOf, type Rule, tell } from "./story.ts";

const short: Rule = { units: { 甲: [80, 100] } };

describe("status", () => {
  const rows: [string, Rule, string, string][] = [
    ["at the threshold is met", { units: { 甲: [90, 100] } }, "2022-10-20", "met"],
    ["short with days to go", short, "2022-10-20", "open"],
    ["short on the deadline day, which is still in time", short, "2022-10-25", "open"],
    ["short the day after", short, "2022-10-26", "overdue"],
    ["met late is met", { units: { 甲: [95, 100] } }, "2023-06-01", "met"],
    ["never due", { ...short, deadline: null }, "2030-01-01", "open"],
    ["no row of the unit", { units: { 甲: [0, 0], 乙: [1, 1] } }, "2022-10-20", "not-applicable"],
    [
      "a count of a unit without rows",
      { kind: "count", measuredIn: "件", units: { 乙: 3 } },
      "2022-10-20",
      "not-applicable",
    ],
    ["rows, but none to divide by", { kind: "ratio", units: { 甲: [3, 0] } }, "2022-10-20", "not-applicable"],
    ["rows whose cells are all blank", { kind: "sum", units: { 甲: null } }, "2022-10-20", "not-applicable"],
    [
      "a ratio with a blank side",
      { kind: "ratio", units: { 甲: [null, 5] } },
      "2022-10-20",
      "not-applicable",
    ],
    ["a ratio to blanks", { kind: "ratio", units: { 甲: [5, null] } }, "2022-10-20", "not-applicable"],
    ["no quantified target", { ...short, threshold: null, weight: 0 }, "2022-10-20", "not-scored"],
    ["no dataset", { lacks: [{ dataset: "办件明细", fields: [], nearest: null }] }, "2022-10-20", "no-data"],
    ["no column of units", { whole: [80, 100], namesUnits: false }, "2022-10-20", "no-data"],
  ];
  test.each(rows)("%s", (_, rule, asOf, status) => {
    expect(lineOf(judged(rule, asOf), "甲").status).toBe(status);
  });

  test("what is judged has no reason, and what is not has one and no figures", () => {
    const { whole } = judged(short);
    expect([whole.met, whole.reason]).toEqual([false, null]);
    const without = lineOf(judged(short), "乙");
    expect(without).toMatchObject({ met: null, value: null, gap: null, attainment: null, needed: null });
    expect(without.reason).toBe("数据中没有该单位的行");
  });

  test("a value without a target is shown, and its threshold is not", () => {
    const { whole } = judged({ ...short, threshold: null, weight: 0 });
    expect(whole).toMatchObject({ value: 80, met: null, threshold: null, attainment: null, needed: null });
    expect(whole.display).toEqual({ value: "80.00", threshold: "", gap: "" });
  });

  const lacks: [string, NonNullable<Rule["lacks"]>, string][] = [
    ["a dataset", [{ dataset: "办件明细", fields: [], nearest: null }], "没有数据集“办件明细”"],
    [
      "two datasets",
      [
        { dataset: "办件明细", fields: [], nearest: null },
        { dataset: "基础数据", fields: [], nearest: null },
      ],
      "没有数据集“办件明细”“基础数据”",
    ],
    [
      "columns, with what may have been meant",
      [{ dataset: "事项清单", fields: ["办件类型", "事项类型"], nearest: "办件类别" }],
      "“事项清单”缺少列：办件类型、事项类型；表中有“办件类别”，是不是这一列？",
    ],
  ];
  test.each(lacks)("no-data names %s", (_, lack, reason) => {
    const { whole, units } = judged({ lacks: lack });
    expect([whole.status, whole.reason]).toEqual(["no-data", reason]);
    expect(units.map((line) => line.reason)).toEqual([reason, reason, reason]);
  });

  test("a dataset without a usable row is not-applicable everywhere", () => {
    const { whole, units } = judged({ whole: [0, 0] });
    expect([whole.status, whole.reason]).toEqual(["not-applicable", "数据集中没有可用的行"]);
    expect(units.every((line) => line.status === "not-applicable")).toBe(true);
  });

  test("reasons are said in the language of the report", () => {
    const report = tell({ rules: [short], language: "en" });
    expect(lineOf(indicatorIn(report), "乙").reason).toBe("no row of this unit in the data");
  });
});

describe("deadline in force", () => {
  const rows: [string, boolean, string, string, string, number][] = [
    ["before it", true, "2022-10-20", "open", "2022-10-25", 5],
    ["on the day", true, "2022-10-25", "open", "2022-10-25", 0],
    ["later in its year", true, "2022-12-31", "overdue", "2022-10-25", -67],
    ["ongoing: judged anew from 1 January", true, "2023-01-01", "open", "2023-10-25", 297],
    ["ongoing: and overdue again that autumn", true, "2023-10-26", "overdue", "2023-10-25", -1],
    ["ongoing: years later", true, "2025-03-01", "open", "2025-10-25", 238],
    ["once only: stays overdue", false, "2023-01-01", "overdue", "2022-10-25", -68],
  ];
  test.each(rows)("%s", (_, ongoing, asOf, status, deadline, daysLeft) => {
    expect(judged({ ...short, ongoing }, asOf).whole).toMatchObject({ status, deadline, daysLeft });
  });

  test("29 February moves to the 28th where there is none", () => {
    const rule = { ...short, ongoing: true, deadline: "2024-02-29" };
    expect(judged(rule, "2025-02-28").whole).toMatchObject({ status: "open", deadline: "2025-02-28" });
  });

  test("an indicator without one has no days left", () => {
    expect(judged({ ...short, deadline: null }).whole).toMatchObject({ deadline: null, daysLeft: null });
  });
});

describe("stages", () => {
  const stages = [
    ["2022-10-25", 80],
    ["2022-12-31", 90],
    ["2023-06-30", 98],
  ] as const;
  const at = (good: number, asOf: string, ongoing = false) =>
    judged({ stages, ongoing, units: { 甲: [good, 100] } }, asOf).whole;

  const rows: [string, number, string, number, number, string][] = [
    ["the first until its day is over", 85, "2022-10-25", 1, 80, "met"],
    ["the second from the next day", 85, "2022-10-26", 2, 90, "open"],
    ["the last", 95, "2023-01-01", 3, 98, "open"],
    ["the last stays after all have passed", 95, "2023-07-01", 3, 98, "overdue"],
  ];
  test.each(rows)("current: %s", (_, good, asOf, stage, threshold, status) => {
    expect(at(good, asOf)).toMatchObject({ stage, threshold, status });
  });

  test("a missed earlier stage stays visible", () => {
    const outcomes = at(75, "2022-11-01").stages;
    expect(outcomes.map(({ index, current, met, missed }) => [index, current, met, missed])).toEqual([
      [1, false, false, true],
      [2, true, false, false],
      [3, false, false, false],
    ]);
  });

  test("a stage that was reached is not missed", () => {
    // Its own day is still in time.
    expect(at(75, "2022-10-25").stages.some(({ missed }) => missed)).toBe(false);
    expect(at(95, "2023-06-30").stages.some(({ missed }) => missed)).toBe(false);
    expect(at(85, "2022-11-01").stages.map(({ met, missed }) => [met, missed])).toEqual([
      [true, false],
      [false, false],
      [false, false],
    ]);
  });

  test("in a new year the last stage of an ongoing duty is open again, and the earlier ones stay missed", () => {
    const whole = at(75, "2024-01-10", true);
    expect([whole.status, whole.deadline]).toEqual(["open", "2024-06-30"]);
    expect(whole.stages.map(({ missed }) => missed)).toEqual([true, true, false]);
  });

  test("without data no stage is judged", () => {
    const { whole } = judged({ stages, whole: [0, 0] }, "2022-11-01");
    expect(whole.stages.map(({ met, missed }) => [met, missed])).toEqual(Array(3).fill([null, false]));
  });

  test("an indicator with one threshold has no stage number", () => {
    expect(judged(short).whole).toMatchObject({ stage: null, stages: [] });
  });

  test("a quota is split anew for each stage", () => {
    const rule: Rule = {
      kind: "sum",
      measuredIn: "人",
      scope: "quota",
      stages: [
        ["2022-10-25", 100],
        ["2022-12-31", 200],
      ],
      shares: { 甲: 3, 乙: 1 },
      units: { 甲: 80, 乙: 20 },
    };
    const first = lineOf(judged(rule, "2022-10-20"), "甲");
    expect([first.threshold, first.status]).toEqual([75, "met"]);
    const second = lineOf(judged(rule, "2022-11-20"), "甲");
    expect([second.threshold, second.status]).toEqual([150, "open"]);
    expect(second.stages.map(({ threshold, met }) => [threshold, met])).toEqual([
      [75, true],
      [150, false],
    ]);
  });
});
