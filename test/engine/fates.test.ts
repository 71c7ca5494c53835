import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { load, measuring, planOf } from "../plan/rules.ts";
import { type Cell, cellsOf, fatesOf, figuresOf, gathered, notesOf, sheet, wholeOf } from "./gathered.ts";

const head = ["编号", "部门", "受理时间", "办结时间", "网办", "金额"];
const share = measuring("{ share: 办件, that: { 网办: 是 } }");
const yearly = share.replace(
  "units: town",
  "period: { start: 2022-01-01, end: 2022-12-31, repeats: yearly }\nunits: town",
);
const plan = await load(yearly);

const row = (
  id: string,
  cells: Partial<Record<"部门" | "受理时间" | "办结时间" | "网办" | "金额", Cell>> = {},
): Cell[] => [
  id,
  cells.部门 === undefined ? "市公安局" : cells.部门,
  cells.受理时间 === undefined ? "2022-10-01" : cells.受理时间,
  cells.办结时间 ?? null,
  cells.网办 === undefined ? "是" : cells.网办,
  cells.金额 ?? null,
];
const one = (rows: readonly (readonly Cell[])[], asOf?: string) =>
  gathered(plan, { "办件.xlsx": [sheet("办件", [head, ...rows])] }, asOf);

describe("every row below the headings has one fate", () => {
  test.each<[string, Cell[], Record<string, number>]>([
    ["used", row("1"), { used: 1 }],
    ["a note below the table", ["注：数据截至10月25日", null, null, null, null, null], { note: 1 }],
    ["a lone sentence", [null, "以上数据由市政管局提供", null], { note: 1 }],
    ["the headings once more", head, { note: 1 }],
    ["a total by its unit", [null, "合计", null, null, null, "5"], { total: 1 }],
    ["a total by its key", ["总 计", null, null, null, null, "5"], { total: 1 }],
    ["a total in English", ["Total", null, null, null, null, "5"], { total: 1 }],
    ["a subtotal that names a unit", [null, "市公安局小计", null, null, null, "5"], { total: 1 }],
    ["the whole", [null, "青山市", null, null, null, "5"], { total: 1 }],
    ["the whole by a common word", ["9", "全 市", null, null, null, "5"], { total: 1 }],
    ["a key that is a dash", row("—"), { rejected: 1 }],
    ["a key that is not there", ["", ...row("x").slice(1)], { rejected: 1 }],
    ["before the period", row("2", { 受理时间: "2021-12-31" }), { "outside-period": 1 }],
    ["after the period and after as-of", row("2", { 受理时间: "2023-01-01" }), { "outside-period": 1 }],
    ["after as-of", row("2", { 受理时间: "2022-10-26" }), { "after-as-of": 1 }],
    ["on the as-of day, at night", row("2", { 受理时间: "2022-10-25 23:59:59" }), { used: 1 }],
    ["without a date", row("2", { 受理时间: null }), { used: 1 }],
    ["with a date that cannot be read", row("2", { 受理时间: "昨天" }), { used: 1 }],
    ["a second time", row("0"), { duplicate: 1 }],
    ["a duplicate without a unit", row("0", { 部门: null }), { duplicate: 1 }],
    ["a rejected key of last year is rejected first", row("—", { 受理时间: "2021-01-01" }), { rejected: 1 }],
    [
      "a duplicate of last year is outside first",
      row("0", { 受理时间: "2021-01-01" }),
      { "outside-period": 1 },
    ],
    ["a note that stands in two cells", ["说明：", "市政管局", null], { note: 1 }],
    ["注册会计师协会 is a unit, not a note", row("2", { 部门: "注册会计师协会" }), { used: 1 }],
  ])("%s", async (_, cells, fate) => {
    const [fates] = fatesOf(await one([row("0"), cells]));
    const { used = 0, ...others } = fate;
    expect(fates).toEqual({ rows: 2, used: 1 + used, rejected: 0, ...others });
  });

  test("a name that ends like a total is none when the row has its own key", async () => {
    const wide = ["名称", ...head];
    const rows = [wide, ["年度情况汇总", ...row("1")], ["合计", null, null, null, null, null, "5"]];
    const evidence = await gathered(plan, { "办件.xlsx": [sheet("办件", rows)] });
    expect(fatesOf(evidence)).toEqual([{ rows: 2, used: 1, rejected: 0, total: 1 }]);
  });

  test("a blank or bad flag stays in the denominator; the bad one is listed, neither is 否", async () => {
    const evidence = await one([row("1"), row("2", { 网办: null }), row("3", { 网办: "也许" })]);
    expect(wholeOf(evidence)).toBe("1 ÷ 3");
    expect(cellsOf(evidence)).toEqual(["办件!E4 网办: 也许"]);
    expect(evidence.quality.blanks).toContainEqual({ dataset: "办件", field: "网办", rows: 2 });
  });

  test("rows without a date stay and are counted", async () => {
    const evidence = await one([row("1"), row("2", { 受理时间: null })]);
    expect(notesOf(evidence)).toContain("undated-rows 办件 1 受理时间");
  });

  test("the rejected key is listed with its cell", async () => {
    expect(cellsOf(await one([row("1"), row("—")]))).toEqual(["办件!A3 编号: "]);
  });
});

describe("the period", () => {
  const rows = [
    row("1", { 受理时间: "2022-03-01" }),
    row("2", { 受理时间: "2023-02-01" }),
    row("3", { 受理时间: "2023-09-01" }),
  ];
  test("is the plan's, and a later as-of moves a yearly one to its own year", async () => {
    expect(fatesOf(await one(rows, "2022-12-31"))).toEqual([
      { rows: 3, used: 1, rejected: 0, "outside-period": 2 },
    ]);
    expect(fatesOf(await one(rows, "2023-06-30"))).toEqual([
      { rows: 3, used: 1, rejected: 0, "outside-period": 1, "after-as-of": 1 },
    ]);
  });

  test("a period that does not repeat stays where it is", async () => {
    const once = await load(yearly.replace(", repeats: yearly", ""));
    const evidence = await gathered(once, { "办件.xlsx": [sheet("办件", [head, ...rows])] }, "2023-06-30");
    expect(fatesOf(evidence)).toEqual([{ rows: 3, used: 1, rejected: 0, "outside-period": 2 }]);
  });
});

test("an event dated after as-of has not happened yet", async () => {
  const closed = await load(measuring("{ share: 办件, that: { 办结时间: { exists: true } } }"));
  const rows = [head, row("1", { 办结时间: "2022-10-25" }), row("2", { 办结时间: "2022-10-26" })];
  const files = { "办件.xlsx": [sheet("办件", rows)] };
  expect(wholeOf(await gathered(closed, files))).toBe("1 ÷ 2");
  expect(wholeOf(await gathered(closed, files, "2022-10-26"))).toBe("2 ÷ 2");
  expect(notesOf(await gathered(closed, files))).toContain("future-events 办件.xlsx 办件 1");
});

describe("rows = used + excluded + rejected", () => {
  const cell = fc.oneof(
    fc.constantFrom<Cell>(
      "1",
      "2",
      "3",
      "—",
      null,
      "合计",
      "小计",
      "全市",
      "注：甲",
      "青山市",
      "市公安局",
      "公安",
      "外星局",
    ),
    fc.constantFrom<Cell>("2022-10-01", "2021-01-01", "2022-12-01", "是", "否", "也许", 44859, 5),
    fc.string({ maxLength: 3 }),
  );
  const rows = fc.array(fc.array(cell, { minLength: 6, maxLength: 6 }), { maxLength: 25 });
  const titles = fc.array(fc.constantFrom<Cell[]>(["查询结果"], ["导出时间：2022-10-25"], [null]), {
    maxLength: 2,
  });

  test("in any sheets, in any order, and the whole is what is used", async () => {
    await fc.assert(
      fc.asyncProperty(titles, rows, rows, async (above, first, second) => {
        const files = {
          "b.xlsx": [sheet("办件", [...above, head, ...first])],
          "a.xlsx": [sheet("办件", [head, ...second]), sheet("空", [])],
        };
        const evidence = await gathered(plan, files, "2022-10-25", true);
        let used = 0;
        for (const { sheets } of evidence.inputs) {
          for (const found of sheets) {
            const excluded = Object.values(found.excluded).reduce((sum, count) => sum + count, 0);
            expect(found.used + excluded + found.rejected).toBe(found.rows);
            used += found.used;
          }
        }
        const written = [...first, ...second].filter((cells) =>
          cells.some((text) => text !== null && text !== ""),
        );
        expect(
          evidence.inputs.flatMap(({ sheets }) => sheets).reduce((sum, { rows: count }) => sum + count, 0),
        ).toBe(written.length);
        expect(Number(wholeOf(evidence)?.split(" ÷ ")[1] ?? 0)).toBe(used);
      }),
    );
  });
});

describe("no row is kept, whatever it is", () => {
  test("rows of the whole are tallied from a second look, not from memory", async () => {
    let alive = 0;
    const rows = [head, ...Array.from({ length: 500 }, (_, at) => row(String(at), { 部门: "青山市" }))];
    const source = sheet("办件", rows);
    const counting = {
      ...source,
      scan: (sink: Parameters<typeof source.scan>[0]) => {
        alive += 1;
        return source.scan(sink);
      },
    };
    const evidence = await gathered(plan, { "办件.xlsx": [counting] });
    expect(figuresOf(evidence)).toEqual({ whole: "500 ÷ 500", units: {} });
    expect(fatesOf(evidence)).toEqual([{ rows: 500, used: 500, rejected: 0 }]);
    // Once for the headings, once for the rows, once more for rows of the whole.
    expect(alive).toBe(3);
  });
});

test("hidden sheets and hidden rows are read, and said", async () => {
  const rows = [head, row("1"), row("2")];
  const evidence = await gathered(plan, {
    "办件.xlsx": [sheet("办件", rows, { hidden: true, hiddenRows: [3] })],
  });
  expect(wholeOf(evidence)).toBe("2 ÷ 2");
  expect(notesOf(evidence)).toEqual(
    expect.arrayContaining(["hidden-sheet 办件.xlsx 办件", "hidden-rows 办件.xlsx 办件 1"]),
  );
});

describe("inputs without a usable row", () => {
  test("are refused, unless they are allowed", async () => {
    const files = { "办件.xlsx": [sheet("办件", [head])] };
    await expect(gathered(plan, files)).rejects.toMatchObject({ problems: [{ code: "D013" }] });
    expect(wholeOf(await gathered(plan, files, "2022-10-25", true))).toBe("0 ÷ 0");
  });

  test("are refused by what the plan needs when no sheet fits", async () => {
    const files = {
      "果.xlsx": [
        sheet("果", [
          ["苹果", "梨"],
          ["1", "2"],
        ]),
      ],
    };
    await expect(gathered(plan, files)).rejects.toMatchObject({
      problems: [{ code: "D007", with: { needed: "办件" } }],
    });
  });

  test("a sheet that fits nothing beside one that does is counted and left aside", async () => {
    const files = {
      "办件.xlsx": [
        sheet("办件", [head, row("1")]),
        sheet("果", [
          ["苹果", "梨"],
          ["1", "2"],
        ]),
      ],
    };
    expect(fatesOf(await gathered(plan, files))[1]).toEqual({
      rows: 2,
      used: 0,
      rejected: 0,
      "unmatched-sheet": 2,
    });
  });
});

test("a plan may count one dataset by what another holds", async () => {
  const rated = await load(
    planOf(
      "indicators:\n  - { id: a, clause: 一, name: 甲, threshold: 1, measure: { share: 办件, that: { 编号: { in: 评价.编号, where: { 环节: 办结 } } } } }\n",
    ),
  );
  const evidence = await gathered(rated, {
    "a.xlsx": [
      sheet("办件", [head, row("1"), row("2"), row("3")]),
      sheet("评价", [
        ["评价号", "编号", "部门", "环节", "评价时间"],
        ["e1", "1", "市公安局", "办结", "2022-10-02"],
        ["e2", "2", "市公安局", "受理", "2022-10-02"],
        ["e1", "3", "市公安局", "办结", "2022-10-02"],
      ]),
    ],
  });
  // The third rating repeats a key: it is not used, so case 3 has none.
  expect(figuresOf(evidence)).toEqual({ whole: "1 ÷ 3", units: { 市公安局: "1 ÷ 3" } });
});
