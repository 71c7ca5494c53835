import { describe, expect, test } from "vitest";
import { load, measuring } from "../plan/rules.ts";
import { type Cell, fatesOf, figuresOf, gathered, notesOf, sheet, wholeOf } from "./gathered.ts";

const plan = await load(measuring("{ sum: 统计.总量 }", "measuredIn: 人, threshold: 1"));
const latest = await load(measuring("{ latest: 统计.总量 }", "measuredIn: 人, threshold: 1"));
const head = ["日期", "单位", "总量", "活跃"];
const day = "2022-10-01";
const row = (unit: Cell, total: Cell, active: Cell = null, date: Cell = day): Cell[] => [
  date,
  unit,
  total,
  active,
];
const gather = (rows: readonly (readonly Cell[])[], of = plan) =>
  gathered(of, { "a.xlsx": [sheet("统计", [head, ...rows])] });

/** Each compared figure: "row field stated/computed ok". */
const compared = async (rows: readonly (readonly Cell[])[], of = plan) =>
  (await gather(rows, of)).quality.totals.map(
    ({ row: at, field, stated, computed, agrees }) =>
      `${at} ${field} ${stated}/${computed} ${agrees ? "ok" : "wrong"}`,
  );

const [a, b, c] = [row("市公安局", 10, 1), row("市民政局", 20, 2), row("东街道", 5, 3)];

describe("totals are excluded and compared with the rows above", () => {
  test("right and wrong, a column at a time", async () => {
    const both = await load(measuring("{ ratio: { of: { sum: 统计.活跃 }, to: { sum: 统计.总量 } } }"));
    const rows = [a, b, row("合计", 30, 4)];
    expect(await compared(rows, both)).toEqual(["4 活跃 4/3 wrong", "4 总量 30/30 ok"]);
    expect(wholeOf(await gather([a, b, row("合计", 30)]))).toBe("30");
  });

  test("a column that the total leaves blank is not compared", async () => {
    expect(await compared([a, b, row("合计", 30)])).toEqual(["4 总量 30/30 ok"]);
  });

  test("two levels: subtotals, then everything", async () => {
    const rows = [a, b, row("部门小计", 30), c, row("街道小计", 5), row("合计", 35)];
    expect(await compared(rows)).toEqual(["4 总量 30/30 ok", "6 总量 5/5 ok", "7 总量 35/35 ok"]);
    expect(wholeOf(await gather(rows))).toBe("35");
  });

  test("a wrong subtotal does not make the grand total wrong", async () => {
    expect(await compared([a, b, row("小计", 31), c, row("小计", 5), row("总计", 35)])).toEqual([
      "4 总量 31/30 wrong",
      "6 总量 5/5 ok",
      "7 总量 35/35 ok",
    ]);
  });

  test("totals that name what they sum are subtotals, whatever their word", async () => {
    const rows = [a, b, row("部门合计", 30), c, row("街道合计", 5), row("总计", 35)];
    expect(await compared(rows)).toEqual(["4 总量 30/30 ok", "6 总量 5/5 ok", "7 总量 35/35 ok"]);
  });

  test("a total of everything may be said twice", async () => {
    expect(await compared([a, b, row("合计", 30), row("全市", 30)])).toEqual([
      "4 总量 30/30 ok",
      "5 总量 30/30 ok",
    ]);
  });

  test("tables one below the other each have their own total", async () => {
    expect(await compared([a, b, row("合计", 30), c, row("合计", 5)])).toEqual([
      "4 总量 30/30 ok",
      "6 总量 5/5 ok",
    ]);
    expect(await compared([a, b, row("合计", 30), c, row("合计", 6)])).toEqual([
      "4 总量 30/30 ok",
      "6 总量 6/5 wrong",
    ]);
  });

  test("a total above its rows is not held against those of another block", async () => {
    expect(await compared([row("全市", 30), a, b])).toEqual([]);
    const next = "2022-10-02";
    const rows = [
      row("全市", 30),
      a,
      b,
      row("全市", 33, null, next),
      row("市公安局", 11, null, next),
      row("市民政局", 22, null, next),
    ];
    expect((await compared(rows)).filter((line) => line.endsWith("wrong"))).toEqual([]);
  });

  test("a total of one day is held against the rows of that day", async () => {
    const next = "2022-10-02";
    const rows = [
      row("市公安局", 10),
      row("市公安局", 11, null, next),
      row("市民政局", 20),
      row("市民政局", 22, null, next),
      row("全市", 30),
      row("全市", 34, null, next),
    ];
    expect(await compared(rows)).toEqual(["6 总量 30/30 ok", "7 总量 34/33 wrong"]);
  });

  test("rows that are left out for their date are in the total all the same", async () => {
    const rows = [a, row("市民政局", 20, null, "2022-11-01"), row("合计", 30)];
    const evidence = await gather(rows);
    expect(evidence.quality.totals).toMatchObject([{ agrees: true }]);
    expect(wholeOf(evidence)).toBe("10");
  });

  test("decimals agree exactly", async () => {
    expect(await compared([row("市公安局", "0.1"), row("市民政局", "0.2"), row("合计", "0.3")])).toEqual([
      "4 总量 0.3/0.3 ok",
    ]);
  });

  test("a note above the totals is no row to compare with", async () => {
    expect(await compared([["说明：只有全市", null, null, null], row("全市", 30)])).toEqual([]);
  });
});

test("a list of totals that is full gives room to those that disagree", async () => {
  const blocks = Array.from({ length: 1_100 }, (_, at) => [
    row(`单位${at}`, 1),
    row("小计", at === 1_050 ? 2 : 1),
  ]).flat();
  const { totals } = (await gather(blocks)).quality;
  expect(totals.length).toBe(1_000);
  expect(totals.filter(({ agrees }) => !agrees)).toMatchObject([{ stated: 2, computed: 1 }]);
});

describe("rows of the whole", () => {
  test("are used where a sheet has no others, once", async () => {
    const rows = [row("全市", 30, null, "2022-09-30"), row("全 市", 40), row("青山市", 999)];
    const evidence = await gather(rows, latest);
    expect(figuresOf(evidence)).toEqual({ whole: "40", units: {} });
    expect(fatesOf(evidence)).toEqual([{ rows: 3, used: 2, rejected: 0, duplicate: 1 }]);
    expect(evidence.quality.totals).toEqual([]);
  });

  test("are never added to those of units, in one sheet or in two", async () => {
    expect(wholeOf(await gather([a, b, row("全市", 30)], latest))).toBe("30");
    const evidence = await gathered(latest, {
      "a.xlsx": [sheet("全市", [head, row("全市", 30)]), sheet("各单位", [head, a, b])],
    });
    expect(wholeOf(evidence)).toBe("30");
    expect(fatesOf(evidence)).toEqual([
      { rows: 1, used: 0, rejected: 0, total: 1 },
      { rows: 2, used: 2, rejected: 0 },
    ]);
    expect(notesOf(evidence)).toContain("whole-sheet-beside-units a.xlsx 全市");
  });

  test("in two sheets of only wholes each key counts once", async () => {
    const evidence = await gathered(latest, {
      "b.xlsx": [sheet("统计", [head, row("全市", 40)])],
      "a.xlsx": [sheet("统计", [head, row("青山", 30)])],
    });
    expect(wholeOf(evidence)).toBe("40");
  });
});
