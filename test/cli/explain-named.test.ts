import { expect, test } from "vitest";
import { indicatorNamed } from "../../src/cli/explain/named.ts";
import type { Plan } from "../../src/model/plan.ts";
import { type ProblemError, sentenceOf } from "../../src/problem.ts";

const plan = {
  id: "jiayuguan-2022",
  tasks: [{ id: "seals-claimed", clause: "二", name: "电子印章全部申领" }],
  indicators: [
    { id: "early", clause: "三(一)", name: "上半年" },
    { id: "late", clause: "三(一)", name: "下半年" },
  ],
} as unknown as Plan;

test("a clause that two indicators share asks for an id", () => {
  try {
    indicatorNamed("三（一）", plan, "zh");
    expect.unreachable();
  } catch (error) {
    const [found] = (error as ProblemError).problems;
    expect(found && sentenceOf(found, "zh")).toBe("“三（一）”对应多项指标：early, late。请写编号。");
  }
  expect(indicatorNamed("下半年", plan, "zh").id).toBe("late");
});

test.each(["seals-claimed", "电子印章全部申领"])("%s is a task, which has no formula", (name) => {
  try {
    indicatorNamed(name, plan, "zh");
    expect.unreachable();
  } catch (error) {
    const [found] = (error as ProblemError).problems;
    expect(found && sentenceOf(found, "zh")).toContain(
      `“${name}”是任务，不是指标，没有公式。它是否完成看任务台账；时限和责任单位用 evaluate show jiayuguan-2022 查看`,
    );
  }
});
