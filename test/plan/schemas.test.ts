import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { schemas } from "../../src/cli/schema.ts";
import { loadPlan } from "../../src/plan/load.ts";
import { planSchemas } from "../../src/plan/schema/for-plan.ts";
import { vocabularyOf } from "../../src/plan/schema/vocabulary.ts";

const cwd = process.cwd();
type Kind = keyof typeof schemas;
const kinds = Object.keys(schemas) as Kind[];

function validator(schema: object): ValidateFunction {
  const ajv = new Ajv({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
  addFormats.default(ajv);
  return ajv.compile(schema);
}

function complaints(validate: ValidateFunction, data: unknown): string[] {
  validate(data);
  return [...new Set((validate.errors ?? []).map(({ instancePath }) => instancePath))];
}

const bundled = [".", "units", "tests"].flatMap((folder) =>
  readdirSync(join("rules", folder))
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => join("rules", folder, name)),
);

function ruleFile(file: string): { text: string; data: Record<string, unknown>; kind: Kind } {
  const text = readFileSync(file, "utf8");
  const data = parse(text) as Record<string, unknown>;
  return { text, data, kind: Object.keys(data)[0] as Kind };
}

describe("the schemas that are shipped", () => {
  // After a change of the rule language: npx vitest run test/plan/schemas.test.ts -u
  test.each(kinds)("rules/schemas/%s.schema.json is what evaluate schema prints", async (kind) => {
    const text = `${JSON.stringify(schemas[kind](), null, 2)}\n`;
    await expect(text).toMatchFileSnapshot(`../../rules/schemas/${kind}.schema.json`);
  });

  test.each(kinds)("%s is draft-07 with a versioned name that is nobody's address", (kind) => {
    const schema = schemas[kind]() as { $schema: string; $id: string };
    expect(schema.$schema).toBe("http://json-schema.org/draft-07/schema#");
    expect(schema.$id).toBe(`urn:evaluate:schema:${kind}:1`);
    expect(() => validator(schema)).not.toThrow();
  });

  test.each(kinds.filter((kind) => kind !== "report"))(
    "every key of %s is told in both languages",
    (kind) => {
      const untold: string[] = [];
      walk(schemas[kind](), "", (path, node) => {
        if (
          !/ \/ \S/.test(String(node.title)) ||
          !/\p{Script=Han}.*\n\n.*[a-z]{2}/su.test(String(node.description))
        )
          untold.push(path);
      });
      expect(untold).toEqual([]);
    },
  );
});

type Node = Record<string, unknown>;

/** Visits the properties that a schema describes outside its definitions. */
function walk(node: unknown, path: string, visit: (path: string, node: Node) => void): void {
  if (typeof node !== "object" || node === null) return;
  for (const [key, inner] of Object.entries(node)) {
    if (key === "definitions" || key === "examples") continue;
    if (key !== "properties") walk(inner, path, visit);
    else
      for (const [name, property] of Object.entries(inner as Node)) {
        visit(`${path}.${name}`, property as Node);
        walk(property, `${path}.${name}`, visit);
      }
  }
}

describe.each(bundled)("%s", (file) => {
  const { text, data, kind } = ruleFile(file);

  test("names its schema by a path that is there", () => {
    const named = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text)?.[1] ?? "";
    expect(relative(cwd, resolve(dirname(file), named))).toBe(
      join("rules", "schemas", `${kind}.schema.json`),
    );
  });

  test("passes it", () => {
    expect(complaints(validator(schemas[kind]()), data)).toEqual([]);
  });
});

const plans = bundled.filter((file) => ruleFile(file).kind === "plan");

describe.each(plans)("for %s", async (file) => {
  const plan = await loadPlan(file, { cwd });
  const names = await vocabularyOf(plan, cwd);

  test("the plan passes the schema that lists its own names", () => {
    expect(complaints(validator(planSchemas.plan(names)), ruleFile(file).data)).toEqual([]);
  });

  test("so do its tests", () => {
    const tests = ruleFile(join("rules", "tests", `${plan.id}.test.yaml`)).data;
    expect(complaints(validator(planSchemas.tests(names)), tests)).toEqual([]);
  });
});

describe("the schema for jiayuguan-2022", async () => {
  const file = join("rules", "jiayuguan-2022.yaml");
  const names = await vocabularyOf(await loadPlan(file, { cwd }), cwd);
  const validate = validator(planSchemas.plan(names));
  const { data } = ruleFile(file);
  const [first] = data.indicators as object[];
  const saying = (over: object) => complaints(validate, { ...data, indicators: [{ ...first, ...over }] });

  test("lists datasets, fields, units, groups and values", () => {
    const text = JSON.stringify(planSchemas.plan(names));
    for (const name of [
      "事项清单",
      "事项清单.压缩天数",
      "市公安局",
      "市政府各部门",
      "全部单位",
      "即办件",
      "差评",
    ])
      expect(text).toContain(JSON.stringify(name));
  });

  test.each([
    ["a misspelt dataset", { measure: { count: "事项清淡" } }, "/measure/count"],
    ["a misspelt field", { measure: { sum: "事项清单.法定时间" } }, "/measure/sum"],
    ["a field that cannot be summed", { measure: { sum: "事项清单.事项名称" } }, "/measure/sum"],
    [
      "a field of another dataset",
      { measure: { count: "事项清单", where: { 满意度: "差评" } } },
      "/measure/where",
    ],
    [
      "a value that the code list lacks",
      { measure: { share: "事项清单", that: { 办件类型: "秒办件" } } },
      "/measure/that/办件类型",
    ],
    [
      "a wrong value deep in a filter",
      { measure: { count: "事项清单", where: { any: [{ 是否高频: { not: "对吗" } }] } } },
      "/measure/where/any/0/是否高频/not",
    ],
    [
      "a field of no side of a ratio",
      {
        measure: {
          ratio: { of: { count: "电子印章", where: { 满意度: "差评" } }, to: { count: "电子印章" } },
        },
      },
      "/measure/ratio/of/where",
    ],
    ["an unknown unit", { responsible: ["市公安"] }, "/responsible/0"],
    ["an unknown group", { lead: "各部门" }, "/lead"],
    ["an unknown unit of a quota", { quota: { shares: { 市公安: 1 } } }, "/quota/shares"],
  ])("finds %s", (_, over, path) => {
    expect(saying(over)).toContain(`/indicators/0${path}`);
  });

  test.each([
    [{ measure: { share: "事项清单", where: { 服务对象: ["自然人", "法人"] }, that: { 是否高频: true } } }],
    [
      {
        measure: {
          count: "事项清单",
          where: { 实施编码: { in: "办件明细.实施编码", where: { 是否网上办理: "是" } } },
        },
      },
    ],
    [{ responsible: ["全部单位", "市公安局"] }],
  ])("passes %j", (over) => {
    expect(saying(over)).toEqual([]);
  });

  test("tests: unknown indicators, datasets and headings are found", () => {
    const tests = (one: object) =>
      complaints(validator(planSchemas.tests(names)), {
        tests: "jiayuguan-2022",
        "as-of": "2022-10-25",
        cases: [{ indicator: "instant-share", name: "x", rows: {}, expect: { status: "met" }, ...one }],
      });
    expect(tests({})).toEqual([]);
    expect(tests({ indicator: "instant" })).toContain("/cases/0/indicator");
    expect(tests({ rows: { 事项: [] } })).toContain("/cases/0/rows");
    expect(tests({ rows: { 事项清单: [{ 办件类: "即办件" }] } })).toContain("/cases/0/rows/事项清单/0");
    expect(tests({ units: { 市公安: { status: "met" } } })).toContain("/cases/0/units");
  });

  test("mapping: unknown datasets and fields are found", () => {
    const check = validator(planSchemas.mapping(names));
    const mapping = (rule: object) => complaints(check, { mapping: "a", files: [{ match: "*", ...rule }] });
    expect(mapping({ dataset: "办件明细", headings: { 部门: "受理部门" } })).toEqual([]);
    expect(mapping({ dataset: "办件" })).toContain("/files/0/dataset");
    expect(mapping({ headings: { 部门: "受理部" } })).toContain("/files/0/headings/部门");
    expect(mapping({ codes: { 满意: { 1: "满意" } } })).toContain("/files/0/codes");
  });
});
