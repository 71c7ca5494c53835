import type { Assessment } from "../../model/assessment.ts";
import type { IndicatorReport } from "../../model/report.ts";
import type { DueStand } from "./escalation.ts";
import type { PastRun } from "./past-run.ts";

/** How the whole (null), or a unit, has stood in earlier runs and now. */
export function standsOf(
  indicator: IndicatorReport,
  found: Assessment,
  unit: string | null,
  runs: readonly PastRun[],
  asOf: string,
): DueStand[] {
  const before = runs.flatMap((run) => {
    const line = run.assessment(indicator.id, unit);
    return line === undefined ? [] : [{ asOf: run.past.asOf, status: line.status, deadline: line.deadline }];
  });
  return [...before, { asOf, status: found.status, deadline: found.deadline }];
}
