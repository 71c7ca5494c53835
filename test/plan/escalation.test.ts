import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadPlan } from "../../src/plan/load.ts";
import { ProblemError } from "../../src/problem.ts";

let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), "escalation-"));
  writeFileSync(join(cwd, "units.yaml"), "units: small\nmembers:\n  - { name: 甲局 }\n");
});
afterAll(() => rmSync(cwd, { recursive: true }));

function write(more: string): string {
  const head =
    "plan: small\ntitle: 小方案\nissued: 2022-01-01\nunits: units.yaml\nindicators: []\ntasks: [{ id: t, clause: 三, name: 丙, deadline: 2022-06-30, responsible: [甲局] }]\n";
  writeFileSync(join(cwd, "small.yaml"), head + more);
  return "./small.yaml";
}

test("steps and headroom are read", async () => {
  const plan = await loadPlan(
    write(
      "report: { headroom: 0.5 }\nescalation:\n  - { after: 1, step: 提醒, counts: unmet, tasks: true }\n  - { after: 3, step: 约谈 }\n",
    ),
    { cwd },
  );
  expect(plan.headroom?.toString()).toBe("0.5");
  expect(plan.escalation).toEqual([
    { after: 1, step: "提醒", counts: "unmet", tasks: true },
    { after: 3, step: "约谈", counts: "overdue", tasks: false },
  ]);
});

test("without them there are none", async () => {
  expect(await loadPlan(write(""), { cwd })).toMatchObject({ headroom: null, escalation: [] });
});

test.each<[string, string, string]>([
  ["a step that comes no later", "escalation: [{ after: 2, step: 甲 }, { after: 2, step: 乙 }]", "R005"],
  ["after no miss at all", "escalation: [{ after: 0, step: 甲 }]", "R005"],
  ["without a name", "escalation: [{ after: 1 }]", "R004"],
  ["a misspelt key", "escalation: [{ after: 1, step: 甲, count: unmet }]", "R003"],
  ["what is no number", "report: { headroom: some }", "R005"],
])("refuses %s", async (_, more, code) => {
  const told = await loadPlan(write(`${more}\n`), { cwd }).catch((error: unknown) => error);
  const problems = told instanceof ProblemError ? told.problems : [];
  expect(problems.map((found) => found.code)).toEqual([code]);
});
