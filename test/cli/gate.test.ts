import { describe, expect, test } from "vitest";
import { type GateOptions, gateOf, gateSentence } from "../../src/cli/gate.ts";
import { indicator, smallReport, unitScore } from "./small-report.ts";

const report = smallReport({
  indicators: [
    indicator("visits", "met", { 市公安局: "overdue", 市民政局: "met" }),
    indicator("instant", "open", { 市公安局: "met", 市民政局: "open" }),
    indicator("ratings", "no-data", { 市公安局: "no-data", 市民政局: "no-data" }),
    indicator("listed-only", "overdue", { 市公安局: "overdue" }, 0),
  ],
  units: [unitScore("市公安局", 92.5), unitScore("市民政局", null)],
});
const whole: GateOptions = { failOn: "never", failUnder: null, byUnit: false };

describe("gateOf", () => {
  test.each([
    ["no gate asked for", whole, []],
    ["unmet is open or overdue, weight 0 left out", { ...whole, failOn: "unmet" }, ["instant"]],
    ["overdue alone: only the one of weight 0 is", { ...whole, failOn: "overdue" }, []],
    ["no data", { ...whole, failOn: "no-data" }, ["ratings"]],
    ["by unit", { ...whole, failOn: "unmet", byUnit: true }, ["市公安局 visits", "市民政局 instant"]],
    ["a score on the limit passes", { ...whole, failUnder: 80 }, []],
    ["a score below it fails", { ...whole, failUnder: 80.01 }, ["whole 80"]],
    ["by unit, no score fails too", { ...whole, failUnder: 80, byUnit: true }, ["市民政局 null"]],
    ["both gates", { ...whole, failOn: "unmet", failUnder: 90 }, ["instant", "whole 80"]],
  ] as const)("%s", (_, options, expected) => {
    const found = gateOf(report, options).flatMap((failure) =>
      failure.kind === "score"
        ? [`${failure.unit ?? "whole"} ${failure.score}`]
        : failure.found.map((one) => (one.unit === null ? one.indicator : `${one.unit} ${one.indicator}`)),
    );
    expect(found).toEqual(expected);
  });
});

describe("gateSentence", () => {
  test.each([
    [
      { kind: "status", failOn: "unmet", found: [{ indicator: "a", title: "三(一) 汇聚", unit: null }] },
      "未通过 --fail-on unmet：1 项（三(一) 汇聚）。",
    ],
    [
      { kind: "score", unit: null, score: null, limit: 60 },
      "未通过 --fail-under 60：全域没有得分（没有可评分的指标）。",
    ],
    [
      { kind: "score", unit: "市民政局", score: 59.5, limit: 60 },
      "未通过 --fail-under 60：市民政局得分 59.50，低于 60。",
    ],
    [
      { kind: "score", unit: null, score: 89.996, limit: 90 },
      "未通过 --fail-under 90：全域得分 89.99，低于 90。",
    ],
  ] as const)("%j", (failure, sentence) => {
    expect(gateSentence(failure, "zh")).toBe(sentence);
  });

  test("names indicators as the plan does, not by id", () => {
    const [failure] = gateOf(report, { ...whole, failOn: "no-data" });
    const { clause, name } = report.indicators[2] ?? { clause: "", name: "" };
    if (failure === undefined) throw new Error("the gate passes");
    expect(gateSentence(failure, "zh")).toBe(`未通过 --fail-on no-data：1 项（${clause} ${name}）。`);
  });

  test("names five and says that there are more", () => {
    const found = ["a", "b", "c", "d", "e", "f"].map((one) => ({
      indicator: one,
      title: `${one}.`,
      unit: null,
    }));
    expect(gateSentence({ kind: "status", failOn: "overdue", found }, "en")).toBe(
      "--fail-on overdue is not satisfied: 6 (a., b., c., d., e., …).",
    );
  });
});
