import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { datasets, measuring, units } from "../plan/rules.ts";
import { evaluate } from "./fake-process.ts";

const plan = measuring("{ share: 办件, that: { 网办: 是 } }", "threshold: 60");

const head =
  "tests: p\nas-of: 2022-10-01\nevery: { 办件: { 部门: 市公安局, 受理时间: 2022-03-01 } }\ncases:\n";
const one = (rows: string, expected: string, more = "") =>
  `${head}  - { indicator: a, name: 例, rows: { 办件: [${rows}] }, expect: ${expected}${more} }\n`;

async function tested(text: string, args: readonly string[] = [], lang = "en") {
  const cwd = await mkdtemp(join(tmpdir(), "tests-"));
  onTestFinished(() => rm(cwd, { recursive: true }));
  const files = {
    "rules/p.yaml": plan,
    "rules/datasets.yaml": datasets,
    "rules/town.yaml": units,
    "rules/tests/p.test.yaml": text,
  };
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(cwd, name)), { recursive: true });
    await writeFile(join(cwd, name), content);
  }
  const { code, stdout, stderr } = await evaluate(["test", "--lang", lang, ...args], { cwd });
  return { code, out: stdout, err: stderr };
}

const rows = "{ times: 3, 网办: 是 }, { times: 2, 网办: 否 }";

describe("evaluate test", () => {
  test("passes what comes to what is expected", async () => {
    const { code, out } = await tested(
      one(rows, "{ status: met, numerator: 3, denominator: 5, value: 60, attainment: 1, rows: 5 }"),
    );
    expect(out).toBe(
      [
        "✓ a 例",
        "",
        "p: 0 of 1 measured indicators have both a case that is met and one that is not",
        "  without a case that is not: a",
        "",
        "1 passed, 0 failed",
        "",
      ].join("\n"),
    );
    expect(code).toBe(0);
  });

  test("says what was expected and what came, of the whole and of units", async () => {
    const { code, out } = await tested(
      one(
        "{ 网办: 是 }, { times: 2, 网办: 否, 部门: 市民政局 }",
        "{ status: met, numerator: 2, value: 100/3, attainment: 0.55, fix: 1 }",
        ", units: { 市公安局: { status: met, denominator: 1 }, 东街道: { status: open } }",
      ),
    );
    expect(out.split("\n").slice(0, 5)).toEqual([
      "✗ a 例  rules/tests/p.test.yaml:5",
      "    whole area status: expected met, got open",
      "    whole area numerator: expected 2, got 1",
      "    whole area attainment: expected 0.55, got 0.555555555556",
      "    东街道 status: expected open, got —",
    ]);
    expect(code).toBe(1);
  });

  test("tells rows apart by numbers of its own, or by those that are written", async () => {
    const same = "{ 编号: 7, 网办: 是 }, { 编号: 7, 网办: 是 }";
    expect((await tested(one(same, "{ status: met, rows: 1 }"))).code).toBe(0);
  });

  test("names what plan and dictionary lack, at its line", async () => {
    const { code, out, err } = await tested(
      `${head}  - indicator: b
    name: 例
    rows:
      办件: [{ 网办了: 是 }]
      办件们: [{ 网办: 是 }]
    expect: { status: met }
    units: { 市公安: { status: fine } }
`,
      ["rules/tests"],
    );
    expect(code).toBe(1);
    expect(out).toBe("0 passed, 0 failed\n");
    const told = err.split("\n").filter((line) => line.includes("error"));
    expect(told.map((line) => line.replace(/ (The test|test).*/, ""))).toEqual([
      'rules/tests/p.test.yaml:11:29 error R005 "status" has the value "fine"; expected met | open | overdue | no-data | not-applicable | not-scored | waived.',
    ]);
  });

  test("names that are wrong are all told at once", async () => {
    const { code, err } = await tested(
      `${head}  - indicator: b
    name: 例
    rows:
      办件: [{ 网办了: 是 }]
      办件们: [{ 网办: 是 }]
    expect: { status: met }
    units: { 市公安: { status: met } }
`,
    );
    expect(code).toBe(1);
    const told = err.split("\n").filter((line) => line.includes(" error "));
    expect(told.map((line) => line.split(" ").slice(0, 3).join(" "))).toEqual([
      "rules/tests/p.test.yaml:5:16 error R031",
      "rules/tests/p.test.yaml:11:14 error R013",
      "rules/tests/p.test.yaml:8:14 error R012",
      "rules/tests/p.test.yaml:9:7 error R010",
    ]);
  });

  test("a file that is not there is a mistake on the command line", async () => {
    const { code, err } = await tested(one(rows, "{ status: met }"), ["no.test.yaml"]);
    expect(code).toBe(2);
    expect(err).toContain('There is no file "no.test.yaml"');
  });

  test("as JSON", async () => {
    const { out } = await tested(one(rows, "{ status: open }"), ["-f", "json"]);
    expect(JSON.parse(out)).toEqual({
      tests: [
        {
          file: "rules/tests/p.test.yaml",
          line: 5,
          indicator: "a",
          name: "例",
          passed: false,
          differences: [{ unit: null, key: "status", expected: "open", actual: "met" }],
        },
      ],
      coverage: [{ plan: "p", measured: 1, covered: 0, noMet: ["a"], noMissed: [] }],
    });
  });
});
