import type { Assessment } from "./assessment.ts";
import type { LedgerAsk, LedgerAsks } from "./ledger.ts";
import type { IndicatorReport, Report } from "./report.ts";

type Judged = Pick<Assessment, "status" | "value" | "threshold" | "source" | "stages">;

/** What a report finds unmet, and whose rows are to be looked for; `strangers`: those of unknown units, too. */
export function ledgerAsks(report: Report, { strangers }: { strangers: boolean }): LedgerAsks {
  const tasks = report.tasks.flatMap(({ id, units }) => {
    const pending = units.filter(({ status }) => status === "open" || status === "overdue");
    return pending.length === 0 ? [] : [[id, pending.map(({ unit }) => unit)] as const];
  });
  return {
    indicators: report.indicators.flatMap((indicator) => asksOf(indicator, strangers)),
    tasks: new Map(tasks),
  };
}

function asksOf(indicator: IndicatorReport, strangers: boolean): LedgerAsk[] {
  const { id, whole, units } = indicator;
  const wholeAsked = isAsked(whole, indicator);
  const responsible = new Set(units.map(({ unit }) => unit));
  const reported = whole.source === "reported" || units.some(({ source }) => source === "reported");
  if (indicator.scope === "shared") {
    if (!wholeAsked) return [];
    const all = new Map(units.map(({ unit }) => [unit, null]));
    const falls = mustFall(indicator, whole);
    const target = targetOf(indicator, whole);
    return [{ indicator: id, shared: true, falls, reported, units: all, responsible, target, strangers }];
  }
  const asked = units.filter((unit) => isAsked(unit, indicator));
  const wholeFalls = mustFall(indicator, whole);
  // Of "exactly" one unit may have too many and another too few.
  return [true, false].flatMap((falls) => {
    const own = asked.filter((unit) => mustFall(indicator, unit) === falls);
    const others = strangers && wholeAsked && wholeFalls === falls;
    if (own.length === 0 && !(others && indicator.others.length > 0)) return [];
    const targets = new Map(own.map((unit) => [unit.unit, targetOf(indicator, unit)]));
    const target = targetOf(indicator, whole);
    const base = { indicator: id, shared: false, falls, reported, responsible };
    return [{ ...base, units: targets, target, strangers: others }];
  });
}

/** Unmet; or without a target and a weight, so that its rows are all that it is for. */
export function isAsked(found: Judged, indicator: IndicatorReport): boolean {
  if (found.status === "open" || found.status === "overdue") return true;
  const { weight, baseline } = indicator;
  const relative = indicator.direction === "improve" || indicator.direction === "reduce";
  const unscored = found.status === "not-scored" && weight === 0 && found.threshold === null;
  return unscored && baseline === null && !relative && found.value !== null && found.value !== 0;
}

export function mustFall(indicator: IndicatorReport, found: Judged): boolean {
  const direction = found.stages.find(({ current }) => current)?.direction ?? indicator.direction;
  if (direction === "exactly") return (found.value ?? 0) > (found.threshold ?? 0);
  return direction === "at-most" || direction === "less-than" || direction === "reduce";
}

function targetOf({ baseline }: IndicatorReport, found: Judged): number | null {
  return found.threshold ?? baseline?.value ?? null;
}
