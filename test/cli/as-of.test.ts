import { expect, test } from "vitest";
import { asOfDay } from "../../src/cli/as-of.ts";
import { formatDay, parseDay } from "../../src/model/day.ts";

const day = (text: string) => parseDay(text) ?? Number.NaN;
const period = { start: day("2022-01-01"), end: day("2022-12-31"), yearly: true };
const shanghai = { period, timezone: "Asia/Shanghai" };

test.each([
  ["the day asked for", day("2022-10-25"), "2026-03-01T00:00:00Z", shanghai, "2022-10-25", false],
  [
    "a day asked for may lie past the period",
    day("2023-05-01"),
    "2026-03-01T00:00:00Z",
    shanghai,
    "2023-05-01",
    false,
  ],
  ["today, late at night in Shanghai", undefined, "2022-10-24T17:00:00Z", shanghai, "2022-10-25", false],
  [
    "the last day of the period is still today",
    undefined,
    "2022-12-31T15:59:00Z",
    shanghai,
    "2022-12-31",
    false,
  ],
  [
    "a minute later the period's end is taken",
    undefined,
    "2022-12-31T16:00:00Z",
    shanghai,
    "2022-12-31",
    true,
  ],
  ["years later too", undefined, "2026-03-01T00:00:00Z", shanghai, "2022-12-31", true],
  ["--as-of today means today", "today", "2026-03-01T00:00:00Z", shanghai, "2026-03-01", false],
  [
    "without a period: today",
    undefined,
    "2026-03-01T00:00:00Z",
    { ...shanghai, period: null },
    "2026-03-01",
    false,
  ],
] as const)("%s", (_, asked, now, plan, expected, afterPeriod) => {
  const asOf = asOfDay(asked, new Date(now), plan);
  expect([formatDay(asOf.day), asOf.afterPeriod]).toEqual([expected, afterPeriod]);
});
