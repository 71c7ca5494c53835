import { probedRows } from "../../engine/row-probes.ts";
import type { Assessment, Why } from "../../model/assessment.ts";
import type { Evidence } from "../../model/evidence.ts";
import type { Account, DatasetAccount, Explanation, Standing } from "../../model/explanation.ts";
import type { Language } from "../../model/language.ts";
import type { Indicator, Plan } from "../../model/plan.ts";
import type { IndicatorReport, Report } from "../../model/report.ts";
import { REPORTED } from "../../model/reserved.ts";
import { usageOf } from "../../model/usage.ts";
import { filterOn } from "../../plan/formula.ts";
import { refuseUnit } from "./named.ts";
import type { Probes } from "./probes.ts";

export interface Gathered {
  readonly plan: Plan;
  readonly indicator: Indicator;
  readonly evidence: Evidence;
  readonly report: Report;
  readonly probes: Probes;
  readonly language: Language;
}

/** What the inputs came to for one indicator: for the whole, for a unit, and where the rows came from. */
export function accountOf(gathered: Gathered, unit: Explanation["unit"]): Account {
  const { plan, indicator, evidence, report } = gathered;
  const own = report.indicators.find(({ id }) => id === indicator.id);
  if (own === undefined) throw new Error(`the report lacks ${indicator.id}`);
  if (unit !== null) refuseNobody(unit.name, gathered);
  const { fields } = usageOf(plan.dictionary, [indicator.measure]);
  const sources = new Map<string, ReadonlySet<string>>(fields);
  const reported = [own.whole, ...own.units].some(({ source }) => source === "reported");
  if (reported || indicator.measure.kind === "reported") sources.set(REPORTED, new Set());
  return {
    asOf: report.asOf,
    synthetic: report.synthetic,
    report: own,
    whole: standingOf(own.whole, null, gathered),
    unit: unit === null ? null : unitStanding(unit.name, own, gathered),
    datasets: datasetsOf(evidence, [...sources.keys()]),
    notes: notesOn(indicator, sources, report),
  };
}

function refuseNobody(unit: string, { plan, evidence, language }: Gathered): void {
  const known = [...plan.directory.units.map(({ name }) => name), ...evidence.strangers];
  if (!known.includes(unit)) refuseUnit(unit, known, language);
}

function unitStanding(unit: string, own: IndicatorReport, gathered: Gathered): Standing {
  const judged = own.units.find((one) => one.unit === unit);
  if (judged !== undefined)
    return { ...standingOf(judged, unit, gathered), contribution: judged.contribution };
  const other = own.others.find((one) => one.unit === unit);
  const { numerator = null, denominator = null } = other ?? {};
  return { ...standingOf(null, unit, gathered), numerator, denominator };
}

function standingOf(
  assessment: Assessment | null,
  unit: string | null,
  { indicator, evidence, probes, plan, language }: Gathered,
): Standing {
  const reported = evidence.indicators.get(indicator.id)?.reported;
  const figure = unit === null ? reported?.whole : reported?.units.get(unit);
  const blanks = probes.blanks
    .map(({ dataset, field, probe }) => ({ dataset, field, rows: probedRows(evidence, probe, unit) ?? 0 }))
    .filter(({ rows }) => rows > 0);
  return {
    assessment,
    numerator: assessment?.numerator ?? null,
    denominator: assessment?.denominator ?? null,
    contribution: null,
    reported: assessment?.source === "reported" ? { at: figure?.at ?? "", pooled: figure == null } : null,
    chains: probes.chains.map(({ chain, steps }) => ({
      dataset: chain.dataset,
      side: chain.side,
      steps: steps.map(({ step, probe }) => ({
        role: step.role,
        filter: filterOn(chain.dataset, step.filter, plan.dictionary, language),
        rows: probedRows(evidence, probe, unit),
      })),
    })),
    blanks,
  };
}

function datasetsOf({ inputs }: Evidence, names: readonly string[]): DatasetAccount[] {
  const sheets = inputs.flatMap(({ file, sheets }) => sheets.map((sheet) => ({ file, sheet })));
  return names.flatMap((dataset) => {
    const own = sheets.filter(({ sheet }) => sheet.dataset === dataset);
    if (own.length === 0) return [];
    const excluded: Record<string, number> = {};
    for (const { sheet } of own)
      for (const [reason, rows] of Object.entries(sheet.excluded))
        excluded[reason] = (excluded[reason] ?? 0) + rows;
    const sum = (key: "rows" | "used" | "rejected") => own.reduce((so, { sheet }) => so + sheet[key], 0);
    return [
      {
        dataset,
        rows: sum("rows"),
        used: sum("used"),
        excluded,
        rejected: sum("rejected"),
        sheets: own.map(({ file, sheet }) => ({
          file,
          sheet: sheet.name,
          rows: sheet.rows,
          used: sheet.used,
        })),
      },
    ];
  });
}

/** Remarks on the indicator, and on the datasets and fields that it uses. */
function notesOn(
  { id, clause }: Indicator,
  sources: ReadonlyMap<string, ReadonlySet<string>>,
  report: Report,
): Why[] {
  const datasetOf = (at: Why["with"]) =>
    report.inputs.find(({ file }) => file === at.file)?.sheets.find(({ name }) => name === at.sheet)?.dataset;
  return report.quality.notes
    .map(({ why }) => why)
    .filter(({ with: at }) => {
      if (at.indicator !== undefined) return at.indicator === id;
      if (at.clause !== undefined) return at.clause === clause;
      const used = sources.get(String(at.dataset ?? datasetOf(at) ?? ""));
      return used !== undefined && (at.field === undefined || used.has(String(at.field)));
    });
}
