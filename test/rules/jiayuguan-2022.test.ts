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

describe("what enters the score", () => {
  const scoresOf = async (tables: Story["tables"]) => {
    const { overall, units } = await reportOf(plan, tables, "2022-10-25");
    const named = units.flatMap(({ unit, score, unknown }) =>
      score === null && !unknown && unit !== "新城镇" ? [] : [[unit, score]],
    );
    return { overall: overall.score, ...Object.fromEntries(named) };
  };

  test("sub-targets do not: late complaints are still closed", async () => {
    const complaint =
      "投诉编号,承办单位,受理时间,办理期限,办结时间\nT1,市住建局,2022-09-01,2022-09-10,2022-09-11";
    expect(await scoresOf({ 投诉建议: complaint })).toEqual({ overall: 100, 市住建局: 100, 新城镇: null });
  });

  test("shared targets count for the whole; nobody leads them", async () => {
    // 12.6 of 25.2万, 7.875 of 15.75万, and half of each rate: 0.5, 0.5, 40 ÷ 80, 5 ÷ 10.
    const people = `统计日期,统计单位,注册总量,本年度新增注册,本年度信息完备用户数,月活跃用户数
      2022-10-24,雄关街道,12.6万,78750,31500,6300`;
    expect(await scoresOf({ 个人用户统计: people })).toEqual({ overall: 50, 新城镇: null });
  });

  test("towns and unknown names count in the whole and have a line without a score", async () => {
    // 三(十八): 1 of 3 for the city, 1 of 1 for 市公安局.
    const interfaces = "接口编码,申请单位,是否申请\nI1,市公安局,是\nI2,新城镇,否\nI3,兰州市公安局,否";
    expect(await scoresOf({ 接口清单: interfaces })).toEqual({
      overall: 33.3333333333,
      市公安局: 100,
      新城镇: null,
      兰州市公安局: null,
    });
  });
});
