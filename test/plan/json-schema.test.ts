import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { ruleSchemas } from "../../src/plan/json-schema.ts";

const rules = fileURLToPath(new URL("../../rules/", import.meta.url));

/** As an editor does it: plain YAML, in which 45 is a number, against the published schema. */
function complaints(kind: keyof typeof ruleSchemas, data: unknown): string[] {
  const schema = z.fromJSONSchema(ruleSchemas[kind]() as Parameters<typeof z.fromJSONSchema>[0]);
  const result = schema.safeParse(data);
  return result.success ? [] : result.error.issues.map(({ path }) => path.join("."));
}

function ruleFile(file: string): unknown {
  return parse(readFileSync(rules + file, "utf8"));
}

describe("the schema of a rule file", () => {
  test.each([
    ["plan", "jiayuguan-2022.yaml"],
    ["datasets", "datasets.yaml"],
    ["units", "units/jiayuguan.yaml"],
  ] as const)("%s passes the bundled %s", (kind, file) => {
    expect(complaints(kind, ruleFile(file))).toEqual([]);
  });

  test.each(["plan", "datasets", "units", "mapping"] as const)(
    "%s is draft-07 without marks of our own",
    (kind) => {
      const text = JSON.stringify(ruleSchemas[kind]());
      expect(text).toContain('"$schema":"http://json-schema.org/draft-07/schema#"');
      expect(text).not.toContain("override");
    },
  );

  test.each([
    [
      { mapping: "a", files: [{ match: "x", headerRow: 3, codes: { 满意度: { 1: "满意" } }, skip: false }] },
      [],
    ],
    [{ mapping: "a", files: [{ sheet: "x", heads: {} }] }, ["files"]],
  ])("mapping: %j has the complaints %j", (data, found) => {
    expect(complaints("mapping", data)).toEqual(found);
  });

  test.each([
    [{ plan: "b", extends: "a", indicators: [{ id: "x", threshold: 45 }], remove: ["y"] }, []],
    [{ plan: "b", extends: "a", indicators: [{ threshold: 45 }] }, ["indicators.0.id"]],
    [
      {
        plan: "b",
        extends: "a",
        tasks: [{ id: "t", start: "2021-07-01", recurrence: { monthly: [15, 30] } }],
      },
      [],
    ],
    [{ plan: "b", extends: "a", tasks: [{ id: "t", recurrence: { weeks: 2, from: "2021-11-15" } }] }, []],
    [{ plan: "b", extends: "a", tasks: [{ id: "t", recurrence: "每月15日" }] }, ["tasks.0.recurrence"]],
  ])("what is inherited may be left out: %j has the complaints %j", (data, found) => {
    expect(complaints("plan", data)).toEqual(found);
  });

  test("a plan that extends nothing has to say the rest", () => {
    const { anyOf } = ruleSchemas.plan() as { anyOf: { required: string[] }[] };
    expect(anyOf.map(({ required }) => required.join(" "))).toEqual([
      "extends",
      "plan title issued units indicators",
    ]);
  });

  const plan = ruleFile("jiayuguan-2022.yaml") as { indicators: Record<string, unknown>[] };
  const [first] = plan.indicators;
  const withIndicator = (over: object) => ({ ...plan, indicators: [{ ...first, ...over }] });

  test.each([
    ["a misspelt key", { treshold: 45 }, "indicators.0"],
    ["a direction that there is not", { direction: "atleast" }, "indicators.0.direction"],
    ["a threshold that is no number", { threshold: "很多" }, "indicators.0.threshold"],
    ["a share without that", { measure: { share: "事项清单" } }, "indicators.0.measure"],
    ["a measure that there is not", { measure: { median: "事项清单.法定办结时限" } }, "indicators.0.measure"],
    [
      "a misspelt operator",
      { measure: { count: "事项清单", where: { 到办事现场次数: { great: 0 } } } },
      "indicators.0.measure",
    ],
    ["a ratio of a field alone", { measure: { ratio: { of: "a.b", to: "a.c" } } }, "indicators.0.measure"],
  ])("finds %s", (_, over, at) => {
    expect(complaints("plan", withIndicator(over))[0]).toMatch(new RegExp(`^${at}`));
  });

  test.each([
    { measure: { reported: true } },
    { measure: { share: "事项清单", that: { 服务对象: ["法人", "自然人"] }, each: "基本编码" } },
    {
      measure: {
        count: "投诉建议",
        where: { none: [{ 类型: "咨询" }], 办结时间: { lte: { field: "办理期限" } } },
      },
    },
    {
      measure: {
        sum: "办件明细.应评次数",
        where: { 实施编码: { in: "事项清单.实施编码", where: { 是否高频: "是" } } },
      },
    },
    {
      measure: {
        average: "事项清单.到办事现场次数",
        where: { 受理时间: { between: ["2022-01-01", "as-of"] } },
      },
    },
  ])("passes %j", (over) => {
    expect(complaints("plan", withIndicator(over))).toEqual([]);
  });
});
