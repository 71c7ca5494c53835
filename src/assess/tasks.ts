import Fraction from "fraction.js";
import { type Day, formatDay } from "../model/day.ts";
import type { Evidence, TaskEntry } from "../model/evidence.ts";
import type { Task } from "../model/plan.ts";
import { recurrenceText } from "../model/recurrence.ts";
import type { TaskReport } from "../model/report.ts";
import type { Unit } from "../model/unit.ts";
import { jsonNumberOrNull } from "./rounding.ts";
import type { Part } from "./score.ts";
import { dueIn } from "./stages.ts";

const ZERO = new Fraction(0);
const ONE = new Fraction(1);

type TaskUnit = TaskReport["units"][number];

interface JudgedTask {
  readonly report: TaskReport;
  /** Attainment by unit; empty without a 任务台账. */
  readonly attainments: ReadonlyMap<string, Fraction>;
  readonly weight: Fraction | null;
}

/** Judges a task for each of its units by what 任务台账 says; a unit without an entry has not started. */
export function judgeTask(task: Task, ledger: Evidence["tasks"], asOf: Day): JudgedTask {
  const entries = ledger?.get(task.id);
  const attainments = new Map<string, Fraction>();
  const units = task.units.map((unit): TaskUnit => {
    const judged = judgeEntry(
      task,
      unit,
      ledger === null ? null : (entries?.get(unit.name) ?? notStarted),
      asOf,
    );
    if (judged.attainment !== null) attainments.set(unit.name, judged.attainment);
    return { ...judged.line, attainment: jsonNumberOrNull(judged.attainment) };
  });
  return { report: { ...describe(task), units }, attainments, weight: task.weight };
}

const notStarted: TaskEntry = { status: null, completedOn: null, rate: null, evidence: null };

function judgeEntry(task: Task, unit: Unit, entry: TaskEntry | null, asOf: Day) {
  const due = dueIn(task.deadline, task.ongoing, asOf);
  const daysLeft = due === null ? null : due - asOf;
  const base = { unit: unit.name, completedOn: null, late: false, rate: null, daysLeft, evidence: null };
  if (entry === null) return { line: { ...base, status: "no-data" as const, done: null }, attainment: null };
  const done = entry.completedOn !== null || entry.status === DONE;
  const late = entry.completedOn !== null && isLate(task, entry.completedOn);
  const passed = due !== null && asOf > due;
  const status: TaskUnit["status"] = done ? "met" : passed ? "overdue" : "open";
  return {
    line: {
      ...base,
      status,
      done,
      completedOn: entry.completedOn === null ? null : formatDay(entry.completedOn),
      late,
      rate: jsonNumberOrNull(entry.rate),
      evidence: entry.evidence,
    },
    attainment: done ? ONE : (entry.rate ?? ZERO),
  };
}

/** Held against the deadline that was in force on the day of completion, not against a later year's. */
function isLate(task: Task, completedOn: Day): boolean {
  const due = dueIn(task.deadline, task.ongoing, completedOn);
  return due !== null && completedOn > due;
}

/** The canonical value of 状态 for a task that is done. */
const DONE = "已完成";

/** The tasks' parts in the scores: those that the plan weighs each on its own, the others together as one. */
export function taskParts(tasks: readonly JudgedTask[]): {
  whole: Part[];
  unitParts: (unit: string) => Part[];
} {
  const weighed = tasks.filter((task) => task.weight !== null).map((task) => [task]);
  const groups = [...weighed, tasks.filter((task) => task.weight === null)];
  const partOf = (group: readonly JudgedTask[], pick: (task: JudgedTask) => Fraction | null): Part[] => {
    const reached = group.map(pick).filter((share) => share !== null);
    const weight = group[0]?.weight ?? ONE;
    if (reached.length === 0 || weight.equals(0)) return [];
    return [{ weight, status: "open", attainment: meanOf(reached), counted: false }];
  };
  return {
    whole: groups.flatMap((group) =>
      partOf(group, ({ attainments }) => (attainments.size === 0 ? null : meanOf([...attainments.values()]))),
    ),
    unitParts: (unit) =>
      groups.flatMap((group) => partOf(group, ({ attainments }) => attainments.get(unit) ?? null)),
  };
}

function meanOf(shares: readonly Fraction[]): Fraction {
  return shares.reduce((sum, share) => sum.add(share), ZERO).div(shares.length);
}

function describe(task: Task): Omit<TaskReport, "units"> {
  return {
    id: task.id,
    clause: task.clause,
    name: task.name,
    deadline: task.deadline === null ? null : formatDay(task.deadline),
    ongoing: task.ongoing,
    recurrence: task.recurrence === null ? null : recurrenceText(task.recurrence),
    responsible: [...task.responsible],
    lead: [...task.lead],
    note: task.note,
  };
}
