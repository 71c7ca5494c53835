import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runRuleTest } from "../../src/cli/rule-tests/run-tests.ts";
import { loadPlan } from "../../src/plan/load.ts";
import { loadRuleTests } from "../../src/plan/rule-tests.ts";

let cwd: string;
let blocks: string[];

// The examples of rules/README.md, put together as the files that they describe.
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), "readme-"));
  const text = await readFile("rules/README.md", "utf8");
  blocks = [...text.matchAll(/```yaml\n(.*?)```/gs)].map(([, block]) => block ?? "");
  const indicators = blocks
    .filter((block) => /^(indicators:\n)?\s*(- id|- \{ id|# Good)/.test(block))
    .map((block) => block.replace(/^indicators:\n/, ""));
  const example = [blockOf("plan: example-2022"), blockOf("fields:"), "indicators:\n", ...indicators];
  await mkdir(join(cwd, "tests"));
  await cp("rules/units", join(cwd, "units"), { recursive: true });
  await writeFile(join(cwd, "example-2022.yaml"), [...example, blockOf("tasks:")].join(""));
  await writeFile(join(cwd, "example-2023.yaml"), blockOf("plan: example-2023"));
  await writeFile(join(cwd, "tests", "a.test.yaml"), blockOf("tests:"));
});
afterAll(() => rm(cwd, { recursive: true }));

function blockOf(start: string): string {
  const found = blocks.find((block) => block.startsWith(start));
  if (found === undefined) throw new Error(`no example begins with ${start}`);
  return found;
}

test("every indicator and task of the examples loads", async () => {
  const plan = await loadPlan("./example-2022.yaml", { cwd });
  expect(plan.indicators.length).toBeGreaterThan(15);
  expect(plan.tasks.map(({ recurrence }) => recurrence?.kind ?? null)).toEqual(
    expect.arrayContaining(["monthly", "weeks", "quarterly", "yearly", "unstated", null]),
  );
});

test("the plan that extends it loads, without what it removes", async () => {
  const plan = await loadPlan("./example-2023.yaml", { cwd });
  const ids = plan.indicators.map(({ id }) => id);
  expect(ids).not.toContain("instant-share");
  expect(ids.at(-1)).toBe("new-rule");
  const changed = plan.indicators.find(({ id }) => id === "new-registrations");
  expect(changed?.threshold?.toString()).toBe("180000");
});

test("the example of rule tests passes", async () => {
  const { plan, cases } = await loadRuleTests(join(cwd, "tests", "a.test.yaml"), { cwd });
  for (const one of cases) expect((await runRuleTest(plan, one)).differences).toEqual([]);
});
