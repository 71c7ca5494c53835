import type { Assessment } from "../../../model/assessment.ts";
import type { IndicatorReport, Report, TaskReport, UnitReport } from "../../../model/report.ts";
import { gapsOf, isGap } from "../../sections/gaps.ts";

export interface OwedTask {
  readonly task: TaskReport;
  readonly found: TaskReport["units"][number];
}

/** What a unit has to do. */
export interface Owed {
  readonly unit: UnitReport;
  readonly indicators: readonly { readonly indicator: IndicatorReport; readonly found: Assessment }[];
  /** By date; those without one last. */
  readonly tasks: readonly OwedTask[];
  /** Unmet indicators that it is responsible for with others; no one's score but the lead's. */
  readonly shared: readonly IndicatorReport[];
}

/** The units that owe something, in the order of the report. */
export function owedBy(report: Report): Owed[] {
  const indicators = indicatorsOf(report);
  const tasks = tasksOf(report);
  return report.units.flatMap((unit) => {
    const answered = indicators.get(unit.unit) ?? [];
    const own = gapsOf({ ...report, indicators: answered }, unit);
    const undone = tasks.get(unit.unit) ?? [];
    return own.length + undone.length === 0
      ? []
      : [{ unit, indicators: own, tasks: undone, shared: sharedWith(unit, answered) }];
  });
}

/** The indicators that each unit answers for, with its own figures only: of many units each is looked at once. */
function indicatorsOf({ indicators }: Report): Map<string, IndicatorReport[]> {
  const found = new Map<string, IndicatorReport[]>();
  for (const indicator of indicators)
    for (const one of indicator.units) {
      const mine = { ...indicator, units: [one] };
      const own = found.get(one.unit);
      if (own === undefined) found.set(one.unit, [mine]);
      else own.push(mine);
    }
  return found;
}

function tasksOf({ tasks }: Report): Map<string, OwedTask[]> {
  const owed = new Map<string, OwedTask[]>();
  const byDate = tasks.toSorted((a, b) => dateOf(a).localeCompare(dateOf(b)));
  for (const task of byDate)
    for (const found of task.units.filter(isGap)) {
      const own = owed.get(found.unit);
      if (own === undefined) owed.set(found.unit, [{ task, found }]);
      else own.push({ task, found });
    }
  return owed;
}

function dateOf({ deadline }: TaskReport): string {
  return deadline ?? "9999";
}

function sharedWith({ unit }: UnitReport, indicators: readonly IndicatorReport[]): IndicatorReport[] {
  return indicators.filter(
    ({ scope, lead, weight, whole }) =>
      scope === "shared" && weight > 0 && isGap(whole) && !lead.includes(unit),
  );
}
