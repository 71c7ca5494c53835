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
  const tasks = tasksOf(report);
  return report.units.flatMap((unit) => {
    const indicators = gapsOf(report, unit);
    const own = tasks.get(unit.unit) ?? [];
    return indicators.length + own.length === 0
      ? []
      : [{ unit, indicators, tasks: own, shared: sharedWith(unit, report) }];
  });
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

function sharedWith({ unit }: UnitReport, { indicators }: Report): IndicatorReport[] {
  return indicators.filter(
    ({ scope, lead, weight, whole, units }) =>
      scope === "shared" &&
      weight > 0 &&
      isGap(whole) &&
      !lead.includes(unit) &&
      units.some((one) => one.unit === unit),
  );
}
