import { describe, expect, test } from "vitest";
import type { Waiver } from "../../src/model/waiver.ts";
import { day, indicatorIn, lineOf, type Story, taskLine, tell, unitIn } from "./story.ts";

const granted = { reason: "系统由省厅统建", document: "示政办函〔2022〕18号", expires: day("2022-10-20") };

function waiver(id: string, units: readonly string[] | null, kind: Waiver["kind"] = "indicator"): Waiver {
  return { kind, id, units, named: units ?? ["all"], ...granted };
}

/** 甲 has half of what i1 wants and all of i2; 乙 the other way round. */
const story: Story = {
  units: ["甲", "乙"],
  rules: [
    { id: "i1", units: { 甲: [45, 100], 乙: [90, 100] } },
    { id: "i2", weight: 3, units: { 甲: [90, 100], 乙: [45, 100] } },
  ],
  tasks: [{ id: "t1", responsible: ["甲", "乙"] }],
};

describe("a waived indicator", () => {
  const report = tell({ ...story, waivers: [waiver("i1", ["甲"])] });
  const line = lineOf(indicatorIn(report), "甲");

  test("shows its value, and by which document until when it is waived", () => {
    expect(line).toMatchObject({
      status: "waived",
      value: 45,
      numerator: 45,
      denominator: 100,
      threshold: 90,
      rows: 100,
      met: null,
      gap: null,
      attainment: null,
      needed: null,
      why: {
        code: "waived",
        with: { document: "示政办函〔2022〕18号", expires: "2022-10-20", reason: "系统由省厅统建" },
      },
      reason: "已豁免至 2022-10-20（示政办函〔2022〕18号）：系统由省厅统建",
    });
  });

  test("weighs nothing in the unit's score, and the rest is weighed anew", () => {
    // Without it 甲 has (0.5 + 3 × 1) / 4.
    expect(unitIn(tell(story), "甲").score).toBe(87.5);
    expect(unitIn(report, "甲")).toMatchObject({ score: 100, coverage: 1, met: 1, open: 0, efforts: [] });
  });

  test("changes nothing for other units, nor for the whole, whose rows are pooled as before", () => {
    const before = tell(story);
    expect(unitIn(report, "乙")).toEqual({ ...unitIn(before, "乙"), rank: 2 });
    expect(indicatorIn(report).whole).toEqual(indicatorIn(before).whole);
    expect(report.overall).toEqual(before.overall);
  });

  test("is listed in the report", () => {
    expect(report.waivers).toEqual([
      {
        kind: "indicator",
        id: "i1",
        clause: "条款i1",
        name: "i1",
        all: false,
        units: ["甲"],
        named: ["甲"],
        reason: "系统由省厅统建",
        document: "示政办函〔2022〕18号",
        expires: "2022-10-20",
      },
    ]);
    expect(tell(story)).not.toHaveProperty("waivers");
  });

  test("is said in English too", () => {
    const english = tell({ ...story, language: "en", waivers: [waiver("i1", ["甲"])] });
    expect(lineOf(indicatorIn(english), "甲").reason).toBe(
      "waived until 2022-10-20 (示政办函〔2022〕18号): 系统由省厅统建",
    );
  });
});

test("for everybody, the whole is waived too", () => {
  const report = tell({ ...story, waivers: [waiver("i1", null)] });
  const { whole, units, shortfalls } = indicatorIn(report);
  expect([whole, ...units].map(({ status }) => status)).toEqual(["waived", "waived", "waived"]);
  expect(shortfalls).toEqual([]);
  // 135 of 200 is 67.5 %: three quarters of 90 %.
  expect(report.overall).toMatchObject({ score: 75, coverage: 1, open: 1 });
});

test("who lacks the data of what is waived lacks nothing", () => {
  const lacking: Story = {
    units: ["甲"],
    rules: [
      { id: "i1", lacks: [{ dataset: "好差评", fields: [], nearest: null }] },
      { id: "i2", units: { 甲: [90, 100] } },
    ],
  };
  expect(unitIn(tell(lacking), "甲")).toMatchObject({ coverage: 0.5, provisional: true, noData: 1 });
  const report = tell({ ...lacking, waivers: [waiver("i1", ["甲"])] });
  expect(unitIn(report, "甲")).toMatchObject({ coverage: 1, provisional: false, noData: 0 });
});

test("with nothing left to score there is no score", () => {
  const report = tell({ units: ["甲"], rules: [{ units: { 甲: [1, 2] } }], waivers: [waiver("i1", ["甲"])] });
  expect(unitIn(report, "甲")).toMatchObject({ score: null, coverage: null, rank: null });
});

test("a shared indicator waived for its lead leaves the lead's score, not the whole's", () => {
  const rules = [{ scope: "shared", lead: ["甲"], units: { 甲: [45, 100] } }] as const;
  const report = tell({ units: ["甲", "乙"], rules, waivers: [waiver("i1", ["甲"])] });
  expect(unitIn(report, "甲").score).toBeNull();
  expect(report.overall.score).toBe(50);
});

describe("a waived task", () => {
  const ledger = { t1: { 乙: { status: "已完成" } } };

  test("is not owed by the unit, and not counted against it or the whole", () => {
    const before = tell({ ...story, rules: [], ledger });
    expect([unitIn(before, "甲").score, before.overall.score]).toEqual([0, 50]);
    const report = tell({ ...story, rules: [], ledger, waivers: [waiver("t1", ["甲"], "task")] });
    expect(taskLine(report, "甲")).toMatchObject({
      status: "waived",
      attainment: null,
      reason: "已豁免至 2022-10-20（示政办函〔2022〕18号）：系统由省厅统建",
    });
    expect([unitIn(report, "甲").score, report.overall.score]).toEqual([null, 100]);
    expect(report.overall.efforts).toEqual([]);
  });

  test("is no indicator of that id", () => {
    const report = tell({ ...story, ledger, waivers: [waiver("i1", ["甲"], "task")] });
    expect(lineOf(indicatorIn(report), "甲").status).toBe("open");
  });
});
