import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { workingDays as calendar } from "../../src/cli/working-days.ts";
import { readHistory, storeSnapshot } from "../../src/history/store.ts";
import { formatDay, parseDay } from "../../src/model/day.ts";
import { type Report, reportSchema } from "../../src/model/report.ts";
import { found, type Rule, tell } from "../assess/story.ts";
import {
  BASELINE,
  CORRECTED,
  DEADLINE,
  LATE,
  nameOf,
  type Parts,
  RENAMED,
  REPLANNED,
  simulatedYear,
  UNCHANGED,
  units,
  WEEKS,
  type Week,
  YEAR_END,
} from "./year/data.ts";
import * as naive from "./year/naive.ts";

const year = simulatedYear(20_220_105);
const reports: Report[] = [];
let dir: string;

const named = <T>(week: number, list: readonly T[]): Record<string, T> =>
  Object.fromEntries(list.map((one, unit) => [nameOf(unit, week), one]));
const shares = (week: number, list: readonly Parts[]) =>
  named(
    week,
    list.map(({ num, den }) => [num, den] as const),
  );

function rulesOf({ week, rate, total, few, better, anew }: Week): Rule[] {
  const lacking = { lacks: [{ dataset: "投诉建议", fields: [], nearest: null }] };
  return [
    {
      id: "rate",
      weight: 3,
      threshold: week >= REPLANNED ? 92 : 85,
      deadline: DEADLINE,
      units: shares(week, rate),
    },
    {
      id: "total",
      kind: "latest",
      weight: 2,
      measuredIn: "人",
      threshold: 900,
      deadline: YEAR_END,
      units: named(week, total),
    },
    {
      id: "few",
      kind: "count",
      measuredIn: "件",
      direction: "at-most",
      threshold: 8,
      deadline: null,
      ...(few === null ? lacking : { units: named(week, few) }),
    },
    { id: "better", direction: "improve", deadline: DEADLINE, units: shares(week, better) },
    {
      id: "anew",
      weight: 2,
      threshold: 88,
      deadline: DEADLINE,
      formula: week >= REPLANNED ? "甲 ÷ 丙" : "甲 ÷ 乙",
      units: shares(week, anew),
    },
  ];
}

async function runOf(week: Week): Promise<Report> {
  const { past, damaged } = await readHistory(dir, "story", week.asOf);
  expect(damaged).toEqual([]);
  const file = {
    file: "data.xlsx",
    sha256: `content of week ${week.week === UNCHANGED ? week.week - 1 : week.week}`,
  };
  return tell({
    asOf: week.asOf,
    sha256: week.week >= REPLANNED ? "second" : "first",
    units: units.map((unit) => ({
      name: nameOf(unit, week.week),
      ...(nameOf(unit, week.week) === "丙中心" ? { aliases: ["丙局"] } : {}),
    })),
    rules: rulesOf(week),
    inputs: [file],
    headroom: 2,
    escalation: [
      [1, "提醒"],
      [2, "通报"],
      [3, "约谈"],
    ],
    history: past,
    workingDays: calendar,
    ...(week.week > BASELINE ? { baseline: found(year[BASELINE]).asOf } : {}),
  });
}

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), "year-"));
  for (const week of year) {
    const report = await runOf(week);
    await storeSnapshot(dir, report, false);
    reports.push(report);
  }
});
afterAll(() => rmSync(dir, { recursive: true }));

const at = (week: number) => found(reports[week]);
const weeks = Array.from({ length: WEEKS }, (_, week) => week);
const everyone = [null, ...units];
const lineOf = (week: number, id: naive.Id, who: number | null) => {
  const indicator = found(at(week).indicators.find((one) => one.id === id));
  return who === null
    ? indicator.whole
    : found(indicator.units.find(({ unit }) => unit === nameOf(who, week)));
};
const unitOf = (week: number, who: number) =>
  found(at(week).units.find(({ unit }) => unit === nameOf(who, week)));
const near = (number: number | null | undefined, expected: number | null) =>
  expected === null
    ? expect(number ?? null).toBeNull()
    : expect(Math.abs((number ?? Number.NaN) - expected)).toBeLessThan(
        1e-6 * Math.max(1, Math.abs(expected)),
      );

/** Every line of every week, with what it is called when it fails. */
function everywhere(check: (week: number, id: naive.Id, who: number | null) => void): void {
  for (const week of weeks)
    for (const id of naive.ids)
      for (const who of everyone) {
        try {
          check(week, id, who);
        } catch (error) {
          throw new Error(`week ${week}, ${id}, ${who === null ? "whole" : nameOf(who, week)}`, {
            cause: error,
          });
        }
      }
}

describe("a year of 52 runs, against figures worked out apart from the code", () => {
  test("has what makes it hard: regressions, late data, a correction", () => {
    const lost = weeks.flatMap((week) =>
      units.filter((unit) => lineOf(week, "rate", unit).movement?.previous?.turn === "newly-lost"),
    );
    expect(lost.length).toBeGreaterThan(10);
    expect(reports).toHaveLength(52);
    expect(reports.map((report) => reportSchema.safeParse(report).success)).not.toContain(false);
  });

  test("values and statuses", () => {
    everywhere((week, id, who) => {
      const expected = naive.stoodOf(year, id, week, who);
      const line = lineOf(week, id, who);
      near(line.value, expected.value);
      expect(line.status).toBe(expected.status);
    });
  });

  test("changes since the run before", () => {
    everywhere((week, id, who) => {
      const change = lineOf(week, id, who).movement?.previous ?? null;
      if (week === 0) return expect(change).toBeNull();
      const [now, then] = [week, week - 1].map((one) => naive.stoodOf(year, id, one, who));
      const anew = id === "anew" && week === REPLANNED;
      const raised = id === "rate" && week === REPLANNED;
      const both = now?.value != null && then?.value != null && !anew;
      near(change?.value, then?.value ?? null);
      near(change?.change, both ? (now?.value ?? 0) - (then?.value ?? 0) : null);
      expect(change).toMatchObject({
        asOf: found(year[week - 1]).asOf,
        status: then?.status,
        comparable: !anew,
        fair: !anew && !raised,
      });
      return undefined;
    });
  });

  test("changes since the named baseline, never since whatever came last", () => {
    everywhere((week, id, who) => {
      const change = lineOf(week, id, who).movement?.baseline ?? null;
      if (week <= BASELINE) return expect(change).toBeNull();
      const [now, then] = [week, BASELINE].map((one) => naive.figureOf(year, id, one, who));
      const anew = id === "anew" && week >= REPLANNED;
      expect(change?.asOf).toBe("2022-01-26");
      near(change?.change, anew || now == null ? null : now - (then ?? 0));
      return undefined;
    });
  });

  test("newly met, newly lost, data that came and went", () => {
    everywhere((week, id, who) => {
      if (week === 0) return;
      const [now, then] = [week, week - 1].map((one) => naive.stoodOf(year, id, one, who).status);
      const judged = (status: string | undefined) =>
        status === "met" || status === "open" || status === "overdue";
      const expected = !judged(then)
        ? judged(now)
          ? "data-came"
          : null
        : !judged(now)
          ? "data-gone"
          : then !== "met" && now === "met"
            ? "newly-met"
            : then === "met" && now !== "met"
              ? "newly-lost"
              : null;
      expect(lineOf(week, id, who).movement?.previous?.turn).toBe(expected);
    });
  });

  test("streaks of misses and of what is met, through late data and a new name", () => {
    everywhere((week, id, who) => {
      expect(lineOf(week, id, who).movement?.streak ?? null).toEqual(naive.streak(year, id, week, who));
    });
  });

  test("scores and ranks, and how they moved", () => {
    for (const week of weeks) {
      near(at(week).overall.score, naive.scoreOf(year, week, null));
      for (const unit of units) {
        const line = unitOf(week, unit);
        near(line.score, naive.scoreOf(year, week, unit));
        expect(line.rank).toBe(naive.rankOf(year, week, unit));
        const moved = line.movement?.previous ?? null;
        if (week === 0) {
          expect(moved).toBeNull();
          continue;
        }
        const comparable = week !== REPLANNED;
        expect(moved?.comparable).toBe(comparable);
        near(
          moved?.change,
          comparable ? naive.scoreOf(year, week, unit) - naive.scoreOf(year, week - 1, unit) : null,
        );
        expect(moved?.up ?? null).toBe(
          comparable ? naive.rankOf(year, week - 1, unit) - naive.rankOf(year, week, unit) : null,
        );
        const codes = moved?.reasons.map(({ code }) => code) ?? [];
        expect(codes.includes("score-data-gone")).toBe(week === LATE[0]);
        expect(codes.includes("score-data-came")).toBe(
          week === (LATE.at(-1) ?? 0) + 1 || week === BASELINE + 1,
        );
      }
    }
  });

  test("pace and forecast, by calendar and by working days", () => {
    everywhere((week, id, who) => {
      const expected = id === "better" || id === "few" ? null : naive.forecast(year, id, week, who);
      const { pace } = lineOf(week, id, who);
      if (expected === null) return expect(pace).toBeNull();
      for (const key of ["elapsed", "expected", "spi", "requiredPerDay", "requiredPerWorkingDay"] as const)
        near(pace?.[key], expected[key]);
      near(pace?.atDeadline, expected.atDeadline);
      expect(pace?.projected).toBe(expected.projected);
      return undefined;
    });
  });

  test("who stands on which step", () => {
    for (const week of weeks) {
      const expected = naive.ids.flatMap((id) =>
        units.flatMap((unit) => {
          const count = naive.misses(year, id, week, unit);
          const step = ["提醒", "通报", "约谈"][Math.min(count, 3) - 1];
          return step === undefined ? [] : [`${nameOf(unit, week)} ${id} ${step} ${count}`];
        }),
      );
      const stood = at(week).escalation ?? [];
      expect(
        stood.map(({ unit, indicator, step, misses }) => `${unit} ${indicator} ${step} ${misses}`).sort(),
      ).toEqual(expected.sort());
    }
  });

  test("what is met by less than two", () => {
    for (const week of weeks) {
      const expected = naive.ids.flatMap((id) =>
        everyone.flatMap((who) => {
          const { value, status } = naive.stoodOf(year, id, week, who);
          const target = id === "better" ? naive.figureOf(year, id, BASELINE, who) : naive.targetOf(id, week);
          if (status !== "met" || value === null || target === null) return [];
          const room = id === "few" ? target - value : value - target;
          return room < 2 - 1e-9 ? [`${id} ${who === null ? "whole" : nameOf(who, week)}`] : [];
        }),
      );
      const lines = at(week).headroom?.lines ?? [];
      expect(lines.map(({ indicator, unit }) => `${indicator} ${unit ?? "whole"}`).sort()).toEqual(
        expected.sort(),
      );
    }
  });
});

describe("what else changed is said, and only in the week in which it did", () => {
  const since = (week: number) => at(week).movement?.previous;
  const exactly = (holds: (week: number) => boolean) => weeks.filter((week) => week > 0 && holds(week));

  test("the plan, and what it measures or wants anew", () => {
    expect(exactly((week) => since(week)?.plan.changed === true)).toEqual([REPLANNED]);
    expect(since(REPLANNED)?.indicators.changed).toEqual([
      { id: "rate", reasons: [{ code: "threshold-changed", with: { from: 85, to: 92 } }] },
      { id: "anew", reasons: [{ code: "formula-changed", with: { from: "甲 ÷ 乙" } }] },
    ]);
    expect(exactly((week) => (since(week)?.indicators.changed.length ?? 0) > 0)).toEqual([REPLANNED]);
    expect(at(WEEKS - 1).trend?.replanned).toEqual([found(year[REPLANNED]).asOf]);
  });

  test("a department's new name", () => {
    expect(exactly((week) => (since(week)?.units.renamed.length ?? 0) > 0)).toEqual([RENAMED]);
    expect(since(RENAMED)?.units).toEqual({
      added: [],
      removed: [],
      renamed: [{ from: "丙局", to: "丙中心" }],
    });
    const codes = lineOf(RENAMED, "rate", 2).movement?.previous?.reasons.map(({ code }) => code);
    expect(codes).toContain("unit-renamed");
  });

  test("a running total that was corrected", () => {
    const fell = (who: number | null) =>
      exactly((week) =>
        (lineOf(week, "total", who).movement?.previous?.reasons ?? []).some(
          ({ code }) => code === "total-fell",
        ),
      );
    expect(fell(0)).toEqual([CORRECTED]);
    expect(fell(1)).toEqual([]);
  });

  test("data files that are those of last time", () => {
    expect(exactly((week) => since(week)?.inputs.same === 1)).toEqual([UNCHANGED]);
    expect(since(UNCHANGED + 1)?.inputs).toEqual({ same: 0, added: [], changed: ["data.xlsx"], removed: [] });
  });
});

describe("a forecast worked out by hand", () => {
  // 乙 counts 11 on 2022-01-05 and 15 more every five weeks: 3 a week. Ten weeks on, 2022-03-16, it counts 41.
  // The target of 900 is due on 2022-12-31, after 360 days; 70 are gone: 11 + 889 × 70 ÷ 360 = 183.86.
  test("of a running total in its eleventh week", () => {
    expect(found(year[10]).total[1]).toBe(41);
    const { pace } = lineOf(10, "total", 1);
    near(pace?.elapsed, 70 / 360);
    near(pace?.expected, 183.861111111);
    near(pace?.spi, 30 / 172.861111111);
    // 859 are missing: 290 days are left, of which 200 are worked.
    near(pace?.requiredPerDay, 859 / 290);
    near(pace?.requiredPerWorkingDay, 859 / 200);
    // 30 in 70 days: 859 take 2,004.33 days more.
    expect(pace?.projected).toBe(formatDay((parseDay("2022-03-16") ?? 0) + 2005));
    near(pace?.atDeadline, 41 + (30 / 70) * 290);
    expect(pace).toMatchObject({ state: "behind", daysLeft: 290, since: "2022-01-05" });
  });

  test("none with two snapshots, and why", () => {
    expect(lineOf(1, "total", null)).toMatchObject({
      pace: null,
      movement: { noPace: { code: "pace-few-snapshots", with: { count: 2, least: 3 } } },
    });
    expect(lineOf(REPLANNED + 1, "anew", null).pace).toBeNull();
  });
});

test("the same year gives the same reports", async () => {
  const again = await runOf(found(year[WEEKS - 1]));
  expect(JSON.stringify(again)).toBe(JSON.stringify(at(WEEKS - 1)));
});
