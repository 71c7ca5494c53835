import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { Ajv } from "ajv";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { evaluate } from "./fake-process.ts";

let cwd = "";
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), "init-"));
});
afterEach(() => rm(cwd, { recursive: true }));

const filesIn = async (folder: string) =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

const files = [
  "rules/README.md",
  "rules/mycity-2025.yaml",
  "rules/schemas/mycity-2025.plan.schema.json",
  "rules/schemas/mycity-2025.tests.schema.json",
  "rules/schemas/units.schema.json",
  "rules/tests/mycity-2025.test.yaml",
  "rules/units/mycity-2025.yaml",
];

describe.each(["zh", "en"])("init in %s", (lang) => {
  const run = (...args: string[]) => evaluate([...args, "--lang", lang], { cwd });

  test("writes a plan that check and test pass, and that runs on its own sample", async () => {
    const made = await run("init", "mycity-2025");
    expect(made).toMatchObject({ code: 0, stdout: "" });
    expect(made.stderr).toContain("evaluate --plan mycity-2025 sample.xlsx");
    expect(await filesIn(cwd)).toEqual(files);

    expect(await run("check", "--max-warnings", "0")).toMatchObject({ code: 0 });
    const tested = await run("test", "--coverage", "--min-coverage", "100");
    expect(tested).toMatchObject({ code: 0, stderr: "" });
    expect(tested.stdout).toMatch(/100%/);
    expect((await run("show", "mycity-2025")).stdout).toContain("二(一)");
    expect((await run("plans")).stdout).toContain("mycity-2025");
    expect((await run("sample", "mycity-2025", "-o", "sample.xlsx")).code).toBe(0);
    const report = await run("--plan", "mycity-2025", "sample.xlsx", "-f", "json", "--as-of", "2022-10-25");
    expect(report.code).toBe(0);
    const { indicators } = JSON.parse(report.stdout) as Report;
    const statuses = indicators.map(({ whole }) => whole.status);
    expect(statuses).toHaveLength(5);
    // A sample leaves out a column, so that its place in the report is seen.
    expect(statuses.filter((status) => status === "no-data")).toHaveLength(1);
  });

  test("its files pass the schemas that they name", async () => {
    await run("init", "mycity-2025");
    for (const file of files.filter((name) => name.endsWith(".yaml"))) {
      const text = await readFile(join(cwd, file), "utf8");
      const named = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text)?.[1] ?? "";
      const schema = await readFile(resolve(cwd, dirname(file), named), "utf8");
      const validate = new Ajv({ strict: false }).compile(JSON.parse(schema) as object);
      expect(validate(parse(text)) || validate.errors).toBe(true);
    }
  });
});

interface Report {
  readonly indicators: readonly { whole: { status: string } }[];
}

test("comments teach in the language asked for", async () => {
  await evaluate(["init", "a-1"], { cwd });
  await evaluate(["init", "b-1", "--lang", "en"], { cwd });
  expect(await readFile(join(cwd, "rules/a-1.yaml"), "utf8")).toContain("# 占比：where 是算哪些行");
  const english = await readFile(join(cwd, "rules/b-1.yaml"), "utf8");
  expect(english).toContain("# A share: `where` says whom it is about");
  expect(english).not.toContain("占比：");
});

test("two plans live in one folder; what both need stays as it is", async () => {
  await evaluate(["init", "a-1"], { cwd });
  await writeFile(join(cwd, "rules/README.md"), "mine\n");
  expect((await evaluate(["init", "b-1"], { cwd })).code).toBe(0);
  expect(await readFile(join(cwd, "rules/README.md"), "utf8")).toBe("mine\n");
  expect((await evaluate(["test"], { cwd })).code).toBe(0);
});

test("another folder, and what was written as JSON", async () => {
  const { code, stdout } = await evaluate(["init", "mycity-2025", "-o", "work/here", "-f", "json"], { cwd });
  expect(code).toBe(0);
  const told = JSON.parse(stdout) as { plan: string; files: string[] };
  expect(told.plan).toBe("mycity-2025");
  expect(told.files.toSorted()).toEqual(files.map((file) => `work/here/${file}`));
});

test("nothing is overwritten, and nothing else is written then", async () => {
  await evaluate(["init", "a-1"], { cwd });
  const path = join(cwd, "rules/units/a-1.yaml");
  await rm(join(cwd, "rules/a-1.yaml"));
  await writeFile(path, "mine\n");
  const before = await filesIn(cwd);
  const { code, stderr } = await evaluate(["init", "a-1"], { cwd });
  expect(code).toBe(4);
  expect(stderr.match(/O001/g)).toHaveLength(4);
  expect(await readFile(path, "utf8")).toBe("mine\n");
  expect(await filesIn(cwd)).toEqual(before);
});

test.each(["My-City", "示例市", "../x", "a b", "", "datasets", "con", "com1", "-x", "a".repeat(65)])(
  "the name %j is refused, and nothing is written",
  async (name) => {
    const { code } = await evaluate(["init", "--", name], { cwd });
    expect(code).toBe(2);
    expect(await readdir(cwd)).toEqual([]);
  },
);

test("where no folder can be made it says so, and comes to an end", async () => {
  await symlink("/nowhere/at/all", join(cwd, "gone"));
  const { code, stderr } = await evaluate(["init", "town", "-o", "gone"], { cwd });
  expect(code).toBe(4);
  expect(stderr.match(/O001/g)).toHaveLength(5);
});
