import Fraction from "fraction.js";
import { describe, expect, test } from "vitest";
import { formatDay } from "../../src/model/day.ts";
import type { Filter } from "../../src/model/measure.ts";
import type { Plan } from "../../src/model/plan.ts";
import { listPlans, loadPlan } from "../../src/plan/load.ts";
import { ProblemError } from "../../src/problem.ts";
import { datasets, folderWith, load, measuring, planOf, units } from "./rules.ts";

const share = "{ share: 办件, that: { 网办: 是 } }";
const only = (plan: Plan) => {
  const [indicator] = plan.indicators;
  if (indicator === undefined) throw new Error("no indicator");
  return indicator;
};
const one = async (more: string, measure = share) => only(await load(measuring(measure, more)));
const nameOf = ({ name }: { name: string }) => name;

describe("defaults", () => {
  test("hold for indicators, and a word of an indicator's own wins", async () => {
    const indicator = await one("threshold: 10");
    expect(indicator).toMatchObject({
      direction: "at-least",
      measuredIn: "%",
      scope: "each",
      ongoing: false,
    });
    expect(formatDay(indicator.deadline ?? 0)).toBe("2022-10-25");
    expect(indicator.units.map(nameOf)).toEqual(["市公安局", "市民政局"]);
    const own = await one("threshold: 10, direction: at-most, responsible: 东街道, deadline: 2022-11-01");
    expect(own.direction).toBe("at-most");
    expect(own.units.map(nameOf)).toEqual(["东街道"]);
    expect(formatDay(own.deadline ?? 0)).toBe("2022-11-01");
  });

  test("deadline: none unsets", async () => {
    expect((await one("threshold: 10, deadline: none")).deadline).toBeNull();
  });

  test("tasks take only the responsible units", async () => {
    const head = planOf("tasks: [{ id: t, clause: 一, name: 乙 }]\nindicators: []\n");
    const plan = await load(
      head.replace("direction: at-least", "direction: at-least, ongoing: true, weight: 3, lead: 东街道"),
    );
    expect(plan.tasks[0]).toMatchObject({ deadline: null, ongoing: false, weight: null, lead: [] });
    expect(plan.tasks[0]?.units.map(nameOf)).toEqual(["市公安局", "市民政局"]);
  });
});

describe("scalars are read from their source text", () => {
  test.each([
    ["0.30", "3/10"],
    ["45", "45"],
    [".5", "1/2"],
    ["-1", "-1"],
    ["0.1", "1/10"],
    ["123456789012345678", "123456789012345678"],
    ["'45'", "45"],
  ])("threshold %s", async (written, value) => {
    const { threshold } = await one(`threshold: ${written}`);
    expect(threshold?.equals(new Fraction(value))).toBe(true);
  });

  test.each([
    ["编号", "01", "01"],
    ["编号", "620200202210250001", "620200202210250001"],
    ["编号", "0x1F", "0x1F"],
    ["名称", "1.50", "1.50"],
    ["名称", "on", "on"],
  ])("a literal of %s keeps %s", async (field, written, value) => {
    expect(
      (await one("threshold: 1", `{ share: 办件, that: { ${field}: ${written} } }`)).measure.that,
    ).toEqual({
      kind: "test",
      field,
      test: { op: "equals", values: [value] },
    });
  });

  test("a document number like 01 and a title like 2022 stay as written", async () => {
    const plan = await load(measuring(share).replace("title: 方案", "title: 2022\ndocument: 01"));
    expect([plan.title, plan.document]).toEqual(["2022", "01"]);
  });
});

describe("a literal is read as a cell of its field would be", () => {
  const valuesOf = async (field: string, written: string) => {
    const { that } = (await one("threshold: 1", `{ share: 办件, that: { ${field}: ${written} } }`)).measure;
    return that?.kind === "test" && that.test.op === "equals" ? that.test.values : that;
  };
  test.each([
    ["网办", "是", ["是"]],
    ["网办", "√", ["是"]],
    ["网办", "1", ["是"]],
    ["网办", "true", ["是"]],
    ["网办", "false", ["否"]],
    ["渠道", "网上", ["线上"]],
    ["渠道", "[网上, 窗口]", ["线上", "线下"]],
    ["渠道", "全部", ["线上", "线下"]],
    ["对象", "单位", ["企业", "机关"]],
    ["对象", "个人", ["自然人"]],
    ["受理时间", "2022-10-25", [19290]],
    ["年度", "2021", [18628]],
    ["金额", "1,000", { kind: "refused" }],
    ["金额", "2万", [20_000]],
    ["时限", "2", [2]],
  ])("%s: %s", async (field, written, values) => {
    if (!Array.isArray(values)) await expect(valuesOf(field, written)).rejects.toThrow(ProblemError);
    else expect(await valuesOf(field, written)).toEqual(values);
  });
});

describe("a plan's own words", () => {
  test("its datasets are used like those of the dictionary", async () => {
    const plan = planOf(
      "datasets:\n  巡查:\n    label: Patrols\n    key: [号]\n    fields: { 号: { type: id }, 好: { type: flag } }\n" +
        "indicators:\n  - { id: a, clause: 一, name: 甲, measure: { share: 巡查, that: { 好: 是 } }, threshold: 1 }\n",
    );
    expect(only(await load(plan)).measure.of?.dataset).toBe("巡查");
  });

  test("its derived fields may build on each other, in any order, and across datasets", async () => {
    const plan = await load(
      planOf(`fields:
  评价.按期: { in-time: 评价时间, due: 期限 }
  评价.期限: { workdays: 受理, plus: 5 }
  评价.受理: { lookup: 办件.受理时间, on: 编号 }
indicators:
  - { id: a, clause: 一, name: 甲, measure: { share: 评价, that: { 按期: 是 } }, threshold: 1 }
`),
    );
    const fields = plan.dictionary.datasets.get("评价")?.fields;
    expect(["受理", "期限", "按期"].map((name) => fields?.get(name)?.type)).toEqual(["date", "date", "flag"]);
  });

  test("its groups hold groups and units, each unit once, in the directory's order", async () => {
    const plan = planOf(
      `groups: { 全部: [街道组, 部门组, 公安口], 公安口: [交警支队, 市公安局] }\nindicators:\n  - { id: a, clause: 一, name: 甲, measure: ${share}, threshold: 1, responsible: 全部 }\n`,
    );
    expect(only(await load(plan)).units.map(nameOf)).toEqual(["市公安局", "市民政局", "东街道", "交警支队"]);
  });

  test("its limits override the table", async () => {
    const plan = await load(measuring(share).replace("units: town", "limits: { 小时: 1/7 }\nunits: town"));
    expect(plan.dictionary.limits.get("小时")).toBe("1/7");
    expect(plan.dictionary.limits.get("天")).toBe("1");
  });

  test("stages are kept in order; the last gives threshold and deadline", async () => {
    const indicator = await one(
      "stages: [{ deadline: 2022-03-31, threshold: 50 }, { deadline: 2022-09-30, threshold: 80, direction: more-than }]",
    );
    expect(indicator.stages.map((stage) => stage.direction)).toEqual(["at-least", "more-than"]);
    expect(indicator.threshold?.valueOf()).toBe(80);
    expect(formatDay(indicator.deadline ?? 0)).toBe("2022-09-30");
  });
});

describe("filters", () => {
  const filterOf = async (that: string): Promise<Filter | null> =>
    (await one("threshold: 1", `{ share: 办件, that: ${that} }`)).measure.that;

  test.each<[string, unknown]>([
    ["{ 渠道: { not: 线上 } }", { op: "not", test: { op: "equals", values: ["线上"] } }],
    ["{ 渠道: { not: [线上, 线下] } }", { op: "not", test: { op: "equals", values: ["线上", "线下"] } }],
    [
      "{ 金额: { not: { gt: 5 } } }",
      { op: "not", test: { op: "compare", comparison: "gt", operand: { kind: "value", value: 5 } } },
    ],
    [
      "{ 金额: { between: [1, 2] } }",
      {
        op: "all",
        tests: [
          { op: "compare", comparison: "gte", operand: { kind: "value", value: 1 } },
          { op: "compare", comparison: "lte", operand: { kind: "value", value: 2 } },
        ],
      },
    ],
    ["{ 办结时间: { lte: as-of } }", { op: "compare", comparison: "lte", operand: { kind: "as-of" } }],
    [
      "{ 办结时间: { lt: { field: 受理时间 } } }",
      { op: "compare", comparison: "lt", operand: { kind: "field", field: "受理时间" } },
    ],
    ["{ 办结时间: { exists: false } }", { op: "exists", exists: false }],
    ["{ 名称: { contains: 许可 } }", { op: "contains", text: "许可" }],
    [
      "{ 编号: { in: 评价.编号, where: { 环节: 办结 } } }",
      {
        op: "in",
        join: {
          dataset: "评价",
          field: "编号",
          where: { kind: "test", field: "环节", test: { op: "equals", values: ["办结"] } },
        },
      },
    ],
  ])("%s", async (written, expected) => {
    expect(await filterOf(written)).toMatchObject({ kind: "test", test: expected });
  });

  test("any, all and none are keys like others and nest", async () => {
    expect(
      await filterOf("{ 网办: 是, none: [{ any: [{ 渠道: 线上 }, { 渠道: 线下 }] }, { 误评: 是 }] }"),
    ).toMatchObject({
      kind: "all",
      filters: [
        { kind: "test", field: "网办" },
        {
          kind: "none",
          filters: [
            { kind: "any", filters: [{}, {}] },
            { kind: "test", field: "误评" },
          ],
        },
      ],
    });
  });
});

describe("where plans are found", () => {
  const files = {
    "rules/mine.yaml": measuring(share).replace("plan: p", "plan: mine"),
    "rules/datasets.yaml": datasets,
    "rules/town.yaml": units,
  };

  test("in ./rules by id, beside the bundled ones", async () => {
    const cwd = await folderWith(files);
    expect((await loadPlan("mine", { cwd })).file).toBe("rules/mine.yaml");
    expect((await listPlans({ cwd })).map(({ id }) => id)).toEqual(
      expect.arrayContaining(["jiayuguan-2022", "mine"]),
    );
  });

  test("an unknown id names the nearest", async () => {
    await expect(loadPlan("mime", { cwd: await folderWith(files) })).rejects.toMatchObject({
      problems: [{ code: "U005", nearest: "mine" }],
    });
    await expect(loadPlan("no/where.yaml", { cwd: "." })).rejects.toMatchObject({
      problems: [{ code: "R024" }],
    });
  });

  test("--units replaces the directory, and its names are checked against the plan", async () => {
    const cwd = await folderWith({ ...files, "mine.yaml": units.replaceAll("市民政局", "市财政局") });
    const plan = await loadPlan("mine", { cwd, units: "mine.yaml" });
    expect(only(plan).units.map(nameOf)).toEqual(["市公安局", "市财政局"]);
  });

  test("the checksum covers plan, units and dictionary", async () => {
    const sum = async (changed: Partial<typeof files>) =>
      (await loadPlan("mine", { cwd: await folderWith({ ...files, ...changed }) })).sha256;
    const sums = await Promise.all([
      sum({}),
      sum({ "rules/mine.yaml": `${files["rules/mine.yaml"]}# x\n` }),
      sum({ "rules/town.yaml": `${units}# x\n` }),
      sum({ "rules/datasets.yaml": `${datasets}# x\n` }),
    ]);
    expect(new Set(sums).size).toBe(4);
    expect(await sum({})).toBe(sums[0]);
  });
});
