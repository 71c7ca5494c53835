import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { commands } from "../../../src/cli/commands.ts";
import { keys, settingOf } from "../../../src/cli/config/settings.ts";
import { failOns } from "../../../src/cli/gate.ts";
import { globalOptions } from "../../../src/cli/specs/global-flags.ts";
import { configSchema } from "../../../src/model/config.ts";
import { groupings, printers } from "../../../src/render/index.ts";
import { folderWith } from "../../plan/rules.ts";
import { evaluate, type FakeOptions } from "../fake-process.ts";

const rows = (good: number) =>
  `实施编码,事项名称,实施主体,事项类型,办件类型\n${Array.from({ length: 10 }, (_, at) => `A${at},事项${at},市公安局,行政许可,${at < good ? "即办件" : "承诺件"}\n`).join("")}`;

const files = {
  "exports/事项清单_20221017.csv": rows(1),
  "exports/事项清单_20221024.csv": rows(9),
  "rules/town.yaml": `plan: town
title: 示例市方案
issued: 2022-01-10
units: units.yaml
defaults: { measuredIn: "%", direction: at-least, responsible: [市公安局], deadline: 2022-12-31 }
indicators:
  - { id: instant-share, clause: 三, name: 即办件占比, measure: { share: 事项清单, that: { 办件类型: 即办件 } }, threshold: 95 }
`,
  "rules/units.yaml": "units: town\nplace: 示例市\nmembers:\n  - { name: 市公安局 }\n",
};

const usual = `config: 每周
plan: town
inputs: [{ newest: "exports/事项清单_*.csv" }]
asOf: 2022-10-25
`;

interface Setup extends FakeOptions {
  readonly config?: string | null;
  readonly more?: Readonly<Record<string, string>>;
}

async function inFolder(args: readonly string[], { config = usual, more = {}, ...options }: Setup = {}) {
  const own = config === null ? {} : { "evaluate.config.yaml": config };
  const cwd = await folderWith({ ...files, ...own, ...more });
  await mkdir(join(cwd, "out"));
  return { cwd, ...(await evaluate(args, { cwd, ...options })) };
}

async function settingsOf(args: readonly string[], setup: Setup = {}) {
  const { stdout, stderr } = await inFolder([...args, "--print-config", "-f", "json"], setup);
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout) as {
    config: string | null;
    settings: Record<
      string,
      { value: unknown; from: string; file?: string; line?: number; variable?: string }
    >;
  };
}

describe("evaluate alone in a folder with a configuration", () => {
  test("runs it, on the newest export", async () => {
    const { code, stdout, stderr } = await inFolder([]);
    expect(code).toBe(0);
    expect(stdout).toContain("90.00%");
    expect(stderr).toBe("exports/事项清单_*.csv 中最新的是 exports/事项清单_20221024.csv\n");
  });

  test("without one says what is missing, as ever", async () => {
    const { code, stderr } = await inFolder([], { config: null });
    expect(code).toBe(2);
    expect(stderr).toContain("--plan");
  });

  test("names outputs after plan and day", async () => {
    const outputs = `${usual}outputs: ["out/{plan}_{asOf}.json", out/latest.md]\n`;
    const { cwd, code, stdout } = await inFolder([], { config: outputs });
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    expect((await readdir(join(cwd, "out"))).sort()).toEqual(["latest.md", "town_2022-10-25.json"]);
  });

  test("keeps the gates that it sets", async () => {
    expect((await inFolder([], { config: `${usual}failOn: unmet\n` })).code).toBe(1);
    expect((await inFolder(["--fail-on", "never"], { config: `${usual}failOn: unmet\n` })).code).toBe(0);
    expect((await inFolder([], { config: `${usual}failUnder: 94.7\n` })).code).toBe(0);
    expect((await inFolder([], { config: `${usual}failUnder: 95\n` })).code).toBe(1);
  });

  test("is quiet where it says so", async () => {
    expect((await inFolder([], { config: `${usual}quiet: true\n` })).stderr).toBe("");
  });

  test("is never overwritten by a report", async () => {
    const { code, stderr } = await inFolder(["-o", "evaluate.config.yaml"]);
    expect(code).toBe(2);
    expect(stderr).toContain("evaluate.config.yaml");
  });
});

describe("who has the last word", () => {
  const config = `${usual}failUnder: 10\n`;
  const env = { EVALUATE_FAIL_UNDER: "20" };
  test.each([
    ["the flag", ["--fail-under", "30"], { config, env }, { value: "30", from: "flag" }],
    [
      "then the environment",
      [],
      { config, env },
      { value: "20", from: "environment", variable: "EVALUATE_FAIL_UNDER" },
    ],
    [
      "then the configuration",
      [],
      { config },
      { value: "10", from: "config", file: "evaluate.config.yaml", line: 5 },
    ],
    ["then nobody", [], {}, { value: null, from: "default" }],
    [
      "a blank variable is none",
      [],
      { config, env: { EVALUATE_FAIL_UNDER: "" } },
      { value: "10", from: "config", file: "evaluate.config.yaml", line: 5 },
    ],
    [
      "nor is a configuration that is not wanted",
      ["--no-config"],
      { config },
      { value: null, from: "default" },
    ],
  ])("%s", async (_, args, setup, found) => {
    expect((await settingsOf(args, setup)).settings.failUnder).toEqual(found);
  });

  test("inputs of the command line take the place of all that are configured", async () => {
    const { stdout, stderr } = await inFolder(["exports/事项清单_20221017.csv"]);
    expect(stdout).toContain("10.00%");
    expect(stderr).toBe("");
  });

  test("a switch of the environment", async () => {
    const strict = async (value: string, more = "") =>
      (await settingsOf([], { config: usual + more, env: { EVALUATE_STRICT: value } })).settings.strict
        ?.value;
    expect([await strict("1"), await strict("true"), await strict("0", "strict: true\n")]).toEqual([
      true,
      true,
      false,
    ]);
  });

  test("what the environment has wrong is said with what is right", async () => {
    const { code, stderr } = await inFolder([], {
      env: { EVALUATE_FAIL_ON: "late", EVALUATE_STRICT: "maybe" },
    });
    expect(code).toBe(2);
    expect(stderr).toContain(
      "U018 环境变量 EVALUATE_FAIL_ON 的值“late”不对：应为 unmet, overdue, no-data, never。",
    );
    expect(stderr).toContain("U018 环境变量 EVALUATE_STRICT 的值“maybe”不对：应为 1, 0。");
  });

  test("a variable that sets nothing is said, with the one that was meant", async () => {
    const { code, stderr } = await inFolder([], { env: { EVALUATE_PLAM: "town" } });
    expect(code).toBe(0);
    expect(stderr).toContain("没有叫 EVALUATE_PLAM 的环境变量设置，是不是 EVALUATE_PLAN？");
  });
});

describe("the language", () => {
  test.each([
    ["of the configuration", [], {}, "Wrote"],
    ["of the environment before it", [], { EVALUATE_LANG: "zh" }, "已写出"],
    ["of the flag before both", ["--lang", "en"], { EVALUATE_LANG: "zh" }, "Wrote"],
  ])("%s", async (_, args, env, said) => {
    const config = `${usual}language: en\n`;
    const { stderr } = await inFolder([...args, "-o", "out/r.md"], { config, env });
    expect(stderr).toContain(said);
  });

  test("complaints about the configuration are in its own", async () => {
    const { stderr } = await inFolder([], { config: `${usual}falUnder: 3\nlanguage: en\n` });
    expect(stderr).toContain(
      'evaluate.config.yaml:5:1 error R003 Unknown key "falUnder". Did you mean "failUnder"?',
    );
  });
});

describe("a configuration elsewhere", () => {
  const more = {
    "jobs/weekly.yaml": `config: 每周
plan: ../rules/town.yaml
inputs: ../exports/事项清单_20221024.csv
asOf: 2022-10-25
outputs: ../out/{plan}.md
`,
  };

  test("has paths of its own folder", async () => {
    const { cwd, code, stderr } = await inFolder(["--config", "jobs/weekly.yaml"], { config: null, more });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "已写出 out/town.md\n" });
    expect(await readdir(join(cwd, "out"))).toEqual(["town.md"]);
  });

  test("may be named by the environment", async () => {
    const { config } = await settingsOf([], { env: { EVALUATE_CONFIG: "jobs/weekly.yaml" }, more });
    expect(config).toBe("jobs/weekly.yaml");
  });

  test("must be there", async () => {
    const { code, stderr } = await inFolder(["--config", "weekly.yaml"]);
    expect(code).toBe(2);
    expect(stderr).toContain("找不到文件“weekly.yaml”");
  });
});

describe("what check says of a configuration", () => {
  const found = async (config: string) => {
    const { code, stdout } = await inFolder(["check", "evaluate.config.yaml", "-f", "json"], { config });
    const { findings } = JSON.parse(stdout) as { findings: { code: string; line: number; column: number }[] };
    return [code, ...findings.map((one) => `${one.line}:${one.column} ${one.code}`)];
  };
  test.each([
    ["nothing of a right one", usual, [0]],
    ["a file that is not there", `${usual}units: towns.yaml\n`, [1, "5:8 R024"]],
    ["a plan that nobody has", usual.replace("town", "village"), [1, "2:7 U005"]],
    ["a value that is none", `${usual}failOn: late\n`, [1, "5:9 R005"]],
    ["a day that is none", usual.replace("2022-10-25", "2022-02-30"), [1, "4:7 R022"]],
    ["a part of a name that nobody knows", `${usual}outputs: ["{plan}_{date}.md"]\n`, [1, "5:11 R066"]],
  ])("%s", async (_, config, expected) => {
    expect(await found(config)).toEqual(expected);
  });
});

test("a saved report is rendered without what usually makes one", async () => {
  const { cwd } = await inFolder(["-o", "out/r.json"]);
  const { code, stderr } = await evaluate(["--render", "out/r.json", "-o", "out/{plan}_{asOf}.md"], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "已写出 out/town_2022-10-25.md\n" });
});

test("--print-config prints values with who set them, and runs nothing", async () => {
  const { code, stdout, stderr } = await inFolder(["--print-config", "--fail-on", "unmet"], {
    config: usual.replace("exports", "nowhere"),
  });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const lines = stdout.split("\n");
  expect(lines[0]).toBe("配置文件 evaluate.config.yaml");
  expect(lines).toContainEqual(expect.stringMatching(/^plan +town +evaluate\.config\.yaml:2$/));
  expect(lines).toContainEqual(expect.stringMatching(/^failOn +unmet +命令行$/));
  expect(lines).toContainEqual(expect.stringMatching(/^groupBy +clause +默认$/));
});

describe("the registries agree", () => {
  test("every setting is an option of run", () => {
    const named = [...commands.run.options, ...globalOptions].flatMap(({ flags }) =>
      flags
        .split(", ")
        .map((flag) =>
          flag.replace(/^--(no-)?/, "").replace(/-[a-z]/g, (part) => (part[1] ?? "").toUpperCase()),
        ),
    );
    for (const key of keys.filter((one) => one !== "inputs"))
      expect(named).toContain(settingOf(key).option ?? key);
  });

  test("choices are those of the flags", () => {
    const { failOn, groupBy, format } = configSchema.shape;
    expect(failOn.unwrap().options).toEqual(failOns);
    expect(groupBy.unwrap().options).toEqual(groupings);
    expect(format.unwrap().options).toEqual(Object.keys(printers));
  });
});
