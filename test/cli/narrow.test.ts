import { describe, expect, test } from "vitest";
import { narrow } from "../../src/cli/narrow.ts";
import type { Effort } from "../../src/model/effort.ts";
import { ProblemError, sentenceOf } from "../../src/problem.ts";
import { indicator, smallReport, unitScore } from "./small-report.ts";

const report = smallReport({
  indicators: [
    indicator("visits", "met", { 市公安局: "overdue", 市民政局: "met" }),
    indicator("enterprises", "open", { 市市场监管局: "open" }),
  ],
  units: [unitScore("市公安局", 92), unitScore("市民政局", 70), unitScore("市市场监管局", 50, "在嘉各单位")],
});
const shape = (by: Partial<Parameters<typeof narrow>[1]>) => {
  const { indicators, units } = narrow(report, { units: [], indicators: [], ...by });
  return {
    indicators: indicators.map(({ id, units }) => [id, ...units.map(({ unit }) => unit)].join(" ")),
    units: units.map(({ unit }) => unit),
  };
};

describe("narrow", () => {
  test("without names nothing is left out", () => {
    expect(narrow(report, { units: [], indicators: [] })).toEqual(report);
  });

  test("a unit keeps only its lines, and the indicators that it has", () => {
    expect(shape({ units: ["市公安局"] })).toEqual({ indicators: ["visits 市公安局"], units: ["市公安局"] });
  });

  test("a group stands for its units", () => {
    expect(shape({ units: ["市政府各部门"] }).units).toEqual(["市公安局", "市民政局"]);
  });

  test("an indicator keeps all units", () => {
    expect(shape({ indicators: ["enterprises"] })).toEqual({
      indicators: ["enterprises 市市场监管局"],
      units: ["市公安局", "市民政局", "市市场监管局"],
    });
  });

  test("a clause may be written with brackets of either width", () => {
    const found = narrow(
      { ...report, indicators: report.indicators.map((one) => ({ ...one, clause: "三（一）" })) },
      { units: [], indicators: ["三(一)"] },
    );
    expect(found.indicators).toHaveLength(2);
  });

  test("what would help the whole names only what is still listed", () => {
    const effort = { kind: "indicator", status: "open", gain: 2, cumulated: 2 } as Effort;
    const efforts = [
      { ...effort, id: "enterprises" },
      { ...effort, id: "visits", cumulated: 4 },
      { ...effort, id: "a-task", kind: "task", cumulated: 6 } as Effort,
    ];
    const narrowed = narrow(
      { ...report, overall: { ...report.overall, efforts } },
      { units: ["市民政局"], indicators: [] },
    );
    expect(narrowed.overall.efforts.map(({ id, cumulated }) => [id, cumulated])).toEqual([["visits", 2]]);
  });

  test("no number changes", () => {
    const narrowed = narrow(report, { units: ["市民政局"], indicators: ["visits"] });
    expect(narrowed.overall).toEqual(report.overall);
    expect(narrowed.units).toEqual([report.units[1]]);
    expect(narrowed.indicators[0]?.whole).toEqual(report.indicators[0]?.whole);
  });

  test("all unknown names are refused at once, with the nearest", () => {
    const sentences = (() => {
      try {
        narrow(report, { units: ["公安局"], indicators: ["visit", "什么"] });
        return [];
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        return error.problems.map((found) => sentenceOf(found, "zh"));
      }
    })();
    expect(sentences).toEqual([
      "方案里没有责任单位“公安局”。是不是“市公安局”？",
      "方案里没有指标“visit”。是不是“visits”？",
      "方案里没有指标“什么”。",
    ]);
  });
});
