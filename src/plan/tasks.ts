import Fraction from "fraction.js";
import { type Indicator, type PlanFrame, type Task, type TaskFile, taskSchema } from "../model/plan.ts";
import { dayIn } from "./days.ts";
import type { Findings } from "./findings.ts";
import { type Groups, namesIn } from "./groups.ts";
import { recurrenceOf } from "./recurrence.ts";

const spare = { id: "unnamed", clause: "-", name: "-" };

/** Tasks take only `responsible` from the plan's defaults. */
export function tasksOf(
  file: PlanFrame,
  indicators: readonly Indicator[],
  context: { findings: Findings; groups: Groups },
): Task[] {
  const ids = new Set(indicators.map((indicator) => indicator.id));
  return file.tasks.flatMap((data, index) => {
    const task = context.findings.parse(taskSchema, data, ["tasks", index], spare);
    if (task === undefined) return [];
    if (ids.has(task.id) && task.id !== spare.id)
      context.findings.add("R017", ["tasks", index, "id"], { id: task.id });
    ids.add(task.id);
    return [taskOf(task, index, file, context)];
  });
}

function taskOf(
  task: TaskFile,
  index: number,
  file: PlanFrame,
  { findings, groups }: { findings: Findings; groups: Groups },
): Task {
  const at = ["tasks", index];
  const owner = `task "${task.id}"`;
  const responsible = namesIn(task.responsible ?? file.defaults.responsible);
  const path = task.responsible === undefined ? ["defaults", "responsible"] : [...at, "responsible"];
  const lead = namesIn(task.lead);
  groups.expand(lead, owner, [...at, "lead"]);
  if (task.start !== undefined && dated(task) && task.start > (task.deadline ?? ""))
    findings.add("R005", [...at, "deadline"], {
      key: "deadline",
      value: task.deadline ?? "",
      expected: `≥ ${task.start}`,
    });
  return {
    id: task.id,
    clause: task.clause,
    name: task.name,
    start: task.start === undefined ? null : dayIn(task.start, [...at, "start"], findings),
    deadline: dated(task) ? dayIn(task.deadline ?? "", [...at, "deadline"], findings) : null,
    ongoing: task.ongoing ?? false,
    recurrence: recurrenceOf(task.recurrence, [...at, "recurrence"], findings),
    responsible: groups.spellOut(responsible),
    lead: groups.spellOut(lead),
    units: groups.expand(responsible, owner, path),
    weight: task.weight === undefined ? null : new Fraction(task.weight),
    note: task.note ?? null,
  };
}

function dated({ deadline }: TaskFile): boolean {
  return deadline !== undefined && deadline !== "none";
}
