import { readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { toolVersion } from "../../src/cli/version.ts";
import { datasets, folderWith, planOf, units } from "../plan/rules.ts";
import { evaluate } from "./fake-process.ts";
import { gitlabSchema, sarifSchema } from "./report-schemas.ts";

const rule = (id: string, rest: string) =>
  `  - { id: ${id}, clause: 一, name: ${id}, measure: { share: 办件, that: { 网办: 是 } }, responsible: [部门组, 街道组], ${rest} }\n`;
const good = planOf(`indicators:\n${rule("online", "threshold: 60, remedy: 改")}`);
/** One error, one warning and one hint. */
const mixed = planOf(
  `indicators:\n${rule("online", "threshold: 160, remedy: 改")}${rule("closed", "threshold: 60")}${rule("rising", "direction: improve")}`,
);
const tests = (...ids: string[]) =>
  `tests: p\nas-of: 2022-10-01\ncases:\n${ids.map((id) => `  - { indicator: ${id}, name: 例, rows: {}, expect: { status: no-data } }\n`).join("")}`;

/** A repository whose rules are two folders down. */
async function folder(plan: string, more: Readonly<Record<string, string>> = {}): Promise<string> {
  const root = await folderWith({
    ".git/HEAD": "ref: refs/heads/main\n",
    "city/rules/p.yaml": plan,
    "city/rules/datasets.yaml": datasets,
    "city/rules/town.yaml": units,
    "city/rules/tests/p.test.yaml": tests(
      ...(plan.includes("rising") ? ["online", "closed", "rising"] : ["online"]),
    ),
    ...more,
  });
  return join(root, "city");
}

async function check(plan: string, ...args: string[]) {
  const cwd = await folder(plan);
  const outcome = await evaluate(["check", "rules/p.yaml", ...args], { cwd });
  return { ...outcome, cwd };
}

describe("exit codes", () => {
  test.each([
    ["nothing wrong", good, [], 0],
    ["an error", mixed, [], 1],
    ["a warning", planOf(`indicators:\n${rule("online", "threshold: 60")}`), [], 0],
    [
      "a warning too many",
      planOf(`indicators:\n${rule("online", "threshold: 60")}`),
      ["--max-warnings", "0"],
      1,
    ],
    [
      "as many warnings as may be",
      planOf(`indicators:\n${rule("online", "threshold: 60")}`),
      ["--max-warnings", "1"],
      0,
    ],
    ["what cannot be loaded", "plan: p\ntitle: [\n", [], 1],
    ["a file over 1 MB", `plan: p\n#${"x".repeat(1_000_000)}`, [], 1],
    ["a file that is not there", good, ["rules/none.yaml"], 2],
    ["a format that is none", good, ["-f", "xml"], 2],
    ["an ending that says nothing", good, ["-o", "out.doc"], 2],
    ["no number", good, ["--max-warnings", "few"], 2],
    ["a flag that is none", good, ["--max-warning", "1"], 2],
    ["a folder that is not there", good, ["-o", "none/out.json"], 4],
    ["a rule file as output", good, ["-o", "rules/p.yaml", "-f", "json"], 4],
    ["units that a rule file names as output", good, ["-o", "rules/town.yaml", "-f", "json"], 4],
  ])("%s", async (_, plan, args, code) => {
    expect((await check(plan, ...args)).code).toBe(code);
  });

  test("a folder is looked into once, whatever links lead to it", async () => {
    const cwd = await folder(good);
    await symlink("..", join(cwd, "rules", "loop"));
    const { code, stdout } = await evaluate(["check", "rules", "-f", "json"], { cwd });
    expect({ code, files: JSON.parse(stdout).files }).toEqual({
      code: 0,
      files: ["rules/datasets.yaml", "rules/p.yaml", "rules/tests/p.test.yaml", "rules/town.yaml"],
    });
  });

  test("the first of very many problems are those with a line", async () => {
    const many = Array.from({ length: 300 }, (_, n) => `k${n}: 1\n`).join("");
    const { stdout } = await check(`${good}${many}`, "-f", "json");
    const lines: unknown[] = JSON.parse(stdout).findings.map((found: { line: unknown }) => found.line);
    expect(lines.slice(0, 50)).not.toContain(null);
    expect(lines).toContain(null);
  });

  test("a file over 1 MB is named", async () => {
    const { stdout } = await check(`plan: p\n#${"x".repeat(1_000_000)}`, "--lang", "en");
    expect(stdout).toContain("rules/p.yaml: error R002 The rule file is too large");
  });
});

describe("every format", () => {
  test.each([
    ["pretty", "zh"],
    ["pretty", "en"],
    ["json", "en"],
    ["sarif", "zh"],
    ["junit", "zh"],
    ["github", "zh"],
    ["github", "en"],
    ["gitlab", "en"],
  ])("%s %s", async (format, language) => {
    const { stdout, stderr, code } = await check(mixed, "-f", format, "--lang", language);
    expect(stderr).toBe("");
    expect(code).toBe(1);
    expect(stdout.replaceAll(`"${toolVersion()}"`, '"0.0.0"')).toMatchSnapshot();
  });

  test.each(["json", "sarif", "junit", "github", "gitlab"])("%s of nothing", async (format) => {
    const { stdout, code } = await check(good, "-f", format);
    expect(code).toBe(0);
    expect(stdout.replaceAll(`"${toolVersion()}"`, '"0.0.0"')).toMatchSnapshot();
  });

  test("SARIF has the parts that the standard asks for, and no others", async () => {
    const valid = new Ajv({ strict: false }).compile(sarifSchema);
    for (const plan of [mixed, good, "title: 甲\n"]) {
      const log = JSON.parse((await check(plan, "-f", "sarif")).stdout);
      expect(valid(log) ? [] : valid.errors).toEqual([]);
      const [run] = log.runs;
      for (const result of run.results)
        expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
    }
  });

  test("files under any name are one file in every format", async () => {
    const cwd = await folder(good);
    const name = "a#b ?c:d%20\u001b[31m中.yaml";
    await writeFile(join(cwd, name), "title: 甲\n");
    const sarif = JSON.parse((await evaluate(["check", name, "-f", "sarif"], { cwd })).stdout);
    expect(sarif.runs[0].results[0].locations[0].physicalLocation.artifactLocation).toEqual({
      uri: `city/${encodeURIComponent(name)}`,
      uriBaseId: "%SRCROOT%",
    });
    const github = (await evaluate(["check", name, "-f", "github"], { cwd })).stdout;
    expect(github).toMatch(/^::error file=city\/a#b \?c%3Ad%2520中\.yaml,/);
  });

  test("Code Quality has the fields that GitLab documents, fingerprints that differ", async () => {
    const valid = new Ajv({ strict: false }).compile(gitlabSchema);
    const list = JSON.parse((await check(mixed, "-f", "gitlab")).stdout);
    expect(valid(list) ? [] : valid.errors).toEqual([]);
    const prints = list.map(({ fingerprint }: { fingerprint: string }) => fingerprint);
    expect(new Set(prints).size).toBe(prints.length);
  });

  test("JUnit counts what it holds", async () => {
    const { stdout } = await check(mixed, "-f", "junit");
    const count = (pattern: RegExp) => [...stdout.matchAll(pattern)].length;
    expect(stdout).toContain(
      `<testsuites name="evaluate check" tests="${count(/<testcase /g)}" failures="${count(/<failure /g)}"`,
    );
  });

  test("an annotation keeps to its line whatever the text", async () => {
    const plan = planOf(`indicators:\n${rule("online", 'threshold: "6,0:%\\n::error::x", remedy: 改')}`);
    const { stdout } = await check(plan, "-f", "github");
    expect(stdout.trimEnd().split("\n")).toHaveLength(1);
    expect(stdout).toContain("%25");
  });
});

describe("where findings are", () => {
  test("from the root of the repository, with forward slashes; for people from here", async () => {
    const { stdout } = await check(mixed, "-f", "json");
    const { findings } = JSON.parse(stdout);
    expect(findings[0]).toMatchObject({ file: "rules/p.yaml", uri: "city/rules/p.yaml", line: 7 });
  });

  test("the fingerprint survives a moved line and another order, not another text", async () => {
    const prints = async (plan: string) => {
      const { findings } = JSON.parse((await check(plan, "-f", "json")).stdout);
      return new Map(
        findings.map((one: { code: string; fingerprint: string }) => [one.code, one.fingerprint]),
      );
    };
    const before = await prints(mixed);
    const lines = mixed.split("\n");
    const moved = [...lines.slice(0, 6), "  # 说明", lines[8], lines[7], lines[6], ""].join("\n");
    expect(await prints(moved)).toEqual(before);
    expect((await prints(mixed.replace("160", "170"))).get("R101")).not.toBe(before.get("R101"));
  });

  test("what two files lead to is told once", async () => {
    const cwd = await folder(good, {
      "city/rules/datasets.yaml": datasets.replace("unit: 部门", "unit: 部"),
    });
    const { stdout } = await evaluate(["check", "-f", "json"], { cwd });
    const codes = JSON.parse(stdout).findings.filter(({ code }: { code: string }) => code === "R012");
    expect(codes).toHaveLength(1);
  });

  test("a test file of a plan that is nowhere says where it names it", async () => {
    const cwd = await folder(good, {
      "city/rules/tests/p.test.yaml": tests("online").replace("tests: p", "tests: q"),
    });
    const { stdout } = await evaluate(["check", "rules/tests", "--lang", "en"], { cwd });
    expect(stdout).toContain('rules/tests/p.test.yaml:1:8 error U005 There is no plan "q".');
  });
});

describe("which files", () => {
  test("./rules and what is below, not what is hidden", async () => {
    const cwd = await folder(good, {
      "city/rules/.old/x.yaml": "nonsense",
      "city/rules/node_modules/x.yaml": "x",
    });
    const { stdout, code } = await evaluate(["check", "--lang", "en"], { cwd });
    expect(code).toBe(0);
    expect(stdout).toBe(
      "4 files checked: 0 errors, 0 warnings, 4 hints\n".replace(
        "4 hints",
        stdout.match(/\d+ hints/)?.[0] ?? "",
      ),
    );
  });

  test("without ./rules the bundled ones, which pass", async () => {
    const cwd = await folderWith({ "a.txt": "" });
    const { stdout, code } = await evaluate(["check", "--max-warnings", "0", "-f", "json"], { cwd });
    expect(code).toBe(0);
    expect(JSON.parse(stdout).summary).toMatchObject({ errors: 0, warnings: 0 });
  });

  test("a kind that is none is said", async () => {
    const cwd = await folder(good, { "city/rules/other.yaml": "plans: p\n" });
    const { stdout, code } = await evaluate(["check", "rules/other.yaml", "--lang", "en"], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain("error R006 The first key must say the kind of file");
    expect(stdout).toContain('Did you mean "plan"?');
  });
});

describe("-o", () => {
  test.each([
    ["out.sarif", '"version": "2.1.0"'],
    ["out.json", '"schemaVersion": 1'],
    ["out.xml", "<testsuites"],
    ["out.txt", "error R101"],
  ])("%s", async (file, part) => {
    const { cwd, stdout, stderr, code } = await check(mixed, "-o", file, "--lang", "en");
    expect([stdout, stderr, code]).toEqual(["", `Wrote ${file}\n`, 1]);
    expect(await readFile(join(cwd, file), "utf8")).toContain(part);
  });

  test("-f wins over the ending", async () => {
    const { cwd } = await check(mixed, "-o", "out.json", "-f", "gitlab");
    expect(JSON.parse(await readFile(join(cwd, "out.json"), "utf8"))[0].check_name).toBe("R101");
  });
});

test("suppressed findings are counted", async () => {
  const plan = planOf(
    `indicators:\n  # evaluate-disable-next-line R137 -- 上级已写明\n${rule("online", "threshold: 60")}`,
  );
  const { stdout } = await check(plan);
  expect(stdout.trimEnd()).toBe("检查了 1 个文件：错误 0，警告 0，提示 0；停用 1");
});
