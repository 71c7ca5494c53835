import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { evaluate, type FakeOptions } from "../fake-process.ts";
import { type Folder, smallFolder } from "../small-folder.ts";

let folder: Folder;
beforeEach(() => {
  folder = smallFolder("reading-");
  put("evaluate.config.yaml", usual);
});
afterEach(() => folder.remove());

const usual = `config: 每周
plan: small
inputs: data.csv
asOf: 2022-10-18
waivers: waivers.yaml
mapping: map.yaml
format: markdown
failOn: unmet
`;
const put = (name: string, text: string) => writeFileSync(join(folder.cwd, name), text);
beforeEach(() => {
  put(
    "waivers.yaml",
    "waivers: small\nentries:\n  - { indicator: instant, unit: 乙局, reason: 系统未上线, document: 政办函〔2022〕18号, expires: 2022-12-31 }\n",
  );
  put("map.yaml", "mapping: m\nfiles:\n  - { match: 无.csv, skip: true }\n");
});

const run = (args: readonly string[], options: FakeOptions = {}) =>
  evaluate(args, { cwd: folder.cwd, ...options });

describe("explain", () => {
  test("reads what run would read, as of its day and with its waivers", async () => {
    const { code, stdout, stderr } = await run(["explain", "small", "instant", "--unit", "乙局"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("2022-10-18");
    expect(stdout).toContain("已豁免");
    expect(stdout).toContain("政办函〔2022〕18号");
  });

  test("takes waivers of the command line, and without any has none", async () => {
    const unit = ["explain", "small", "instant", "data.csv", "--unit", "乙局", "--no-config"];
    expect((await run(unit)).stdout).not.toContain("已豁免");
    expect((await run([...unit, "--waivers", "waivers.yaml"])).stdout).toContain("已豁免");
  });

  test("refuses waivers that have ended, as run does", async () => {
    const { code, stderr } = await run(["explain", "small", "instant", "--as-of", "2023-01-01"]);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining("R061") });
  });

  test("explains the rule alone without a configuration", async () => {
    const { code, stdout } = await run(["explain", "small", "instant", "--no-config"]);
    expect(code).toBe(0);
    expect(stdout).not.toContain("2022-10-18");
  });

  test("of another plan leaves the configuration aside, and says so", async () => {
    const { code, stdout, stderr } = await run(["explain", "jilin-2021", "一"], {});
    expect(stderr).toContain("evaluate.config.yaml 是方案 small 的配置，这里没有用它。");
    expect([0, 2]).toContain(code);
    expect(stdout).not.toContain("即办件占比");
  });
});

describe("inspect", () => {
  test("looks at the inputs of the configuration by its plan", async () => {
    const { code, stdout } = await run(["inspect", "-f", "json"]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ plan: "small", asOf: "2022-10-18" });
    expect(stdout).toContain("data.csv");
  });

  test("reads by its mapping", async () => {
    put("map.yaml", "mapping: m\nfiles:\n  - { match: data.csv, skip: true }\n");
    expect((await run(["inspect"])).stdout).toContain("跳过");
    expect((await run(["inspect", "data.csv", "--no-config"])).stdout).not.toContain("跳过");
  });

  test("still wants inputs where nobody names any", async () => {
    expect((await run(["inspect", "--no-config"])).code).toBe(2);
    expect((await run(["inspect"], { env: { EVALUATE_CONFIG: "" } })).code).toBe(0);
  });

  test("a configuration that is wrong is said", async () => {
    put("evaluate.config.yaml", `${usual}unts: a\n`);
    expect(await run(["inspect"])).toMatchObject({ code: 2, stderr: expect.stringContaining("unts") });
  });
});
