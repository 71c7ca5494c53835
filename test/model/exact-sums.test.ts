import fc from "fast-check";
import Fraction from "fraction.js";
import { expect, test } from "vitest";
import { type Exact, ExactSum, PooledSum, settle } from "../../src/model/exact.ts";

const zero = new Fraction(0);
const fractionOf = (value: Exact): Fraction => (typeof value === "number" ? new Fraction(value) : value);
const plainSum = (values: readonly Exact[]): string =>
  values.reduce<Fraction>((sum, value) => sum.add(fractionOf(value)), zero).toFraction();

// Whole numbers near the end of the safe ones, decimals, and thirds and sevenths, which no decimal says.
const amount = fc
  .oneof(
    fc.tuple(fc.maxSafeInteger(), fc.constant(1)),
    fc.tuple(fc.integer(), fc.constantFrom(1, 2, 5, 10, 100, 1000, 1_000_000)),
    fc.tuple(fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), fc.constantFrom(3, 7, 16_384, 10 ** 7)),
  )
  .map(([n, d]) => settle(new Fraction(n, d)));

test("a running total is the sum of the fractions, however it is split", () => {
  fc.assert(
    fc.property(fc.array(amount), fc.array(amount), (first, later) => {
      const sum = new ExactSum();
      const rest = new ExactSum();
      for (const value of first) sum.add(value);
      for (const value of later) rest.add(value);
      sum.merge(rest);
      expect(sum.total.toFraction()).toBe(plainSum([...first, ...later]));
    }),
  );
});

test("a pooled sum is the sum of the fractions, in lowest terms", () => {
  fc.assert(
    fc.property(fc.array(amount), (values) => {
      const sum = new PooledSum();
      for (const value of values) sum.add(fractionOf(value));
      expect(sum.total.toFraction()).toBe(plainSum(values));
    }),
  );
});

test("0.1 ten times is 1", () => {
  const sum = new ExactSum();
  for (let times = 0; times < 10; times += 1) sum.add(new Fraction(1, 10));
  expect(sum.total.toFraction()).toBe("1");
});
