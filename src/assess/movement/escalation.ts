import type { Escalated } from "../../model/movement.ts";
import type { EscalationStep } from "../../model/plan.ts";
import type { IndicatorReport, Report } from "../../model/report.ts";
import { isJudged, isMissed } from "./change.ts";
import type { PastRun } from "./past-run.ts";
import { type DueStand, standsOf, taskStandsOf } from "./stands.ts";
import { trailing } from "./streak.ts";

/**
 * Who stands on which step: the highest whose number of misses in a row is reached. A miss is a snapshot in
 * which the target was unmet and due: overdue, or without a deadline; a step that counts `unmet` takes
 * those before the deadline as well. What was not judged neither breaks the row nor lengthens it. Tasks
 * climb only the steps that say so.
 */
export function escalationOf(
  report: Report,
  steps: readonly EscalationStep[],
  runs: readonly PastRun[],
): Escalated[] {
  const ladder = steps.toSorted((a, b) => a.after - b.after);
  return [
    ...indicatorsOn(ladder, report, runs),
    ...tasksOn(
      ladder.filter(({ tasks }) => tasks),
      report,
      runs,
    ),
  ].toSorted((a, b) => b.after - a.after || b.misses - a.misses);
}

type Ladder = readonly EscalationStep[];

function indicatorsOn(ladder: Ladder, { indicators, asOf }: Report, runs: readonly PastRun[]): Escalated[] {
  return indicators
    .filter(({ weight }) => weight > 0)
    .flatMap((indicator) =>
      indicator.units
        .filter((line) => answers(indicator, line))
        .flatMap((line) => {
          const stood = stepOf(standsOf(indicator, line, line.unit, runs, asOf), ladder);
          const { unit, group } = line;
          const { id, clause, name } = indicator;
          const said = { kind: "indicator" as const, unit, group, indicator: id, clause, name };
          return stood === null ? [] : [{ ...said, ...stood }];
        }),
    );
}

function tasksOn(ladder: Ladder, { tasks, units, asOf }: Report, runs: readonly PastRun[]): Escalated[] {
  const groups = new Map(units.map(({ unit, group }) => [unit, group]));
  return tasks.flatMap((task) =>
    task.units.flatMap((line) => {
      const stood = stepOf(taskStandsOf(task, line, runs, asOf), ladder);
      const { id: indicator, clause, name } = task;
      const group = groups.get(line.unit) ?? null;
      const said = { kind: "task" as const, unit: line.unit, group, indicator, clause, name };
      return stood === null ? [] : [{ ...said, ...stood }];
    }),
  );
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
    overdue: trailing(judged, ({ status, due }) => isMissed(status) && due),
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
    next:
      next === undefined
        ? null
        : { step: next.step, after: next.after, more: next.after - rows[next.counts].length },
  };
}
