import { type Day, parseDay } from "../model/day.ts";
import { dueOf, instanceId } from "../model/duties.ts";
import type { Task } from "../model/plan.ts";
import { clean } from "../model/reading/text.ts";
import { RuleNames } from "../model/rule-names.ts";

/** What 任务编号 stands for; recurring tasks are answered period by period. */
export class TaskIds {
  private readonly names: RuleNames;
  private readonly tasks: ReadonlyMap<string, Task>;

  constructor(tasks: readonly Task[]) {
    this.names = new RuleNames(tasks);
    this.tasks = new Map(tasks.map((task) => [task.id, task]));
  }

  /** The id, for a recurring task with its period: as ID@DATE says, or the one in which it was done. */
  find(written: string, completedOn: Day | null): string | undefined {
    const plain = this.names.find(written);
    const task = this.tasks.get(plain ?? "");
    if (task === undefined) return this.instance(clean(written));
    const due = completedOn === null ? null : dueOf(task, completedOn);
    return due === null ? plain : instanceId(task.id, due);
  }

  private instance(written: string): string | undefined {
    const at = written.lastIndexOf("@");
    const task = this.tasks.get(at < 0 ? "" : (this.names.find(written.slice(0, at)) ?? ""));
    const day = parseDay(written.slice(at + 1).trim());
    return task !== undefined && day !== null && dueOf(task, day) === day
      ? instanceId(task.id, day)
      : undefined;
  }
}
