import { expect, test } from "vitest";
import { type Way, wayOf } from "../../../src/engine/ledger/ways.ts";
import type { Dictionary } from "../../../src/model/dataset.ts";
import type { Aggregate, Filter } from "../../../src/model/measure.ts";
import { filterOn } from "../../../src/plan/formula.ts";
import { load, measuring } from "../../plan/rules.ts";

/** A way in one line: what is listed, of which rows, and what each should meet (or, counted, should not). */
function told(way: Way, dictionary: Dictionary): string {
  const words = (dataset: string, filters: readonly Filter[]) =>
    filterOn(dataset, { kind: "all", filters }, dictionary, "zh");
  const side = ({ kind, dataset, fields }: Aggregate) => `${kind} ${[dataset, ...fields].join(".")}`;
  switch (way.kind) {
    case "rows":
    case "values": {
      const what = way.kind === "rows" ? way.dataset : `${way.dataset}.${way.fields.join("+")}`;
      const parts = `${way.holds ? "counted for" : "lack"} ${words(way.dataset, way.parts)}`;
      return `${way.kind} of ${what} where ${words(way.dataset, [way.where])}: ${parts}`;
    }
    case "partners":
      return `rows of ${side(way.to)} with too few ${side(way.of)} by ${way.on}`;
    case "levers":
    case "last":
      return `${way.kind} of ${side(way.of)}${way.to === null ? "" : ` to ${side(way.to)}`}`;
    case "figure":
      return "figure";
    default:
      return way satisfies never;
  }
}

const rises = false;
const falls = true;

test.each<[measure: string, falls: boolean, way: string]>([
  // Shares: rows that fail, or, where the value must fall, those that pass.
  ["{ share: 办件, that: { 网办: 是 } }", rises, "rows of 办件 where 非(网办=是): lack 网办=是"],
  [
    "{ share: 办件, where: { 渠道: 线上 }, that: { 网办: 是, 名称: { exists: true } } }",
    rises,
    "rows of 办件 where (渠道=线上 且 非((渠道=线上 且 网办=是 且 名称 有值))): lack 网办=是 且 名称 有值",
  ],
  ["{ share: 办件, that: { 网办: 是 } }", falls, "rows of 办件 where 网办=是: counted for 网办=是"],
  // A value counts once, however many rows have it.
  ["{ share: 办件, each: 名称, that: { 网办: 是 } }", rises, "values of 办件.名称 where : lack 网办=是"],
  [
    "{ share: 办件, each: 名称, that: { 网办: 是 } }",
    falls,
    "values of 办件.名称 where 网办=是: counted for 网办=是",
  ],
  [
    "{ share: 办件, that: { 编号: { in: 评价.编号 } } }",
    rises,
    "rows of 办件 where 非(编号 见于 评价.编号): lack 编号 见于 评价.编号",
  ],
  // Counts: whom they are about is no fault; what could be put right is.
  [
    "{ count: 办件, where: { 渠道: 线上, 网办: 是 } }",
    rises,
    "rows of 办件 where (渠道=线上 且 非((渠道=线上 且 网办=是))): lack 网办=是",
  ],
  [
    "{ count: 办件, where: { 渠道: 线上, 网办: 是 } }",
    falls,
    "rows of 办件 where (渠道=线上 且 网办=是): counted for 网办=是",
  ],
  ["{ count: 办件, where: { 渠道: 线上 } }", falls, "rows of 办件 where 渠道=线上: counted for 渠道=线上"],
  ["{ count: 办件, where: { 渠道: 线上 } }", rises, "figure"],
  ["{ count: 办件 }", rises, "figure"],
  ["{ distinct: 办件.名称, where: { 网办: 是 } }", rises, "values of 办件.名称 where : lack 网办=是"],
  ["{ distinct: 办件.名称 }", falls, "values of 办件.名称 where : counted for "],
  // Amounts.
  ["{ sum: 办件.金额 }", rises, "levers of sum 办件.金额"],
  ["{ average: 办件.时限 }", falls, "levers of sum 办件.时限 to count 办件"],
  ["{ latest: 统计.总量 }", rises, "last of latest 统计.总量"],
  [
    "{ ratio: { of: { latest: 统计.活跃 }, to: { latest: 统计.总量 } } }",
    rises,
    "last of latest 统计.活跃 to latest 统计.总量",
  ],
  [
    "{ ratio: { of: { sum: 办件.金额 }, to: { sum: 办件.份数 } } }",
    rises,
    "levers of sum 办件.金额 to sum 办件.份数",
  ],
  // Ratios within one list are shares by another name.
  [
    "{ ratio: { of: { count: 办件, where: { 网办: 是 } }, to: { count: 办件 } } }",
    rises,
    "rows of 办件 where 非(网办=是): lack 网办=是",
  ],
  [
    "{ ratio: { of: { distinct: 办件.名称, where: { 网办: 是 } }, to: { distinct: 办件.名称 } } }",
    rises,
    "values of 办件.名称 where : lack 网办=是",
  ],
  // Between two lists a row lacks partners where one names the other.
  [
    "{ ratio: { of: { count: 评价 }, to: { count: 办件 } } }",
    rises,
    "rows of count 办件 with too few count 评价 by 编号",
  ],
  [
    "{ ratio: { of: { distinct: { dataset: 评价, fields: [编号, 环节] } }, to: { sum: 办件.份数 } } }",
    rises,
    "rows of sum 办件.份数 with too few distinct 评价.编号.环节 by 编号",
  ],
  ["{ ratio: { of: { count: 评价 }, to: { count: 办件 } } }", falls, "figure"],
  ["{ ratio: { of: { distinct: 评价.环节 }, to: { count: 办件 } } }", rises, "figure"],
  ["{ ratio: { of: { latest: 统计.活跃 }, to: { count: 办件 } } }", rises, "figure"],
  ["{ reported: true }", rises, "figure"],
])("%s, falling %s", async (measure, must, way) => {
  const unit = /^\{ (?:share|ratio)/.test(measure) ? "" : ", measuredIn: 件";
  const plan = await load(measuring(measure, `threshold: 50${unit}`));
  const [indicator] = plan.indicators;
  if (indicator === undefined) throw new Error("no indicator");
  expect(told(wayOf(indicator.measure, must, plan.dictionary), plan.dictionary)).toBe(way);
});
