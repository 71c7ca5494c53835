import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
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

async function tested(text: string, args: readonly string[] = [], lang = "en", rules = plan) {
  const cwd = await mkdtemp(join(tmpdir(), "tests-"));
  onTestFinished(() => rm(cwd, { recursive: true }));
  const files = {
    "rules/p.yaml": rules,
    "rules/datasets.yaml": datasets,
    "rules/town.yaml": units,
    "rules/tests/p.test.yaml": text,
  };
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(cwd, name)), { recursive: true });
    await writeFile(join(cwd, name), content);
  }
  const { code, stdout, stderr } = await evaluate(["test", "--lang", lang, ...args], { cwd });
  const file = (name: string) => readFile(join(cwd, name), "utf8");
  return { code, out: stdout, err: stderr, file };
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
        "  1 of 1 tests of filters were seen both true and false; coverage 75%",
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
    expect(out.split("\n").slice(0, 20)).toEqual([
      "✗ a 例  rules/tests/p.test.yaml:5",
      "    of          figure      expected             got",
      "    ----------  ----------  --------  --------------",
      "    whole area  status           met            open",
      "    whole area  numerator          2               1",
      "    whole area  attainment      0.55  0.555555555556",
      "    东街道      status          open               —",
      "",
      "    rows(办件 | 网办=是) 1 ÷ rows(办件) 3 × 100 ≈ 33.33%",
      "",
      "    ① 办件 used: 3",
      "    ② that 网办=是: 1",
      "",
      "    line  times  written                                    ①  ②",
      "    ----  -----  -----------------------------------------  -  -",
      "       5      1  部门=市公安局 受理时间=2022-03-01 网办=是  1  1",
      "       5      2  部门=市民政局 受理时间=2022-03-01 网办=否  2  0",
      "",
      "p: 1 of 1 measured indicators have both a case that is met and one that is not",
      "  1 of 1 tests of filters were seen both true and false; coverage 100%",
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

  test("a cell that could not be read is named below the rows", async () => {
    const { out } = await tested(one("{ 网办: 也许 }", "{ status: met }"));
    expect(out).toContain('- not read, taken as blank: 网办 "也许", ');
  });

  test("as JSON", async () => {
    const { out } = await tested(one(rows, "{ status: open }"), ["-f", "json"]);
    expect(JSON.parse(out)).toMatchObject({
      tests: [
        {
          file: "rules/tests/p.test.yaml",
          line: 5,
          indicator: "a",
          name: "例",
          passed: false,
          differences: [{ unit: null, key: "status", expected: "open", actual: "met" }],
          trace: {
            chains: [
              {
                dataset: "办件",
                rows: [
                  { line: 5, times: 3, left: [3, 3] },
                  { times: 2, left: [2, 0] },
                ],
              },
            ],
          },
        },
      ],
      coverage: [
        {
          plan: "p",
          measured: 1,
          covered: 0,
          noMet: ["a"],
          noMissed: [],
          branches: 1,
          taken: 1,
          untaken: [],
          percent: 75,
        },
      ],
    });
  });

  test("as JUnit, to a file; stdout stays empty", async () => {
    const failing = one(rows, "{ status: open }");
    const { code, out, file } = await tested(failing, ["-o", "out/../tests.xml"]);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    const xml = await file("tests.xml");
    expect(xml).toContain('<testsuite name="rules/tests/p.test.yaml" tests="1" failures="1" errors="0"');
    expect(xml).toContain('<failure message="whole area status: open → met" type="difference">');
    expect(xml).toContain("rows(办件 | 网办=是) 3 ÷ rows(办件) 5 × 100 = 60.00%");
  });

  test("a file that cannot be read is an error of its own in JUnit", async () => {
    const { out } = await tested(
      `${head}  - { indicator: b, name: 例, rows: {}, expect: { status: met } }\n`,
      ["-f", "junit"],
    );
    expect(out).toContain('tests="1" failures="0" errors="1"');
    expect(out).toContain('type="R031"');
  });

  test("an output in a format that there is not is refused before anything runs", async () => {
    const { code, out, err } = await tested(one(rows, "{ status: met }"), ["-o", "tests.pdf"]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(".json .xml .txt");
  });
});

describe("coverage of branches", () => {
  const filtered = measuring(
    "{ share: 办件, where: { 网办: { not: 否 }, none: [{ 渠道: 线下, 部门: 市民政局 }] }, that: { 渠道: [线上] } }",
    "threshold: 60",
  );
  const cases = one("{ 网办: 是, 渠道: 线上 }, { 网办: 是, 渠道: 线下 }", "{ status: open }");

  test("names each test that was not seen both true and false, with the line of the rule", async () => {
    const { code, out } = await tested(cases, ["--coverage"], "en", filtered);
    expect(code).toBe(0);
    expect(out.split("\n").filter((line) => line.startsWith("    "))).toEqual([
      "    rules/p.yaml:7 a where 网办≠否 — never false",
      "    rules/p.yaml:7 a where 渠道=线下 and 部门=市民政局 — never true",
      "    rules/p.yaml:7 a where 部门=市民政局 — never true",
    ]);
    expect(out).toContain("2 of 5 tests of filters were seen both true and false; coverage 66.6%");
  });

  test.each([
    ["66", 0],
    ["66.7", 1],
    ["101", 2],
  ])("--min-coverage %s ends with %i", async (least, code) => {
    const outcome = await tested(cases, ["--min-coverage", least], "en", filtered);
    expect(outcome.code).toBe(code);
    if (code === 1)
      expect(outcome.err).toContain("--min-coverage failed: the coverage of p is 66.6%, below 66.7%");
  });
});

describe("--update", () => {
  const wrong = `${head}  # 说明
  - indicator: a
    name: 例
    rows: { 办件: [{ times: 2, 网办: 是 }, { 网办: 否 }] }   # 三行
    expect: { status: open, value: 50, fix: 1, attainment: 0.5 } # 全域
    units:
      市公安局:
        status: open
        fix: 2 # 要改
        denominator: 3
`;

  test("writes what came and leaves the rest as it is", async () => {
    const { code, out, err, file } = await tested(wrong, ["--update"]);
    expect(await file("rules/tests/p.test.yaml")).toBe(`${head}  # 说明
  - indicator: a
    name: 例
    rows: { 办件: [{ times: 2, 网办: 是 }, { 网办: 否 }] }   # 三行
    expect: { status: met, value: 200/3, attainment: 1 } # 全域
    units:
      市公安局:
        status: met
        denominator: 3
`);
    expect(code).toBe(0);
    expect(out).toContain("✗ a 例");
    expect(err.split("\n").filter((line) => line.startsWith("rules/"))).toEqual([
      "rules/tests/p.test.yaml:6 a whole area status: open → met",
      "rules/tests/p.test.yaml:6 a whole area value: 50 → 200/3",
      "rules/tests/p.test.yaml:6 a whole area attainment: 0.5 → 1",
      "rules/tests/p.test.yaml:6 a whole area fix: taken away (was 1)",
      "rules/tests/p.test.yaml:6 a 市公安局 status: open → met",
      "rules/tests/p.test.yaml:6 a 市公安局 fix: taken away (was 2)",
    ]);
    expect(err).toContain("Changed 6 expected values in 1 test file.");
  });

  test("without it no file is touched", async () => {
    const { code, err, file } = await tested(wrong);
    expect(await file("rules/tests/p.test.yaml")).toBe(wrong);
    expect(code).toBe(1);
    expect(err).toContain("--update writes it into the test files");
  });

  test("what passes stays byte for byte", async () => {
    const right = one(rows, "{status: met,   value: 60.0 }");
    const { code, file } = await tested(right, ["--update"]);
    expect({ code, text: await file("rules/tests/p.test.yaml") }).toEqual({ code: 0, text: right });
  });

  test("a unit that is not judged cannot be written, and still fails", async () => {
    const { code, err } = await tested(
      one(rows, "{ status: met }", ", units: { 东街道: { status: open } }"),
      ["--update"],
    );
    expect(code).toBe(1);
    expect(err).toContain("东街道 status: could not be written; change it by hand");
  });
});
