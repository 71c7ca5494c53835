import { describe, expect, test } from "vitest";
import { duckdb } from "../../../src/engine/sql/duckdb/dialect.ts";
import type { Expr } from "../../../src/engine/sql/expr.ts";
import { conditionOf } from "../../../src/engine/sql/filters.ts";
import { noKeys } from "../../../src/measure/surroundings.ts";
import { stateCouncilCalendar } from "../../../src/measure/working-days.ts";
import type { Value } from "../../../src/model/value.ts";
import { load, measuring } from "../../plan/rules.ts";
import { asOf } from "./asking.ts";

const finite: Readonly<Record<string, readonly (readonly [string, Value])[]>> = {
  网办: [
    ["是", "是"],
    ["√", "是"],
    ["否", "否"],
    ["？", null],
  ],
  对象: [
    ["自然人", ["自然人"]],
    ["个人、企业", ["自然人", "企业"]],
  ],
};

async function conditionFor(where: string): Promise<string> {
  const plan = await load(measuring(`{ count: 办件, where: ${where} }`, "threshold: 1, measuredIn: 件"));
  const [indicator] = plan.indicators;
  const dataset = plan.dictionary.datasets.get("办件");
  if (indicator?.measure.of == null || dataset === undefined) throw new Error("no measure");
  const types: Readonly<Record<string, Expr["type"]>> = { number: "decimal", date: "day" };
  return conditionOf(indicator.measure.of.where, {
    dialect: duckdb,
    dataset,
    around: {
      asOf,
      calendar: stateCouncilCalendar(),
      keysOf: () => noKeys,
      lookUp: () => () => undefined,
      literal: () => [],
    },
    exprOf: (name) => {
      const field = dataset.fields.get(name);
      if (field === undefined) throw new Error(name);
      const cells = finite[name];
      const known = cells === undefined ? null : { text: name, outcomes: new Map(cells), blank: null };
      return { field, type: types[field.type] ?? "text", value: name, finite: known };
    },
    queryOf: ({ field }) => ({ sql: `SELECT ${field}`, type: "text" }),
  });
}

// Every test is two-valued: NULL is false, and a negation is a plain NOT around it.
describe("a filter as SQL", () => {
  test.each([
    ["{ 名称: 甲 }", "coalesce(名称 = '甲', false)"],
    ["{ 名称: [甲, 乙] }", "coalesce(名称 IN ('甲', '乙'), false)"],
    ["{ 名称: { not: 甲 } }", "NOT (coalesce(名称 = '甲', false))"],
    ["{ 名称: { exists: true } }", "名称 IS NOT NULL"],
    ["{ 名称: { exists: false } }", "名称 IS NULL"],
    ["{ 名称: { contains: 许可 } }", "coalesce(contains(名称, '许可'), false)"],
    ["{ 金额: { gt: 0 } }", "coalesce(金额 > CAST('0' AS DECIMAL(38, 10)), false)"],
    ["{ 金额: { lte: 0.50 } }", "coalesce(金额 <= CAST('0.5' AS DECIMAL(38, 10)), false)"],
    [
      "{ 金额: { between: [1, 2] } }",
      "(coalesce(金额 >= CAST('1' AS DECIMAL(38, 10)), false) AND coalesce(金额 <= CAST('2' AS DECIMAL(38, 10)), false))",
    ],
    ["{ 受理时间: { lt: 2022-01-02 } }", "coalesce(受理时间 < 18994, false)"],
    ["{ 受理时间: { gte: as-of } }", "coalesce(受理时间 >= 19290, false)"],
    ["{ 办结时间: { lte: { field: 受理时间 } } }", "coalesce(办结时间 <= 受理时间, false)"],
    ["{ 编号: { in: 评价.编号 } }", "coalesce(编号 IN (\nSELECT 编号\n), false)"],
    ["{ any: [{ 名称: 甲 }, { 编号: a }] }", "(coalesce(名称 = '甲', false) OR coalesce(编号 = 'a', false))"],
    ["{ none: [{ 名称: 甲 }] }", "NOT (coalesce(名称 = '甲', false))"],
    ["{ 名称: { not: { in: 评价.编号 } } }", "NOT (coalesce(名称 IN (\nSELECT 编号\n), false))"],
    ["{ 网办: 是 }", "coalesce(网办 IN ('是', '√'), false)"],
    ["{ 网办: { not: 是 } }", "NOT (coalesce(网办 IN ('是', '√'), false))"],
    ["{ 网办: { exists: false } }", "NOT (coalesce(网办 IN ('是', '√', '否'), false))"],
    ["{ 对象: 企业 }", "coalesce(对象 = '个人、企业', false)"],
    ["{ 对象: { not: 自然人 } }", "NOT (coalesce(对象 IN ('自然人', '个人、企业'), false))"],
  ])("%s", async (where, sql) => {
    expect(await conditionFor(where)).toBe(sql);
  });
});
