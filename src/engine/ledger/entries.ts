import type { Day } from "../../model/day.ts";
import type { FoundGroup, FoundRow, LedgerAsk, LedgerPlace, TaskAsks } from "../../model/ledger.ts";
import type { Plan } from "../../model/plan.ts";
import { ReportedAnswers } from "../answers.ts";
import { QualityBook } from "../quality.ts";
import { REPORTED } from "../reserved.ts";
import { TaskIds } from "../task-ids.ts";
import type { UnitTable } from "../unit-table.ts";
import type { Reading } from "./collector.ts";
import type { SeenRow } from "./records.ts";

/** The cells of 指标填报 and the rows of 任务台账 that answers were taken from. */
export class Entries {
  private readonly answers: ReportedAnswers;
  private readonly ids: TaskIds;
  private readonly units: UnitTable;
  /** Of answers, which tell no more than the number of their place. */
  private readonly places: LedgerPlace[] = [];
  private readonly tasks = new Map<string, Map<string, { place: LedgerPlace; status: string | null }>>();

  constructor(plan: Plan, units: UnitTable) {
    this.units = units;
    this.answers = new ReportedAnswers(plan, units, new QualityBook());
    this.ids = new TaskIds(plan.tasks);
  }

  taker(reading: Reading): (seen: SeenRow) => void {
    return reading.run.dataset.name === REPORTED ? this.answerTaker(reading) : this.taskTaker(reading);
  }

  private answerTaker({ run, records }: Reading): (seen: SeenRow) => void {
    return ({ row, place, column }) => {
      const at = this.places.push(records.at(place, column, column)) - 1;
      this.answers.take(row, run.layout, String(at));
    };
  }

  private taskTaker({ run, records }: Reading): (seen: SeenRow) => void {
    const { layout } = run;
    return ({ row, place, column }) => {
      const value = (field: string) => row[layout.indexOf(field)] ?? null;
      const id = this.ids.find(String(value("任务编号") ?? ""), value("完成日期") as Day | null);
      const unit = this.units.nameOf(this.units.numberOf(value("责任单位")));
      if (id === undefined || unit === null) return;
      const entries = this.tasks.get(id) ?? new Map();
      this.tasks.set(id, entries);
      // As in the assessment, the first entry counts.
      if (!entries.has(unit))
        entries.set(unit, { place: records.at(place, column, null), status: value("状态") as string | null });
    };
  }

  /** The cell of each unit's answer, or of the whole's. */
  reported(ask: LedgerAsk): FoundGroup[] {
    const { whole, units } = this.answers.of(ask.indicator);
    const rowFor = (at: string | undefined): FoundRow => ({
      ...nothing,
      fault: at === undefined ? { kind: "figure" } : { kind: "reported" },
      place: at === undefined ? null : (this.places[Number(at)] ?? null),
    });
    const group = (unit: string | null, rows: readonly FoundRow[]): FoundGroup => ({
      indicator: ask.indicator,
      unit,
      rows,
      total: rows.length,
      amount: null,
      order: "reading",
    });
    if (!ask.shared) return [...ask.units.keys()].map((unit) => group(unit, [rowFor(units.get(unit)?.at)]));
    if (whole !== null || units.size === 0) return [group(null, [rowFor(whole?.at)])];
    // The whole was pooled from the units' answers.
    return [...units].flatMap(([unit, { at }]) => (ask.units.has(unit) ? [group(unit, [rowFor(at)])] : []));
  }

  tasksFor(asks: TaskAsks): FoundGroup[] {
    return [...asks].flatMap(([task, units]) =>
      units.map((unit) => {
        const entry = this.tasks.get(task)?.get(unit);
        const row: FoundRow = {
          ...nothing,
          fault: entry === undefined ? { kind: "task-missing" } : { kind: "task", status: entry.status },
          place: entry?.place ?? null,
          weight: 1,
        };
        return { indicator: task, unit, rows: [row], total: 1, amount: 1, order: "reading" as const };
      }),
    );
  }
}

const nothing = { key: null, identity: "", label: null, owner: null, day: null, weight: null } as const;
