import { describe, expect, test } from "vitest";
import type { Direction } from "../../src/model/plan.ts";
import { judged, type Rule } from "./story.ts";

const amount = { kind: "sum", measuredIn: "人" } as const;

describe("directions", () => {
  const rows: [Direction, number, number, string, number, number | null][] = [
    // direction, threshold, value, status, gap, move
    ["at-least", 100, 100, "met", 0, null],
    ["at-least", 100, 99, "open", 1, 1],
    ["more-than", 100, 100, "open", 0, 1],
    ["more-than", 100, 101, "met", 0, null],
    ["at-most", 100, 100, "met", 0, null],
    ["at-most", 100, 103, "open", 3, 3],
    ["less-than", 100, 100, "open", 0, 1],
    ["less-than", 100, 99, "met", 0, null],
    ["exactly", 100, 100, "met", 0, null],
    ["exactly", 100, 98, "open", 2, 2],
    ["exactly", 100, 102, "open", 2, 2],
  ];
  test.each(rows)("%s %d: %d is %s", (direction, threshold, whole, status, gap, move) => {
    const found = judged({ ...amount, direction, threshold, whole }).whole;
    expect([found.status, found.gap]).toEqual([status, gap]);
    expect(found.needed).toEqual(move === null ? null : { fix: null, new: null, move });
  });
});

describe("attainment", () => {
  const rows: [string, Rule, number][] = [
    [
      "a rate of exactly 100 is reached by degrees",
      { direction: "exactly", threshold: 100, whole: [99, 100] },
      0.99,
    ],
    ["exactly 50 % is not", { direction: "exactly", threshold: 50, whole: [49, 100] }, 0],
    ["nor is exactly 100 of a count", { ...amount, direction: "exactly", threshold: 100, whole: 99 }, 0],
    [
      "exactly 0 by the worst anchor",
      { ...amount, direction: "exactly", threshold: 0, worst: 10, whole: 4 },
      0.6,
    ],
    ["exactly 0 without one", { ...amount, direction: "exactly", threshold: 0, whole: 4 }, 0],
    ["worse than the worst is 0", { ...amount, direction: "at-most", threshold: 0, worst: 10, whole: 40 }, 0],
    ["nothing of something", { ...amount, threshold: 100, whole: 0 }, 0],
    ["below zero is clamped", { ...amount, threshold: 100, whole: -20 }, 0],
    ["more than met stays 1", { ...amount, threshold: 100, whole: 250 }, 1],
    ["less-than by degrees", { ...amount, direction: "less-than", threshold: 100, whole: 125 }, 0.8],
  ];
  test.each(rows)("%s", (_, rule, attainment) => {
    expect(judged(rule).whole.attainment).toBe(attainment);
  });
});

describe("improve and reduce", () => {
  const baseline = [75, "2021-12-31"] as const;
  const rows: [string, Direction, number, string, number | null, number | null][] = [
    ["better than before", "improve", 80, "met", 1, 0],
    ["as before is not better", "improve", 75, "open", 1, 0],
    ["worse than before", "improve", 60, "open", 0.8, 15],
    ["fewer than before", "reduce", 70, "met", 1, 0],
    ["as many as before", "reduce", 75, "open", 1, 0],
    ["more than before", "reduce", 100, "open", 0.75, 25],
  ];
  test.each(rows)("%s", (_, direction, whole, status, attainment, gap) => {
    const found = judged({ ...amount, direction, baseline, whole }).whole;
    expect(found).toMatchObject({ status, attainment, gap, threshold: null });
  });

  test.each(["improve", "reduce"] as const)("%s without a baseline shows its value only", (direction) => {
    const found = judged({ ...amount, direction, whole: 80 }).whole;
    expect(found).toMatchObject({
      status: "not-scored",
      value: 80,
      attainment: null,
      gap: null,
      needed: null,
    });
    expect(found.reason).toBe("没有基线值，只列现状");
  });

  test("a worst anchor set for the whole plan does not bend the comparison with the baseline", () => {
    expect(judged({ ...amount, direction: "improve", baseline, worst: 50, whole: 60 }).whole.attainment).toBe(
      0.8,
    );
  });
});

describe("needed", () => {
  const rows: [string, Rule, { fix: number | null; new: number | null; move: number | null } | null][] = [
    ["nothing once met", { threshold: 45, whole: [450, 1000] }, null],
    ["nothing when not scored", { threshold: null, whole: [450, 1000] }, null],
    [
      "too many of all",
      { direction: "at-most", threshold: 10, whole: [15, 100] },
      { fix: 5, new: null, move: null },
    ],
    [
      "under, not at",
      { direction: "less-than", threshold: 10, whole: [10, 100] },
      { fix: 1, new: null, move: null },
    ],
    [
      "a ratio of sums moves its numerator",
      { kind: "ratio", threshold: 72, whole: [700.5, 1000] },
      { fix: null, new: null, move: 19.5 },
    ],
    [
      "a ratio over 100 %",
      { kind: "ratio", needs: "things", threshold: 120, whole: [110, 100] },
      { fix: 10, new: null, move: null },
    ],
    [
      "strictly, the next whole number",
      { ...amount, direction: "more-than", threshold: 10, whole: 7.5 },
      { fix: null, new: null, move: 3 },
    ],
  ];
  test.each(rows)("%s", (_, rule, needed) => {
    expect(judged(rule).whole.needed).toEqual(needed);
  });
});

describe("display", () => {
  const rows: [string, Rule, string, string, string][] = [
    ["half up", { threshold: 10, whole: ["12345", "100000"] }, "12.35", "10", "0.00"],
    ["never up onto the threshold", { threshold: 100, whole: [99996, 100000] }, "99.99", "100", "< 0.01"],
    [
      "never down onto it",
      { direction: "at-most", threshold: 3, whole: [30001, 1000000] },
      "3.01",
      "3",
      "< 0.01",
    ],
    ["met is rounded as usual", { threshold: "99.99", whole: [99996, 100000] }, "100.00", "99.99", "0.00"],
    [
      "an average below 1 has three",
      { kind: "average", measuredIn: "次", direction: "at-most", threshold: "0.03", whole: [19, 466] },
      "0.041",
      "0.03",
      "0.011",
    ],
    [
      "an average from 1 has two",
      { kind: "average", measuredIn: "次", direction: "at-most", threshold: 1, whole: [466, 400] },
      "1.17",
      "1",
      "0.17",
    ],
    [
      "an average of exactly 1 has two",
      { kind: "average", measuredIn: "次", threshold: 2, whole: [5, 5] },
      "1.00",
      "2",
      "1.00",
    ],
    ["whole numbers have none", { ...amount, threshold: 157500, whole: 142000 }, "142000", "157500", "15500"],
    [
      "a count is not rounded up to its target",
      { ...amount, threshold: 100, whole: "99.999" },
      "99.99",
      "100",
      "< 0.01",
    ],
  ];
  test.each(rows)("%s", (_, rule, value, threshold, gap) => {
    expect(judged(rule).whole.display).toEqual({ value, threshold, gap });
  });

  test("figures have 12 significant digits", () => {
    const { whole } = judged({ whole: [2, 3] });
    expect(whole.value).toBe(66.6666666667);
    expect(whole.attainment).toBe(0.740740740741);
  });
});

describe("pace", () => {
  const rule: Rule = {
    kind: "latest",
    measuredIn: "人",
    threshold: 252000,
    baseline: [200000, "2022-08-01"],
    whole: 231840,
  };
  test("of a running total with a baseline", () => {
    expect(judged(rule, "2022-09-15").whole.pace).toMatchObject({
      state: "on-track",
      daysLeft: 40,
      requiredPerDay: 504,
      projected: "2022-10-14",
    });
  });
  test("nothing is required per day once the target is reached", () => {
    const { pace } = judged({ ...rule, whole: 252000 }, "2022-09-15").whole;
    expect(pace).toMatchObject({ requiredPerDay: null, projected: "2022-09-15" });
  });
  test("past the deadline the whole way was expected", () => {
    const { pace } = judged(rule, "2022-10-30").whole;
    expect(pace).toMatchObject({ elapsed: 1, expected: 252000, daysLeft: -5, requiredPerDay: null });
  });
  test("in a new year it runs to the deadline in force, as daysLeft does", () => {
    const { pace, daysLeft } = judged({ ...rule, ongoing: true }, "2023-01-05").whole;
    expect([pace?.daysLeft, daysLeft]).toEqual([293, 293]);
  });
  const states: [number, string][] = [
    [295, "on-track"],
    [294, "at-risk"],
    [260, "at-risk"],
    [259, "behind"],
  ];
  test.each(states)("half-way from 200 to 400, %d is %s", (whole, state) => {
    const half: Rule = {
      ...rule,
      threshold: 400,
      baseline: [200, "2022-08-01"],
      deadline: "2022-10-30",
      whole,
    };
    expect(judged(half, "2022-09-15").whole.pace).toMatchObject({ elapsed: 0.5, expected: 300, state });
  });
  const without: [string, Rule][] = [
    ["where there is no way to go", { ...rule, baseline: [252000, "2022-08-01"] }],
    ["without a baseline", { kind: "latest", measuredIn: "人", threshold: 252000, whole: 231840 }],
    ["of a rate", { baseline: [80, "2022-08-01"], whole: [85, 100] }],
    ["without a deadline", { ...rule, deadline: null }],
    ["before its start", { ...rule, baseline: [200000, "2022-09-20"] }],
    ["without data", { ...rule, lacks: [{ dataset: "个人用户统计", fields: [], nearest: null }] }],
  ];
  test.each(without)("none %s", (_, none) => {
    expect(judged(none, "2022-09-15").whole.pace).toBeNull();
  });
});
