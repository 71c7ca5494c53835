import type { Assessment, Status } from "../../model/assessment.ts";
import { statuses } from "../../model/assessment.ts";
import type { IndicatorReport, TaskReport } from "../../model/report.ts";
import type { PastRun } from "./past-run.ts";
import type { Stand } from "./streak.ts";

/** How something stood on a day, and whether it was due by then. */
export interface DueStand extends Stand {
  readonly due: boolean;
}

/** How the whole (null), or a unit, has stood in earlier runs and now. What has no deadline is always due. */
export function standsOf(
  indicator: Pick<IndicatorReport, "id">,
  found: Pick<Assessment, "status" | "deadline">,
  unit: string | null,
  runs: readonly PastRun[],
  asOf: string,
): DueStand[] {
  const standOf = (day: string, { status, deadline }: Pick<Assessment, "status" | "deadline">) => ({
    asOf: day,
    status,
    due: status === "overdue" || deadline === null,
  });
  const before = runs.flatMap((run) => {
    const line = run.assessment(indicator.id, unit);
    return line === undefined ? [] : [standOf(run.past.asOf, line)];
  });
  return [...before, standOf(asOf, found)];
}

/** How a unit has stood with a task: due once it is overdue; a standing one without a deadline never is. */
export function taskStandsOf(
  task: Pick<TaskReport, "id">,
  { unit, status }: TaskReport["units"][number],
  runs: readonly PastRun[],
  asOf: string,
): DueStand[] {
  const standOf = (day: string, said: Status) => ({ asOf: day, status: said, due: said === "overdue" });
  const before = runs.flatMap((run) => {
    const then = run.task(task.id, unit)?.status;
    const said = statuses.find((one) => one === then);
    return said === undefined ? [] : [standOf(run.past.asOf, said)];
  });
  return [...before, standOf(asOf, status)];
}
