import type { LedgerAsk, LedgerAsks } from "../model/ledger.ts";
import { isAsked, mustFall } from "../model/ledger-asks.ts";
import type { IndicatorReport, Report } from "../model/report.ts";
import type { Known } from "./known.ts";

/**
 * Asks for the records of units that owe nothing, as far as earlier ledgers list any: whether these are put
 * right is another question than whether the target is met.
 */
export function extraAsks(report: Report, known: readonly Known[]): LedgerAsks {
  return {
    indicators: report.indicators.flatMap((indicator) =>
      asksFor(
        indicator,
        known.filter(({ rule }) => rule === indicator.id),
      ),
    ),
    tasks: new Map(),
  };
}

function asksFor(indicator: IndicatorReport, known: readonly Known[]): LedgerAsk[] {
  const { id, scope, whole, units } = indicator;
  const shared = scope === "shared";
  const owing = known.filter(({ unit, alone }) => !alone && !isAsked(judgedFor(indicator, unit), indicator));
  return [true, false].flatMap((falls) => {
    const own = owing.filter(({ unit }) => fallsFor(indicator, unit) === falls);
    if (own.length === 0) return [];
    const names = shared ? units.map(({ unit }) => unit) : own.flatMap(({ unit }) => unit ?? []);
    const target = whole.threshold ?? indicator.baseline?.value ?? null;
    const targets = names.map(
      (name) => [name, shared ? null : (judgedFor(indicator, name).threshold ?? target)] as const,
    );
    return [
      {
        indicator: id,
        shared,
        falls,
        reported: false,
        units: new Map(targets),
        responsible: new Set(units.map(({ unit }) => unit)),
        target,
        strangers: own.some(({ unit }) => unit === null),
      },
    ];
  });
}

/** Whether the value had to fall when the records were listed: what is exactly at its target has passed it. */
export function fallsFor(indicator: IndicatorReport, unit: string | null): boolean {
  const found = judgedFor(indicator, unit);
  const atTarget = indicator.direction === "exactly" && found.value === found.threshold;
  return atTarget ? found.threshold === 0 : mustFall(indicator, found);
}

function judgedFor({ scope, whole, units }: IndicatorReport, unit: string | null) {
  if (scope === "shared" || unit === null) return whole;
  return units.find((one) => one.unit === unit) ?? whole;
}
