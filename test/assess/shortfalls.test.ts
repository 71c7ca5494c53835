import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { indicatorIn, judged, type Rule, type Story, tell } from "./story.ts";

const pooled: Rule = { threshold: 90, units: { 甲: [40, 100], 乙: [95, 100], 丙: [88, 100] } };

describe("who falls short", () => {
  test("at 90 % 甲 lacks 50 of 100 and 丙 2: 52 short, 47 in the whole since 乙 has 5 to spare", () => {
    const { shortfalls } = judged(pooled);
    expect(shortfalls.map(({ unit, short, balance }) => [unit, short, balance])).toEqual([
      ["甲", 50, -50],
      ["丙", 2, -2],
      ["乙", 0, 5],
    ]);
    expect(shortfalls[0]).toMatchObject({
      numerator: 40,
      denominator: 100,
      value: 40,
      share: 0.961538461538,
      wholeWithout: 91.5,
      metWithout: true,
    });
    expect(shortfalls[1]).toMatchObject({ wholeWithout: 67.5, metWithout: false });
  });

  test("of a shared indicator all units that have rows are asked", () => {
    const { shortfalls } = judged({ ...pooled, scope: "shared", lead: ["乙"] });
    expect(shortfalls.map(({ unit }) => unit)).toEqual(["甲", "丙", "乙"]);
  });

  test("too many of an at-most rate are short; rows without a unit have a line of their own", () => {
    const rule = { direction: "at-most", threshold: 10, units: { 甲: [3, 10] }, whole: [8, 20] } as const;
    expect(judged(rule).shortfalls.map(({ unit, short }) => [unit, short])).toEqual([
      [null, 4],
      ["甲", 2],
    ]);
  });

  test("what lies below a unit is in its figure", () => {
    const units = [{ name: "县" }, { name: "镇", parent: "县" }];
    const rules: Rule[] = [{ units: { 县: [4, 10], 镇: [1, 5] }, whole: [4, 10] }];
    expect(indicatorIn(tell({ units, rules })).shortfalls.map(({ unit }) => unit)).toEqual(["县"]);
  });

  test("reported parts tell it as rows do", () => {
    const said = { 甲: { of: 4, to: 10 }, 乙: { of: 10, to: 10 } };
    expect(judged({ kind: "reported", said }).shortfalls.map(({ unit, short }) => [unit, short])).toEqual([
      ["甲", 5],
      ["乙", 0],
    ]);
  });

  test.each<[string, Rule]>([
    ["a whole that meets its target", { threshold: 50, units: { 甲: [1, 10], 乙: [90, 90] } }],
    ["distinct values", { distinct: true, units: { 甲: [1, 10] } }],
    ["a count", { kind: "count", measuredIn: "件", units: { 甲: 1 } }],
    ["no target", { threshold: null, units: { 甲: [1, 10] } }],
  ])("nobody falls short of %s", (_, rule) => {
    expect(judged(rule).shortfalls).toEqual([]);
  });
});

const rate = fc
  .tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 500 }))
  .map(([of, to]) => [Math.min(of, to), to] as const);

test("the balances of all add up to the whole's, the shares to 1", () => {
  const stories: fc.Arbitrary<Story> = fc.record({
    rules: fc.tuple(
      fc.record({
        threshold: fc.constantFrom(0, 45, "99.9", 100),
        direction: fc.constantFrom("at-least", "at-most"),
        units: fc.record({ 甲: rate, 乙: rate, 丙: rate }),
      }),
    ),
  });
  fc.assert(
    fc.property(stories, (story) => {
      const { whole, shortfalls, threshold, direction } = indicatorIn(tell(story));
      if (whole.met !== false) {
        expect(shortfalls).toEqual([]);
        return;
      }
      const over = (whole.numerator ?? 0) - ((threshold ?? 0) / 100) * (whole.denominator ?? 0);
      const sum = (pick: (one: (typeof shortfalls)[number]) => number) =>
        shortfalls.reduce((so, one) => so + pick(one), 0);
      expect(sum(({ balance }) => balance)).toBeCloseTo(direction === "at-most" ? -over : over, 6);
      expect(sum(({ share }) => share)).toBeCloseTo(1, 8);
    }),
    { numRuns: 300 },
  );
});
