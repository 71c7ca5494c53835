import { describe, expect, test } from "vitest";
import { indicatorIn, judged, lineOf, type Rule, type Said, tell } from "./story.ts";

const lacks = [{ dataset: "办件明细", fields: [], nearest: null }];
const absent: Rule = { lacks };

function noteOf(rule: Rule): [string, string][] {
  return tell({ rules: [rule] }).quality.notes.map(({ code, text }) => [code, text]);
}

describe("the whole as reported", () => {
  const rows: [string, Rule, number | null, string][] = [
    ["its own row is the value", { ...absent, saidOfWhole: { value: "98.5" } }, 98.5, "met"],
    [
      "its own row wins over the units' parts",
      { ...absent, saidOfWhole: { value: 91 }, said: { 甲: { of: 50, to: 100 }, 乙: { of: 50, to: 100 } } },
      91,
      "met",
    ],
    [
      "else parts are pooled, not averaged",
      { ...absent, said: { 甲: { value: 95, of: 950, to: 1000 }, 乙: { value: 50, of: 40, to: 80 } } },
      91.6666666667,
      "met",
    ],
    [
      "values alone are never averaged",
      { ...absent, said: { 甲: { value: 95 }, 乙: { value: 50 } } },
      null,
      "no-data",
    ],
    [
      "nor pooled when one unit gave no parts",
      { ...absent, said: { 甲: { of: 95, to: 100 }, 乙: { value: 50 } } },
      null,
      "no-data",
    ],
    [
      "numbers of things add up",
      {
        ...absent,
        kind: "count",
        measuredIn: "件",
        threshold: 10,
        said: { 甲: { value: 7 }, 乙: { value: 5 } },
      },
      12,
      "met",
    ],
    [
      "it serves an indicator that is only reported",
      { kind: "reported", saidOfWhole: { value: 90 } },
      90,
      "met",
    ],
    ["and one whose dataset has no rows", { whole: [0, 0], saidOfWhole: { value: 90 } }, 90, "met"],
    ["nothing said", { kind: "reported" }, null, "no-data"],
    ["0 of 0", { ...absent, saidOfWhole: { of: 0, to: 0 } }, null, "not-applicable"],
  ];
  test.each(rows)("%s", (_, rule, value, status) => {
    expect(judged(rule).whole).toMatchObject({ value, status });
  });
});

describe("a reported figure", () => {
  const said = (figure: Said, rule: Rule = {}) =>
    lineOf(judged({ ...absent, ...rule, said: { 甲: figure } }), "甲");

  test("数值 is in the indicator's unit, 分子 and 分母 are × 100", () => {
    expect(said({ value: "98.5" }).value).toBe(98.5);
    expect(said({ of: 197, to: 200 })).toMatchObject({ value: 98.5, numerator: 197, denominator: 200 });
  });
  test("parts are × 1 where the unit is not %", () => {
    expect(said({ of: 19, to: 200 }, { kind: "average", measuredIn: "次", threshold: 1 }).value).toBe(0.095);
  });
  test("says where it is from, and has no rows", () => {
    expect(said({ value: 80 })).toMatchObject({ source: "reported", rows: null, status: "open", gap: 10 });
  });
  test("a rate with parts is said in work", () => {
    expect(said({ of: 80, to: 100 }).needed).toEqual({ fix: 10, new: 100, move: null });
  });
  test("a rate without parts has neither, and nothing is invented", () => {
    expect(said({ value: 80 })).toMatchObject({
      numerator: null,
      denominator: null,
      needed: { fix: null, new: null, move: null },
    });
  });
  test("a numerator alone is no rate", () => {
    expect(said({ of: 430 })).toMatchObject({ value: null, status: "not-applicable" });
  });
  test("a number of things may stand under 分子", () => {
    expect(lineOf(judged({ whole: [0, 0], said: { 甲: { value: 80 } } }), "甲").value).toBe(80);
    const rule: Rule = { kind: "count", measuredIn: "件", threshold: 10 };
    expect(said({ of: 7 }, rule)).toMatchObject({ value: 7, numerator: 7, needed: { move: 3 } });
  });
  test("units that said nothing where others did are not applicable", () => {
    const indicator = judged({ ...absent, said: { 甲: { value: 80 } } });
    expect(lineOf(indicator, "乙").status).toBe("not-applicable");
  });
});

describe("computed beside reported", () => {
  const rule: Rule = { units: { 甲: [80, 100], 乙: [95, 100] } };

  test("the computed value counts and the difference is told", () => {
    const both: Rule = { ...rule, saidOfWhole: { value: 99 }, said: { 甲: { value: 90 } } };
    const indicator = indicatorIn(tell({ rules: [both] }));
    expect(indicator.whole).toMatchObject({ value: 87.5, source: "rows", status: "open" });
    expect(lineOf(indicator, "甲").value).toBe(80);
    expect(noteOf(both)).toEqual([
      ["reported-differs", "条款i1 全域：按明细计算为 87.50，填报为 99.00，以计算为准"],
      ["reported-differs", "条款i1 甲：按明细计算为 80.00，填报为 90.00，以计算为准"],
    ]);
  });

  test("every pair is listed, with the difference in the indicator's unit", () => {
    const both: Rule = {
      units: { 甲: [80, 100], 乙: [2, 3] },
      saidOfWhole: { value: 90 },
      said: { 甲: { value: "78.5" }, 乙: { value: "66.67" } },
    };
    const entry = { indicator: "i1", clause: "条款i1" };
    expect(tell({ rules: [both] }).quality.reconciliation).toMatchObject([
      { ...entry, unit: null, reported: 90, agrees: false },
      { ...entry, unit: "甲", computed: 80, reported: 78.5, difference: -1.5, agrees: false },
      { ...entry, unit: "乙", computed: 66.6666666667, reported: 66.67, agrees: true },
    ]);
  });

  test("a value without rows beside it has nothing to be held against", () => {
    expect(tell({ rules: [{ ...absent, saidOfWhole: { value: 90 } }] }).quality.reconciliation).toEqual([]);
  });

  test("what agrees as shown is not told", () => {
    expect(noteOf({ units: { 甲: [2, 3] }, said: { 甲: { value: "66.67" } } })).toEqual([]);
  });

  test("averages below 1 are compared as they are shown, to three places", () => {
    const average: Rule = { kind: "average", measuredIn: "次", direction: "at-most", threshold: 1 };
    expect(noteOf({ ...average, units: { 甲: [31, 1000] }, said: { 甲: { value: "0.034" } } })).toEqual([
      ["reported-differs", "条款i1 甲：按明细计算为 0.031，填报为 0.034，以计算为准"],
    ]);
  });

  test("a value that is not its own parts is told, and the parts count", () => {
    const odd: Rule = { ...absent, said: { 甲: { value: 95, of: 80, to: 100 } } };
    expect(lineOf(judged(odd), "甲").value).toBe(80);
    expect(noteOf(odd).map(([code]) => code)).toEqual(["reported-parts-differ"]);
  });
});
