import type { Status } from "../../model/assessment.ts";
import type { Escalated } from "../../model/movement.ts";
import type { EscalationStep } from "../../model/plan.ts";
import type { IndicatorReport, IndicatorUnit, Report } from "../../model/report.ts";
import { isJudged, isMissed } from "./change.ts";
import { trailing } from "./streak.ts";

/** How something stood on a day, and whether it was due by then. */
export interface DueStand {
  readonly asOf: string;
  readonly status: Status;
  readonly deadline: string | null;
}

/**
 * Who stands on which step: the highest whose number of misses in a row is reached. A miss is a snapshot in
 * which the target was unmet and due: overdue, or without a deadline; a step that counts `unmet` takes
 * those before the deadline as well. What was not judged neither breaks the row nor lengthens it.
 */
export function escalationOf(
  report: Report,
  steps: readonly EscalationStep[],
  standsOf: (indicator: IndicatorReport, line: IndicatorUnit) => readonly DueStand[],
): Escalated[] {
  if (steps.length === 0) return [];
  const ladder = steps.toSorted((a, b) => a.after - b.after);
  return report.indicators
    .filter(({ weight }) => weight > 0)
    .flatMap((indicator) =>
      indicator.units
        .filter((line) => answers(indicator, line))
        .flatMap((line) => {
          const stood = stepOf(standsOf(indicator, line), ladder);
          const { unit, group } = line;
          const { id, clause, name } = indicator;
          return stood === null ? [] : [{ unit, group, indicator: id, clause, name, ...stood }];
        }),
    )
    .toSorted((a, b) => b.after - a.after || b.misses - a.misses);
}

/** A shared indicator is its lead's alone. */
function answers(
  { scope, lead }: IndicatorReport,
  { unit, group }: { readonly unit: string; readonly group: string | null },
): boolean {
  return scope !== "shared" || lead.includes(unit) || lead.includes(group ?? "");
}

type Stood = Pick<Escalated, "step" | "after" | "misses" | "since" | "next">;

function stepOf(stands: readonly DueStand[], ladder: readonly EscalationStep[]): Stood | null {
  const judged = stands.filter(({ status }) => isJudged(status));
  const rows = {
    overdue: trailing(
      judged,
      ({ status, deadline }) => isMissed(status) && (status === "overdue" || deadline === null),
    ),
    unmet: trailing(judged, ({ status }) => isMissed(status)),
  };
  const reached = ladder.findLastIndex(({ after, counts }) => rows[counts].length >= after);
  const step = ladder[reached];
  if (step === undefined) return null;
  const row = rows[step.counts];
  const next = ladder[reached + 1];
  return {
    step: step.step,
    after: step.after,
    misses: row.length,
    since: row[0]?.asOf ?? "",
    next: next === undefined ? null : { step: next.step, after: next.after },
  };
}
