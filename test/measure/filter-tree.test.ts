import { expect, test } from "vitest";
import { compileFilter } from "../../src/measure/filter.ts";
import { FilterTree, filterKey } from "../../src/measure/filter-tree.ts";
import type { Filter } from "../../src/model/measure.ts";
import { bench, type Cells } from "./tallied.ts";

const cells: readonly Cells[] = ["是", "否", ""].flatMap((online) =>
  ["线上", "线下"].flatMap((channel) =>
    ["0.5", "3", "12"].map((amount, at) => ({
      编号: `${online}${channel}${at}`,
      部门: "市公安局",
      网办: online,
      渠道: channel,
      金额: amount,
    })),
  ),
);

const filters = [
  "{}",
  "{ 网办: 是 }",
  "{ 网办: 是, 渠道: 线上 }",
  "{ 网办: 是, 金额: { gt: 0.5, lt: 10 } }",
  "{ 金额: { gt: 0.5 }, 网办: { not: 是 } }",
  "{ any: [{ 网办: 是 }, { 渠道: 线上 }], 金额: { gte: 3 } }",
  "{ none: [{ 网办: 是 }, { 渠道: 线上 }] }",
  "{ all: [{ 网办: 否 }, { 渠道: 线下 }] }",
];

test("each filter lets the same rows through in a tree of all as alone", async () => {
  const parsed = await Promise.all(
    filters.map(async (where) => {
      const { measure, ...rest } = await bench(`{ count: 办件, where: ${where} }`, {
        fields: "办件.副本: { difference: [金额, 份数] }",
      });
      return { where: measure.of?.where as Filter, ...rest };
    }),
  );
  const [first] = parsed;
  if (first === undefined) throw new Error("no filter");
  // Rows that hold the fields of every filter.
  const wide = await bench("{ count: 办件, where: { 网办: 是, 渠道: 线上, 金额: { gt: 0 } } }");
  const { layout, rows } = wide.rowsOf("办件", cells);
  const found = new Map<number, number[]>(parsed.map((_, at) => [at, []]));
  let current = 0;
  const tree = new FilterTree<number>(layout, first.around, (at) => found.get(at)?.push(current));
  for (const [at, { where }] of parsed.entries()) tree.add(where, at);
  for (const [at, row] of rows.entries()) {
    current = at;
    tree.take(row);
  }
  for (const [at, { where, around }] of parsed.entries()) {
    const alone = compileFilter(where, layout, around);
    const passing = rows.flatMap((row, number) => (alone(row) ? [number] : []));
    expect(`${filters[at]} ${found.get(at)}`).toBe(`${filters[at]} ${passing}`);
  }
  expect(found.get(1)?.length).toBe(6);
});

test("filters that say the same have one key, fractions told apart", async () => {
  const key = async (where: string) =>
    filterKey((await bench(`{ count: 办件, where: ${where} }`)).measure.of?.where);
  expect(await key("{ 金额: { gt: 0.5 } }")).toBe(await key("{ 金额: { gt: 0.50 } }"));
  expect(await key("{ 金额: { gt: 0.5 } }")).not.toBe(await key("{ 金额: { gt: 0.25 } }"));
});
