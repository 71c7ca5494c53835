import type Fraction from "fraction.js";
import type { Layout } from "../measure/layout.ts";
import type { UnitNumber } from "../measure/tally.ts";
import type { Day } from "../model/day.ts";
import type { IndicatorEvidence, ReportedFigure, TaskEntry } from "../model/evidence.ts";
import { type Exact, fraction } from "../model/exact.ts";
import type { Plan } from "../model/plan.ts";
import { spelling } from "../model/reading/text.ts";
import type { Row, Value } from "../model/value.ts";
import type { QualityBook } from "./quality.ts";
import { REPORTED, TASK_LEDGER } from "./reserved.ts";
import type { UnitTable } from "./unit-table.ts";

type Reported = IndicatorEvidence["reported"];

/** Collects 指标填报: for each indicator the last value of the whole and of each unit. */
export class ReportedAnswers {
  private readonly byIndicator = new Map<
    string,
    { whole: ReportedFigure | null; units: Map<string, ReportedFigure> }
  >();
  private readonly ids: Map<string, string>;
  private readonly units: UnitTable;
  private readonly quality: QualityBook;

  constructor(plan: Plan, units: UnitTable, quality: QualityBook) {
    this.ids = idsBySpelling(plan.indicators);
    this.units = units;
    this.quality = quality;
  }

  take(row: Row, layout: Layout, at: string): void {
    const value = (field: string): Value => row[layout.indexOf(field)] ?? null;
    const written = String(value("指标编号") ?? "");
    const id = this.ids.get(spelling(written));
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
  private readonly ids: Map<string, string>;
  private readonly units: UnitTable;
  private readonly quality: QualityBook;

  constructor(plan: Plan, units: UnitTable, quality: QualityBook) {
    this.ids = idsBySpelling(plan.tasks);
    this.units = units;
    this.quality = quality;
  }

  take(row: Row, layout: Layout): void {
    const value = (field: string): Value => row[layout.indexOf(field)] ?? null;
    const written = String(value("任务编号") ?? "");
    const id = this.ids.get(spelling(written));
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
    entries.set(unit, {
      status: value("状态") as string | null,
      completedOn: value("完成日期") as Day | null,
      rate: exact(value("完成率")),
      evidence: value("佐证材料") as string | null,
    });
  }
}

/** People write an id, or the clause or name where these are unique. */
function idsBySpelling(rules: readonly { id: string; clause: string; name: string }[]): Map<string, string> {
  const ids = new Map<string, string>();
  for (const key of ["clause", "name"] as const) {
    const counts = new Map<string, number>();
    for (const rule of rules) counts.set(spelling(rule[key]), (counts.get(spelling(rule[key])) ?? 0) + 1);
    for (const rule of rules)
      if (counts.get(spelling(rule[key])) === 1) ids.set(spelling(rule[key]), rule.id);
  }
  for (const rule of rules) ids.set(spelling(rule.id), rule.id);
  return ids;
}

function exact(value: Value): Fraction | null {
  return value === null ? null : fraction(value as Exact);
}
