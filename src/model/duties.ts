import { type Day, formatDay } from "./day.ts";
import { periodAt } from "./period.ts";
import type { Period, Plan, Task } from "./plan.ts";
import { dueOnOrAfter, duesWithin } from "./recurrence.ts";

/** A task as it falls due: the task itself, or one period of a recurring one. */
export interface Duty extends Task {
  /** The id of the recurring task. */
  readonly of: string | null;
}

/** What a plan's tasks come to by a day: a recurring task is one duty for each period that has begun. */
export function dutiesOf(plan: Pick<Plan, "tasks" | "period" | "issued">, asOf: Day): Duty[] {
  return plan.tasks.flatMap((task): Duty[] => {
    const { recurrence } = task;
    if (recurrence === null || recurrence.kind === "unstated") return [{ ...task, of: null }];
    const window = windowOf(task, plan.issued, periodAt(plan.period, asOf));
    return duesWithin(recurrence, window, asOf).map(({ begins, due }) => ({
      ...task,
      id: instanceId(task.id, due),
      of: task.id,
      start: begins,
      deadline: due,
      ongoing: false,
    }));
  });
}

/** "bulletin@2021-11-15": what 任务台账 and reports call one period of a recurring task. */
export function instanceId(id: string, due: Day): string {
  return `${id}@${formatDay(due)}`;
}

/** The due day of the period in which a day lies; null for a task that does not recur by dates. */
export function dueOf({ recurrence }: Task, day: Day): Day | null {
  return recurrence === null ? null : dueOnOrAfter(recurrence, day);
}

/** Within the plan's period; from the day of issue unless the task says its start; to its deadline. */
function windowOf(task: Task, issued: Day, period: Pick<Period, "start" | "end"> | null) {
  const start = Math.max(task.start ?? issued, period?.start ?? Number.NEGATIVE_INFINITY);
  const last = task.ongoing ? null : task.deadline;
  const ends = [last, period?.end ?? null].filter((day) => day !== null);
  return { start, end: ends.length === 0 ? null : Math.min(...ends) };
}
