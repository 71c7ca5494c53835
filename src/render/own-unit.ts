import type { Assessment } from "../model/assessment.ts";
import type { IndicatorReport, Report, UnitReport } from "../model/report.ts";

/** The unit that a report was narrowed to: it shows one unit, and more than that one were ranked. */
export function ownUnit({ units }: Report): UnitReport | null {
  const [only, ...others] = units;
  return only !== undefined && others.length === 0 && (only.ranked ?? 0) > 1 ? only : null;
}

export interface Judged {
  readonly indicator: IndicatorReport;
  readonly found: Assessment;
}

/** How indicators stand for a unit, or without one for the whole; of a shared one the score is its lead's. */
export function judgedFor(own: UnitReport | null, { indicators }: Report): Judged[] {
  if (own === null) return indicators.map((indicator) => ({ indicator, found: indicator.whole }));
  return indicators
    .filter(
      ({ scope, lead }) => scope !== "shared" || lead.includes(own.unit) || lead.includes(own.group ?? ""),
    )
    .flatMap((indicator) => {
      const found = indicator.units.find(({ unit }) => unit === own.unit);
      return found === undefined ? [] : [{ indicator, found }];
    });
}
