import fc from "fast-check";
import Fraction from "fraction.js";
import { describe, expect, test } from "vitest";
import { neededFor } from "../../src/assess/needed.ts";
import { splitQuota } from "../../src/assess/quota.ts";
import { displayValue, fixed } from "../../src/assess/rounding.ts";
import { attainmentOf, gapOf, isMet, isStrict, type Target } from "../../src/assess/target.ts";
import { directions } from "../../src/model/plan.ts";
import { found, indicatorIn, lineOf, type Rule, tell, unitIn } from "./story.ts";

/** Decimals as plans write them: up to four places, below zero too. */
const decimal = (min = -2_000_000, max = 2_000_000) =>
  fc
    .tuple(fc.integer({ min, max }), fc.constantFrom(1, 10, 100, 10_000))
    .map(([units, per]) => new Fraction(units, per));
const quotient = fc
  .tuple(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 1, max: 100_000 }))
  .map(([of, to]) => new Fraction(of, to));

const target: fc.Arbitrary<Target> = fc.record({
  direction: fc.constantFrom(...directions),
  threshold: decimal(),
  worst: fc.option(decimal()),
  percent: fc.boolean(),
});
/** Any value, often one that sits on the threshold or a hair away from it. */
const held: fc.Arbitrary<[Fraction, Target]> = target.chain((one) =>
  fc
    .oneof(
      decimal(),
      quotient,
      fc.constantFrom("0", "0.001", "-0.001", "0.00001", "-0.00001").map((hair) => one.threshold.add(hair)),
    )
    .map((value) => [value, one]),
);

describe("attainment", () => {
  test("is in 0-1, and 1 when met", () => {
    fc.assert(
      fc.property(held, ([value, one]) => {
        const share = attainmentOf(value, one);
        expect(share.compare(0) >= 0 && share.compare(1) <= 0).toBe(true);
        if (isMet(value, one)) expect(share.equals(1)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test("never falls as a value gets better", () => {
    const ordinary = fc.record({
      more: fc.boolean(),
      threshold: decimal(1),
      values: fc.tuple(decimal(0), decimal(0)),
    });
    fc.assert(
      fc.property(ordinary, ({ more, threshold, values }) => {
        const one: Target = {
          direction: more ? "at-least" : "at-most",
          threshold,
          worst: null,
          percent: false,
        };
        const [low, high] = values.map((value) => ({ value, share: attainmentOf(value, one) }));
        if (low === undefined || high === undefined || low.value.equals(high.value)) return;
        const rises = high.value.compare(low.value) > 0 === high.share.compare(low.share) > 0;
        expect(high.share.equals(low.share) || rises === more).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

test("a gap is never negative, and 0 only when met, or on a threshold that must be passed", () => {
  fc.assert(
    fc.property(held, ([value, one]) => {
      const gap = gapOf(value, one);
      expect(gap.compare(0)).toBeGreaterThanOrEqual(0);
      const onIt = isStrict(one.direction) && value.equals(one.threshold);
      expect(gap.equals(0)).toBe(isMet(value, one) || onIt);
    }),
    { numRuns: 1000 },
  );
});

describe("display", () => {
  test("an unmet value never shows as its threshold or past it, unless it is the threshold", () => {
    fc.assert(
      fc.property(held, fc.constantFrom(0, 2, 3), ([value, one], places) => {
        if (isMet(value, one)) return;
        const shown = new Fraction(displayValue(value, places, one));
        const onIt = isStrict(one.direction) && value.equals(one.threshold);
        expect(isMet(shown, one)).toBe(false);
        if (!onIt) expect(shown.compare(one.threshold)).toBe(value.compare(one.threshold));
        expect(
          shown
            .sub(value)
            .abs()
            .compare(new Fraction(1, 10 ** places)),
        ).toBeLessThan(0);
      }),
      { numRuns: 2000 },
    );
  });

  test("a met value is within half a step, and so is one without a target", () => {
    fc.assert(
      fc.property(held, fc.constantFrom(0, 2, 3), ([value, one], places) => {
        const text = isMet(value, one) ? displayValue(value, places, one) : displayValue(value, places, null);
        expect(text).toBe(fixed(value, places));
        expect(
          new Fraction(text)
            .sub(value)
            .abs()
            .mul(2 * 10 ** places)
            .compare(1),
        ).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe("needed", () => {
  const things = fc
    .record({
      direction: fc.constantFrom("at-least", "more-than", "at-most", "less-than"),
      percent: decimal(0, 1_000_000).filter((value) => value.compare(100) <= 0),
      all: fc.integer({ min: 1, max: 5000 }),
      part: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    .map(({ direction, percent, all, part }) => ({
      target: { direction, threshold: percent, worst: null, percent: true } satisfies Target,
      good: Math.round(part * all),
      all,
    }))
    // Nobody passes 100 % or falls below 0 %.
    .filter(({ target: { direction, threshold } }) => !(direction === "more-than" && threshold.equals(100)))
    .filter(({ target: { direction, threshold } }) => !(direction === "less-than" && threshold.equals(0)));
  const rate = (good: number, all: number) => new Fraction(good, all).mul(100);
  const workFor = (good: number, all: number, one: Target) =>
    neededFor(
      {
        value: rate(good, all),
        numerator: new Fraction(good),
        denominator: new Fraction(all),
        scale: 100,
        things: true,
      },
      one,
    );

  test("fix is just enough: one row fewer is not", () => {
    fc.assert(
      fc.property(things, ({ target: one, good, all }) => {
        const work = workFor(good, all, one);
        expect(work === null).toBe(isMet(rate(good, all), one));
        if (work === null) return;
        const fix = Number(found(work.fix ?? undefined));
        const sign = one.direction === "at-least" || one.direction === "more-than" ? 1 : -1;
        expect(Number.isInteger(fix) && fix > 0).toBe(true);
        expect(isMet(rate(good + sign * fix, all), one)).toBe(true);
        expect(isMet(rate(good + sign * (fix - 1), all), one)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  test("new is just enough too, and null where no number would do", () => {
    fc.assert(
      fc.property(things, ({ target: one, good, all }) => {
        const work = workFor(good, all, one);
        if (work === null) return;
        const falls = one.direction === "at-most" || one.direction === "less-than";
        expect(work.new === null).toBe(falls || one.threshold.equals(100));
        if (work.new === null) return;
        const rows = Number(work.new);
        expect(isMet(rate(good + rows, all + rows), one)).toBe(true);
        expect(isMet(rate(good + rows - 1, all + rows - 1), one)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  test("an amount moved meets the target", () => {
    fc.assert(
      fc.property(held, ([value, one]) => {
        const work = neededFor({ value, numerator: value, denominator: null, scale: 1, things: false }, one);
        if (work === null) return;
        const move = found(work.move ?? undefined);
        const up = value.compare(one.threshold) < 0 || ["more-than", "improve"].includes(one.direction);
        expect(isMet(up ? value.add(move) : value.sub(move), one)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe("quota", () => {
  const shares = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 12 });
  const split = (total: Fraction, given: readonly number[]) => [
    ...splitQuota(total, new Map(given.map((share, at) => [`u${at}`, new Fraction(share)]))).values(),
  ];

  test("adds up exactly and stays within 1 of proportion", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), shares, (total, given) => {
        const sum = given.reduce((so, share) => so + share, 0);
        if (sum === 0) return;
        const parts = split(new Fraction(total), given);
        expect(parts.reduce((so, part) => so.add(part), new Fraction(0)).equals(total)).toBe(true);
        for (const [at, part] of parts.entries()) {
          expect(part.d).toBe(1n);
          const exact = new Fraction(total).mul(found(given[at])).div(sum);
          expect(part.sub(exact).abs().compare(1)).toBeLessThan(0);
        }
      }),
    );
  });

  test("a total with decimals adds up as well", () => {
    fc.assert(
      fc.property(decimal(0), shares, (total, given) => {
        if (given.every((share) => share === 0)) return;
        const parts = split(total, given);
        expect(parts.reduce((so, part) => so.add(part), new Fraction(0)).equals(total)).toBe(true);
      }),
    );
  });

  test("ties go in the order declared", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 12 }), (total, units) => {
        const parts = split(new Fraction(total), Array(units).fill(7)).map(Number);
        expect(parts).toEqual([...parts].sort((a, b) => b - a));
        expect(found(parts[0]) - found(parts.at(-1))).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("scores", () => {
  const tallies = fc
    .tuple(fc.nat(500), fc.nat(500))
    .map(([good, bad]): [number, number] => [good, good + bad]);
  const rules: fc.Arbitrary<Rule[]> = fc.array(
    fc.record({
      weight: fc.nat(5),
      threshold: fc.integer({ min: 1, max: 100 }),
      units: fc.record({ 甲: tallies, 乙: tallies, 丙: tallies }),
    }),
    { minLength: 1, maxLength: 6 },
  );

  test("a good row more never lowers a share, nor the scores of its unit and the whole", () => {
    fc.assert(
      fc.property(rules, tallies, ([first, ...rest], [good, all]) => {
        if (all === 0) return;
        const holding = (own: [number, number]) =>
          tell({ rules: [{ ...first, units: { ...first?.units, 甲: own } }, ...rest] });
        const [a, b] = [holding([good, all]), holding([good + 1, all + 1])];
        const shareIn = (report: typeof a) => lineOf(indicatorIn(report), "甲").value ?? 0;
        expect(shareIn(b)).toBeGreaterThanOrEqual(shareIn(a));
        expect(unitIn(b, "甲").score ?? 0).toBeGreaterThanOrEqual(unitIn(a, "甲").score ?? 0);
        expect(b.overall.score ?? 0).toBeGreaterThanOrEqual(a.overall.score ?? 0);
      }),
    );
  });

  test("do not depend on the order of indicators", () => {
    const shuffled = rules.chain((list) => {
      const named = list.map((rule, at) => ({ ...rule, id: `r${at}` }));
      return fc.tuple(
        fc.constant(named),
        fc.shuffledSubarray(named, { minLength: named.length, maxLength: named.length }),
      );
    });
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        const [a, b] = [tell({ rules: list }), tell({ rules: other })];
        expect(b.units).toEqual(a.units);
        expect(b.overall).toEqual(a.overall);
      }),
    );
  });

  test("stay within 0-100, coverage within 0-1", () => {
    fc.assert(
      fc.property(rules, (list) => {
        for (const { score, coverage } of tell({ rules: list }).units) {
          expect(score ?? 0).toBeGreaterThanOrEqual(0);
          expect(score ?? 0).toBeLessThanOrEqual(100);
          expect(coverage ?? 1).toBe(1);
        }
      }),
    );
  });
});
