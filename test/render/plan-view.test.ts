import Fraction from "fraction.js";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { parseDay } from "../../src/model/day.ts";
import type { Indicator, Plan, Stage, Task } from "../../src/model/plan.ts";
import { plainPresentation } from "../../src/model/presentation.ts";
import { planAsJson, renderPlan, renderPlans } from "../../src/render/index.ts";

const options = { language: "zh", width: 80, colour: false } as const;

function day(text: string): number {
  const parsed = parseDay(text);
  if (parsed === null) throw new Error(`no such day: ${text}`);
  return parsed;
}

function stage(deadline: string, threshold: string, direction: Stage["direction"] = "at-least"): Stage {
  return { deadline: day(deadline), threshold: new Fraction(threshold), direction, more: null };
}

function indicator(over: Partial<Indicator> & Pick<Indicator, "id" | "name">): Indicator {
  const only = stage("2022-10-25", "45");
  return {
    clause: "三(十二)",
    measure: { kind: "reported", of: null, to: null, needs: "none", that: null, required: [], leftOut: null },
    measuredIn: "%",
    direction: only.direction,
    threshold: only.threshold,
    stages: [only],
    staged: false,
    deadline: only.deadline,
    ongoing: true,
    responsible: ["市政府各部门", "在嘉各单位"],
    lead: [],
    units: [],
    leadUnits: [],
    scope: "each",
    quota: null,
    quotaIsTable: false,
    weight: new Fraction(1),
    worst: null,
    dimension: null,
    ease: null,
    baseline: null,
    remedy: null,
    note: null,
    formula: { zh: "行政许可事项中的即办件 ÷ 行政许可事项", en: "instant items ÷ licensing items" },
    ...over,
  };
}

function task(over: Partial<Task> & Pick<Task, "id" | "name">): Task {
  return {
    clause: "二",
    start: null,
    deadline: day("2022-12-31"),
    ongoing: false,
    recurrence: null,
    responsible: ["市政府各部门"],
    lead: [],
    units: [],
    weight: null,
    note: null,
    ...over,
  };
}

const plan: Plan = {
  id: "jiayuguan-2022",
  title: "嘉峪关市一体化政务服务能力提升实施方案",
  issuer: "嘉峪关市人民政府办公室",
  document: "嘉政办发〔2022〕100号",
  issued: day("2022-10-18"),
  period: { start: day("2022-01-01"), end: day("2022-12-31"), yearly: true },
  timezone: "Asia/Shanghai",
  directory: {
    id: "jiayuguan",
    place: "嘉峪关",
    whole: [],
    prefixes: [],
    suffixes: [],
    groups: [],
    units: [],
  },
  dictionary: {
    datasets: new Map(),
    codes: new Map(),
    limits: new Map(),
    words: {
      missing: [],
      yes: [],
      no: [],
      totals: [],
      subtotals: [],
      averages: [],
      whole: [],
      notes: [],
      counters: [],
    },
  },
  bands: [],
  presentation: plainPresentation,
  order: [],
  headroom: null,
  escalation: [],
  indicators: [
    indicator({
      id: "instant-share",
      name: "即办件占比(行政许可)",
      remedy: "承诺 1 天的承诺件改为即办件，并同步修改办事指南、承诺书和平台上的办理时限",
    }),
    indicator({
      id: "registered-users",
      clause: "三(五)",
      name: "个人用户注册总量",
      measuredIn: "人",
      stages: [stage("2022-10-25", "252000")],
      threshold: new Fraction(252000),
      scope: "shared",
      lead: ["市政管局"],
    }),
    indicator({
      id: "online-share",
      clause: "八",
      name: "网办发生率",
      staged: true,
      threshold: null,
      deadline: day("2022-12-31"),
      ongoing: false,
      stages: [stage("2021-12-31", "70"), stage("2022-12-31", "1/3", "more-than")],
    }),
    indicator({
      id: "forms",
      clause: "八(二)",
      name: "空表样表提供率",
      direction: "improve",
      threshold: null,
      stages: [{ deadline: null, threshold: null, direction: "improve", more: null }],
      deadline: null,
      weight: new Fraction(0),
      baseline: { value: new Fraction("80.5"), date: day("2021-12-31") },
      note: "方案没有给出目标值",
    }),
  ],
  tasks: [
    task({ id: "seals-claimed", name: "电子印章全部申领", lead: ["市政管局"] }),
    task({
      id: "promotion",
      clause: "四(四)",
      name: "常态化宣传推广",
      deadline: null,
      ongoing: true,
      recurrence: { kind: "quarterly" },
    }),
  ],
  sha256: "",
  file: "rules/jiayuguan-2022.yaml",
  files: [],
};

describe("show PLAN", () => {
  it.each(["zh", "en"] as const)("goes through the plan clause by clause (%s)", async (language) => {
    const text = renderPlan(plan, { ...options, language });
    for (const line of text.split("\n")) expect(stringWidth(line), line).toBeLessThanOrEqual(80);
    await expect(text).toMatchFileSnapshot(`../golden/render/plan.${language}.80.txt`);
  });

  it("as JSON has the keys of the contract, in order", () => {
    const json = planAsJson(plan, "zh");
    expect(Object.keys(json)).toEqual(["plan", "title", "document", "issued", "indicators", "tasks"]);
    expect(json.issued).toBe("2022-10-18");
    expect(json.indicators[0]).toEqual({
      id: "instant-share",
      clause: "三(十二)",
      name: "即办件占比(行政许可)",
      measuredIn: "%",
      direction: "at-least",
      threshold: 45,
      deadline: "2022-10-25",
      ongoing: true,
      stages: [],
      responsible: ["市政府各部门", "在嘉各单位"],
      lead: null,
      scope: "each",
      weight: 1,
      remedy: "承诺 1 天的承诺件改为即办件，并同步修改办事指南、承诺书和平台上的办理时限",
      formula: "行政许可事项中的即办件 ÷ 行政许可事项",
      dimension: null,
    });
    expect(json.indicators[2]?.stages).toEqual([
      { deadline: "2021-12-31", threshold: 70, direction: "at-least" },
      { deadline: "2022-12-31", threshold: 0.333333333333, direction: "more-than" },
    ]);
    expect(json.tasks[1]).toEqual({
      id: "promotion",
      clause: "四(四)",
      name: "常态化宣传推广",
      deadline: null,
      ongoing: true,
      recurrence: "quarterly",
      responsible: ["市政府各部门"],
      lead: null,
      start: null,
    });
  });
});

describe("plans", () => {
  it("lists plans in columns", () => {
    const one = {
      id: "a-2022",
      title: "实施方案",
      document: null,
      issued: "2022-10-18",
      file: "rules/a-2022.yaml",
    };
    expect(renderPlans([one], options)).toBe(
      [
        "编号    方案      文号  印发        文件",
        "------  --------  ----  ----------  -----------------",
        "a-2022  实施方案  —     2022-10-18  rules/a-2022.yaml",
        "",
      ].join("\n"),
    );
    expect(renderPlans([], options)).toBe("没有方案。\n");
  });
});
