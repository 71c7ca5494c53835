import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { evaluate } from "./fake-process.ts";

let cwd = "";
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), "schema-"));
});
afterEach(() => rm(cwd, { recursive: true }));

const schema = (...args: string[]) => evaluate(["schema", ...args, "--lang", "en"], { cwd });

describe("evaluate schema", () => {
  test.each([
    [[], "urn:evaluate:schema:report:1"],
    [["plan"], "urn:evaluate:schema:plan:1"],
    [["tests"], "urn:evaluate:schema:tests:1"],
    [["plan", "--for", "jiayuguan-2022"], "urn:evaluate:schema:plan:1:for:jiayuguan-2022"],
    [["mapping", "--for", "jilin-2021"], "urn:evaluate:schema:mapping:1:for:jilin-2021"],
  ])("%j prints %s", async (args, id) => {
    const { code, stdout, stderr } = await schema(...args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({ $id: id, $schema: "http://json-schema.org/draft-07/schema#" });
  });

  test("writes a file instead, the same bytes each time", async () => {
    const args = ["plan", "--for", "ningxia-2023", "-o", "plan.schema.json"];
    expect(await schema(...args)).toMatchObject({ code: 0, stdout: "" });
    const first = await readFile(join(cwd, "plan.schema.json"), "utf8");
    await schema(...args);
    expect(await readFile(join(cwd, "plan.schema.json"), "utf8")).toBe(first);
    expect(first).toContain('"宁夏');
  });

  test.each([
    [
      ["plans"],
      2,
      'expected report, plan, datasets, units, tests, mapping, config, waivers, wording. Did you mean "plan"?',
    ],
    [["units", "--for", "jilin-2021"], 2, "expected plan, tests, mapping"],
    [["plan", "--for", "jilin"], 2, 'Did you mean "jilin-2021"?'],
    [["plan", "-o", "no/plan.json"], 4, "its folder does not exist"],
  ])("%j ends with %i", async (args, code, text) => {
    const outcome = await schema(...args);
    expect(outcome).toMatchObject({ code, stdout: "" });
    expect(outcome.stderr).toContain(text);
    expect(await readdir(cwd)).toEqual([]);
  });
});
