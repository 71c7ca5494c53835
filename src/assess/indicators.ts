import type Fraction from "fraction.js";
import type { Why } from "../model/assessment.ts";
import { formatDay } from "../model/day.ts";
import type { Figures, IndicatorEvidence } from "../model/evidence.ts";
import { whyOf } from "../model/phrases.ts";
import type { Indicator } from "../model/plan.ts";
import type { IndicatorReport, IndicatorUnit, Quality } from "../model/report.ts";
import type { Unit, UnitDirectory } from "../model/unit.ts";
import type { Step } from "./efforts.ts";
import { scaleOf, unitFinding, wholeFinding } from "./findings.ts";
import { type Earlier, type Finding, type Judgement, type JudgeOptions, judge } from "./judgement.ts";
import { splitQuota } from "./quota.ts";
import { reconcile } from "./reconciliation.ts";
import { jsonNumber, jsonNumberOrNull } from "./rounding.ts";
import type { Part } from "./score.ts";
import { shortfallsOf, subtracts, withoutIt } from "./shortfalls.ts";
import { wantsMore } from "./target.ts";

export interface JudgedIndicator {
  readonly report: IndicatorReport;
  readonly whole: Part;
  /** The parts that enter units' scores. */
  readonly units: ReadonlyMap<string, Part>;
  readonly notes: readonly Why[];
  readonly reconciliation: Quality["reconciliation"];
}

/** What an earlier run found of the whole (null) or a unit; undefined without one that was named. */
export type EarlierOf = (unit: string | null) => Earlier | undefined;

/** Judges one indicator for the whole and for each responsible unit. */
export function judgeIndicator(
  indicator: Indicator,
  evidence: IndicatorEvidence,
  directory: UnitDirectory,
  options: JudgeOptions & { readonly earlierOf?: EarlierOf | undefined },
): JudgedIndicator {
  const found = wholeFinding(indicator, evidence);
  const { earlierOf, ...own } = options;
  const optionsFor = (unit: string | null): JudgeOptions => ({ ...own, earlier: earlierOf?.(unit) });
  const whole = judge(indicator, found, optionsFor(null));
  const quotaOf = quotasOf(indicator);
  const judged = unitsOf(indicator).map((unit) => ({
    unit,
    judgement: judgeUnit(indicator, evidence, unit, whole, optionsFor(unit.name), quotaOf),
  }));
  const scored = new Set(indicator.scope === "shared" ? indicator.leadUnits : indicator.units);
  const parts = judged.filter(({ unit }) => scored.has(unit));
  return {
    report: {
      ...describe(indicator),
      whole: whole.assessment,
      units: judged.map(({ unit, judgement }) => line(unit, judgement, indicator, evidence, found)),
      shortfalls: shortfallsOf(indicator, evidence, found, whole, directory),
      others: othersOf(indicator, evidence, directory),
    },
    whole: partOf(indicator, whole),
    units: new Map(parts.map(({ unit, judgement }) => [unit.name, partOf(indicator, judgement)])),
    ...reconcile(indicator, evidence, found),
  };
}

function unitsOf(indicator: Indicator): Unit[] {
  const leads = indicator.scope === "shared" ? indicator.leadUnits : [];
  return [...new Set([...indicator.units, ...leads])];
}

function judgeUnit(
  indicator: Indicator,
  evidence: IndicatorEvidence,
  unit: Unit,
  whole: Judgement,
  options: JudgeOptions,
  quotaOf: ReturnType<typeof quotasOf>,
): Judgement {
  if (indicator.scope === "shared") return whole;
  const finding = unitFinding(indicator, evidence, unit.name);
  if (indicator.scope !== "quota" || indicator.quota === null) return judge(indicator, finding, options);
  if (!indicator.quota.has(unit.name)) return withoutQuota(indicator, options);
  return judge(indicator, finding, { ...options, partOf: (threshold) => quotaOf(unit.name, threshold) });
}

/** What each unit is to reach of a threshold, which is split among all of them once. */
function quotasOf({ quota, quotaIsTable }: Indicator): (unit: string, threshold: Fraction) => Fraction {
  const split = new Map<Fraction, ReadonlyMap<string, Fraction>>();
  return (unit, threshold) => {
    if (quota === null) return threshold;
    const shares = quotaIsTable ? quota : (split.get(threshold) ?? splitQuota(threshold, quota));
    split.set(threshold, shares);
    return shares.get(unit) ?? threshold;
  };
}

function withoutQuota(indicator: Indicator, options: JudgeOptions): Judgement {
  const none: Finding = { kind: "none", status: "not-applicable", why: whyOf("no-quota") };
  const judged = judge(indicator, none, options);
  const display = { ...judged.assessment.display, threshold: "" };
  return { ...judged, assessment: { ...judged.assessment, threshold: null, stages: [], display } };
}

function partOf(indicator: Indicator, judgement: Judgement): Part {
  const { status } = judgement.assessment;
  const steps = stepsOf(indicator, judgement);
  return { weight: indicator.weight, status, attainment: judgement.exactAttainment, counted: true, steps };
}

function stepsOf(
  indicator: Indicator,
  { assessment, exactValue, exactAttainment, target, work }: Judgement,
): Step[] {
  const { status } = assessment;
  if (exactAttainment === null || target === null || (status !== "open" && status !== "overdue")) return [];
  const base = { kind: "indicator", id: indicator.id, status, attainment: exactAttainment } as const;
  // New rows are said for lists that grow by cases, not where two lists would both have to.
  const rows =
    work !== null && work.fix !== null && indicator.measure.of?.dataset === indicator.measure.to?.dataset;
  const more = exactValue !== null && wantsMore(target, exactValue);
  return [{ ...base, work, recoverable: rows && more ? work.new !== null : null, pieces: null, parts: 1 }];
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
  if (!subtracts(indicator) || own?.to?.value == null || own.of.value === null) return null;
  const whole = { numerator: found.numerator, denominator: found.denominator };
  const part = { numerator: own.of.value, denominator: own.to.value };
  return jsonNumberOrNull(withoutIt(whole, part, scaleOf(indicator)));
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

function describe(indicator: Indicator): Omit<IndicatorReport, "whole" | "units" | "shortfalls" | "others"> {
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
