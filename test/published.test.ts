import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { evaluate } from "./cli/fake-process.ts";
import { errorsOf } from "./published.ts";

test.each([
  ["github-workflow.json", "github-workflow.yml"],
  ["gitlab-ci.json", "gitlab-ci.yml"],
  ["pre-commit-config.json", "pre-commit-config.yaml"],
])("%s allows fixtures/ci/%s", async (schema, file) => {
  expect(await errorsOf(schema, parse(await readFile(`fixtures/ci/${file}`, "utf8")))).toEqual([]);
});

test("a step that GitHub would not understand is seen", async () => {
  expect(await errorsOf("github-workflow.json", { on: "push", jobs: { a: { steps: 5 } } })).not.toEqual([]);
});

// A plan that cannot be read, one with findings of every severity, and one without.
test.each([
  ["no plan", "title: 甲\n"],
  ["no YAML", "a: [1,\n"],
  ["a plan of nothing", "plan: a\ntitle: 甲 <b>\nissued: 2022-10-18\nunits: nowhere.yaml\nindicators: []\n"],
])("SARIF of %s is SARIF 2.1.0", async (_, text) => {
  const cwd = await mkdtemp(join(tmpdir(), "sarif-"));
  try {
    await writeFile(join(cwd, "规则 a.yaml"), text);
    const { stdout } = await evaluate(["check", "规则 a.yaml", "-f", "sarif"], { cwd });
    const log = JSON.parse(stdout);
    expect(log.runs[0].results.length).toBeGreaterThan(0);
    expect(await errorsOf("sarif-2.1.0.json", log)).toEqual([]);
  } finally {
    await rm(cwd, { recursive: true });
  }
});

test("SARIF of the bundled rules is SARIF 2.1.0", async () => {
  const { stdout } = await evaluate(["check", "-f", "sarif"]);
  expect(await errorsOf("sarif-2.1.0.json", JSON.parse(stdout))).toEqual([]);
});
