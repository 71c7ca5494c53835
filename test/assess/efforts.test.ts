import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Effort } from "../../src/model/effort.ts";
import { found, type Rule, type Story, tell, unitIn } from "./story.ts";

function efforts(story: Story, unit = "甲"): Effort[] {
  return unitIn(tell(story), unit).efforts;
}

describe("where effort pays", () => {
  test("weights 1 and 3, 0.8 reached with 5 rows to go: 1 ÷ 4 × 0.2 × 100 = 5 points, 1 a row", () => {
    const rules = [
      { threshold: 50, units: { 甲: [20, 50] } },
      { threshold: 50, weight: 3, units: { 甲: [30, 50] } },
    ] as const;
    expect(efforts({ rules })).toEqual([
      {
        kind: "indicator",
        id: "i1",
        status: "open",
        needed: { fix: 5, new: 10, move: null },
        work: 5,
        gain: 5,
        gainPerWork: 1,
        cumulated: 5,
        attainment: 0.8,
        weight: 1,
        parts: 1,
        weights: 4,
        recoverable: true,
      },
    ]);
  });

  test("the best paid piece of work comes first, what is of unknown size last, and gains add up", () => {
    const rules: Rule[] = [
      { id: "long", units: { 甲: [450, 1000] } },
      { id: "said", said: { 甲: { value: 45 } }, kind: "reported" },
      { id: "short", units: { 甲: [8, 10] } },
      { id: "people", kind: "sum", measuredIn: "人", threshold: 1000, units: { 甲: 500 } },
    ];
    const list = efforts({ rules });
    expect(list.map(({ id, gain, work }) => [id, gain, work])).toEqual([
      ["short", 2.77777777778, 1],
      ["long", 12.5, 450],
      ["people", 12.5, 500],
      ["said", 12.5, null],
    ]);
    expect(list.map(({ cumulated }) => cumulated)).toEqual([
      2.77777777778, 15.2777777778, 27.7777777778, 40.2777777778,
    ]);
  });

  const good = { weight: 0, units: { 甲: [1, 10] } } as const;
  test.each<[string, Rule, Partial<Effort> | undefined]>([
    ["new cases cannot make 100 % good", { threshold: 100, units: { 甲: [9, 10] } }, { recoverable: false }],
    [
      "new cases do not undo what is too many",
      { direction: "at-most", threshold: 0, worst: 100, units: { 甲: [1, 10] } },
      { recoverable: null, work: 1 },
    ],
    [
      "an amount is no case",
      { kind: "sum", threshold: 10, units: { 甲: 5 } },
      { recoverable: null, work: 5 },
    ],
    ["nothing to gain where it is met", { units: { 甲: [9, 10] } }, undefined],
    ["nor without data", { lacks: [{ dataset: "办件明细", fields: [], nearest: null }] }, undefined],
    ["nor without weight", good, undefined],
    ["late ones are marked", { deadline: "2022-10-01", units: { 甲: [1, 10] } }, { status: "overdue" }],
  ])("%s", (_, rule, expected) => {
    const [first] = efforts({ rules: [rule, { units: { 甲: [10, 10] } }] });
    if (expected === undefined) expect(first).toBeUndefined();
    else expect(first).toMatchObject(expected);
  });

  test("a shared indicator is an effort of its lead alone", () => {
    const rules = [{ scope: "shared", lead: ["乙"], units: { 甲: [1, 10], 乙: [9, 10] } }] as const;
    expect(efforts({ rules }, "甲")).toEqual([]);
    expect(efforts({ rules }, "乙")).toMatchObject([{ id: "i1", work: 8 }]);
  });

  test("tasks share one weight: 1 ÷ 2 ÷ 2 × (1 − 0.4) × 100 = 15", () => {
    const story: Story = {
      rules: [{ units: { 甲: [10, 10] } }],
      tasks: [{ id: "a" }, { id: "b", deadline: "2022-10-01" }],
      ledger: { a: { 甲: { rate: "0.4" } }, b: { 甲: { on: "2022-09-30" }, 乙: {} } },
    };
    expect(efforts(story)).toMatchObject([
      { kind: "task", id: "a", status: "open", gain: 15, work: 1, parts: 2, weights: 2, needed: null },
    ]);
    const whole = tell(story).overall.efforts;
    expect(whole.map(({ id, work }) => [id, work])).toEqual([
      ["b", 2],
      ["a", 3],
    ]);
    expect(efforts(story, "乙").map(({ id, status }) => [id, status])).toEqual([
      ["a", "open"],
      ["b", "overdue"],
    ]);
  });
});

const rate = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 60 }))
  .map(([of, to]) => [Math.min(of, to), to] as const);
const rule: fc.Arbitrary<Rule> = fc.record({
  threshold: fc.constantFrom(0, 3, "33.3", 45, 90, "99.5", 100),
  direction: fc.constantFrom("at-least", "at-most"),
  weight: fc.constantFrom(0, 1, 2, "0.5"),
  units: fc.record({ 甲: rate, 乙: rate }),
});
const plans = fc.array(rule, { minLength: 1, maxLength: 5 });

test("putting the rows right raises the score by exactly the gain", () => {
  fc.assert(
    fc.property(plans, fc.nat(), (rules, pick) => {
      const before = tell({ units: ["甲", "乙"], rules });
      const list = unitIn(before, "甲").efforts;
      if (list.length === 0) return;
      const effort = found(list[pick % list.length]);
      const at = Number(effort.id.slice(1)) - 1;
      const mended = rules.map((one, index) => (index === at ? withMore(one, effort.work ?? 0) : one));
      const after = tell({ units: ["甲", "乙"], rules: mended });
      const rise = (unitIn(after, "甲").score ?? 0) - (unitIn(before, "甲").score ?? 0);
      expect(rise).toBeCloseTo(effort.gain, 8);
    }),
    { numRuns: 300 },
  );
});

test("the gains of all efforts are what a score lacks of 100", () => {
  fc.assert(
    fc.property(plans, (rules) => {
      const { overall, units } = tell({
        units: ["甲", "乙"],
        rules,
        tasks: [{}, {}],
        ledger: { t1: { 甲: { rate: "0.25" } }, t2: { 乙: { on: "2022-01-05" } } },
      });
      for (const { score, efforts: list } of [overall, ...units]) {
        if (score === null) continue;
        expect(list.at(-1)?.cumulated ?? 0).toBeCloseTo(100 - score, 8);
        const pay = list.map(({ gainPerWork }) => gainPerWork ?? -1);
        expect(pay).toEqual(pay.toSorted((a, b) => b - a));
      }
    }),
    { numRuns: 200 },
  );
});

function withMore(one: Rule, rows: number): Rule {
  const [of, to] = found(one.units).甲 as readonly [number, number];
  const good = one.direction === "at-most" ? of - rows : of + rows;
  return { ...one, units: { ...one.units, 甲: [good, to] } };
}
