import { fileURLToPath } from "node:url";
import type Fraction from "fraction.js";
import { describe, expect, test } from "vitest";
import { formatDay } from "../../src/model/day.ts";
import { loadPlan } from "../../src/plan/load.ts";
import { type Cell, fatesOf, gathered, notesOf, sheet } from "./gathered.ts";

const plan = await loadPlan("jiayuguan-2022", { cwd: fileURLToPath(new URL("../..", import.meta.url)) });
const decimal = (value: Fraction | null | undefined) => (value == null ? null : value.toString());

describe("指标填报", () => {
  const head = ["指标编号", "责任单位", "统计日期", "数值", "分子", "分母"];
  const reported = async (rows: readonly (readonly Cell[])[], id = "instant-share") => {
    const evidence = await gathered(plan, { "a.xlsx": [sheet("指标填报", [head, ...rows])] });
    const { whole, units } = evidence.indicators.get(id)?.reported ?? { whole: null, units: new Map() };
    const show = (figure: typeof whole) =>
      figure && [figure.value, figure.numerator, figure.denominator].map(decimal).join(" ");
    return {
      whole: show(whole),
      units: Object.fromEntries([...units].map(([name, figure]) => [name, show(figure)])),
      notes: notesOf(evidence),
      fates: fatesOf(evidence),
    };
  };

  test("keeps each unit's value with its parts, and the whole's own", async () => {
    const { whole, units } = await reported([
      ["instant-share", "市公安局", "2022-09-30", "98.5%", 197, 200],
      ["instant-share", "嘉峪关市民政局", "2022-09-30", 45, null, null],
      ["instant-share", "全市", "2022-09-30", "60", null, null],
    ]);
    expect(whole).toBe("60  ");
    expect(units).toEqual({ 市公安局: "98.5 197 200", 市民政局: "45  " });
  });

  test("takes the last day's value, and the first written of one day", async () => {
    const { units, fates } = await reported([
      ["instant-share", "市公安局", "2022-08-31", 50, null, null],
      ["instant-share", "市公安局", "2022-09-30", 60, null, null],
      ["instant-share", "市公安局", "2022-09-30", 70, null, null],
      ["instant-share", "市公安局", "2022-10-26", 80, null, null],
    ]);
    expect(units).toEqual({ 市公安局: "60  " });
    expect(fates).toEqual([{ rows: 4, used: 2, rejected: 0, duplicate: 1, "after-as-of": 1 }]);
  });

  test("doubts a rate over 100 %, as a value or in its parts, and no other number", async () => {
    const rows = [
      ["instant-share", "市公安局", "2022-10-20", "101%", null, null],
      ["instant-share", "市教育局", "2022-10-20", 100, 5, 5],
      ["即办件占比(行政许可)", "市民政局", "2022-10-20", null, 6, 5],
      ["total-registrations", "全市", "2022-10-20", 164000, null, null],
    ];
    const { quality } = await gathered(plan, { "a.xlsx": [sheet("指标填报", [head, ...rows])] });
    expect(
      quality.suspicions.map(({ why, cells }) => [why.code, cells.map(({ cell, value }) => [cell, value])]),
    ).toEqual([
      [
        "over-100",
        [
          ["D2", "101"],
          ["D4", "6 / 5"],
        ],
      ],
    ]);
  });

  test("finds an indicator by its id or its name, in any width and case, and says what it does not know", async () => {
    const { units, notes } = await reported([
      ["ＩＮＳＴＡＮＴ-share", "市公安局", "2022-09-30", 50, null, null],
      ["no-such", "市公安局", "2022-09-30", 50, null, null],
    ]);
    expect(Object.keys(units)).toEqual(["市公安局"]);
    expect(notes).toContain("unknown-answer 指标填报 no-such");
  });
});

describe("任务台账", () => {
  const head = ["任务编号", "责任单位", "状态", "完成日期", "完成率"];
  const [task] = plan.tasks;
  if (task === undefined) throw new Error("the plan has no task");

  test("keeps each unit's entry; a completion after as-of has not happened yet", async () => {
    const evidence = await gathered(plan, {
      "a.xlsx": [
        sheet("任务台账", [
          head,
          [task.id, "市公安局", "已办结", "2022-10-20", "100%"],
          [task.id, "市民政局", "推进中", null, "80%"],
          [task.id, "市财政局", "完成", "2022-10-26", 0.5],
          ["no-such", "市公安局", "完成", null, null],
        ]),
      ],
    });
    const entries = [...(evidence.tasks?.get(task.id) ?? [])].map(([unit, { status, completedOn, rate }]) => [
      unit,
      status,
      completedOn === null ? null : formatDay(completedOn),
      decimal(rate),
    ]);
    expect(entries).toEqual([
      ["市公安局", "已完成", "2022-10-20", "1"],
      ["市民政局", "进行中", null, "0.8"],
      ["市财政局", null, null, "0.5"],
    ]);
    expect(notesOf(evidence)).toContain("unknown-answer 任务台账 no-such");
  });

  test("is null when no input is one", async () => {
    const cases = [
      ["办件编号", "受理部门", "受理时间"],
      ["1", "市公安局", "2022-10-01"],
    ];
    expect((await gathered(plan, { "a.xlsx": [sheet("办件明细", cases)] })).tasks).toBeNull();
  });
});
