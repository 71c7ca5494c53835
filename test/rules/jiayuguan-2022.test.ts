import { beforeAll, describe, expect, test } from "vitest";
import type { Plan } from "../../src/model/plan.ts";
import { loadPlan } from "../../src/plan/load.ts";
import { cases } from "./jiayuguan-2022/cases.ts";
import { certificates } from "./jiayuguan-2022/certificates.ts";
import { complaints } from "./jiayuguan-2022/complaints.ts";
import { interfaces } from "./jiayuguan-2022/interfaces.ts";
import { items } from "./jiayuguan-2022/items.ts";
import { ratings } from "./jiayuguan-2022/ratings.ts";
import { reported } from "./jiayuguan-2022/reported.ts";
import { users } from "./jiayuguan-2022/users.ts";
import { reportOf, type Stories, type Story, said } from "./story.ts";

const stories: Stories = {
  ...ratings,
  ...complaints,
  ...users,
  ...items,
  ...interfaces,
  ...certificates,
  ...cases,
  ...reported,
};

let plan: Plan;
beforeAll(async () => {
  plan = await loadPlan("jiayuguan-2022", { cwd: process.cwd() });
});

/** What a story says of an indicator, in the story's own shape. */
async function outcomeOf(id: string, { asOf = "2022-10-25", ...story }: Story) {
  const report = await reportOf(plan, story.tables, asOf);
  const indicator = report.indicators.find((each) => each.id === id);
  if (indicator === undefined) throw new Error(`the report lacks ${id}`);
  const lineOf = (name: string) => indicator.units.find(({ unit }) => unit === name);
  const named = <T>(names: object | undefined, tell: (name: string) => T) =>
    names && Object.fromEntries(Object.keys(names).map((name) => [name, tell(name)]));
  return {
    whole: said(indicator.whole),
    units: named(story.units, (name) => {
      const line = lineOf(name);
      return line === undefined ? "not responsible" : said(line);
    }),
    contributions: named(story.contributions, (name) => lineOf(name)?.contribution),
    others: named(story.others, (name) => {
      const other = indicator.others.find(({ unit }) => unit === name);
      return [other?.numerator, other?.denominator];
    }),
  };
}

describe.each(Object.entries(stories))("%s", (id, told) => {
  test.each(told.map((story) => [story.what, story] as const))("%s", async (_, story) => {
    const { whole, units, contributions, others } = story;
    expect(await outcomeOf(id, story)).toEqual({ whole, units, contributions, others });
  });
});

test("every indicator has its stories, and each that is scored one met and one missed", () => {
  expect(Object.keys(stories).sort()).toEqual(plan.indicators.map(({ id }) => id).sort());
  for (const { id, direction } of plan.indicators) {
    const outcomes = (stories[id] ?? []).map(({ whole }) => whole.split(" ")[0]);
    if (direction === "improve") continue;
    expect(outcomes, id).toContain("met");
    expect(
      outcomes.some((outcome) => outcome === "open" || outcome === "overdue"),
      id,
    ).toBe(true);
  }
});

describe("指标填报 serves an indicator whose rows are absent, and yields to rows", () => {
  const figure = "指标编号,责任单位,统计日期,数值,分子,分母\n三(十二),市公安局,2022-10-24,,9,20";
  const rows = "实施编码,实施主体,事项类型,办件类型\n000001,市公安局,行政许可,承诺件";

  test.each<[what: string, tables: Story["tables"], whole: string, source: string]>([
    ["reported alone", { 指标填报: figure }, "met 9/20 = 45, a 1", "reported"],
    ["beside rows", { 指标填报: figure, 事项清单: rows }, "open 0/1 = 0, a 0, 1 rows, fix 1, new 1", "rows"],
  ])("%s", async (_, tables, whole, source) => {
    const report = await reportOf(plan, tables, "2022-10-25");
    const indicator = report.indicators.find(({ id }) => id === "instant-share");
    expect(indicator && said(indicator.whole)).toBe(whole);
    expect(indicator?.whole.source).toBe(source);
    const differs = report.quality.notes.some(({ code }) => code === "reported-differs");
    expect(differs).toBe(source === "rows");
  });
});
