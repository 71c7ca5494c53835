import { expect, test } from "vitest";
import type { Derived } from "../../src/model/dataset.ts";
import { derivedFormula } from "../../src/plan/derived-formula.ts";

test.each<[Derived, string, string]>([
  [{ kind: "difference", minuend: "a", subtrahend: "b" }, "a − b", "a − b"],
  [{ kind: "days", from: "a", to: "b" }, "a 至 b 的天数", "days from a to b"],
  [{ kind: "workdays", from: "a", plus: 5 }, "a 后 5 个工作日", "5 working days after a"],
  [
    { kind: "in-time", done: "a", due: "b" },
    "a 不晚于 b 为是；晚于，或到期仍未完成，为否；未到期的不计",
    "是 where a is no later than b; 否 where later or open past it; blank while running",
  ],
  [
    {
      kind: "choose",
      on: "渠道",
      cases: [
        ["线上", "3"],
        ["线下", "2"],
      ],
      otherwise: "1",
    },
    "按渠道：线上 3，线下 2，其他 1",
    "by 渠道: 线上 3, 线下 2, else 1",
  ],
  [
    { kind: "lookup", dataset: "办件明细", field: "受理部门", on: "办件编号" },
    "按 办件编号 查 办件明细.受理部门",
    "办件明细.受理部门 of the row with this 办件编号",
  ],
])("%j", (derived, zh, en) => {
  expect([derivedFormula(derived, "zh"), derivedFormula(derived, "en")]).toEqual([zh, en]);
});
