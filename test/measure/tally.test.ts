import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NO_UNIT, type Totals } from "../../src/measure/tally.ts";
import { bench, type Cells, measured, tally, Units } from "./tallied.ts";

const cases: readonly Cells[] = [
  { 编号: "1", 部门: "市公安局", 网办: "是", 渠道: "线上", 金额: "10", 份数: "1", 名称: "甲" },
  { 编号: "2", 部门: "市公安局", 网办: "否", 渠道: "线上", 金额: "0.1", 份数: "2", 名称: "甲" },
  { 编号: "3", 部门: "交警支队", 网办: "是", 渠道: "线下", 金额: "0.2", 名称: "乙" },
  { 编号: "4", 部门: "市民政局", 渠道: "线下", 份数: "4", 名称: "甲" },
  { 编号: "5", 网办: "是", 渠道: "线上", 金额: "5", 份数: "5" },
];

describe("each aggregate, for the whole, and for units with those below them", () => {
  test.each<[measure: string, whole: string, units: Record<string, string>]>([
    ["{ count: 办件 }", "5", { 市公安局: "3", 交警支队: "1", 市民政局: "1" }],
    ["{ count: 办件, where: { 网办: 是 } }", "3", { 市公安局: "2", 交警支队: "1" }],
    ["{ sum: 办件.金额 }", "153/10", { 市公安局: "103/10", 交警支队: "1/5" }],
    ["{ sum: 办件.金额, where: { 渠道: 线下 } }", "1/5", { 市公安局: "1/5", 交警支队: "1/5" }],
    ["{ average: 办件.金额 }", "153/10 ÷ 4", { 市公安局: "103/10 ÷ 3", 交警支队: "1/5 ÷ 1" }],
    ["{ distinct: 办件.名称 }", "2", { 市公安局: "2", 交警支队: "1", 市民政局: "1" }],
    [
      "{ distinct: { dataset: 办件, fields: [渠道, 名称] } }",
      "3",
      { 市公安局: "2", 交警支队: "1", 市民政局: "1" },
    ],
    [
      "{ share: 办件, that: { 网办: 是 } }",
      "3 ÷ 5",
      { 市公安局: "2 ÷ 3", 交警支队: "1 ÷ 1", 市民政局: "missing ÷ 1" },
    ],
    ["{ share: 办件, where: { 渠道: 线上 }, that: { 网办: 是 } }", "2 ÷ 3", { 市公安局: "1 ÷ 2" }],
    [
      "{ share: 办件, that: { 网办: 是 }, each: 名称 }",
      "2 ÷ 2",
      { 市公安局: "2 ÷ 2", 交警支队: "1 ÷ 1", 市民政局: "missing ÷ 1" },
    ],
    [
      "{ ratio: { of: { count: 办件, where: { 网办: 是 } }, to: { distinct: 办件.名称 } } }",
      "3 ÷ 2",
      { 市公安局: "2 ÷ 2", 交警支队: "1 ÷ 1", 市民政局: "missing ÷ 1" },
    ],
    ["{ sum: 办件.金额, where: { 渠道: 线下, 金额: { gt: 100 } } }", "missing", {}],
    ["{ count: 办件, where: { 金额: { gt: 100 } } }", "0", {}],
    ["{ distinct: 办件.名称, where: { 金额: { gt: 100 } } }", "0", {}],
  ])("%s", async (measure, whole, units) => {
    expect(await measured(measure, { 办件: cases })).toMatchObject({ whole, units });
  });

  test("reported has no aggregate at all", async () => {
    expect((await bench("{ reported: true }")).measure).toMatchObject({
      kind: "reported",
      of: null,
      to: null,
    });
  });

  test("by names another column of units", async () => {
    const rows = [{ 编号: "1", 部门: "市公安局", 名称: "市民政局" }];
    expect((await measured("{ count: 办件, by: 名称 }", { 办件: rows })).units).toEqual({ 市民政局: "1" });
  });
});

describe("ratios pool sums", () => {
  const ratio = "{ ratio: { of: { sum: 办件.金额 }, to: { sum: 办件.份数 } } }";

  test("a row that lacks either field leaves both sides", async () => {
    const result = await measured(ratio, { 办件: cases });
    // Rows 1, 2 and 5 have both.
    expect(result.whole).toBe("151/10 ÷ 8");
    expect(result.units).toEqual({ 市公安局: "101/10 ÷ 3" });
  });

  test("the rows left out can be counted", async () => {
    const { measure, rowsOf, around } = await bench(ratio);
    if (measure.leftOut === null) throw new Error("nothing counts them");
    expect(measure.required).toEqual(["金额", "份数"]);
    expect(tally(measure.leftOut, rowsOf("办件", cases), around, new Units()).whole.rows).toBe(2);
  });

  test("a where beside the ratio holds for both sides", async () => {
    const both = ratio.replace(/ }$/, ", where: { 网办: 是 } }");
    expect((await measured(both, { 办件: cases })).whole).toBe("15 ÷ 6");
  });

  test("sides of two datasets each have their own rows", async () => {
    const ratings = [
      { 评价号: "1", 部门: "市公安局" },
      { 评价号: "2", 部门: "市民政局" },
    ];
    expect(
      await measured("{ ratio: { of: { count: 评价 }, to: { count: 办件 } } }", {
        办件: cases,
        评价: ratings,
      }),
    ).toMatchObject({ whole: "2 ÷ 5", units: { 市公安局: "1 ÷ 3", 市民政局: "1 ÷ 1" } });
  });
});

describe("running totals", () => {
  const latest = (rows: readonly Cells[], measure = "{ latest: 统计.总量 }") =>
    measured(measure, { 统计: rows });

  test("each unit's last row counts, never a sum over months", async () => {
    const rows = [
      { 日期: "2022-08-31", 单位: "市公安局", 总量: "100" },
      { 日期: "2022-09-30", 单位: "市公安局", 总量: "120" },
      { 日期: "2022-08-31", 单位: "市民政局", 总量: "50" },
      { 日期: "2022-07-31", 单位: "市民政局", 总量: "40" },
    ];
    expect(await latest(rows)).toMatchObject({ whole: "170", units: { 市公安局: "120", 市民政局: "50" } });
  });

  test("of two rows of a day the first in reading order counts", async () => {
    const rows = [
      { 日期: "2022-09-30", 单位: "市公安局", 总量: "120" },
      { 日期: "2022-09-30 18:00", 单位: "市公安局", 总量: "999" },
    ];
    expect((await latest(rows)).whole).toBe("120");
  });

  test("those below a unit count in it", async () => {
    const rows = [
      { 日期: "2022-09-30", 单位: "市公安局", 总量: "100" },
      { 日期: "2022-08-31", 单位: "交警支队", 总量: "7" },
    ];
    expect(await latest(rows)).toMatchObject({ whole: "107", units: { 市公安局: "107", 交警支队: "7" } });
  });

  test("filters first, then takes the last row", async () => {
    const rows = [
      { 日期: "2022-08-31", 单位: "市公安局", 总量: "100" },
      { 日期: "2022-09-30", 单位: "市公安局", 总量: "5" },
    ];
    expect((await latest(rows, "{ latest: 统计.总量, where: { 总量: { gt: 10 } } }")).whole).toBe("100");
  });

  test("a last row without the value is not replaced by an older one", async () => {
    const rows = [
      { 日期: "2022-08-31", 单位: "市公安局", 总量: "100" },
      { 日期: "2022-09-30", 单位: "市公安局" },
    ];
    expect(await latest(rows)).toMatchObject({ whole: "missing", units: {}, leftOut: { incomplete: 1 } });
  });

  test("rows without a date or a unit are left out and counted", async () => {
    const rows = [
      { 单位: "市公安局", 总量: "1" },
      { 日期: "2022-09-30", 总量: "2" },
    ];
    expect(await latest(rows)).toMatchObject({ whole: "missing", leftOut: { undated: 1, unitless: 1 } });
  });

  test("a missing part leaves both sides of a ratio", async () => {
    const rows = [
      { 日期: "2022-09-30", 单位: "市公安局", 总量: "100", 活跃: "10" },
      { 日期: "2022-09-30", 单位: "市民政局", 总量: "900" },
      { 日期: "2022-09-30", 单位: "东街道", 活跃: "50" },
    ];
    const ratio = "{ ratio: { of: { latest: 统计.活跃 }, to: { latest: 统计.总量 } } }";
    expect(await latest(rows, ratio)).toMatchObject({ whole: "10 ÷ 100", units: { 市公安局: "10 ÷ 100" } });
  });
});

describe("laws", () => {
  const unit = fc.constantFrom("市公安局", "市民政局", "交警支队", "一大队", "外星局", undefined);
  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
  const amount = fc.integer({ min: -999, max: 9999 }).map((cents) => String(cents / 100));
  const caseRow = fc
    .record({
      部门: unit,
      网办: maybe(fc.constantFrom("是", "否")),
      金额: maybe(amount),
      份数: maybe(amount),
      名称: maybe(fc.constantFrom("甲", "乙", "丙")),
    })
    .map((row) => Object.fromEntries(Object.entries(row).filter(([, text]) => text !== undefined)) as Cells);
  const dayRow = fc
    .record({
      单位: unit,
      日期: maybe(fc.integer({ min: 1, max: 28 }).map((day) => `2022-09-${String(day).padStart(2, "0")}`)),
      总量: maybe(amount),
      活跃: maybe(amount),
    })
    .map((row) => Object.fromEntries(Object.entries(row).filter(([, text]) => text !== undefined)) as Cells);

  const cutsOf = (length: number, shares: readonly number[]) =>
    shares
      .map((share) => Math.floor(share * (length + 1)))
      .map((cut) => Math.min(cut, length))
      .sort((a, b) => a - b);
  const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 4 });

  function plain({ whole, units, leftOut }: Totals, named: Units) {
    const show = ({ value, rows }: Totals["whole"]) =>
      `${value === null ? "missing" : value.toFraction()} of ${rows}`;
    const entries = [...units].map(([number, total]) => [named.nameOf(number), show(total)] as const);
    return { whole: show(whole), units: Object.fromEntries(entries.sort()), leftOut };
  }

  const measures = [
    "{ count: 办件, where: { 网办: 是 } }",
    "{ sum: 办件.金额 }",
    "{ distinct: 办件.名称 }",
    "{ distinct: { dataset: 办件, fields: [名称, 网办] } }",
    "{ latest: 统计.总量 }",
    "{ ratio: { of: { latest: 统计.活跃 }, to: { latest: 统计.总量 } } }",
    "{ ratio: { of: { sum: 办件.金额 }, to: { sum: 办件.份数 } } }",
    "{ average: 办件.金额 }",
    "{ share: 办件, that: { 网办: 是 }, each: 名称 }",
  ];

  test.each(measures)("tallies of parts merge into the tally of all rows: %s", async (written) => {
    const { measure, rowsOf, around } = await bench(written);
    const aggregate = measure.of;
    if (aggregate === null) throw new Error("no aggregate");
    const row = aggregate.dataset === "统计" ? dayRow : caseRow;
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), shares, (cells, cut) => {
        const data = rowsOf(aggregate.dataset, cells);
        const [once, parts] = [new Units(), new Units()];
        expect(plain(tally(aggregate, data, around, parts, cutsOf(cells.length, cut)), parts)).toEqual(
          plain(tally(aggregate, data, around, once), once),
        );
      }),
    );
  });

  test.each(measures.filter((written) => !written.includes("latest")))(
    "order does not matter: %s",
    async (written) => {
      const { measure, rowsOf, around } = await bench(written);
      const aggregate = measure.of;
      if (aggregate === null) throw new Error("no aggregate");
      const shuffled = fc
        .array(caseRow, { maxLength: 30 })
        .chain((cells) =>
          fc.tuple(fc.constant(cells), fc.shuffledSubarray(cells, { minLength: cells.length })),
        );
      fc.assert(
        fc.property(shuffled, ([cells, other]) => {
          const [a, b] = [new Units(), new Units()];
          expect(plain(tally(aggregate, rowsOf("办件", cells), around, a), a)).toEqual(
            plain(tally(aggregate, rowsOf("办件", other), around, b), b),
          );
        }),
      );
    },
  );

  test("distinct is counted anew for the whole and for each unit with those below it", async () => {
    const { measure, rowsOf, around } = await bench("{ distinct: 办件.名称 }");
    const below: Readonly<Record<string, readonly string[]>> = {
      市公安局: ["市公安局", "交警支队", "一大队"],
      交警支队: ["交警支队", "一大队"],
      市民政局: ["市民政局"],
    };
    const namesOf = (cells: readonly Cells[]) => new Set(cells.flatMap((row) => row.名称 ?? [])).size;
    fc.assert(
      fc.property(fc.array(caseRow, { maxLength: 40 }), (cells) => {
        const units = new Units();
        if (measure.of === null) throw new Error("no aggregate");
        const totals = tally(measure.of, rowsOf("办件", cells), around, units);
        expect(totals.whole.rows).toBe(namesOf(cells));
        for (const [unit, names] of Object.entries(below)) {
          const own = cells.filter((row) => names.includes(row.部门 ?? ""));
          expect(totals.units.get(units.numberOf(unit))?.rows ?? 0).toBe(namesOf(own));
        }
        expect(totals.units.has(NO_UNIT)).toBe(false);
      }),
    );
  });

  test("sums are exact: ten thousand times 0.1 is 1000", async () => {
    const rows = Array.from({ length: 10_000 }, () => ({ 部门: "市公安局", 金额: "0.1" }));
    expect((await measured("{ sum: 办件.金额 }", { 办件: rows })).whole).toBe("1000");
  });
});
