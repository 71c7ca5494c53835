import { describe, expect, test } from "vitest";
import { type Duty, type Entry, type Rule, type Story, taskLine, tell, unitIn } from "./story.ts";

const reaches = (good: number, weight: number | string = 1): Rule => ({
  threshold: 100,
  weight,
  units: { 甲: [good, 100] },
});
const lacking = (weight = 1): Rule => ({
  weight,
  lacks: [{ dataset: "办件明细", fields: [], nearest: null }],
});
/** Has rows of 乙 only. */
const elsewhere = (weight = 1): Rule => ({ weight, units: { 乙: [100, 100] } });

describe("score and coverage of a unit", () => {
  const rows: [string, Story, number | null, number | null, boolean][] = [
    ["a weighted mean", { rules: [reaches(90, 3), reaches(50, 1)] }, 80, 1, false],
    ["decimal weights are exact", { rules: [reaches(90, "0.1"), reaches(60, "0.2")] }, 70, 1, false],
    [
      "over the threshold is 1, not more",
      { rules: [{ ...reaches(100), threshold: 50 }, reaches(50)] },
      75,
      1,
      false,
    ],
    [
      "no-data is left out and lowers coverage",
      { rules: [reaches(90, 30), lacking(20), reaches(80, 50)] },
      83.75,
      0.8,
      false,
    ],
    ["below 80 % covered is provisional", { rules: [reaches(90, 79), lacking(21)] }, 90, 0.79, true],
    ["not-applicable is left out and does not", { rules: [reaches(90), elsewhere(9)] }, 90, 1, false],
    [
      "not-scored is left out and does not",
      { rules: [reaches(90), { ...reaches(10, 5), threshold: null }] },
      90,
      1,
      false,
    ],
    ["weight 0 never counts", { rules: [reaches(90), reaches(10, 0), lacking(0)] }, 90, 1, false],
    ["nothing but weight 0", { rules: [reaches(10, 0)] }, null, null, false],
    ["nothing but no-data", { rules: [lacking()] }, null, null, false],
    ["nothing but not-applicable", { rules: [elsewhere()] }, null, null, false],
    ["no indicators", {}, null, null, false],
  ];
  test.each(rows)("%s", (_, story, score, coverage, provisional) => {
    const unit = unitIn(tell(story), "甲");
    expect(unit).toMatchObject({ score, coverage, provisional });
    expect(unit.band === null).toBe(score === null);
  });

  test("statuses are counted over weights above 0", () => {
    const rules = [
      reaches(100),
      reaches(90),
      { ...reaches(80), deadline: "2022-10-01" },
      lacking(),
      elsewhere(),
    ];
    const report = tell({ rules: [...rules, reaches(10, 0), lacking(0)] });
    expect(unitIn(report, "甲")).toMatchObject({ met: 1, open: 1, overdue: 1, noData: 1 });
    expect(report.overall).toMatchObject({ met: 2, open: 1, overdue: 1, noData: 1 });
  });
});

describe("the whole", () => {
  test("is the weighted mean of indicators at whole level, not of the units' scores", () => {
    const report = tell({
      rules: [
        { threshold: 100, weight: 3, units: { 甲: [90, 100], 乙: [100, 900] } },
        { threshold: 100, units: { 甲: [50, 100] } },
      ],
    });
    expect(report.overall).toMatchObject({ score: 26.75, coverage: 1, provisional: false, band: "低" });
    expect(unitIn(report, "甲").score).toBe(80);
  });
  test("below 80 % covered it is provisional as well", () => {
    expect(tell({ rules: [reaches(90), lacking()] }).overall).toMatchObject({
      coverage: 0.5,
      provisional: true,
    });
  });
  test("nothing to score", () => {
    expect(tell({}).overall).toMatchObject({ score: null, coverage: null, band: null });
  });
});

describe("bands", () => {
  const rows: [number, string][] = [
    [100, "非常高"],
    [9000, "非常高"],
    [8999, "高"],
    [8000, "高"],
    [7999, "中"],
    [7000, "中"],
    [6999, "低"],
    [0, "低"],
  ];
  test.each(rows)("%d of ten thousand is %s", (good, band) => {
    const whole = good === 100 ? 100 : 10_000;
    expect(tell({ rules: [{ threshold: 100, units: { 甲: [good, whole] } }] }).overall.band).toBe(band);
  });
  test("a score that only rounds to a band is not in it", () => {
    const report = tell({ rules: [{ threshold: 100, units: { 甲: [89_999, 100_000] } }] });
    expect(unitIn(report, "甲")).toMatchObject({ score: 89.999, band: "高" });
  });
  test("a plan may declare its own", () => {
    const report = tell({
      rules: [reaches(60)],
      bands: [
        [60, "合格"],
        [0, "不合格"],
      ],
    });
    expect(report.overall.band).toBe("合格");
    expect(report.bands).toEqual([
      { from: 60, name: "合格" },
      { from: 0, name: "不合格" },
    ]);
  });
});

describe("ranks", () => {
  const ranksOf = (story: Story) => tell(story).units.map(({ unit, rank }) => [unit, rank]);
  const rates = (units: Record<string, [number, number]>): Rule => ({ threshold: 100, units });

  test("ties share a rank, and the next is skipped", () => {
    const rules = [rates({ 甲: [70, 100], 乙: [88, 100], 丙: [88, 100], 丁: [91, 100] })];
    expect(ranksOf({ units: ["甲", "乙", "丙", "丁"], rules })).toEqual([
      ["甲", 4],
      ["乙", 2],
      ["丙", 2],
      ["丁", 1],
    ]);
  });
  test("scores that print alike are told apart", () => {
    const rules = [rates({ 甲: [8799999, 10000000], 乙: [88, 100], 丙: [8800001, 10000000] })];
    expect(ranksOf({ rules })).toEqual([
      ["甲", 3],
      ["乙", 2],
      ["丙", 1],
    ]);
  });
  test("even beyond what a report's numbers hold", () => {
    const rules = [rates({ 甲: [8e14 - 1, 1e15], 乙: [8e14, 1e15] })];
    const [first, second] = tell({ rules }).units;
    expect(first?.score).toBe(second?.score);
    expect([first?.rank, second?.rank]).toEqual([2, 1]);
  });
  test("go within a unit's first group", () => {
    const units = [
      { name: "甲", groups: ["部门", "窗口"] },
      { name: "乙", groups: ["街道"] },
      { name: "丙", groups: ["部门"] },
    ];
    const rules = [rates({ 甲: [70, 100], 乙: [60, 100], 丙: [80, 100] })];
    expect(ranksOf({ units, rules })).toEqual([
      ["甲", 2],
      ["乙", 1],
      ["丙", 1],
    ]);
  });
  test("provisional and unscored units are not ranked, nor do they push others down", () => {
    const measured = rates({ 甲: [99, 100], 乙: [80, 100] });
    const places = (rules: Rule[]) =>
      tell({ rules }).units.map(({ rank, provisional }) => [rank, provisional]);
    const nobody = [null, false];
    expect(places([measured])).toEqual([[1, false], [2, false], nobody]);
    expect(places([measured, lacking()])).toEqual([[null, true], [null, true], nobody]);
    expect(places([measured, { ...lacking(), responsible: ["甲"] }])).toEqual([
      [null, true],
      [1, false],
      nobody,
    ]);
  });
  test("a town outside the groups has a line, no score and no rank", () => {
    const units = ["甲", { name: "新城镇", groups: [] }];
    const report = tell({ units, rules: [{ ...reaches(90), responsible: ["甲"] }] });
    expect(unitIn(report, "新城镇")).toMatchObject({ group: null, score: null, rank: null, unknown: false });
    expect(unitIn(report, "甲").rank).toBe(1);
  });
  test("even one that has a score is not ranked", () => {
    const units = ["甲", { name: "新城镇", groups: [] }];
    const report = tell({ units, rules: [rates({ 新城镇: [100, 100], 甲: [90, 100] })] });
    expect(unitIn(report, "新城镇")).toMatchObject({ score: 100, rank: null });
  });
});

describe("tasks", () => {
  const entryOf = (entry: Entry | null, duty: Duty = {}, asOf?: string) => {
    const ledger = { t1: entry === null ? {} : { 甲: entry } };
    const report = tell({ tasks: [duty], ledger, ...(asOf === undefined ? {} : { asOf }) });
    return taskLine(report, "甲");
  };

  const rows: [string, Entry | null, string, object][] = [
    [
      "done on time",
      { on: "2022-10-25" },
      "2022-10-30",
      { status: "met", done: true, late: false, attainment: 1 },
    ],
    [
      "done late",
      { on: "2022-10-26" },
      "2022-10-30",
      { status: "met", done: true, late: true, attainment: 1 },
    ],
    [
      "said to be done",
      { status: "已完成" },
      "2022-10-30",
      { status: "met", done: true, late: false, attainment: 1 },
    ],
    [
      "under way",
      { status: "进行中", rate: "0.6" },
      "2022-10-20",
      { status: "open", rate: 0.6, attainment: 0.6 },
    ],
    ["under way on its day", { rate: "0.6" }, "2022-10-25", { status: "open", daysLeft: 0 }],
    ["under way and past its day", { rate: "0.6" }, "2022-10-26", { status: "overdue", attainment: 0.6 }],
    [
      "started without a rate",
      { status: "进行中" },
      "2022-10-20",
      { status: "open", rate: null, attainment: 0 },
    ],
    ["not in the ledger: not started", null, "2022-10-20", { status: "open", done: false, attainment: 0 }],
    [
      "not in the ledger and past its day",
      null,
      "2022-10-26",
      { status: "overdue", done: false, attainment: 0 },
    ],
  ];
  test.each(rows)("%s", (_, entry, asOf, line) => {
    expect(entryOf(entry, {}, asOf)).toMatchObject(line);
  });

  test("a standing task without a deadline is never late", () => {
    expect(entryOf({}, { deadline: null }, "2030-02-01").status).toBe("open");
    expect(entryOf({ on: "2030-01-01" }, { deadline: null }, "2030-02-01")).toMatchObject({
      late: false,
      daysLeft: null,
    });
  });
  test("what was late stays late in the next year", () => {
    expect(entryOf({ on: "2022-12-01" }, { ongoing: true }, "2023-03-01")).toMatchObject({
      late: true,
      status: "met",
    });
    expect(entryOf({ on: "2023-02-01" }, { ongoing: true }, "2023-03-01").late).toBe(false);
  });

  test("without a ledger they are no-data and left out of score and coverage", () => {
    const report = tell({ rules: [reaches(80)], tasks: [{}, {}] });
    expect(taskLine(report, "甲")).toMatchObject({ status: "no-data", done: null, attainment: null });
    expect(unitIn(report, "甲")).toMatchObject({ score: 80, coverage: 1, noData: 0 });
    expect(report.overall).toMatchObject({ score: 80, coverage: 1, noData: 0 });
  });

  test("all together weigh as one indicator, and are not counted among indicators", () => {
    const report = tell({
      rules: [reaches(80), reaches(80)],
      tasks: [{}, {}, {}, {}],
      ledger: { t1: { 甲: { on: "2022-10-01" } }, t2: { 甲: { rate: "0.5" } } },
    });
    // (0.8 + 0.8 + (1 + 0.5 + 0 + 0) / 4) / 3
    expect(unitIn(report, "甲").score).toBeCloseTo((0.8 + 0.8 + 0.375) / 0.03, 8);
    expect(unitIn(report, "甲")).toMatchObject({ met: 0, open: 2, overdue: 0, noData: 0, coverage: 1 });
  });

  test("for the whole a task is the mean of its units", () => {
    expect(tell({ tasks: [{ weight: 0 }], ledger: {} }).overall.score).toBeNull();
    const report = tell({
      tasks: [{ responsible: ["甲", "乙"] }],
      ledger: { t1: { 甲: { on: "2022-10-01" } } },
    });
    expect(report.overall.score).toBe(50);
    expect(report.units.map(({ score }) => score)).toEqual([100, 0, null]);
  });

  test("a unit is scored by the tasks that it is responsible for", () => {
    const report = tell({
      tasks: [{}, { responsible: ["乙"] }],
      ledger: { t1: { 甲: { on: "2022-10-01" } } },
    });
    expect(unitIn(report, "甲").score).toBe(100);
  });

  test("where the plan weighs them each stands on its own", () => {
    const report = tell({
      rules: [reaches(80)],
      tasks: [{ weight: 2 }, { weight: 1 }, { weight: 0 }],
      ledger: { t1: { 甲: { on: "2022-10-01" } } },
    });
    expect(unitIn(report, "甲").score).toBe(70);
  });

  test("those that it does not weigh still count together as one", () => {
    const report = tell({
      rules: [reaches(80)],
      tasks: [{ weight: 2 }, {}, {}],
      ledger: { t1: { 甲: { on: "2022-10-01" } }, t2: { 甲: { rate: "0.4" } } },
    });
    expect(unitIn(report, "甲").score).toBe(75);
  });
});
