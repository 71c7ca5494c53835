import { describe, expect, test } from "vitest";
import { pastOf } from "../../src/history/snapshot-file.ts";
import type { Past } from "../../src/model/past.ts";
import { reportSchema } from "../../src/model/report.ts";
import { indicatorIn, lineOf, type Rule, type Story, tell, unitIn } from "./story.ts";

/** The same place told week after week; each run has the ones before as its history. */
function weekly(stories: readonly Story[]) {
  const history: Past[] = [];
  return stories.map((story, week) => {
    const asOf = story.asOf ?? `2022-09-${String(1 + 7 * week).padStart(2, "0")}`;
    const report = tell({ ...story, asOf, history: [...history] });
    history.push(pastOf(report));
    return report;
  });
}

/** One share of 甲, week after week. */
function shares(of: readonly number[], rule: Rule = {}, more: Story = {}) {
  return weekly(of.map((num) => ({ ...more, rules: [{ ...rule, units: { 甲: [num, 100] } }] })));
}

const last = <T>(list: readonly T[]): T => {
  const one = list.at(-1);
  if (one === undefined) throw new Error("the list is empty");
  return one;
};

describe("a run", () => {
  test("without a history has no word of movement", () => {
    const report = tell({ rules: [{ units: { 甲: [1, 2] } }] });
    expect(report).not.toHaveProperty("movement");
    expect(report).not.toHaveProperty("trend");
    expect(indicatorIn(report).whole).not.toHaveProperty("movement");
    expect(report).not.toHaveProperty("escalation");
    expect(report).not.toHaveProperty("headroom");
  });

  test("with an empty one is the first", () => {
    const report = tell({ rules: [{ units: { 甲: [1, 2] } }], history: [] });
    expect(report.movement).toEqual({ snapshots: 0, first: null, previous: null, baseline: null });
    expect(indicatorIn(report).whole.movement).toMatchObject({
      previous: null,
      streak: { kind: "missed", count: 1 },
      noPace: { code: "pace-few-snapshots", with: { count: 1, least: 3 } },
    });
    expect(report.trend).toMatchObject({ dates: ["2022-10-20"], scores: [report.overall.score] });
  });

  test("is read back as it was written, key by key", () => {
    const report = last(shares([50, 60, 70], {}, { escalation: [[1, "提醒"]], headroom: 3 }));
    expect(JSON.stringify(reportSchema.parse(report))).toBe(JSON.stringify(report));
  });
});

describe("is not comparable, and says why", () => {
  const cases: [
    name: string,
    then: Story,
    now: Story,
    codes: string[],
    comparable: boolean,
    fair: boolean,
  ][] = [
    [
      "another formula",
      { rules: [{ formula: "甲" }] },
      { rules: [{ formula: "乙" }] },
      ["formula-changed"],
      false,
      false,
    ],
    [
      "another unit of measure",
      { rules: [{ measuredIn: "%" }] },
      { rules: [{ measuredIn: "‰" }] },
      ["measured-in-changed"],
      false,
      false,
    ],
    [
      "another threshold",
      { rules: [{ threshold: 40 }] },
      { rules: [{ threshold: 90 }] },
      ["threshold-changed"],
      true,
      false,
    ],
    [
      "another direction",
      { rules: [{ direction: "at-least" }] },
      { rules: [{ direction: "at-most" }] },
      ["direction-changed"],
      true,
      false,
    ],
    [
      "a new year",
      { period: ["2022-01-01", "2022-12-31"], asOf: "2022-12-28" },
      { period: ["2022-01-01", "2022-12-31"], asOf: "2023-01-04" },
      ["period-changed"],
      false,
      false,
    ],
    [
      "a new stage of the same plan",
      {
        rules: [
          {
            stages: [
              ["2022-09-05", 40],
              ["2022-12-31", 90],
            ],
          },
        ],
      },
      {
        rules: [
          {
            stages: [
              ["2022-09-05", 40],
              ["2022-12-31", 90],
            ],
          },
        ],
      },
      ["stage-changed"],
      true,
      false,
    ],
    ["nothing else", {}, {}, [], true, true],
  ];

  test.each(cases)("%s", (_, then, now, codes, comparable, fair) => {
    const told = (story: Story, num: number): Story => ({
      ...story,
      rules: (story.rules ?? [{}]).map((rule) => ({ ...rule, units: { 甲: [num, 100] } })),
    });
    const [, report] = weekly([told(then, 50), told(now, 60)]);
    const previous = report === undefined ? null : indicatorIn(report).whole.movement?.previous;
    expect(previous?.reasons.map(({ code }) => code)).toEqual(codes);
    expect(previous).toMatchObject({ comparable, fair, change: comparable ? 10 : null });
  });

  test("a weight that changed makes scores another thing, though no figure moved", () => {
    const [, report] = weekly([1, 2].map((weight) => ({ rules: [{ weight, units: { 甲: [1, 2] } }] })));
    expect(report?.overall.movement?.previous).toMatchObject({ comparable: false, change: null });
  });
});

describe("pace by history", () => {
  const due = { deadline: "2022-12-31", threshold: 90 };

  test("goes down as well as up", () => {
    const report = last(shares([50, 40, 30], { ...due, direction: "at-most", threshold: 10 }));
    // From 50 to 10 in 121 days; 14 are gone: 50 − 40 × 14 ÷ 121 = 45.37. 20 of 4.63 are done.
    expect(indicatorIn(report).whole.pace).toMatchObject({
      expected: 45.3719008264,
      spi: 4.32142857143,
      state: "on-track",
      projected: "2022-09-29",
      atDeadline: 0,
      since: "2022-09-01",
    });
  });

  test("does not carry a rate past 100, nor a way back below 0", () => {
    expect(indicatorIn(last(shares([50, 60, 70], due))).whole.pace?.atDeadline).toBe(100);
    expect(indicatorIn(last(shares([70, 60, 50], due))).whole.pace).toMatchObject({
      atDeadline: 0,
      projected: null,
    });
  });

  test("needs nothing a day on the last day", () => {
    const told = shares([50, 60, 70], { ...due, deadline: "2022-09-15" });
    expect(indicatorIn(last(told)).whole.pace).toMatchObject({
      daysLeft: 0,
      requiredPerDay: null,
      requiredPerWorkingDay: null,
      atDeadline: null,
    });
  });

  const refused: [string, number[], Rule, string][] = [
    ["two snapshots", [50, 60], due, "pace-few-snapshots"],
    ["no deadline", [50, 60, 70], { ...due, deadline: null }, "pace-no-deadline"],
    ["it was met where it begins", [95, 94, 80], due, "pace-met-at-start"],
    ["all of it after the deadline", [50, 60, 70], { ...due, deadline: "2022-08-01" }, "pace-after-deadline"],
  ];
  test.each(refused)("is refused: %s", (_, of, rule, code) => {
    const { pace, movement } = indicatorIn(last(shares(of, rule))).whole;
    expect({ pace, code: movement?.noPace?.code }).toEqual({ pace: null, code });
  });

  test("is not refused aloud for what is met", () => {
    expect(indicatorIn(last(shares([95, 96], due))).whole.movement?.noPace).toBeNull();
  });

  test("a baseline of the plan goes before the history", () => {
    const rule: Rule = {
      kind: "sum",
      measuredIn: "人",
      threshold: 200,
      deadline: "2022-12-31",
      baseline: [100, "2022-01-01"],
    };
    const told = weekly([110, 120, 130].map((whole) => ({ rules: [{ ...rule, whole }] })));
    const { pace } = indicatorIn(last(told)).whole;
    expect(pace?.elapsed).toBeCloseTo(257 / 364, 9);
    expect(pace).not.toHaveProperty("since");
  });
});

describe("improve and reduce", () => {
  const rule: Rule = { direction: "improve", units: { 甲: [50, 100], 乙: [10, 100] } };
  const told = (baseline: string | undefined) => {
    const [first] = weekly([{ rules: [rule], asOf: "2022-09-30" }]);
    const history = first === undefined ? [] : [pastOf(first)];
    const now = { ...rule, units: { 甲: [60, 100], 乙: [10, 100], 丙: [9, 10] } } as const;
    return tell({
      rules: [now],
      asOf: "2022-10-20",
      history,
      ...(baseline === undefined ? {} : { baseline }),
    });
  };

  test("are not held against whatever came last", () => {
    expect(indicatorIn(told(undefined)).whole.status).toBe("not-scored");
  });

  test("are held against the run of the named day, each unit against itself", () => {
    const indicator = indicatorIn(told("2022-09-30"));
    expect(lineOf(indicator, "甲")).toMatchObject({
      status: "met",
      baseline: { value: 50, date: "2022-09-30" },
    });
    expect(lineOf(indicator, "乙")).toMatchObject({ status: "open", attainment: 1 });
    expect(lineOf(indicator, "丙")).toMatchObject({
      status: "not-scored",
      why: { code: "baseline-without-value", with: { date: "2022-09-30" } },
    });
  });

  test("a baseline of the plan goes first", () => {
    const first = tell({ rules: [rule], asOf: "2022-09-30" });
    const own: Rule = { ...rule, baseline: [70, "2022-01-01"] };
    const report = tell({
      rules: [own],
      asOf: "2022-10-20",
      history: [pastOf(first)],
      baseline: "2022-09-30",
    });
    const { whole } = indicatorIn(report);
    expect(whole.status).toBe("open");
    expect(whole).not.toHaveProperty("baseline");
  });
});

describe("escalation", () => {
  const steps: Story["escalation"] = [
    [1, "提醒"],
    [2, "通报"],
    [3, "约谈"],
  ];
  const stood = (story: Story) =>
    (tell(story).escalation ?? []).map(({ unit, step, misses, next }) => [
      unit,
      step,
      misses,
      next?.step ?? null,
    ]);
  const missed: Rule = { units: { 甲: [1, 2], 乙: [2, 2] }, responsible: ["甲", "乙"] };

  test("counts from the first miss after the deadline, without a history too", () => {
    expect(stood({ rules: [missed], escalation: steps, asOf: "2022-10-25" })).toEqual([]);
    expect(stood({ rules: [missed], escalation: steps, asOf: "2022-10-26" })).toEqual([
      ["甲", "提醒", 1, "通报"],
    ]);
  });

  test("goes up a step with each miss, and begins anew once it is met", () => {
    const told = (of: readonly number[]) =>
      last(
        weekly(
          of.map((num, week) => ({
            rules: [{ units: { 甲: [num, 2] }, responsible: ["甲"] }],
            escalation: steps,
            asOf: `2022-11-${String(week + 1).padStart(2, "0")}`,
          })),
        ),
      ).escalation?.map(({ step, misses, since }) => [step, misses, since]);
    expect(told([1, 1])).toEqual([["通报", 2, "2022-11-01"]]);
    expect(told([1, 1, 1, 1])).toEqual([["约谈", 4, "2022-11-01"]]);
    expect(told([1, 1, 2, 1])).toEqual([["提醒", 1, "2022-11-04"]]);
  });

  test("runs as the table of rules/README.md says", () => {
    const days = ["10-18", "10-25", "11-01", "11-08", "11-15", "11-22", "11-29"];
    const told = weekly(
      days.map((at, week) => ({
        asOf: `2022-${at}`,
        escalation: steps,
        rules: [
          week === 4
            ? { lacks: [{ dataset: "事项清单", fields: [], nearest: null }] }
            : { units: { 甲: [week === 6 ? 2 : 1, 2] }, responsible: ["甲"] },
        ],
      })),
    );
    const at = told.map(({ escalation = [] }) => {
      const own = escalation.find(({ unit }) => unit === "甲");
      return own === undefined ? null : `${own.step} ${own.misses}`;
    });
    expect(at).toEqual([null, null, "提醒 1", "通报 2", "通报 2", "约谈 3", null]);
  });

  test("a step may count what is unmet before its deadline", () => {
    expect(
      stood({
        rules: [missed],
        escalation: [
          [1, "提醒", "unmet"],
          [2, "通报"],
        ],
        asOf: "2022-10-01",
      }),
    ).toEqual([["甲", "提醒", 1, "通报"]]);
  });

  test("what is lacking to the next step is counted as that step counts", () => {
    const mixed: Story["escalation"] = [
      [1, "提醒", "unmet"],
      [3, "约谈"],
    ];
    const rules = [{ units: { 甲: [1, 2] }, responsible: ["甲"] } as const];
    const told = weekly(
      ["2022-10-04", "2022-10-11", "2022-10-18", "2022-11-01"].map((asOf) => ({
        rules,
        escalation: mixed,
        asOf,
      })),
    );
    expect(told.map(({ escalation }) => escalation?.map(({ misses, next }) => [misses, next?.more]))).toEqual(
      [[[1, 3]], [[2, 3]], [[3, 3]], [[4, 2]]],
    );
  });

  test("tasks come to the steps that say so, once they are overdue", () => {
    const told = (tasks: boolean, done?: string) =>
      weekly(
        ["2022-10-18", "2022-11-01", "2022-11-08"].map((asOf, week) => ({
          rules: [],
          units: ["甲", "乙"],
          tasks: [{ deadline: "2022-10-25" }, { deadline: null }],
          ledger: {
            t1: {
              乙: { status: "已完成", on: "2022-10-20" },
              ...(week === 2 && done ? { 甲: { status: "已完成", on: done } } : {}),
            },
          },
          escalation: [
            [1, "提醒", "overdue", tasks],
            [2, "通报", "overdue", false],
          ] as const,
          asOf,
        })),
      ).map(({ escalation }) =>
        escalation?.map(({ kind, unit, indicator, step, misses }) => [kind, unit, indicator, step, misses]),
      );
    expect(told(false)).toEqual([[], [], []]);
    expect(told(true)).toEqual([[], [["task", "甲", "t1", "提醒", 1]], [["task", "甲", "t1", "提醒", 2]]]);
    expect(told(true, "2022-11-05").at(-1)).toEqual([]);
  });

  test("leaves out what is not scored, and asks only the lead for what is shared", () => {
    const asOf = "2022-11-01";
    expect(stood({ rules: [{ ...missed, weight: 0 }], escalation: steps, asOf })).toEqual([]);
    const shared: Rule = { units: { 甲: [1, 2], 乙: [1, 2] }, scope: "shared", lead: ["乙"] };
    expect(stood({ rules: [shared], escalation: steps, asOf }).map(([unit]) => unit)).toEqual(["乙"]);
  });
});

describe("thin headroom", () => {
  const thin = (rule: Rule, headroom: number) =>
    (tell({ rules: [{ responsible: [], ...rule }], headroom }).headroom?.lines ?? []).map(
      ({ headroom: room, spare }) => [room, spare],
    );

  test.each<[string, Rule, number, [number, number | null][]]>([
    ["91 of 100 at 90: one point, and one row", { whole: [91, 100] }, 2, [[1, 1]]],
    ["not less than the margin", { whole: [92, 100] }, 2, []],
    ["just met: nothing to spare", { whole: [90, 100] }, 2, [[0, 0]]],
    ["unmet has none", { whole: [89, 100] }, 2, []],
    ["at most 10, 9 of 100 found", { whole: [9, 100], direction: "at-most", threshold: 10 }, 2, [[1, 1]]],
    ["all of all wanted: there is no more to have", { whole: [10, 10], threshold: 100 }, 2, []],
    ["none allowed: there is no less to have", { whole: [0, 10], direction: "at-most", threshold: 0 }, 2, []],
    ["more than 90: 91 of 100 can spare none", { whole: [91, 100], direction: "more-than" }, 2, [[1, 0]]],
    ["a number of things", { kind: "count", measuredIn: "件", whole: 95 }, 10, [[5, null]]],
  ])("%s", (_, rule, headroom, expected) => {
    expect(thin(rule, headroom)).toEqual(expected);
  });
});

test("a unit that is new is compared with nothing, and one that is gone is named", () => {
  const [, report] = weekly([
    { units: ["甲", "旧局"], rules: [{ units: { 甲: [1, 2], 旧局: [1, 2] } }] },
    { units: ["甲", "新局"], rules: [{ units: { 甲: [1, 2], 新局: [2, 2] } }] },
  ]);
  expect(report?.movement?.previous?.units).toEqual({ added: ["新局"], removed: ["旧局"], renamed: [] });
  if (report === undefined) throw new Error("no report");
  expect(unitIn(report, "新局").movement?.previous).toBeNull();
  expect(lineOf(indicatorIn(report), "新局").movement?.previous).toBeNull();
});

test("a fall of the denominator is said beside the change", () => {
  const [, report] = weekly([100, 80].map((all) => ({ rules: [{ units: { 甲: [40, all] } }] })));
  expect(report && indicatorIn(report).whole.movement?.previous).toMatchObject({
    change: 10,
    comparable: true,
    reasons: [{ code: "parts-fell", with: { from: 100, to: 80 } }],
  });
});

test("the trend keeps the last 60 runs and breaks where the formula changed", () => {
  const runs = Array.from({ length: 70 }, (_, week) => ({
    asOf: new Date(Date.UTC(2021, 0, 1 + 7 * week)).toISOString().slice(0, 10),
    sha256: week < 40 ? "a" : "b",
    rules: [{ formula: week < 40 ? "甲" : "乙", units: { 甲: [week, 100] } as const }],
  }));
  const { trend } = last(weekly(runs));
  expect(trend?.dates).toHaveLength(60);
  expect(trend?.indicators[0]?.values.filter((value) => value !== null)).toHaveLength(30);
  expect(trend?.scores.every((score) => score !== null)).toBe(true);
  expect(trend?.replanned).toEqual([runs[40]?.asOf]);
});
