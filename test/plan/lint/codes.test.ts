import { cp } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkRuleFile } from "../../../src/plan/check.ts";
import { lintRules } from "../../../src/plan/lint/registry.ts";
import { type ProblemCode, ruleCodes } from "../../../src/problem.ts";
import { folderWith } from "../rules.ts";
import { examples, headings } from "./examples.ts";

const now = new Date("2022-06-30T04:00:00Z");

async function codesOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  file: string,
): Promise<string[]> {
  const cwd = await folderWith(files);
  if (!("datasets.yaml" in files)) await cp("rules/datasets.yaml", join(cwd, "datasets.yaml"));
  const { problems } = await checkRuleFile(join(cwd, file), { cwd, now });
  return [...new Set(problems.map(({ code }) => code))].sort();
}

describe("rules/codes.md", () => {
  test.each(examples)("$heading: the wrong one gets this code alone", async ({ code, bad, file }) => {
    expect(await codesOf(bad, file)).toEqual([code]);
  });

  test.each(examples)("$heading: the right one does not get it", async ({ code, good, file }) => {
    expect(await codesOf(good, file)).not.toContain(code);
  });

  test("every code has its examples", () => {
    // A list of units is a spreadsheet, and no rule file; a file of waivers is checked with the plan that it names.
    const written: readonly ProblemCode[] = ruleCodes.filter((code) => code !== "R026" && code !== "R062");
    expect([...new Set(examples.map(({ code }) => code))].sort()).toEqual([...written].sort());
    expect(headings.map(({ code }) => code).length).toBe(written.length);
  });

  test.each(Object.entries(lintRules))(
    "%s has its name and severity in the heading",
    (code, { name, severity }) => {
      const word = { error: "错误", warning: "警告", info: "提示" }[severity];
      expect(headings.find((one) => one.code === code)?.rest).toMatch(new RegExp(`^ ${name} · ${word} · .+`));
    },
  );
});
