import type Fraction from "fraction.js";
import type { Layout } from "../measure/layout.ts";
import type { UnitNumber } from "../measure/tally.ts";
import type { Day } from "../model/day.ts";
import type { IndicatorEvidence, ReportedFigure, TaskEntry } from "../model/evidence.ts";
import { type Exact, fraction } from "../model/exact.ts";
import type { Plan } from "../model/plan.ts";
import { RuleNames } from "../model/rule-names.ts";
import type { Row, Value } from "../model/value.ts";
import type { QualityBook } from "./quality.ts";
import { REPORTED, TASK_LEDGER } from "./reserved.ts";
import { TaskIds } from "./task-ids.ts";
import type { UnitTable } from "./unit-table.ts";

type Reported = IndicatorEvidence["reported"];

/** Collects 指标填报: for each indicator the last value of the whole and of each unit. */
export class ReportedAnswers {
  private readonly byIndicator = new Map<
    string,
    { whole: ReportedFigure | null; units: Map<string, ReportedFigure> }
  >();
  private readonly names: RuleNames;
  private readonly units: UnitTable;
  private readonly quality: QualityBook;

  constructor(plan: Plan, units: UnitTable, quality: QualityBook) {
    this.names = new RuleNames(plan.indicators);
    this.units = units;
    this.quality = quality;
  }

  take(row: Row, layout: Layout, at: string): void {
    const value = (field: string): Value => row[layout.indexOf(field)] ?? null;
    const written = String(value("指标编号") ?? "");
    const id = this.names.find(written);
    if (id === undefined) {
      this.quality.note("unknown-answer", { dataset: REPORTED, id: written.slice(0, 60) });
      return;
    }
    const figure: ReportedFigure = {
      value: exact(value("数值")),
      numerator: exact(value("分子")),
      denominator: exact(value("分母")),
      day: value("统计日期") as Day | null,
      at,
    };
    const entry = this.byIndicator.get(id) ?? { whole: null, units: new Map() };
    this.byIndicator.set(id, entry);
    const unit = this.units.nameOf(this.units.numberOf(value("责任单位")));
    const before = unit === null ? entry.whole : entry.units.get(unit);
    if (before != null && before.day === figure.day)
      this.quality.note("answer-twice", { id, unit: unit ?? "", first: before.at, again: at });
    if (unit === null) entry.whole = later(entry.whole, figure);
    else entry.units.set(unit, later(entry.units.get(unit) ?? null, figure));
  }

  of(indicator: string): Reported {
    return this.byIndicator.get(indicator) ?? { whole: null, units: new Map() };
  }
}

function later(a: ReportedFigure | null, b: ReportedFigure): ReportedFigure {
  return a === null || (b.day ?? Number.NEGATIVE_INFINITY) > (a.day ?? Number.NEGATIVE_INFINITY) ? b : a;
}

/** Collects 任务台账: the entry of each unit for each task. */
export class TaskAnswers {
  readonly byTask = new Map<string, Map<string, TaskEntry>>();
  private readonly ids: TaskIds;
  private readonly units: UnitTable;
  private readonly quality: QualityBook;

  constructor(plan: Plan, units: UnitTable, quality: QualityBook) {
    this.ids = new TaskIds(plan.tasks);
    this.units = units;
    this.quality = quality;
  }

  /** `future` are the fields whose events are dated after as-of. */
  take(row: Row, layout: Layout, future: ReadonlySet<string>): void {
    const value = (field: string): Value => row[layout.indexOf(field)] ?? null;
    const written = String(value("任务编号") ?? "");
    const id = this.ids.find(written, value("完成日期") as Day | null);
    if (id === undefined) {
      this.quality.note("unknown-answer", { dataset: TASK_LEDGER, id: written.slice(0, 60) });
      return;
    }
    const number: UnitNumber = this.units.numberOf(value("责任单位"));
    const unit = this.units.nameOf(number);
    if (unit === null) {
      this.quality.note("task-without-unit", { id });
      return;
    }
    const entries = this.byTask.get(id) ?? new Map<string, TaskEntry>();
    this.byTask.set(id, entries);
    // One row may say its period by ID@DATE and another by the day of completion: the first counts.
    if (!entries.has(unit))
      entries.set(unit, {
        // Done on a day after as-of is not done yet, whatever the status says.
        status: future.has("完成日期") ? null : (value("状态") as string | null),
        completedOn: value("完成日期") as Day | null,
        rate: exact(value("完成率")),
        evidence: value("佐证材料") as string | null,
      });
  }

  /** Tells rows of one recurring task apart by their periods. */
  periodOf(row: readonly Value[], layout: Layout): string {
    const at = (field: string): Value => row[layout.indexOf(field)] ?? null;
    const id = this.ids.find(String(at("任务编号") ?? ""), at("完成日期") as Day | null);
    return id?.includes("@") ? id : "";
  }
}

function exact(value: Value): Fraction | null {
  return value === null ? null : fraction(value as Exact);
}
