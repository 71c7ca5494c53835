import { afterAll, describe, expect, test } from "vitest";
import { many } from "./datasets/many.ts";
import { nulls } from "./datasets/nulls.ts";
import { numbers } from "./datasets/numbers.ts";
import { notCompared } from "./exceptions.ts";
import { differences, type Outcome } from "./outcome.ts";
import { csvsOf, removePlaces } from "./places.ts";
import { writePlan } from "./plan-file.ts";
import { ran } from "./run.ts";
import type { Cell, Story } from "./story.ts";

afterAll(removePlaces);

async function outcomeOf(story: Story): Promise<Outcome> {
  const { folder, csv } = csvsOf(story);
  const { plan } = writePlan(folder, story);
  return (await ran({ plan, asOf: story.asOf, args: [csv] })).outcome;
}

/** The same story with one cell of it changed. */
function changed(story: Story, dataset: string, row: number, column: string, cell: Cell): Story {
  const table = story.tables[dataset];
  if (table === undefined) throw new Error(`no ${dataset}`);
  const at = table.columns.indexOf(column);
  const rows = table.rows.map((cells, number) =>
    number === row ? cells.map((old, place) => (place === at ? cell : old)) : cells,
  );
  return {
    ...story,
    name: `${story.name}-changed`,
    tables: { ...story.tables, [dataset]: { ...table, rows } },
  };
}

/** A suite that could not fail would say nothing: one cell is changed, and the comparison must find it. */
describe("one cell that is changed is found", () => {
  test.each([
    [
      "the last of 19 digits",
      changed(numbers, "资金明细", 0, "金额", "12345678901234567.88"),
      "amount › 全域 › exact numerator",
    ],
    [
      "a hundredth among billions",
      changed(numbers, "资金明细", 2, "金额", "-0.02"),
      "amount › 市公安局 › exact numerator",
    ],
    ["a unit", changed(nulls, "办件明细", 0, "受理部门", "市教育局"), "cases › 市公安局 › numerator"],
    ["a null", changed(nulls, "办件明细", 1, "是否上报入库", "是"), "reported › 全域 › numerator"],
    ["a key", changed(nulls, "办件明细", 0, "办件编号", null), "办件明细 › rows rejected"],
    [
      "one of thousands",
      changed(many, "办件明细", 1_000, "受理部门", "市审计局"),
      "cases › 市审计局 › numerator",
    ],
  ] as const)("%s", async (_, story, figure) => {
    const original = [nulls, numbers, many].find(({ name }) => story.name === `${name}-changed`);
    if (original === undefined) throw new Error("no story");
    const found = differences(await outcomeOf(original), await outcomeOf(story));
    expect(found.filter((line) => line.startsWith(figure))).toHaveLength(1);
  });

  test("and every part of the report's quality is compared, or said not to be", async () => {
    const { folder, csv } = csvsOf(nulls);
    const { report } = await ran({ plan: writePlan(folder, nulls).plan, asOf: nulls.asOf, args: [csv] });
    const compared = [
      ...["unknownUnits", "rejectedCells", "rejectedCellCount", "duplicates", "blanks", "lacks"],
      "reconciliation",
    ];
    expect(Object.keys(report?.quality ?? {}).sort()).toEqual(
      [...compared, ...Object.keys(notCompared)].sort(),
    );
  });

  test("and nothing is found where nothing is changed", async () => {
    expect(differences(await outcomeOf(nulls), await outcomeOf(nulls))).toEqual([]);
  });
});
