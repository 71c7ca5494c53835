import type { Report } from "../model/report.ts";
import type { Narrowing } from "./narrow.ts";

/** The trend, steps and headroom of a narrowed report: of what is still in it. */
export function narrowMovement(report: Report, { units, indicators }: Narrowing): Report {
  if (units.length + indicators.length === 0) return report;
  const { trend, escalation, headroom } = report;
  const ids = new Set([...report.indicators, ...report.tasks].map(({ id }) => id));
  const names = new Set(report.units.map(({ unit }) => unit));
  const kept = (one: { readonly indicator: string; readonly unit: string | null }) =>
    ids.has(one.indicator) && (one.unit === null ? units.length === 0 : names.has(one.unit));
  return {
    ...report,
    ...(trend === undefined
      ? {}
      : {
          trend: {
            ...trend,
            indicators: trend.indicators.filter(({ id }) => ids.has(id)),
            units: trend.units.filter(({ unit }) => names.has(unit)),
          },
        }),
    ...(escalation === undefined ? {} : { escalation: escalation.filter(kept) }),
    ...(headroom === undefined ? {} : { headroom: { ...headroom, lines: headroom.lines.filter(kept) } }),
  };
}
