import type { IndicatorReport, IndicatorUnit, Report, TaskReport, UnitReport } from "../../model/report.ts";
import { isGap } from "../sections/gaps.ts";

const LEDGER = "任务台账";

/** Whether anyone could say which tasks are done. */
export function hasTaskLedger({ inputs }: Report): boolean {
  return inputs.some(({ sheets }) => sheets.some(({ dataset }) => dataset === LEDGER));
}

/** Units that miss a rule of their own, the latest and worst first. */
export function unitsBehind({ scope, units }: IndicatorReport): IndicatorUnit[] {
  if (scope === "shared") return [];
  return units
    .filter(isGap)
    .toSorted(
      (a, b) =>
        Number(b.status === "overdue") - Number(a.status === "overdue") ||
        (a.attainment ?? 0) - (b.attainment ?? 0) ||
        (b.gap ?? 0) - (a.gap ?? 0),
    );
}

export function unitsUndone({ units }: TaskReport, status?: "open" | "overdue"): string[] {
  return units
    .filter((one) => (status === undefined ? isGap(one) : one.status === status))
    .map(({ unit }) => unit);
}

/** A report of some units only: how many there are besides is not known here. */
export function isNarrowed({ units }: Report): boolean {
  const groups = new Map<string, { shown: number; ranked: number }>();
  for (const { group, rank, ranked } of units) {
    if (rank === null) continue;
    const before = groups.get(group ?? "") ?? { shown: 0, ranked: 0 };
    groups.set(group ?? "", { shown: before.shown + 1, ranked: Math.max(before.ranked, ranked ?? 0) });
  }
  return [...groups.values()].some(({ shown, ranked }) => shown < ranked);
}

/** Every indicator of its own with data is met, and its rows make no shared one short. */
export function meetsAll(
  { indicators }: Report,
  { unit, score, provisional, unknown, met }: UnitReport,
): boolean {
  if (score === null || provisional || unknown || met === 0) return false;
  return !indicators.some(({ scope, lead, units, shortfalls }) =>
    scope !== "shared" || lead.includes(unit)
      ? units.some((one) => one.unit === unit && isGap(one))
      : shortfalls.some((one) => one.unit === unit && one.short > 0),
  );
}

/** Indicators that have something to say of the units shown: all of them, unless only some units are. */
export function concerned(report: Report): IndicatorReport[] {
  if (!isNarrowed(report)) return report.indicators;
  return report.indicators.filter((one) => one.scope === "shared" || unitsBehind(one).length > 0);
}

/** Every task of its own is done, as far as a ledger shows. */
export function hasDoneAll({ tasks }: Report, { unit }: UnitReport): boolean {
  return tasks.every(({ units }) =>
    units.every((one) => one.unit !== unit || one.status === "met" || one.status === "waived"),
  );
}

/** Items by a key of theirs, in the order in which keys first come. */
export function gathered<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const found = new Map<Key, Item[]>();
  for (const item of items) {
    const list = found.get(keyOf(item));
    if (list === undefined) found.set(keyOf(item), [item]);
    else list.push(item);
  }
  return found;
}
