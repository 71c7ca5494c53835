import type { Report } from "../model/report.ts";
import type { Narrowing } from "./narrow.ts";

/** The waivers of a narrowed report: of what is still in it. */
export function narrowWaivers(report: Report, { units, indicators }: Narrowing): Report {
  const { waivers } = report;
  if (waivers === undefined || units.length + indicators.length === 0) return report;
  const ids = new Set([...report.indicators, ...report.tasks].map(({ id }) => id));
  const recurring = new Set(report.tasks.flatMap(({ of }) => of ?? []));
  const names = new Set(report.units.map(({ unit }) => unit));
  const kept = waivers.filter(
    (one) => (ids.has(one.id) || recurring.has(one.id)) && one.units.some((unit) => names.has(unit)),
  );
  return { ...report, waivers: kept };
}
