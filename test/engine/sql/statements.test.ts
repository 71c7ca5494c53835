import { describe, expect, test } from "vitest";
import { load, measuring, planOf } from "../../plan/rules.ts";
import { dialects, statementsOf } from "./asking.ts";

const names = Object.keys(dialects) as (keyof typeof dialects)[];

// A change of these files is a change of what databases are asked: read it as a DBA would.
describe("what a database is asked for", () => {
  const stories = [
    {
      story: "count",
      plan: measuring("{ count: 办件, where: { 网办: 是 } }", "threshold: 1, measuredIn: 件"),
    },
    {
      story: "share",
      plan: measuring("{ share: 办件, where: { 渠道: 线上 }, that: { 办结时间: { exists: true } } }"),
    },
    { story: "sums", plan: measuring("{ ratio: { of: { sum: 办件.份数 }, to: { sum: 办件.金额 } } }") },
    {
      story: "distinct",
      plan: measuring(
        "{ distinct: { dataset: 办件, fields: [名称, 渠道] } }",
        "threshold: 1, measuredIn: 件",
      ),
    },
    {
      story: "latest",
      plan: measuring("{ ratio: { of: { latest: 统计.活跃 }, to: { latest: 统计.总量 } } }"),
    },
    {
      story: "semi-join",
      plan: measuring("{ share: 办件, that: { 编号: { in: 评价.编号, where: { 环节: 办结 } } } }"),
    },
    {
      story: "derived",
      plan: planOf(`fields:
  评价.渠道: { lookup: 办件.渠道, on: 编号 }
  办件.期限: { workdays: 受理时间, plus: 5 }
  办件.按期: { in-time: 办结时间, due: 期限 }
indicators:
  - { id: a, clause: 一, name: 甲, measure: { share: 评价, that: { 渠道: 线上 } }, threshold: 1 }
  - { id: b, clause: 二, name: 乙, measure: { share: 办件, that: { 按期: 是 } }, threshold: 1 }
`),
    },
  ];
  for (const { story, plan } of stories)
    test.each(names)(`${story}, in %s`, async (name) => {
      const sent = await statementsOf(await load(plan), name);
      await expect(`${sent.join(";\n\n")};\n`).toMatchFileSnapshot(`golden/${story}.${name}.sql`);
    });

  test.each(names)("tables of a mapping, in %s", async (name) => {
    const time = name === "duckdb" ? "TIMESTAMP WITH TIME ZONE" : "DateTime";
    const text = name === "duckdb" ? "VARCHAR" : "LowCardinality(String)";
    const [integer, float] = name === "duckdb" ? ["INTEGER", "DOUBLE"] : ["UInt32", "Float64"];
    const types = { no: text, dept: text, at: time, fee: float, ch: text, day: integer, deleted: integer };
    const columns = {
      编号: "no",
      部门: "dept",
      受理时间: "at",
      金额: { decimal: "fee", scale: "2" },
      渠道: { code: "ch", map: { 1: "线上", 2: "线下" } },
      网办: { constant: "是" },
    };
    const partition = { column: "day", form: "YYYYMMDD" as const };
    const tables = { 办件: { table: "cases", unique: true, columns, partition, where: { deleted: "0" } } };
    const plan = await load(
      measuring("{ sum: 办件.金额, where: { 渠道: 线上, 网办: 是 } }", "threshold: 1, measuredIn: 元"),
    );
    const sent = await statementsOf(plan, name, { types, tables });
    await expect(`${sent.join(";\n\n")};\n`).toMatchFileSnapshot(`golden/tables.${name}.sql`);
  });

  test.each(names)("nothing that databases disagree on, in %s", async (name) => {
    for (const { plan } of stories) {
      const all = (await statementsOf(await load(plan), name)).join("\n");
      expect(all).not.toMatch(
        /\bFILTER\s*\(|\bWITH\b|\bOVER\s*\(|\bEXISTS\b|\bNOT IN\b|[^0-9'"\d]\d+\.\d+(?!['0-9])/,
      );
    }
  });

  test("a sum over binary floats is refused, with what to do", async () => {
    const plan = await load(measuring("{ sum: 办件.金额 }", "threshold: 1, measuredIn: 元"));
    const types = { 编号: "VARCHAR", 金额: "DOUBLE" };
    await expect(statementsOf(plan, "duckdb", { types })).rejects.toMatchObject({
      problems: [{ code: "D036", with: { column: "金额" } }],
    });
  });
});

test.each([
  ["duckdb", "approx_count_distinct("],
  ["clickhouse", "uniqIf("],
] as const)(
  "distinct values are estimated in %s where the plan says approximate, and only there",
  async (name, estimate) => {
    const measure = "{ distinct: 办件.名称 }";
    const exact = await statementsOf(await load(measuring(measure, "threshold: 1, measuredIn: 件")), name);
    expect(exact.join("\n")).not.toContain(estimate);
    const plan = await load(measuring(measure, "threshold: 1, measuredIn: 件, approximate: true"));
    expect((await statementsOf(plan, name)).join("\n")).toContain(estimate);
  },
);

test("working days after a day that is itself computed go by the whole calendar", async () => {
  const fields =
    "fields:\n  办件.期限: { workdays: 受理时间, plus: 5 }\n  办件.再期: { workdays: 期限, plus: 1 }\n";
  const indicator =
    "{ id: a, clause: 一, name: 甲, measure: { share: 办件, that: { 再期: { lt: 2022-05-05 } } }, threshold: 1 }";
  const sent = await statementsOf(await load(planOf(`${fields}indicators:\n  - ${indicator}\n`)), "duckdb");
  expect(sent.join("\n").length).toBeGreaterThan(20_000);
});
