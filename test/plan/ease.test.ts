import { describe, expect, test } from "vitest";
import { load, measuring, problemsOf } from "./rules.ts";

const share = "{ share: 办件, that: { 网办: 是 } }";

describe("ease says which rows are the easiest to put right", () => {
  test.each([
    ["ease: { field: 时限 }", { field: "时限", order: "ascending" }],
    ["ease: { field: 受理时间, order: descending }", { field: "受理时间", order: "descending" }],
  ])("%s", async (ease, loaded) => {
    const plan = await load(measuring(share, `threshold: 10, ${ease}`));
    expect(plan.indicators[0]?.ease).toEqual(loaded);
  });

  test("nothing says it where no rule does", async () => {
    expect((await load(measuring(share))).indicators[0]?.ease).toBeNull();
  });

  test.each([
    ["a field that the rows lack", share, "ease: { field: 时间 }", "R012"],
    ["text, which has no order", share, "ease: { field: 名称 }", "R014"],
    ["an order that is none", share, "ease: { field: 时限, order: upwards }", "R005"],
    ["a reported value, which has no rows", "{ reported: true }", "ease: { field: 时限 }", "R021"],
  ])("refuses %s", async (_, measure, ease, code) => {
    const found = await problemsOf(measuring(measure, `threshold: 10, ${ease}`));
    expect(found.map((problem) => problem.code)).toEqual([code]);
  });
});
