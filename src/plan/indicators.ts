import Fraction from "fraction.js";
import type { Dictionary } from "../model/dataset.ts";
import type { Aggregate, Measure } from "../model/measure.ts";
import {
  type Direction,
  type Indicator,
  type IndicatorFile,
  indicatorSchema,
  type PlanFrame,
  type Stage,
} from "../model/plan.ts";
import { readingOrder, usageOf } from "../model/usage.ts";
import { dayIn } from "./days.ts";
import { easeOf } from "./ease.ts";
import type { Findings } from "./findings.ts";
import { formulaOf } from "./formula.ts";
import { type Groups, namesIn } from "./groups.ts";
import type { Literals } from "./literals.ts";
import { measureOf } from "./measures.ts";
import { checkQuota, checkWorst } from "./targets.ts";
import type { Path } from "./yaml-file.ts";

export interface IndicatorContext {
  readonly dictionary: Dictionary;
  readonly literals: Literals;
  readonly findings: Findings;
  readonly groups: Groups;
}

// Stands in for what an indicator lacks or has wrong, so that the rest of it is still checked.
const spare = { id: "unnamed", clause: "-", name: "-", threshold: "0", direction: "at-least" };

/** Reads the indicators; each bad one becomes findings. */
export function indicatorsOf(file: PlanFrame, context: IndicatorContext): Indicator[] {
  const { findings } = context;
  if (file.indicators.length === 0 && file.tasks.length === 0)
    findings.add("R004", [], { key: "indicators" });
  const ids = new Set<string>();
  const indicators = file.indicators.flatMap((data, index) => {
    const at = ["indicators", index];
    const raw = findings.parse(indicatorSchema, data, at, spare);
    if (raw === undefined) return [];
    if (ids.has(raw.id) && raw.id !== spare.id) findings.add("R017", [...at, "id"], { id: raw.id });
    ids.add(raw.id);
    return indicatorOf(raw, at, file, context) ?? [];
  });
  const measures = indicators.map((indicator) => indicator.measure);
  const reading = readingOrder(usageOf(context.dictionary, measures));
  if ("cycle" in reading)
    findings.add("R019", ["indicators"], { chain: reading.cycle.join(" → ") }, { key: true });
  return indicators;
}

const ratioKinds: readonly Measure["kind"][] = ["count", "sum", "distinct", "latest"];

function indicatorOf(
  raw: IndicatorFile,
  at: Path,
  file: PlanFrame,
  context: IndicatorContext,
): Indicator | undefined {
  const { findings, groups, dictionary, literals } = context;
  const { defaults } = file;
  const owner = `indicator "${raw.id}"`;
  const measure = measureOf(raw.measure, [...at, "measure"], { owner, dictionary, literals, findings });
  const measuredIn = raw.measuredIn ?? defaults.measuredIn;
  const direction = raw.direction ?? defaults.direction;
  const written = [at, ["defaults"]].some((place) => findings.isWritten([...place, "direction"]));
  if (direction === undefined && !written) findings.add("R016", [...at, "id"], { owner });
  if (measuredIn === undefined) findings.add("R004", at, { key: "measuredIn" });
  if (measure === undefined || direction === undefined || measuredIn === undefined) return undefined;
  if (measuredIn === "%" && ratioKinds.includes(measure.kind)) {
    findings.add("R018", [...at, "measure"], { owner, kind: measure.kind });
  }
  const responsible = namesIn(raw.responsible ?? defaults.responsible);
  const lead = namesIn(raw.lead ?? defaults.lead);
  const responsiblePath =
    raw.responsible === undefined ? ["defaults", "responsible"] : [...at, "responsible"];
  const weight = new Fraction(raw.weight ?? defaults.weight ?? "1");
  if (weight.compare(0) < 0)
    findings.add("R005", [...at, "weight"], { key: "weight", value: raw.weight ?? "", expected: "≥ 0" });
  const stages = stagesOf(raw, at, direction, file, findings);
  requireThreshold(raw, stages, direction, weight, owner, at, findings);
  const worstText = raw.worst ?? defaults.worst;
  const worst = worstText === undefined ? null : new Fraction(worstText);
  const checked = { owner, measuredIn, stages, findings };
  checkWorst(worst, raw.worst === undefined ? ["defaults", "worst"] : [...at, "worst"], checked);
  const scope = raw.scope ?? defaults.scope ?? "each";
  if (scope === "quota" && raw.quota !== undefined) checkQuota(raw.quota, [...at, "quota"], checked);
  return {
    id: raw.id,
    clause: raw.clause,
    name: raw.name,
    measure: raw.approximate === true ? estimated(measure) : measure,
    measuredIn,
    direction,
    threshold: stages.at(-1)?.threshold ?? null,
    stages,
    staged: raw.stages !== undefined,
    deadline: stages.at(-1)?.deadline ?? null,
    ongoing: raw.ongoing ?? defaults.ongoing ?? false,
    responsible: groups.spellOut(responsible),
    lead: groups.spellOut(lead),
    units: groups.expand(responsible, owner, responsiblePath),
    leadUnits: groups.expand(lead, owner, raw.lead === undefined ? ["defaults", "lead"] : [...at, "lead"]),
    scope,
    quotaIsTable: raw.quota?.table !== undefined,
    quota: scope === "quota" ? quotaOf(raw, at, owner, context) : null,
    weight,
    worst,
    baseline:
      raw.baseline === undefined
        ? null
        : {
            value: new Fraction(raw.baseline.value),
            date: dayIn(raw.baseline.date, [...at, "baseline", "date"], findings),
          },
    dimension: raw.dimension ?? null,
    remedy: raw.remedy ?? null,
    ease: easeOf(raw, measure, [...at, "ease"], { owner, dictionary, findings }),
    note: raw.note ?? null,
    formula: {
      zh: formulaOf(measure, measuredIn, dictionary, "zh"),
      en: formulaOf(measure, measuredIn, dictionary, "en"),
    },
  };
}

function stagesOf(
  raw: IndicatorFile,
  at: Path,
  direction: Direction,
  file: PlanFrame,
  findings: Findings,
): Stage[] {
  if (raw.stages !== undefined) {
    const thresholds = stageThresholds(raw.stages, [...at, "stages"], findings);
    const stages = raw.stages.map((stage, index) => ({
      deadline: dayIn(stage.deadline, [...at, "stages", index, "deadline"], findings),
      threshold: thresholds[index] ?? null,
      direction: stage.direction ?? direction,
      more: stage.more === undefined ? null : new Fraction(stage.more),
    }));
    for (const [index, stage] of stages.entries()) {
      const before = stages[index - 1];
      if (before !== undefined && stage.deadline <= before.deadline) {
        findings.add("R050", [...at, "stages", index, "deadline"], {
          owner: `indicator "${raw.id}"`,
          deadline: raw.stages[index]?.deadline ?? "",
          before: raw.stages[index - 1]?.deadline ?? "",
        });
      }
    }
    return stages;
  }
  const deadline = raw.deadline ?? file.defaults.deadline;
  const path = raw.deadline === undefined ? ["defaults", "deadline"] : [...at, "deadline"];
  return [
    {
      deadline: deadline === undefined || deadline === "none" ? null : dayIn(deadline, path, findings),
      threshold: raw.threshold === undefined ? null : new Fraction(raw.threshold),
      direction,
      more: null,
    },
  ];
}

/** A stage says its threshold, or how much `more` than the stage before: 40, then 50 more, is 90. */
function stageThresholds(
  stages: NonNullable<IndicatorFile["stages"]>,
  at: Path,
  findings: Findings,
): Fraction[] {
  let before = new Fraction(0);
  return stages.map(({ threshold, more }, index) => {
    if ((threshold === undefined) === (more === undefined) || (more !== undefined && index === 0)) {
      const expected = index === 0 ? "threshold" : "threshold | more";
      findings.add("R005", [...at, index], { key: "stages", value: index + 1, expected });
    }
    before = threshold === undefined ? before.add(more ?? 0) : new Fraction(threshold);
    return before;
  });
}

function requireThreshold(
  raw: IndicatorFile,
  stages: readonly Stage[],
  direction: Direction,
  weight: Fraction,
  owner: string,
  at: Path,
  findings: Findings,
): void {
  const relative = direction === "improve" || direction === "reduce";
  if (raw.threshold !== undefined && raw.stages !== undefined) {
    findings.add("R021", [...at, "stages"], { owner, text: "threshold + stages" }, { key: true });
  }
  const unset = stages.every((stage) => stage.threshold === null);
  if (unset && !relative && weight.compare(0) > 0) findings.add("R004", at, { key: "threshold" });
}

function quotaOf(
  raw: IndicatorFile,
  at: Path,
  owner: string,
  { findings, groups }: IndicatorContext,
): ReadonlyMap<string, Fraction> | null {
  const given = raw.quota?.shares ?? raw.quota?.table;
  if (given === undefined) {
    findings.add("R004", at, { key: "quota: { shares | table }" });
    return null;
  }
  if (raw.quota?.shares !== undefined && raw.quota.table !== undefined) {
    findings.add("R021", [...at, "quota"], { owner, text: "shares + table" }, { key: true });
  }
  const kind = raw.quota?.shares === undefined ? "table" : "shares";
  groups.checkUnits(Object.keys(given), owner, [...at, "quota", kind]);
  return new Map(Object.entries(given).map(([unit, share]) => [unit, new Fraction(share)]));
}

/** Distinct values may be estimated where a database counts them. */
function estimated(measure: Measure): Measure {
  const { of, to } = measure;
  const side = (aggregate: Aggregate | null): Aggregate | null =>
    aggregate?.kind === "distinct" ? { ...aggregate, approximate: true } : aggregate;
  return { ...measure, of: side(of), to: side(to) };
}
