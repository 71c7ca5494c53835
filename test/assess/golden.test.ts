import Fraction from "fraction.js";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { paceOf } from "../../src/assess/pace.ts";
import { splitQuota } from "../../src/assess/quota.ts";
import { fixed } from "../../src/assess/rounding.ts";
import { ranksOf, scoreOf } from "../../src/assess/score.ts";
import { attainmentOf, isMet } from "../../src/assess/target.ts";
import { stateCouncilCalendar } from "../../src/measure/working-days.ts";
import { formatDay } from "../../src/model/day.ts";
import { directions } from "../../src/model/plan.ts";
import { ProblemError } from "../../src/problem.ts";
import raw from "../golden/scoring.json" with { type: "json" };
import { day, found, indicatorIn, judged, lineOf, type Rule, tell } from "./story.ts";

const decimal = z.string();
const number = z.number();
const direction = z.enum(directions);
const why = z.string().optional();

/** Strict, so that a vector of a kind or with a key that nothing here tests fails instead of passing unseen. */
const golden = z
  .strictObject({
    about: z.string(),
    attainment: z.array(
      z.strictObject({
        direction,
        x: decimal,
        T: decimal.optional(),
        baseline: decimal.optional(),
        W: decimal.optional(),
        met: z.boolean().default(false),
        attainment: decimal,
        why,
      }),
    ),
    metExactly: z.array(
      z.strictObject({
        num: decimal,
        den: decimal,
        unit: z.string(),
        direction,
        T: decimal,
        met: z.boolean(),
        display: decimal.optional(),
        why,
      }),
    ),
    needed: z.array(
      z.strictObject({
        kind: z.enum(["share", "average", "sum", "ratio of counts"]).default("share"),
        num: number.optional(),
        den: number.optional(),
        x: decimal.optional(),
        direction,
        T: decimal,
        unit: z.literal("%").optional(),
        fix: number.nullable(),
        new: number.nullable(),
        move: decimal.nullable().default(null),
      }),
    ),
    pooled: z.strictObject({
      units: z.record(z.string(), z.tuple([number, number])),
      T: decimal,
      whole: decimal,
      meanOfRatesWouldBe: decimal,
      shortfall: z.record(z.string(), number),
      withoutB: decimal,
    }),
    quota: z.strictObject({
      T: number,
      shares: z.record(z.string(), number),
      split: z.record(z.string(), number),
    }),
    coverage: z.strictObject({
      weights: z.array(number),
      attainment: z.array(decimal.nullable()),
      score: decimal,
      coverage: decimal,
    }),
    pace: z.array(
      z.strictObject({
        start: z.string(),
        baseline: number,
        deadline: z.string(),
        T: number,
        x: number,
        asOf: z.string(),
        spi: decimal,
        state: z.string(),
        requiredPerDay: number,
        daysLeft: number,
      }),
    ),
    ranks: z.strictObject({ scores: z.array(decimal), ranks: z.array(number) }),
    workdays: z.array(z.strictObject({ from: z.string(), plus: number, to: z.string(), why })),
  })
  .parse(raw);

const places = (text: string) => text.split(".")[1]?.length ?? 0;

describe("attainment", () => {
  test.each(golden.attainment)("$direction $x of $T$baseline worst $W is $attainment", (vector) => {
    const target = {
      direction: vector.direction,
      threshold: new Fraction(found(vector.T ?? vector.baseline)),
      worst: vector.W === undefined ? null : new Fraction(vector.W),
      percent: false,
    };
    const value = new Fraction(vector.x);
    expect(isMet(value, target)).toBe(vector.met);
    expect(fixed(attainmentOf(value, target), 6)).toBe(vector.attainment);
  });
});

describe("met exactly", () => {
  test.each(golden.metExactly)("$num of $den, $direction $T: $met", (vector) => {
    const { whole } = judged({
      measuredIn: vector.unit,
      direction: vector.direction,
      threshold: vector.T,
      whole: [vector.num, vector.den],
    });
    expect(whole.met).toBe(vector.met);
    if (vector.display !== undefined) expect(whole.display.value).toBe(vector.display);
  });
});

describe("needed", () => {
  const shapes = {
    share: { kind: "share" },
    average: { kind: "average", measuredIn: "次" },
    sum: { kind: "sum", measuredIn: "人" },
    "ratio of counts": { kind: "ratio", needs: "things" },
  } as const satisfies Record<string, Rule>;
  test.each(golden.needed)("$kind $num/$den$x, $direction $T", (vector) => {
    const { whole } = judged({
      ...shapes[vector.kind],
      direction: vector.direction,
      threshold: vector.T,
      whole: vector.x ?? [found(vector.num), found(vector.den)],
    });
    const move = vector.move === null ? null : Number(vector.move);
    expect(whole.needed).toEqual({ fix: vector.fix, new: vector.new, move });
  });
});

describe("pooled", () => {
  const { pooled } = golden;
  const report = tell({
    units: Object.keys(pooled.units),
    rules: [{ threshold: pooled.T, units: pooled.units }],
  });
  const indicator = indicatorIn(report);

  test("the whole is the sum of the parts, not the mean of the rates", () => {
    expect(indicator.whole.value?.toFixed(4)).toBe(pooled.whole);
    expect(pooled.whole).not.toBe(pooled.meanOfRatesWouldBe);
  });
  test("each unit's shortfall is what it has to put right", () => {
    const fixes = indicator.units.map((line) => [line.unit, line.needed?.fix ?? 0]);
    expect(Object.fromEntries(fixes)).toEqual(pooled.shortfall);
  });
  test("the whole without B", () => {
    expect(lineOf(indicator, "B").wholeWithout?.toFixed(4)).toBe(pooled.withoutB);
  });
});

describe("quota", () => {
  const { T, shares, split } = golden.quota;
  test("is split by largest remainder", () => {
    const given = new Map(Object.entries(shares).map(([unit, share]) => [unit, new Fraction(share)]));
    const parts = [...splitQuota(new Fraction(T), given)].map(([unit, part]) => [unit, part.valueOf()]);
    expect(Object.fromEntries(parts)).toEqual(split);
  });
  test("is what each unit is held against", () => {
    const rule: Rule = {
      kind: "sum",
      measuredIn: "人",
      scope: "quota",
      threshold: T,
      shares,
      units: { 甲: 1 },
    };
    const { units } = indicatorIn(tell({ units: Object.keys(shares), rules: [rule] }));
    expect(Object.fromEntries(units.map((line) => [line.unit, line.threshold]))).toEqual(split);
  });
});

test("coverage", () => {
  const { weights, attainment, score, coverage } = golden.coverage;
  const got = scoreOf(
    attainment.map((share, at) => ({
      weight: new Fraction(found(weights[at])),
      status: share === null ? "no-data" : "open",
      attainment: share === null ? null : new Fraction(share),
      counted: true,
      steps: [],
    })),
  );
  expect(fixed(found(got.score ?? undefined), places(score))).toBe(score);
  expect(fixed(found(got.coverage ?? undefined), places(coverage))).toBe(coverage);
  expect(got.provisional).toBe(false);
});

describe("pace", () => {
  test.each(golden.pace)("as of $asOf: $spi, $state", (vector) => {
    const pace = paceOf({
      start: day(vector.start),
      baseline: new Fraction(vector.baseline),
      deadline: day(vector.deadline),
      threshold: new Fraction(vector.T),
      value: new Fraction(vector.x),
      asOf: day(vector.asOf),
    });
    expect(fixed(found(pace?.spi ?? undefined), 4)).toBe(vector.spi);
    expect(pace?.state).toBe(vector.state);
    expect(pace?.requiredPerDay?.valueOf()).toBe(vector.requiredPerDay);
    expect(pace?.daysLeft).toBe(vector.daysLeft);
  });
});

test("ranks", () => {
  expect(ranksOf(golden.ranks.scores.map((score) => new Fraction(score)))).toEqual(golden.ranks.ranks);
});

describe("working days", () => {
  const calendar = stateCouncilCalendar();
  const after = (from: string, plus: number): string => {
    try {
      return formatDay(calendar.add(day(from), plus));
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const { code, with: said } = found(error.problems[0]);
      expect(code).toBe("D010");
      return `error: ${String(said.date).slice(0, 4)} is not covered`;
    }
  };
  test.each(golden.workdays)("$from + $plus = $to", ({ from, plus, to }) => {
    expect(after(from, plus)).toBe(to);
  });
});
