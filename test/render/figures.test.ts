import { expect, it } from "vitest";
import {
  coverageText,
  daysText,
  grouped,
  halfUp,
  partsText,
  scoreText,
  withUnit,
} from "../../src/render/figures.ts";
import { found } from "./small-report.ts";

it.each([
  ["252000", "252,000"],
  ["1234567.50", "1,234,567.50"],
  ["-15500", "-15,500"],
  ["999", "999"],
  ["2022-10-25", "2022-10-25"],
])("groups %s as %s", (number, expected) => expect(grouped(number)).toBe(expected));

it.each([
  [1.005, "1.01"],
  [91.005, "91.01"],
  [79.994999, "79.99"],
  [100, "100.00"],
  [1e-9, "0.00"],
])("rounds %d half up to %s", (value, expected) => expect(halfUp(value, 2)).toBe(expected));

it.each([
  [99.996, "99.99"],
  [99.999999, "99.99"],
  [100, "100.00"],
  [89.9999, "89.99"],
  [91.88, "91.88"],
  [83.75, "83.75"],
  [null, "—"],
])("cuts the score %d to %s, so that it is never more than was reached", (value, expected) =>
  expect(scoreText(value)).toBe(expected),
);

it.each([
  [430, 1000, "430/1,000"],
  [12.5, 8, "12.5/8"],
  [3, null, null],
])("shows the parts %d and %d as %s", (numerator, denominator, expected) =>
  expect(partsText(found({ numerator, denominator }))).toBe(expected),
);

it.each([
  [0.7999, "79.9%"],
  [0.8, "80%"],
  [1, "100%"],
  [0.29, "29%"],
  [null, "—"],
])("cuts the coverage %d to %s", (value, expected) => expect(coverageText(value)).toBe(expected));

it.each([
  ["45", "%", "45%"],
  ["45%", "%", "45%"],
  ["252000", "人", "252,000 人"],
  ["3", "", "3"],
])("writes %s in %s as %s", (number, measuredIn, expected) =>
  expect(withUnit(number, measuredIn, "zh")).toBe(expected),
);

it.each([
  [0, "今天到期", "due today"],
  [1, "还有 1 天", "1 day left"],
  [-12, "已逾期 12 天", "12 days overdue"],
])("says %i days", (days, zh, en) => expect([daysText(days, "zh"), daysText(days, "en")]).toEqual([zh, en]));
