import { glob } from "tinyglobby";
import { expect, test } from "vitest";
import { checkRuleFile } from "../../../src/plan/check.ts";

const files = (await glob("rules/**/*.yaml")).sort();

test.each(files)("%s passes check --max-warnings 0", async (file) => {
  const { problems } = await checkRuleFile(file, { cwd: process.cwd() });
  const serious = problems.filter(({ severity }) => severity !== "info");
  expect(serious.map(({ code, at }) => `${at.file}:${at.line} ${code}`)).toEqual([]);
});
