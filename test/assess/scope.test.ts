import { describe, expect, test } from "vitest";
import { indicatorIn, judged, lineOf, type Rule, tell, unitIn } from "./story.ts";

describe("each", () => {
  const rule: Rule = { units: { 甲: [950, 1000], 乙: [40, 80], 某某局: [300, 320] } };

  test("units are held against the threshold by their own rows, the whole by all rows", () => {
    const indicator = judged(rule);
    expect(indicator.units.map(({ unit, status, value }) => [unit, status, value])).toEqual([
      ["甲", "met", 95],
      ["乙", "open", 50],
      ["丙", "not-applicable", null],
    ]);
    expect(indicator.whole).toMatchObject({ status: "met", numerator: 1290, denominator: 1400, rows: 1400 });
  });

  test("rows of an unknown name count towards the whole and are listed apart", () => {
    const report = tell({ rules: [rule], strangers: ["某某局"] });
    expect(indicatorIn(report).others).toEqual([
      { unit: "某某局", group: null, numerator: 300, denominator: 320, rows: 320 },
    ]);
    expect(unitIn(report, "某某局")).toMatchObject({ unknown: true, score: null, rank: null, group: null });
  });

  test("rows of a known unit that is not responsible count towards the whole, not for or against it", () => {
    const report = tell({ rules: [{ ...rule, responsible: ["甲"] }] });
    const indicator = indicatorIn(report);
    expect(indicator.units.map((line) => line.unit)).toEqual(["甲"]);
    expect(indicator.others.map((line) => line.unit)).toEqual(["乙", "某某局"]);
    expect(indicator.whole.denominator).toBe(1400);
    expect(unitIn(report, "乙")).toMatchObject({ score: null, coverage: null, rank: null, open: 0 });
  });

  test("a unit's rows include those of the unit below it, the whole has them once", () => {
    const report = tell({
      units: ["市局", { name: "分局", parent: "市局" }],
      rules: [{ units: { 市局: [80, 100], 分局: [30, 40] }, whole: [80, 100] }],
    });
    const indicator = indicatorIn(report);
    expect([lineOf(indicator, "市局").value, lineOf(indicator, "分局").value]).toEqual([80, 75]);
    expect(indicator.whole).toMatchObject({ numerator: 80, denominator: 100 });
    expect(lineOf(indicator, "分局").wholeWithout).toBeCloseTo((50 / 60) * 100, 8);
    expect(unitIn(report, "分局").parent).toBe("市局");
  });

  test("distinct things are counted anew for the whole, never summed", () => {
    const counted: Rule = {
      kind: "distinct",
      measuredIn: "项",
      threshold: 10,
      units: { 甲: 6, 乙: 6 },
      whole: 9,
    };
    expect(judged(counted).whole).toMatchObject({ value: 9, status: "open", denominator: null });
    const shares: Rule = { distinct: true, units: { 甲: [6, 8], 乙: [6, 8] }, whole: [9, 12] };
    expect(lineOf(judged(shares), "甲").wholeWithout).toBeNull();
  });

  test("the whole without its only unit is nothing", () => {
    expect(lineOf(judged({ units: { 甲: [1, 2] } }), "甲").wholeWithout).toBeNull();
  });
});

describe("shared", () => {
  const rule: Rule = {
    kind: "latest",
    measuredIn: "人",
    threshold: 1000,
    scope: "shared",
    lead: ["乙"],
    units: { 甲: 500, 乙: 300 },
  };
  const report = tell({ rules: [rule] });

  test("units see the whole's figures beside their own contribution", () => {
    const { units, whole } = indicatorIn(report);
    expect(
      units.map(({ unit, value, attainment, contribution }) => [unit, value, attainment, contribution]),
    ).toEqual([
      ["甲", 800, 0.8, 500],
      ["乙", 800, 0.8, 300],
      ["丙", 800, 0.8, null],
    ]);
    expect(whole).toMatchObject({ value: 800, contribution: null });
  });

  test("only the lead is scored by it", () => {
    expect(report.units.map(({ unit, score, open }) => [unit, score, open])).toEqual([
      ["甲", null, 0],
      ["乙", 80, 1],
      ["丙", null, 0],
    ]);
    expect(report.overall.score).toBe(80);
  });

  test("a lead that is not responsible has a line and is scored", () => {
    const apart = tell({ rules: [{ ...rule, responsible: ["甲"] }] });
    expect(indicatorIn(apart).units.map((line) => line.unit)).toEqual(["甲", "乙"]);
    expect(unitIn(apart, "乙").score).toBe(80);
  });

  test("where rows name no units the whole still stands", () => {
    const unnamed = indicatorIn(tell({ rules: [{ ...rule, units: {}, whole: 800, namesUnits: false }] }));
    expect(lineOf(unnamed, "甲")).toMatchObject({ status: "open", value: 800, contribution: null });
  });
});

describe("quota", () => {
  const rule: Rule = {
    kind: "sum",
    measuredIn: "人",
    threshold: 100,
    scope: "quota",
    shares: { 甲: 2, 乙: 1 },
    units: { 甲: 70, 乙: 20, 丙: 5 },
  };

  test("each unit is held against its part, the whole against all", () => {
    const { units, whole } = judged(rule);
    expect(units.map(({ unit, threshold, status, gap }) => [unit, threshold, status, gap])).toEqual([
      ["甲", 67, "met", 0],
      ["乙", 33, "open", 13],
      ["丙", null, "not-applicable", null],
    ]);
    expect(whole).toMatchObject({ threshold: 100, value: 95, status: "open", gap: 5 });
  });

  test("a unit without a part says so", () => {
    expect(lineOf(judged(rule), "丙").reason).toBe("没有分配给该单位的任务量");
  });

  test("an explicit table is taken as it is", () => {
    const { shares: _, ...rest } = rule;
    const { units } = judged({ ...rest, table: { 甲: 71, 丙: 5 } });
    expect(units.map(({ unit, threshold, status }) => [unit, threshold, status])).toEqual([
      ["甲", 71, "open"],
      ["乙", null, "not-applicable"],
      ["丙", 5, "met"],
    ]);
  });

  test("each unit is scored by its own part", () => {
    const report = tell({ rules: [{ ...rule, units: { 甲: 33.5, 乙: 33 } }] });
    expect(report.units.map(({ unit, score }) => [unit, score])).toEqual([
      ["甲", 50],
      ["乙", 100],
      ["丙", null],
    ]);
  });

  test("pace is the whole's: a unit's part has no baseline of its own", () => {
    const paced: Rule = { ...rule, baseline: [40, "2022-08-01"] };
    const { whole, units } = judged(paced);
    expect(whole.pace?.state).toBe("on-track");
    expect(units.every((line) => line.pace === null)).toBe(true);
  });
});
