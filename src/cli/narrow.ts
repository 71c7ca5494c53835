import type { Effort } from "../model/effort.ts";
import type { Language } from "../model/language.ts";
import { nearest } from "../model/nearest.ts";
import { spelling } from "../model/reading/text.ts";
import type { Report } from "../model/report.ts";
import { type Problem, ProblemError, problem } from "../problem.ts";

export interface Narrowing {
  /** Units or groups, as the report names them. */
  readonly units: readonly string[];
  /** Ids, clauses or names of indicators or tasks. */
  readonly indicators: readonly string[];
}

const kinds = {
  unit: { zh: "责任单位", en: "unit" },
  indicator: { zh: "指标", en: "indicator" },
} satisfies Record<string, Record<Language, string>>;

/** The part of a report about some units and indicators; no number changes by it. */
export function narrow(report: Report, by: Narrowing, language: Language = report.language): Report {
  refuseUnknown(report, by, language);
  return narrowUnits(narrowIndicators(report, new Set(by.indicators.map(spelling))), by.units);
}

function narrowIndicators(report: Report, asked: ReadonlySet<string>): Report {
  if (asked.size === 0) return report;
  const isAsked = (rule: { id: string; of?: string | null; clause: string; name: string }) =>
    [rule.id, rule.of ?? rule.id, rule.clause, rule.name].some((name) => asked.has(spelling(name)));
  const indicators = report.indicators.filter(isAsked);
  const tasks = report.tasks.filter(isAsked);
  const efforts = (list: readonly Effort[]) => amongThese(list, [...indicators, ...tasks]);
  return {
    ...report,
    overall: { ...report.overall, efforts: efforts(report.overall.efforts) },
    units: report.units.map((unit) => ({ ...unit, efforts: efforts(unit.efforts) })),
    indicators,
    tasks,
  };
}

/** What is gained together is of those that are still listed. */
function amongThese(list: readonly Effort[], rules: readonly { readonly id: string }[]): Effort[] {
  const ids = new Set(rules.map(({ id }) => id));
  let sum = 0;
  return list
    .filter(({ id }) => ids.has(id))
    .map((effort) => {
      sum += effort.gain;
      return { ...effort, cumulated: Number(sum.toPrecision(12)) };
    });
}

function narrowUnits(report: Report, names: readonly string[]): Report {
  if (names.length === 0) return report;
  const asked = (row: { unit: string; group?: string | null }) =>
    names.includes(row.unit) || (typeof row.group === "string" && names.includes(row.group));
  const units = report.units.filter(asked);
  const kept = new Set(units.map(({ unit }) => unit));
  const isKept = (row: { unit: string; group?: string | null }) => kept.has(row.unit) || asked(row);
  const indicators = report.indicators
    .map((indicator) => ({
      ...indicator,
      units: indicator.units.filter(isKept),
      shortfalls: indicator.shortfalls.filter(({ unit, group }) => unit !== null && isKept({ unit, group })),
      others: indicator.others.filter(isKept),
    }))
    .filter((indicator) => indicator.units.length + indicator.others.length > 0);
  const tasks = report.tasks
    .map((task) => ({ ...task, units: task.units.filter(isKept) }))
    .filter((task) => task.units.length > 0);
  const efforts = amongThese(report.overall.efforts, [...indicators, ...tasks]);
  return { ...report, overall: { ...report.overall, efforts }, units, indicators, tasks };
}

function refuseUnknown(report: Report, by: Narrowing, language: Language): void {
  const rules = [...report.indicators, ...report.tasks];
  const recurring = report.tasks.flatMap(({ of }) => of ?? []);
  const ids = [...rules.flatMap(({ id, clause, name }) => [id, clause, name]), ...recurring];
  const spellings = new Set(ids.map(spelling));
  const problems = [
    ...unknown(by.units, unitNames(report), kinds.unit[language]),
    ...unknown(
      by.indicators.filter((name) => !spellings.has(spelling(name))),
      ids,
      kinds.indicator[language],
    ),
  ];
  if (problems.length > 0) throw new ProblemError(problems);
}

function unitNames(report: Report): string[] {
  const rows = [...report.units, ...report.indicators.flatMap(({ units, others }) => [...units, ...others])];
  return [...new Set(rows.flatMap(({ unit, group }) => (group === null ? [unit] : [unit, group])))];
}

function unknown(asked: readonly string[], known: readonly string[], kind: string): Problem[] {
  return asked
    .filter((name) => !known.includes(name))
    .map((name) => problem("U006", {}, { kind, name }, nearest(name, known)));
}
