import { describe, expect, test } from "vitest";
import { datasets, folderWith, planOf, units } from "../plan/rules.ts";
import { evaluate } from "./fake-process.ts";

const before = planOf(`
fields:
  办件.期限: { workdays: 受理时间, plus: 5 }
indicators:
  - { id: up, clause: 一(一), name: 网办率, measure: { share: 办件, that: { 网办: 是 } }, threshold: 40 }
  - { id: down, clause: 一(二), name: 平均份数, measure: { average: 办件.份数 }, measuredIn: 份, direction: at-most, threshold: 3 }
  - { id: gone, clause: 一(三), name: 旧指标, measure: { count: 办件 }, measuredIn: 件, threshold: 1 }
  - { id: old-id, clause: 一(四), name: 总量, measure: { latest: 统计.总量 }, measuredIn: 人, threshold: 100 }
  - { id: steps, clause: 一(五), name: 分步, measure: { share: 办件, that: { 误评: 否 } }, stages: [{ deadline: 2022-06-30, threshold: 50 }, { deadline: 2022-12-31, threshold: 80 }] }
  - { id: same, clause: 一(六), name: 不变, measure: { share: 评价, that: { 环节: 办结 } }, threshold: 10, worst: 0 }
tasks:
  - { id: t1, clause: 二(一), name: 启动, deadline: 2022-03-31 }
  - { id: t2, clause: 二(二), name: 简报, recurrence: { monthly: 15 } }
`);

const after = `plan: q
extends: p
title: 新方案
remove: [gone, old-id]
fields:
  办件.期限: { workdays: 受理时间, plus: 3 }
indicators:
  - { id: up, threshold: 45, deadline: 2022-09-30, responsible: [部门组, 街道组], measure: { share: 办件, that: { 渠道: 线上 } }, weight: 2 }
  - { id: down, threshold: 4, lead: 市公安局, ongoing: true }
  - { id: new-id, clause: 一(四), name: 总量, measure: { latest: 统计.总量 }, measuredIn: 人, threshold: 100, direction: more-than, scope: shared }
  - { id: steps, stages: [{ deadline: 2022-07-31, threshold: 50 }, { deadline: 2022-12-31, threshold: 80 }] }
  - { id: fresh, clause: 一(七), name: 新指标, measure: { count: 评价 }, measuredIn: 次, threshold: 5 }
tasks:
  - { id: t1, start: 2022-02-01, deadline: none }
  - { id: t2, recurrence: { monthly: [15, 30] } }
`;

const files = { "p.yaml": before, "q.yaml": after, "datasets.yaml": datasets, "town.yaml": units };

async function compared(args: readonly string[]) {
  const cwd = await folderWith(files);
  return evaluate(["diff", "p.yaml", "q.yaml", ...args], { cwd, columns: 80 });
}

describe("evaluate diff A B", () => {
  test.each(["zh", "en"])("says what is new, gone, stricter, looser, moved (%s)", async (lang) => {
    const { code, stdout } = await compared(["--lang", lang]);
    expect(code).toBe(0);
    await expect(stdout).toMatchFileSnapshot(`../golden/cli/diff.${lang}.txt`);
  });

  test("as JSON", async () => {
    const { stdout } = await compared(["-f", "json"]);
    const { indicators, tasks, fields } = JSON.parse(stdout);
    const told = (rules: { changed: { id: string; changes: Record<string, unknown>[] }[] }) =>
      Object.fromEntries(
        rules.changed.map(({ id, changes }) => [id, changes.map(({ what, effect }) => `${what} ${effect}`)]),
      );
    expect(indicators.new).toEqual([{ id: "fresh", clause: "一(七)", name: "新指标" }]);
    expect(indicators.gone.map(({ id }: { id: string }) => id)).toEqual(["gone"]);
    expect(indicators.unchanged).toEqual(["same"]);
    expect(told(indicators)).toEqual({
      up: ["target stricter", "deadline earlier", "responsible changed", "measure changed", "weight changed"],
      down: ["target looser", "ongoing changed", "lead changed"],
      steps: ["stages later"],
      "new-id": ["id changed", "target stricter", "scope changed"],
    });
    expect(indicators.changed[0].changes[0]).toEqual({
      what: "target",
      effect: "stricter",
      from: "≥ 40 %",
      to: "≥ 45 %",
    });
    expect(told(tasks)).toEqual({
      t1: ["start later", "deadline later"],
      t2: ["recurrence changed"],
    });
    expect(fields).toEqual(["办件.期限"]);
  });

  test("a plan against itself has no change", async () => {
    const cwd = await folderWith(files);
    const { stdout } = await evaluate(["diff", "p.yaml", "p.yaml", "-f", "json"], { cwd });
    const { indicators, tasks, fields } = JSON.parse(stdout);
    expect([indicators.new, indicators.gone, indicators.changed, tasks.changed, fields]).toEqual([
      [],
      [],
      [],
      [],
      [],
    ]);
    expect(indicators.unchanged).toHaveLength(6);
  });

  test("mistakes of both plans are told", async () => {
    const cwd = await folderWith(files);
    const { code, stderr } = await evaluate(["diff", "no-such.yaml", "neither.yaml"], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain("no-such.yaml");
    expect(stderr).toContain("neither.yaml");
  });
});
