import { beforeAll, describe, expect, test } from "vitest";
import type { Plan } from "../../src/model/plan.ts";
import type { Unit } from "../../src/model/unit.ts";
import { loadPlan } from "../../src/plan/load.ts";
import { planAsJson } from "../../src/render/plan-json.ts";

type Shown = ReturnType<typeof planAsJson>;

const every = "各街道办事处 郊区工作办公室 市政府各部门 在嘉各单位";
const departments = "市政府各部门 在嘉各单位";
const market = "市市场监管局";

/** Clause, target, deadline, "ongoing", "shared", weight, units: read off the document by hand. */
const indicators: [clause: string, target: string, deadline: string, more: string, responsible: string][] = [
  ["三(一)", "at-least 100 %", "2022-10-25", "ongoing", every],
  ["三(二)", "at-least 100 %", "2022-10-25", "ongoing", every],
  ["三(二)4(2)", "at-least 100 %", "2022-10-25", "ongoing unscored", every],
  ["三(三)", "at-least 100 %", "2022-10-25", "ongoing", every],
  ["三(三)4", "at-most 0 件", "2022-10-25", "ongoing unscored", every],
  ["三(四)", "at-least 157500 人", "2022-10-25", "ongoing shared", every],
  ["三(五)", "at-least 252000 人", "2022-10-25", "ongoing shared", every],
  ["三(六)", "at-least 80 %", "2022-10-25", "ongoing shared", every],
  ["三(七)", "at-least 10 %", "2022-10-25", "ongoing shared", every],
  ["三(八)", "at-least 100 %", "2022-10-25", "ongoing", market],
  ["三(九)", "at-least 100 %", "2022-10-25", "ongoing", market],
  ["三(十)", "at-least 72 %", "2022-10-25", "ongoing", departments],
  ["三(十一)", "at-most 0.03 次", "2022-10-25", "ongoing", departments],
  ["三(十一)1", "at-most 0 项", "2022-10-25", "ongoing unscored", departments],
  ["三(十二)", "at-least 45 %", "2022-10-25", "ongoing", departments],
  ["三(十三)", "at-least 30 %", "2022-10-25", "ongoing", departments],
  ["三(十三)4", "at-least 100 %", "2022-10-25", "ongoing unscored", departments],
  ["三(十四)", "at-least 100 %", "2022-10-25", "ongoing", departments],
  ["三(十五)", "at-least 100 %", "2022-10-25", "ongoing", departments],
  ["三(十六)", "at-least 100 %", "2022-10-25", "ongoing", departments],
  ["三(十七)", "at-most 0 %", "2022-10-25", "ongoing", departments],
  ["三(十八)", "at-least 100 %", "2022-10-25", "ongoing", departments],
  ["三(十九)", "at-least 191 类", "2022-10-25", "shared", departments],
  ["三(二十)", "at-least 630000 条", "2022-10-25", "shared", departments],
  ["三(二十一)", "at-least 100 %", "2022-10-25", "", departments],
  ["三(二十二)", "at-least 98 %", "2022-10-20", "", departments],
  ["三(二十三)", "at-least 253000 条", "2022-10-25", "ongoing shared", every],
  ["三(二十四)", "at-least 90 %", "2022-10-25", "", every],
  ["三(二十五)", "at-least 30 %", "2022-10-25", "ongoing", departments],
  ["三(二十六)", "improve – %", "2022-10-25", "ongoing", departments],
  ["二", "at-least 90 %", "2022-12-31", "unscored", departments],
];

/** The goals of section 二 by the end of 2022, then the standing duties of section 四. */
const tasks: [id: string, clause: string, deadline: string | null, ongoing: boolean][] = [
  ["platform-team", "二", "2022-12-31", false],
  ["working-mechanism", "二", "2022-12-31", false],
  ["items-claimed", "二", "2022-12-31", false],
  ["guides-accurate", "二", "2022-12-31", false],
  ["seals-claimed", "二", "2022-12-31", false],
  ["certificates-completed", "二", "2022-12-31", false],
  ["feedback-quality", "二", "2022-12-31", false],
  ["systems-integrated", "二", "2022-12-31", false],
  ["subsite-content", "二", "2022-12-31", false],
];

/** The groups of the document that are bound whole, or else the units one by one. */
function bound(units: readonly Unit[], { directory }: Plan): string {
  const whole = directory.groups.filter((group) =>
    directory.units.every((unit) => !unit.groups.includes(group) || units.includes(unit)),
  );
  const single = units.filter(({ groups }) => !groups.some((group) => whole.includes(group)));
  return [...whole, ...single.map(({ name }) => name)].join(" ");
}

describe("jiayuguan-2022", () => {
  let plan: Plan;
  let shown: Shown;
  beforeAll(async () => {
    plan = await loadPlan("jiayuguan-2022", { cwd: process.cwd() });
    shown = planAsJson(plan, "zh");
  });

  test("names its document", () => {
    const { plan: id, title, document, issued } = shown;
    expect({ id, title, document, issued }).toEqual({
      id: "jiayuguan-2022",
      title: "嘉峪关市一体化政务服务能力提升实施方案",
      document: "嘉政办发〔2022〕100号",
      issued: "2022-10-18",
    });
  });

  test("carries every number of the document, clause by clause", () => {
    const told = shown.indicators.map(
      ({ clause, direction, threshold, measuredIn, deadline, ongoing, scope, weight }, at) => [
        clause,
        `${direction} ${threshold ?? "–"} ${measuredIn}`,
        deadline,
        [
          ongoing ? "ongoing" : "",
          scope === "each" ? "" : scope,
          weight === 1 ? "" : weight === 0 ? "unscored" : `weight ${weight}`,
        ]
          .filter((word) => word !== "")
          .join(" "),
        bound(plan.indicators[at]?.units ?? [], plan),
      ],
    );
    expect(told).toEqual(indicators);
  });

  test("has 26 headline indicators, without stages or leads", () => {
    expect(shown.indicators.filter(({ weight }) => weight === 1)).toHaveLength(26);
    expect(shown.indicators.filter(({ stages, lead }) => stages.length > 0 || lead !== null)).toEqual([]);
    const said = shown.indicators.filter(({ remedy, formula }) => remedy !== null && formula !== "");
    expect(said).toHaveLength(shown.indicators.length);
  });

  test("has the goals for the end of 2022 as tasks", () => {
    const dated = shown.tasks.filter(({ deadline }) => deadline !== null);
    expect(dated.map(({ id, clause, deadline, ongoing }) => [id, clause, deadline, ongoing])).toEqual(tasks);
  });

  test("its other tasks are standing duties, each for a unit", () => {
    const standing = shown.tasks.filter(({ deadline }) => deadline === null);
    const clauses = standing.map(({ clause }) => clause);
    const counts = Object.fromEntries(
      clauses.map((clause) => [clause, clauses.filter((c) => c === clause).length]),
    );
    expect(counts).toEqual({ 二: 2, "四(一)": 5, "四(二)": 3, "四(三)": 3, "四(四)": 4 });
    expect(plan.tasks.filter(({ units }) => units.length === 0)).toEqual([]);
    expect(new Set(shown.tasks.map(({ id }) => id)).size).toBe(shown.tasks.length);
  });
});
