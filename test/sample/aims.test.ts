import { describe, expect, test } from "vitest";
import { formatDay } from "../../src/model/day.ts";
import { aimsOf } from "../../src/sample/aims.ts";
import { omissionOf } from "../../src/sample/omission.ts";
import { timeSpanOf } from "../../src/sample/time-span.ts";
import { city, toyPlan } from "./plans.ts";

const toy = await toyPlan();
const span = timeSpanOf(city);
const aims = aimsOf(city, span.end, 1);

describe("what a sample aims at", () => {
  test.each([
    ["shares", "事项清单.办件类型", 0.45],
    ["shares", "电子印章.是否备案", 0.98],
    ["shares", "接口清单.累计调用次数", 0],
    ["filled", "投诉建议.办结时间", 1],
    ["reached", "事项清单.实施编码", 0.9],
  ] as const)("%s of %s lie about the target %d", (kind, field, target) => {
    const aim = aims[kind].get(field);
    const share = typeof aim === "number" ? aim : (aim?.share ?? Number.NaN);
    expect(Math.abs(share - target)).toBeLessThan(0.2);
    expect(share).toBeGreaterThanOrEqual(0);
    expect(share).toBeLessThanOrEqual(1);
  });

  test("a difference is aimed at by what is taken away: 72 % off leaves about 28 %", () => {
    const part = aims.parts.get("事项清单.承诺办结时限");
    expect(part?.of).toBe("法定办结时限");
    expect(Math.abs((part?.share ?? 1) - 0.28)).toBeLessThan(0.15);
  });

  test("what was due before the data ends is missed", () => {
    expect(aims.shares.get("电子印章.是否备案")?.share).toBeLessThan(0.98);
  });

  test("a ceiling is aimed at from below when it is met, from above when not", () => {
    const powers = [0, 1, 2, 3, 4].map((seed) =>
      aimsOf(toy, timeSpanOf(toy).end, seed).totals.get("路灯巡检.用电量"),
    );
    expect(powers.some((power) => (power ?? 0) < 9000)).toBe(true);
    expect(powers.some((power) => (power ?? 0) > 9000)).toBe(true);
  });
});

test.each([
  [city, "2022-01-01", "2022-10-20"],
  [toy, "2023-01-01", "2023-06-30"],
])("data runs from the period's start to the first deadline", (plan, start, end) => {
  const found = timeSpanOf(plan);
  expect([formatDay(found.start), formatDay(found.end)]).toEqual([start, end]);
});

describe("what a sample leaves out", () => {
  test("is a column that one indicator alone needs", () => {
    expect(omissionOf(city)).toEqual({
      reported: null,
      column: { dataset: "事项清单", field: "是否精细化梳理" },
    });
  });

  test("is nothing where a plan has next to nothing", () => {
    expect(omissionOf(toy)).toEqual({ reported: null, column: null });
  });

  test("is the last of several reported indicators", () => {
    const [last] = city.indicators.filter(({ measure }) => measure.kind === "reported").slice(-1);
    if (last === undefined) throw new Error("no reported indicator");
    const two = { ...city, indicators: [...city.indicators, { ...last, id: "second" }] };
    expect(omissionOf(two)).toEqual({ reported: "second", column: null });
  });
});
