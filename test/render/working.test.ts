import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { directions } from "../../src/model/plan.ts";
import { attainmentWorking, neededWorking, plainNumber } from "../../src/render/working.ts";
import { type Rule, tell } from "../assess/story.ts";

function workingOf(rule: Rule) {
  const [report] = tell({ rules: [rule] }).indicators;
  if (report === undefined) throw new Error("no indicator");
  const told = { report, worst: rule.worst === undefined ? null : Number(rule.worst) };
  return { ...neededWorking(told, report.whole), attainment: attainmentWorking(told, report.whole), report };
}

describe("how attainment and needed came about", () => {
  test.each<[what: string, rule: Rule, attainment: string | null, needed: (string | null)[]]>([
    [
      "430 of 1,000 at 45 %",
      { threshold: 45, whole: [430, 1000] },
      "43 ÷ 45 = 0.955556",
      ["⌈45% × 1,000⌉ − 430 = 20", "⌈(450 − 430) ÷ (1 − 0.45)⌉ = 37", null],
    ],
    ["450 of 1,000 at 45 %", { threshold: 45, whole: [450, 1000] }, null, []],
    [
      "at 100 % no new row would do",
      { threshold: 100, whole: [7, 8] },
      "87.5 ÷ 100 = 0.875",
      ["⌈100% × 8⌉ − 7 = 1", null, null],
    ],
    [
      "strictly more than 45 %",
      { threshold: 45, direction: "more-than", whole: [450, 1000] },
      "45 ÷ 45 = 1",
      ["⌊45% × 1,000 − 450⌋ + 1 = 1", "⌊(450 − 450) ÷ (1 − 0.45)⌋ + 1 = 1", null],
    ],
    [
      "at most 2 %",
      { threshold: 2, direction: "at-most", whole: [5, 100] },
      "2 ÷ 5 = 0.4",
      ["5 − ⌊2% × 100⌋ = 3", null, null],
    ],
    [
      "less than 2 %",
      { threshold: 2, direction: "less-than", whole: [2, 100] },
      "2 ÷ 2 = 1",
      ["2 − (⌈2% × 100⌉ − 1) = 1", null, null],
    ],
    [
      "at most 0 with a worst value",
      { threshold: 0, direction: "at-most", worst: 100, whole: [2, 55] },
      "(100 − 3.636364) ÷ (100 − 0) = 0.963636",
      ["2 − ⌊0% × 55⌋ = 2", null, null],
    ],
    [
      "at most 0 without one",
      { threshold: 0, direction: "at-most", whole: [2, 55] },
      null,
      ["2 − ⌊0% × 55⌋ = 2", null, null],
    ],
    [
      "below the worst value nothing is left",
      { threshold: 72, worst: 60, whole: [50, 100] },
      "(50 − 60) ÷ (72 − 60) → 0",
      ["⌈72% × 100⌉ − 50 = 22", "⌈(72 − 50) ÷ (1 − 0.72)⌉ = 79", null],
    ],
    [
      "a number of people",
      { kind: "latest", needs: "amount", measuredIn: "人", threshold: 252000, whole: 231840 },
      "231,840 ÷ 252,000 = 0.92",
      [null, null, "252,000 − 231,840 = 20,160"],
    ],
    [
      "an average of visits",
      {
        kind: "average",
        needs: "amount",
        measuredIn: "次",
        direction: "at-most",
        threshold: "0.03",
        whole: [5, 91],
      },
      "0.03 ÷ 0.054945 = 0.546",
      [null, null, "5 − 0.03 × 91 = 2.27"],
    ],
    [
      "better than a baseline",
      { direction: "improve", threshold: null, baseline: [50, "2021-12-31"], whole: [40, 100] },
      "40 ÷ 50 = 0.8",
      ["⌊50% × 100 − 40⌋ + 1 = 11", "⌊(50 − 40) ÷ (1 − 0.5)⌋ + 1 = 21", null],
    ],
    [
      "exactly 45 % has nothing in part",
      { direction: "exactly", threshold: 45, whole: [430, 1000] },
      null,
      ["⌈45% × 1,000⌉ − 430 = 20", "⌈(450 − 430) ÷ (1 − 0.45)⌉ = 37", null],
    ],
  ])("%s", (_, rule, attainment, needed) => {
    const found = workingOf(rule);
    expect(found.attainment).toBe(attainment);
    const parts = [found.fix, found.new, found.move];
    expect(parts.every((part) => part === undefined) ? [] : parts).toEqual(needed);
  });
});

describe("a working comes to the number that it shows", () => {
  const rules = fc.record({
    direction: fc.constantFrom(...directions),
    threshold: fc.integer({ min: 0, max: 100 }),
    worst: fc.option(fc.constantFrom(0, 100), { nil: undefined }),
    num: fc.integer({ min: 0, max: 400 }),
    den: fc.integer({ min: 1, max: 400 }),
  });

  test("for shares in every direction", () => {
    fc.assert(
      fc.property(rules, ({ direction, threshold, worst, num, den }) => {
        fc.pre(worst !== threshold && num <= den);
        const {
          attainment,
          fix,
          new: added,
          move,
        } = workingOf({
          direction,
          threshold,
          baseline: [threshold, "2021-12-31"],
          ...(worst === undefined ? {} : { worst }),
          whole: [num, den],
        });
        for (const working of [attainment, fix, added, move]) {
          if (working == null || working.includes("→")) continue;
          const [left = "", right = ""] = working.split(" = ");
          // Numbers in workings are cut to six decimals; a ceiling may not hang on the seventh.
          expect(Math.abs(reckoned(left) - reckoned(right)), working).toBeLessThan(0.0001);
        }
      }),
    );
  });
});

/** + − × ÷ % ⌈⌉ ⌊⌋ and brackets, as a reader with a calculator has them. */
function reckoned(working: string): number {
  const tokens = working.replaceAll(",", "").match(/[\d.]+%?|[-+−×÷()⌈⌉⌊⌋]/g) ?? [];
  let at = 0;
  const sum = (): number => {
    let value = product();
    while (tokens[at] === "+" || tokens[at] === "−") value += tokens[at++] === "+" ? product() : -product();
    return value;
  };
  const product = (): number => {
    let value = atom();
    while (tokens[at] === "×" || tokens[at] === "÷")
      value = tokens[at++] === "×" ? value * atom() : value / atom();
    return value;
  };
  const atom = (): number => {
    const token = tokens[at++] ?? "";
    if (token !== "(" && token !== "⌈" && token !== "⌊")
      return token.endsWith("%") ? Number(token.slice(0, -1)) / 100 : Number(token);
    const inner = sum();
    at += 1;
    if (token === "⌈") return Math.ceil(inner - 1e-9);
    return token === "⌊" ? Math.floor(inner + 1e-9) : inner;
  };
  return sum();
}

test.each([
  [43, "43"],
  [0.9555555555, "0.955556"],
  [1234567.5, "1,234,567.5"],
  [0.0000001234, "1.23e-7"],
  [0, "0"],
])("%d is written %s", (value, text) => {
  expect(plainNumber(value)).toBe(text);
});
