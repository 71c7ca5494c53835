import { describe, expect, test } from "vitest";
import { parseDay } from "../../src/model/day.ts";
import { derived, type World } from "./tallied.ts";

const day = (text: string) => String(parseDay(text));

describe("difference", () => {
  test.each([
    [{ 金额: "20", 份数: "7" }, "13"],
    [{ 金额: "0.3", 份数: "0.1" }, "1/5"],
    [{ 金额: "7", 份数: "20" }, "-13"],
    [{ 金额: "20" }, null],
    [{ 份数: "7" }, null],
  ])("%o → %s", async (row, value) => {
    expect(await derived("{ difference: [金额, 份数] }", [row])).toEqual([value]);
  });

  test("of limits in different units is in working days", async () => {
    expect(await derived("{ difference: [时限, 金额] }", [{ 时限: "8小时", 金额: "0.5" }])).toEqual(["1/2"]);
  });
});

test.each([
  [{ 受理时间: "2022-09-30", 办结时间: "2022-10-08" }, "8"],
  [{ 受理时间: "2022-10-25 23:59", 办结时间: "2022-10-26 00:01" }, "1"],
  [{ 受理时间: "2022-10-25", 办结时间: "2022-10-24" }, "-1"],
  [{ 受理时间: "2022-10-25" }, null],
])("days are calendar days: %o → %s", async (row, value) => {
  expect(await derived("{ days: [受理时间, 办结时间] }", [row])).toEqual([value]);
});

describe("workdays", () => {
  test.each([
    ["2022-09-30", 5, "2022-10-12"],
    ["2022-10-07", 1, "2022-10-08"],
    ["2022-10-08", 1, "2022-10-09"],
    ["2022-10-01", 0, "2022-10-01"],
    ["2022-10-25", 5, "2022-11-01"],
    ["2022-12-30", 1, "2023-01-03"],
    ["2024-02-09", 1, "2024-02-18"],
  ])("%s plus %i is %s", async (from, plus, due) => {
    expect(await derived(`{ workdays: 受理时间, plus: ${plus} }`, [{ 受理时间: from }, {}])).toEqual([
      day(due),
      null,
    ]);
  });

  test("a date outside the calendar is a problem that names its years", async () => {
    await expect(
      derived("{ workdays: 受理时间, plus: 5 }", [{ 受理时间: "2090-01-01" }]),
    ).rejects.toMatchObject({
      problems: [{ code: "D010", with: { date: "2090-01-01" } }],
    });
  });
});

describe("in-time", () => {
  const fields = "办件.期限: { workdays: 受理时间, plus: 5 }";
  // Received on 30 September 2022: the fifth working day is 12 October.
  test.each([
    ["2022-10-12", "2022-10-25", "是"],
    ["2022-10-13", "2022-10-25", "否"],
    [undefined, "2022-10-13", "否"],
    [undefined, "2022-10-12", null],
    [undefined, "2022-10-01", null],
  ])("done %s, as of %s: %s", async (done, asOf, value) => {
    const row = { 受理时间: "2022-09-30", ...(done === undefined ? {} : { 办结时间: done }) };
    expect(await derived("{ in-time: 办结时间, due: 期限 }", [row], { asOf, fields })).toEqual([value]);
  });

  test("without a due day nobody can tell", async () => {
    expect(
      await derived("{ in-time: 办结时间, due: 期限 }", [{ 办结时间: "2022-10-11" }], { fields }),
    ).toEqual([null]);
  });
});

describe("choose", () => {
  const rows = [{ 渠道: "网上" }, { 渠道: "窗口" }, {}];
  test.each<[string, (string | null)[]]>([
    ["{ choose: 渠道, 线上: 3, 线下: 2 }", ["3", "2", null]],
    ["{ choose: 渠道, 窗口: 2 }", [null, "2", null]],
    ["{ choose: 渠道, 线上: 3, else: 1 }", ["3", "1", "1"]],
    ["{ choose: 渠道, 全部: 0.5 }", ["1/2", "1/2", null]],
    ["{ choose: 渠道, 线上: 快, 线下: 2 }", ["快", "2", null]],
  ])("%s", async (spec, values) => {
    expect(await derived(spec, rows)).toEqual(values);
  });
});

describe("lookup", () => {
  const world: World = { found: { a1: "审批", a2: null } };
  test("finds the other row by its key; no row and no value are missing", async () => {
    const rows = [{ 编号: "a1" }, { 编号: "a2" }, { 编号: "a3" }, {}];
    expect(await derived("{ lookup: 评价.环节, on: 编号 }", rows, world)).toEqual(["审批", null, null, null]);
  });
});
