import { addressOf } from "../../ingest/address.ts";
import type { Labels } from "../../ingest/labels.ts";
import type { Day } from "../../model/day.ts";
import { formatDay } from "../../model/day.ts";
import type { Evidence } from "../../model/evidence.ts";
import { periodAt } from "../../model/period.ts";
import type { Plan } from "../../model/plan.ts";
import { fail } from "../../problem.ts";
import { ReportedAnswers, TaskAnswers } from "../answers.ts";
import { surroundingsOf } from "../around.ts";
import { DatasetRun } from "../dataset-run.ts";
import { type Demands, demandsOf, neededBy } from "../demands.ts";
import type { Engine } from "../engine.ts";
import { evidenceOf, type Tallied } from "../indicator-evidence.ts";
import { everyLack, type Held, lacksOf } from "../lacks.ts";
import type { OpenSheet } from "../open-sheets.ts";
import { QualityBook } from "../quality.ts";
import { labelsOf, placesIn, readDataset, type ScannedSheet } from "../read-dataset.ts";
import { REPORTED, TASK_LEDGER } from "../reserved.ts";
import { noteDataset } from "../sheet-notes.ts";
import { UnitTable } from "../unit-table.ts";
import { Asked } from "./asked.ts";
import type { BoundTable } from "./bound-table.ts";
import { CountedDataset } from "./counted-dataset.ts";
import type { Database } from "./database.ts";
import { noteCounted } from "./notes.ts";
import { Readings } from "./readings.ts";
import type { RunContext } from "./run-context.ts";
import { sheetOf } from "./small-tables.ts";
import { strangersIn } from "./strangers.ts";
import { inputsOf } from "./table-reports.ts";

export interface SqlOptions {
  readonly asOf: Day;
  readonly allowEmpty: boolean;
  /** Which table holds which dataset. */
  readonly tables: readonly BoundTable[];
  /** What was said of the inputs while they were opened. */
  readonly quality?: QualityBook;
  readonly synthetic?: boolean;
}

/** Has a database count: what adds up comes back by unit, and is divided and compared here. */
export function sqlEngine(database: Database, options: SqlOptions): Engine {
  return { gather: (plan) => new SqlRun(plan, database, options).gather() };
}

/** A dataset whose few rows came back whole. */
interface ReadTable {
  readonly run: DatasetRun;
  readonly table: BoundTable;
  readonly scans: readonly ScannedSheet[];
}

class SqlRun {
  private readonly quality: QualityBook;
  private readonly counted = new Map<string, CountedDataset>();
  private readonly read = new Map<string, ReadTable>();
  private readonly units: UnitTable;
  private readonly labels: Labels;
  private readonly reported: ReportedAnswers;
  private readonly tasks: TaskAnswers;
  private readonly plan: Plan;
  private readonly options: SqlOptions;
  private readonly asked: Asked;
  private readonly context: RunContext;
  private readonly demands: Demands;

  constructor(plan: Plan, database: Database, options: SqlOptions) {
    const { counted } = this;
    const quality = options.quality ?? new QualityBook();
    this.quality = quality;
    this.plan = plan;
    this.options = options;
    this.asked = new Asked(database);
    this.units = new UnitTable(plan.directory, plan.dictionary.words.whole);
    this.labels = labelsOf(plan);
    this.reported = new ReportedAnswers(plan, this.units, quality);
    this.tasks = new TaskAnswers(plan, this.units, quality);
    this.demands = demandsOf(plan);
    const { asOf } = options;
    this.context = {
      plan,
      dialect: database.dialect,
      asOf,
      period: periodAt(plan.period, asOf),
      units: this.units,
      labels: this.labels,
      readings: new Readings(plan),
      around: surroundingsOf(plan, new Map(), asOf, this.units),
      quality,
      ask: (statement) => this.asked.ask(statement),
      rowsOf: (dataset) => counted.get(dataset),
    };
  }

  async gather(): Promise<Evidence> {
    const { plan, options, context } = this;
    const { tables } = options;
    if (tables.length === 0) fail("D042", {}, { needed: neededBy(plan).join("、") });
    const needed = new Set(neededBy(plan));
    for (const name of this.demands.order) {
      const table = tables.find(({ dataset }) => dataset.name === name);
      if (table === undefined || !needed.has(name)) continue;
      if (name === REPORTED || name === TASK_LEDGER) {
        this.read.set(name, await this.readWhole(table));
        continue;
      }
      const dataset = new CountedDataset(table, this.demands.of(name), context);
      await dataset.sort();
      this.counted.set(name, dataset);
      await dataset.count();
    }
    const used = [...this.runs.values()].reduce((sum, { used }) => sum + used, 0);
    if (!options.allowEmpty && used === 0) this.refuseEmpty();
    return this.evidence();
  }

  private get runs(): ReadonlyMap<string, Tallied & { readonly used: number }> {
    const runs = new Map<string, Tallied & { readonly used: number }>(this.counted);
    for (const [name, { run }] of this.read) runs.set(name, run);
    return runs;
  }

  private refuseEmpty(): never {
    const fates = new Map<string, number>();
    for (const { counts } of this.counted.values()) {
      for (const [reason, rows] of Object.entries({ ...counts.excluded, rejected: counts.rejected }))
        if (rows > 0) fates.set(reason, (fates.get(reason) ?? 0) + rows);
    }
    return fail("D013", {}, { asOf: formatDay(this.options.asOf), ...Object.fromEntries(fates) });
  }

  private async readWhole(table: BoundTable): Promise<ReadTable> {
    const { plan, options, units, labels, quality, context } = this;
    const run = new DatasetRun(table.dataset, this.demands.of(table.dataset.name), context.around, units);
    const all: readonly OpenSheet[] = table.sheets ?? [await sheetOf(table, context)];
    const placeOf = placesIn(all);
    const isLedger = table.dataset.name === TASK_LEDGER;
    const scans = await readDataset(run, all, {
      plan,
      asOf: options.asOf,
      units,
      labels,
      qualityOf: () => quality,
      ...(isLedger ? { keyBeside: (row) => this.tasks.periodOf(row, run.layout) } : {}),
      onUsed: (row, place, future, column) => {
        const { file, sheet } = placeOf(place.sheet);
        const at = table.sheets === undefined ? "" : ` › ${addressOf(column, place.row)}`;
        if (isLedger) this.tasks.take(row, run.layout, future);
        else this.reported.take(row, run.layout, `${file} › ${sheet}${at}`);
      },
    });
    noteDataset(run, scans, plan, quality);
    return { run, table, scans };
  }

  private evidence(): Evidence {
    const { plan, options, units, quality, runs } = this;
    const held = this.held();
    const indicators = plan.indicators.map((indicator) => {
      const lacks = lacksOf(indicator.measure, plan.dictionary, held);
      const reported = this.reported.of(indicator.id);
      return [indicator.id, evidenceOf(indicator, lacks, runs, units, reported, quality)] as const;
    });
    const { database } = this.asked;
    for (const { id, clause, measure } of plan.indicators) {
      const sides = [measure.of, measure.to].filter((side) => side?.approximate === true);
      if (sides.some((side) => this.counted.has(side?.dataset ?? "")))
        quality.note("estimated", { indicator: id, clause });
    }
    if (this.counted.size > 0) quality.note("counted-in-database", { database: database.name });
    for (const dataset of this.counted.values()) noteCounted(dataset, plan, quality);
    const strangers = strangersIn(
      [...this.counted.values()],
      [...this.read.values()].map(({ run }) => run),
      units,
    );
    const scans = [...this.read.values()].flatMap((read) =>
      read.scans.map(({ scan }) => ({ ...read, scan })),
    );
    return {
      indicators: new Map(indicators),
      tasks: this.isFilled(TASK_LEDGER) ? this.tasks.byTask : null,
      strangers: strangers.map(({ name }) => name),
      inputs: inputsOf([...this.counted.values()], scans, this.asked),
      synthetic: options.synthetic ?? false,
      quality: { ...quality.finish(strangers), lacks: everyLack(plan, held) },
    };
  }

  /** A ledger that nobody has touched says nothing about tasks. */
  private isFilled(dataset: string): boolean {
    return this.held().some(({ binding, unfilled }) => binding?.dataset.name === dataset && !unfilled);
  }

  private held(): Held[] {
    const { tables } = this.options;
    return tables.map(({ dataset, columns, unmatched, sheets }) => {
      const refused = this.counted.get(dataset.name)?.cells.refused ?? [];
      const kept = [...columns.values()].filter(({ field }) => !refused.includes(field.name));
      const unfilled = sheets?.every((sheet) => sheet.unfilled) ?? false;
      return { unfilled, binding: { dataset, columns: kept, unmatched } };
    });
  }
}
