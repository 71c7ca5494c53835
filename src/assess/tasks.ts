import Fraction from "fraction.js";
import { type Day, formatDay } from "../model/day.ts";
import type { Duty } from "../model/duties.ts";
import type { Evidence, TaskEntry } from "../model/evidence.ts";
import { recurrenceText } from "../model/recurrence.ts";
import type { TaskReport } from "../model/report.ts";
import type { Unit } from "../model/unit.ts";
import type { Step } from "./efforts.ts";
import { jsonNumberOrNull } from "./rounding.ts";
import type { Part } from "./score.ts";
import { dueIn } from "./stages.ts";

const ZERO = new Fraction(0);
const ONE = new Fraction(1);

export type TaskUnit = TaskReport["units"][number];

export interface JudgedTask {
  readonly report: TaskReport;
  readonly lines: ReadonlyMap<string, TaskUnit>;
  /** Attainment by unit; empty without a 任务台账. */
  readonly attainments: ReadonlyMap<string, Fraction>;
  readonly weight: Fraction | null;
  /** The task whose weight it shares: its own id, or that of the recurring task. */
  readonly shares: string;
}

/** Judges a task for each of its units by what 任务台账 says; a unit without an entry has not started. */
export function judgeTask(task: Duty, ledger: Evidence["tasks"], asOf: Day): JudgedTask {
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
  return {
    report: { ...describe(task), units },
    lines: new Map(units.map((line) => [line.unit, line])),
    attainments,
    weight: task.weight,
    shares: task.of ?? task.id,
  };
}

const notStarted: TaskEntry = { status: null, completedOn: null, rate: null, evidence: null };

function judgeEntry(task: Duty, unit: Unit, entry: TaskEntry | null, asOf: Day) {
  const due = dueIn(task.deadline, task.ongoing, asOf);
  const daysLeft = due === null ? null : due - asOf;
  const line: TaskUnit = {
    unit: unit.name,
    status: "no-data",
    done: null,
    completedOn: null,
    late: false,
    rate: null,
    attainment: null,
    daysLeft,
    evidence: null,
  };
  if (entry === null) return { line, attainment: null };
  const done = entry.completedOn !== null || entry.status === DONE;
  const late = entry.completedOn !== null && isLate(task, entry.completedOn);
  const passed = due !== null && asOf > due;
  // Nobody can be behind with what has not begun.
  const begun = task.start === null || task.start <= asOf;
  const status: TaskUnit["status"] = done ? "met" : passed ? "overdue" : "open";
  return {
    line: {
      ...line,
      status,
      done,
      completedOn: entry.completedOn === null ? null : formatDay(entry.completedOn),
      late,
      rate: jsonNumberOrNull(entry.rate),
      evidence: entry.evidence,
    },
    attainment: done ? ONE : begun ? (entry.rate ?? ZERO) : null,
  };
}

/** Held against the deadline that was in force on the day of completion, not against a later year's. */
function isLate(task: Duty, completedOn: Day): boolean {
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
  const weighed = new Map<string, JudgedTask[]>();
  for (const task of tasks)
    if (task.weight !== null) weighed.set(task.shares, [...(weighed.get(task.shares) ?? []), task]);
  const groups = [...weighed.values(), tasks.filter((task) => task.weight === null)];
  const partOf = (group: readonly JudgedTask[], pick: (task: JudgedTask) => Reached | null): Part[] => {
    const reached = group.flatMap((task) => ({ task, ...pick(task) })).filter(isReached);
    const weight = group[0]?.weight ?? ONE;
    if (reached.length === 0 || weight.equals(0)) return [];
    const attainment = meanOf(reached.map((one) => one.attainment));
    const steps = reached.flatMap((one) => stepOf(one, reached.length));
    return [{ weight, status: "open", attainment, counted: false, steps }];
  };
  return {
    whole: groups.flatMap((group) => partOf(group, (task) => reachedBy(task, [...task.attainments.keys()]))),
    unitParts: (unit) => groups.flatMap((group) => partOf(group, (task) => reachedBy(task, [unit]))),
  };
}

interface Reached {
  readonly attainment: Fraction;
  /** Of the units that have not done it yet. */
  readonly pending: readonly TaskUnit["status"][];
}

interface ReachedTask extends Reached {
  readonly task: JudgedTask;
}

function isReached(one: { task: JudgedTask } & Partial<Reached>): one is ReachedTask {
  return one.attainment !== undefined;
}

/** How far some units are with a task; null where none of them is judged by it. */
function reachedBy({ lines, attainments }: JudgedTask, units: readonly string[]): Reached | null {
  const shares = units.flatMap((unit) => attainments.get(unit) ?? []);
  if (shares.length === 0) return null;
  const pending = units.flatMap((unit) => {
    const line = lines.get(unit);
    return line?.done === false ? [line.status] : [];
  });
  return { attainment: meanOf(shares), pending };
}

function stepOf({ task, attainment, pending }: ReachedTask, parts: number): Step[] {
  if (pending.length === 0) return [];
  const status = pending.includes("overdue") ? "overdue" : "open";
  const none = { work: null, recoverable: null };
  return [{ kind: "task", id: task.report.id, status, attainment, ...none, pieces: pending.length, parts }];
}

function meanOf(shares: readonly Fraction[]): Fraction {
  return shares.reduce((sum, share) => sum.add(share), ZERO).div(shares.length);
}

function describe(task: Duty): Omit<TaskReport, "units"> {
  return {
    id: task.id,
    of: task.of,
    clause: task.clause,
    name: task.name,
    start: task.start === null ? null : formatDay(task.start),
    deadline: task.deadline === null ? null : formatDay(task.deadline),
    ongoing: task.ongoing,
    recurrence: task.recurrence === null ? null : recurrenceText(task.recurrence),
    responsible: [...task.responsible],
    lead: [...task.lead],
    note: task.note,
  };
}
