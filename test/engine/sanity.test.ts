import { describe, expect, test } from "vitest";
import { phraseOf } from "../../src/model/phrases.ts";
import { datasets, load, measuring } from "../plan/rules.ts";
import { type Cell, type Files, gathered, notesOf, sheet, wholeOf } from "./gathered.ts";

/** The small dictionary with checks in it, by dataset. */
function withChecks(checks: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(checks).reduce((text, [dataset, lines]) => {
    const list = lines.map((line) => `      - ${line}\n`).join("");
    const [before = "", after = ""] = text.split(`\n  ${dataset}:\n`);
    return `${before}\n  ${dataset}:\n    checks:\n${list}${after}`;
  }, datasets);
}

const rules = withChecks({
  办件: [
    "order: [受理时间, 办结时间]",
    "not-more: [份数, 金额]",
    "above-zero: 时限",
    "{ if: { 渠道: 网上 }, then: { 时限: 0 } }",
    "{ if: { 时限: 0 }, then: { 渠道: 线上 } }",
    "past: 年度",
  ],
  评价: ["listed: { 编号: 办件 }"],
  统计: ["rises: 总量", "not-more: [活跃, 总量]"],
});
const withRules = (measure: string, more?: string) =>
  load(measuring(measure, more), { "datasets.yaml": rules });
const plan = await withRules("{ share: 办件, that: { 网办: 是 } }");

const suspicionsIn = async (files: Files, of = plan, asOf?: string) =>
  (await gathered(of, files, asOf)).quality.suspicions;
/** Each doubt as "dataset: what; rows; cell value, …". */
const doubts = async (files: Files, of = plan, asOf?: string) =>
  (await suspicionsIn(files, of, asOf)).map(({ dataset, why, count, cells }) =>
    [`${dataset}: ${phraseOf(why, "zh")}`, count, ...cells.map(({ cell, value }) => `${cell} ${value}`)].join(
      "; ",
    ),
  );
const cases = (headings: readonly string[], ...rows: readonly (readonly Cell[])[]): Files => ({
  "a.xlsx": [
    sheet("办件", [
      ["编号", "部门", "网办", ...headings],
      ...rows.map((row, at) => [String(at + 1), "市公安局", "是", ...row]),
    ]),
  ],
});

describe("values that can hardly be true", () => {
  const usual = ["受理时间", "办结时间"];
  test.each<[what: string, files: Files, found: string[]]>([
    [
      "closed before it was accepted; the same day, and not closed, are well",
      cases(
        usual,
        ["2022-10-05", "2022-10-03"],
        ["2022-10-05 17:00", "2022-10-05 09:00"],
        ["2022-10-05", null],
      ),
      ["办件: “办结时间”早于“受理时间”; 1; E2 2022-10-03 < 2022-10-05"],
    ],
    [
      "a part larger than its whole, exactly",
      cases(["份数", "金额"], [3, "2.5"], [3, 3], ["25.2万", 252_001], [1, null]),
      ["办件: “份数”大于“金额”; 1; D2 3 > 2.5"],
    ],
    [
      "two columns that contradict each other, whatever the spelling",
      cases(["渠道", "时限"], ["线上", "5天"], ["线上", "即办"], ["窗口", 0], ["窗口", 3], ["网上", null]),
      [
        "办件: “时限”为空、为 0 或没有期限，不参与按它计算的比率; 3; E3 即办; E4 0; E6 ",
        "办件: “渠道”为“网上”，“时限”却不是“0”; 1; E2 5",
        "办件: “时限”为“0”，“渠道”却不是“线上”; 1; D4 线下",
      ],
    ],
    [
      "a negative number or limit",
      cases(["金额", "时限"], [-3, 1], ["-0.5万", 1], [0, -1]),
      ["办件: “金额”是负数; 2; D2 -3; D3 -5000", "办件: “时限”是负数; 1; E4 -1"],
    ],
    [
      "a limit that is none, as written",
      cases(["时限"], ["无期限"], ["3天"]),
      ["办件: “时限”为空、为 0 或没有期限，不参与按它计算的比率; 1; D2 无期限"],
    ],
    ["a year to come", cases(["年度"], [2022], [2023]), ["办件: “年度”晚于数据截至日; 1; D3 2023-01-01"]],
    ["nothing, where a column is missing", cases(["办结时间", "份数"], ["2022-01-01", 9]), []],
  ])("%s", async (_, files, found) => expect(await doubts(files)).toEqual(found));

  test("stay in the figures, whatever is doubted", async () => {
    const evidence = await gathered(plan, cases(usual, ["2022-10-05", "2022-10-03"]));
    expect(wholeOf(evidence)).toBe("1 ÷ 1");
    expect(evidence.inputs[0]?.sheets[0]).toMatchObject({ used: 1, rejected: 0 });
  });

  test("columns that only checks look at are neither rejected nor compared nor called missing", async () => {
    const rows = [
      ["2022-10-05", "后天"],
      ["2022-10-05", "2022-10-06"],
    ];
    const { quality, inputs } = await gathered(plan, cases(usual, ...rows));
    expect(quality).toMatchObject({ rejectedCells: [], rejectedCellCount: 0, blanks: [], suspicions: [] });
    expect(inputs[0]?.sheets[0]?.missing).toEqual([]);
  });

  test("count every row and list the first 20 cells", async () => {
    const rows = Array.from({ length: 30 }, () => ["2022-10-05", "2022-10-03"]);
    const [found] = await suspicionsIn(cases(usual, ...rows));
    expect(found).toMatchObject({ dataset: "办件", count: 30 });
    expect(found?.cells).toHaveLength(20);
    expect(found?.cells[19]).toEqual({
      file: "a.xlsx",
      sheet: "办件",
      cell: "E21",
      row: 21,
      value: "2022-10-03 < 2022-10-05",
    });
  });

  test("rows that are not used are not doubted", async () => {
    const twice = [
      ["编号", "部门", "网办", "金额"],
      ["1", "市公安局", "是", 1],
      ["1", "市公安局", "是", -1],
      ["合计", null, null, -1],
    ];
    expect(await doubts({ "a.xlsx": [sheet("办件", twice)] })).toEqual([]);
  });
});

describe("a running total that falls", () => {
  const totals = (...rows: readonly (readonly Cell[])[]): Files => ({
    "a.xlsx": [sheet("统计", [["日期", "单位", "总量"], ...rows])],
  });
  const fall = (text: string) => [`统计: “总量”是累计数，却比同一单位更早的日期少; 1; ${text}`];
  test.each<[what: string, files: Files, found: string[]]>([
    [
      "from one date to the next, each unit by itself",
      totals(
        ["2022-10-01", "市公安局", 100],
        ["2022-10-01", "市民政局", 20],
        ["2022-10-08", "公安", 98],
        ["2022-10-08", "市民政局", 20],
      ),
      fall("C4 98 < 100"),
    ],
    [
      "in a table with the newest first, at the later row",
      totals(
        ["2022-10-15", "市公安局", 120],
        ["2022-10-08", "市公安局", 98],
        ["2022-10-01", "市公安局", 100],
      ),
      fall("C3 98 < 100"),
    ],
    [
      "never, where rows name no unit or no figure",
      totals(["2022-10-01", null, 100], ["2022-10-08", null, 9], ["2022-10-15", "市公安局", null]),
      [],
    ],
  ])("%s", async (_, files, found) => expect(await doubts(files)).toEqual(found));
});

describe("keys that another dataset lacks", () => {
  const rated = (...ids: readonly Cell[]) =>
    sheet("评价", [
      ["评价号", "编号", "部门", "评价时间"],
      ...ids.map((id, at) => [`e${at}`, id, "市公安局", "2022-10-01"]),
    ]);
  const known = sheet("办件", [
    ["编号", "部门", "网办"],
    ["1", "市公安局", "是"],
    ["2", "市公安局", "否"],
  ]);
  const found = ["评价: “编号”不在“办件”采用的行中; 3"];

  test("are counted by row, without cells; blanks are not", async () => {
    expect(await doubts({ "a.xlsx": [known, rated("1", "7", "7", "8", null, "2")] })).toEqual(found);
  });

  test("are counted the same when the other dataset is read afterwards", async () => {
    const later = await withRules("{ share: 办件, that: { 编号: { in: 评价.编号 } } }", "threshold: 10");
    expect(await doubts({ "a.xlsx": [known, rated("1", "7", "7", "8", null, "2")] }, later)).toEqual(found);
  });

  test("are not known where the other dataset is absent, or a sheet of it has no key", async () => {
    expect(await doubts({ "a.xlsx": [rated("1", "7")] })).toEqual([]);
    const keyless = sheet("办件二", [
      ["部门", "网办", "渠道", "名称"],
      ["市公安局", "是", "线上", "甲"],
    ]);
    expect(await doubts({ "a.xlsx": [known, keyless, rated("1", "7")] })).toEqual([]);
  });
});

describe("freshness: the last date of each dated dataset against as-of", () => {
  const dated = (...days: readonly string[]) => cases(["受理时间"], ...days.map((day) => [day]));
  test("is that of used rows", async () => {
    const { quality } = await gathered(plan, dated("2022-10-18", "2022-10-19", "2022-10-30"));
    expect(quality.freshness).toEqual([
      { dataset: "办件", field: "受理时间", latest: "2022-10-19", daysBehind: 6 },
    ]);
  });

  test.each([
    ["2022-10-18", []],
    ["2022-10-17", ["data-behind 办件 受理时间 2022-10-17 8"]],
  ])("of %s asks for a note: %j", async (day, notes) =>
    expect(notesOf(await gathered(plan, dated(day)))).toEqual(notes),
  );

  test("is not known without dates", async () => {
    const { quality } = await gathered(plan, cases(["渠道"], ["线上"]));
    expect(quality.freshness).toEqual([]);
  });
});
