import type Fraction from "fraction.js";
import type { Why } from "../model/assessment.ts";
import { formatDay } from "../model/day.ts";
import type { Figures, IndicatorEvidence } from "../model/evidence.ts";
import { whyOf } from "../model/phrases.ts";
import type { Indicator } from "../model/plan.ts";
import type { IndicatorReport, IndicatorUnit, Quality } from "../model/report.ts";
import type { Unit, UnitDirectory } from "../model/unit.ts";
import { unitFinding, wholeFinding } from "./findings.ts";
import { type Finding, type Judgement, type JudgeOptions, judge } from "./judgement.ts";
import { splitQuota } from "./quota.ts";
import { reconcile } from "./reconciliation.ts";
import { jsonNumber, jsonNumberOrNull } from "./rounding.ts";
import type { Part } from "./score.ts";

export interface JudgedIndicator {
  readonly report: IndicatorReport;
  readonly whole: Part;
  /** The parts that enter units' scores. */
  readonly units: ReadonlyMap<string, Part>;
  readonly notes: readonly Why[];
  readonly reconciliation: Quality["reconciliation"];
}

/** Judges one indicator for the whole and for each responsible unit. */
export function judgeIndicator(
  indicator: Indicator,
  evidence: IndicatorEvidence,
  directory: UnitDirectory,
  options: JudgeOptions,
): JudgedIndicator {
  const found = wholeFinding(indicator, evidence);
  const whole = judge(indicator, found, options);
  const judged = unitsOf(indicator).map((unit) => ({
    unit,
    judgement: judgeUnit(indicator, evidence, unit, whole, options),
  }));
  const scored = indicator.scope === "shared" ? indicator.leadUnits : indicator.units;
  const parts = judged.filter(({ unit }) => scored.includes(unit));
  return {
    report: {
      ...describe(indicator),
      whole: whole.assessment,
      units: judged.map(({ unit, judgement }) => line(unit, judgement, indicator, evidence, found)),
      others: othersOf(indicator, evidence, directory),
    },
    whole: partOf(indicator, whole),
    units: new Map(parts.map(({ unit, judgement }) => [unit.name, partOf(indicator, judgement)])),
    ...reconcile(indicator, evidence, found),
  };
}

function unitsOf(indicator: Indicator): Unit[] {
  const leads = indicator.scope === "shared" ? indicator.leadUnits : [];
  return [...indicator.units, ...leads.filter((unit) => !indicator.units.includes(unit))];
}

function judgeUnit(
  indicator: Indicator,
  evidence: IndicatorEvidence,
  unit: Unit,
  whole: Judgement,
  options: JudgeOptions,
): Judgement {
  if (indicator.scope === "shared") return whole;
  const finding = unitFinding(indicator, evidence, unit.name);
  if (indicator.scope !== "quota" || indicator.quota === null) return judge(indicator, finding, options);
  const { quota, quotaIsTable } = indicator;
  const own = quota.get(unit.name);
  if (own === undefined) return withoutQuota(indicator, options);
  const partOf = (threshold: Fraction) =>
    quotaIsTable ? own : (splitQuota(threshold, quota).get(unit.name) ?? threshold);
  return judge(indicator, finding, { ...options, partOf });
}

function withoutQuota(indicator: Indicator, options: JudgeOptions): Judgement {
  const none: Finding = { kind: "none", status: "not-applicable", why: whyOf("no-quota") };
  const { assessment } = judge(indicator, none, options);
  const display = { ...assessment.display, threshold: "" };
  return { assessment: { ...assessment, threshold: null, stages: [], display }, exactAttainment: null };
}

function partOf(indicator: Indicator, { assessment, exactAttainment }: Judgement): Part {
  return { weight: indicator.weight, status: assessment.status, attainment: exactAttainment, counted: true };
}

function line(
  unit: Unit,
  { assessment }: Judgement,
  indicator: Indicator,
  evidence: IndicatorEvidence,
  found: Finding,
): IndicatorUnit {
  const own = evidence.units.get(unit.name);
  const shared = indicator.scope === "shared";
  return {
    unit: unit.name,
    group: unit.groups[0] ?? null,
    ...assessment,
    contribution: shared && own !== undefined ? jsonNumberOrNull(own.of.value) : null,
    wholeWithout: shared ? null : withoutUnit(indicator, found, own),
  };
}

/** The whole's rate without one unit's rows; null where parts do not simply subtract. */
function withoutUnit(indicator: Indicator, found: Finding, own: Figures | undefined): number | null {
  if (found.kind !== "value" || found.denominator === null || found.numerator === null) return null;
  const subtracts = indicator.measure.of?.kind !== "distinct" && indicator.measure.to?.kind !== "distinct";
  if (!subtracts || own?.to?.value == null || own.of.value === null) return null;
  const rest = found.denominator.sub(own.to.value);
  if (rest.compare(0) <= 0) return null;
  const scale = indicator.measuredIn === "%" && indicator.measure.kind !== "average" ? 100 : 1;
  return jsonNumber(found.numerator.sub(own.of.value).div(rest).mul(scale));
}

/**
 * Units that are not responsible, and unknown names: with the responsible units they make up the whole.
 * What lies below a listed unit is in that unit's figure.
 */
function othersOf(
  indicator: Indicator,
  evidence: IndicatorEvidence,
  { units }: UnitDirectory,
): IndicatorReport["others"] {
  const responsible = new Set(unitsOf(indicator).map((unit) => unit.name));
  const parents = new Map(units.map(({ name, parent }) => [name, parent]));
  const counted = (unit: string): boolean => {
    const above = parents.get(unit) ?? null;
    return responsible.has(unit) || (above !== null && counted(above));
  };
  return [...evidence.units]
    .filter(([unit]) => !counted(unit))
    .map(([unit, figures]) => ({
      unit,
      group: null,
      numerator: jsonNumberOrNull(figures.of.value),
      denominator: jsonNumberOrNull(figures.to?.value ?? null),
      rows: figures.to?.rows ?? figures.of.rows,
    }));
}

function describe(indicator: Indicator): Omit<IndicatorReport, "whole" | "units" | "others"> {
  const { measure, baseline } = indicator;
  const datasets = [measure.of?.dataset, measure.to?.dataset].filter((name) => name !== undefined);
  return {
    id: indicator.id,
    clause: indicator.clause,
    name: indicator.name,
    measuredIn: indicator.measuredIn,
    direction: indicator.direction,
    threshold: jsonNumberOrNull(indicator.threshold),
    scope: indicator.scope,
    deadline: indicator.deadline === null ? null : formatDay(indicator.deadline),
    ongoing: indicator.ongoing,
    weight: jsonNumber(indicator.weight),
    dimension: indicator.dimension,
    measure: measure.kind,
    formula: indicator.formula,
    datasets: [...new Set(datasets)],
    numerator:
      measure.of?.kind === "sum" || measure.of?.kind === "latest" ? (measure.of.fields[0] ?? null) : null,
    responsible: [...indicator.responsible],
    lead: [...indicator.lead],
    remedy: indicator.remedy,
    note: indicator.note,
    baseline:
      baseline === null ? null : { value: jsonNumber(baseline.value), date: formatDay(baseline.date) },
  };
}
