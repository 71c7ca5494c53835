import type { Readable } from "node:stream";
import type { ResolvedInputs } from "../../ingest/inputs.ts";
import type { openInput } from "../../ingest/open.ts";
import type { ReadLimits } from "../../ingest/reader.ts";
import type { Day } from "../../model/day.ts";
import type { FoundGroup, LedgerAsks, LedgerFindings } from "../../model/ledger.ts";
import type { Mapping } from "../../model/mapping.ts";
import type { Plan } from "../../model/plan.ts";
import type { Row, Value } from "../../model/value.ts";
import { TaskAnswers } from "../answers.ts";
import { surroundingsOf } from "../around.ts";
import { DatasetRun, type Demand } from "../dataset-run.ts";
import { demandsOf } from "../demands.ts";
import { type OpenSheet, openSheets } from "../open-sheets.ts";
import { QualityBook } from "../quality.ts";
import { labelsOf, placesIn, readDataset } from "../read-dataset.ts";
import { REPORTED, TASK_LEDGER } from "../reserved.ts";
import { UnitTable } from "../unit-table.ts";
import type { Collector } from "./collector.ts";
import { collectorFor } from "./collectors.ts";
import { Entries } from "./entries.ts";
import { ledgerFields } from "./ledger-fields.ts";
import { Records, type SeenRow } from "./records.ts";
import { curesOf, outsideOf, type Search, searchFor, withFigures } from "./searches.ts";
import { shortNames } from "./short-names.ts";

export interface LedgerReading {
  readonly asOf: Day;
  readonly limits: ReadLimits;
  readonly stdin: Readable;
  readonly mapping?: Mapping | null;
  /** Opens inputs in another way than from disk, such as ones that are still open. */
  readonly open?: typeof openInput;
  /** Of rows for each unit and indicator. */
  readonly most: number;
}

/** Goes through the inputs again for the rows behind what is not met, by the fates that they had. */
export async function readLedger(
  plan: Plan,
  inputs: ResolvedInputs,
  asks: LedgerAsks,
  reading: LedgerReading,
): Promise<LedgerFindings> {
  const options = { ...reading, quality: new QualityBook(), asked: plan };
  const { files, sheets } = await openSheets(inputs, plan.dictionary, options);
  try {
    return await new LedgerRun(plan, sheets, asks, reading).find();
  } finally {
    await Promise.all(files.map((file) => file.close()));
  }
}

interface Collected extends Search {
  readonly collector: Collector;
}

class LedgerRun {
  private readonly plan: Plan;
  private readonly sheets: readonly OpenSheet[];
  private readonly asks: LedgerAsks;
  private readonly reading: LedgerReading;
  /** One for both times that rows are read: units keep their numbers. */
  private readonly units: UnitTable;
  private readonly searches: readonly Collected[];
  private readonly entries: Entries;

  constructor(plan: Plan, sheets: readonly OpenSheet[], asks: LedgerAsks, reading: LedgerReading) {
    this.plan = plan;
    this.sheets = sheets;
    this.asks = asks;
    this.reading = reading;
    this.units = new UnitTable(plan.directory, plan.dictionary.words.whole);
    this.searches = asks.indicators.flatMap((ask) => {
      const search = searchFor(ask, plan, this.units, reading.most);
      return search === null ? [] : [{ ...search, collector: collectorFor(search.way, search.about) }];
    });
    this.entries = new Entries(plan, this.units);
  }

  async find(): Promise<LedgerFindings> {
    const surveyed = new Set(this.searches.flatMap(({ collector }) => collector.surveyed));
    if (surveyed.size > 0) await this.readAll((name) => surveyed.has(name), true);
    const listed = new Set([...this.searches.map(({ collector }) => collector.listed), ...this.answered()]);
    await this.readAll((name) => listed.has(name), false);
    return { groups: this.groups(), cures: curesOf(this.searches), outside: outsideOf(this.searches) };
  }

  private answered(): string[] {
    const reported = this.asks.indicators.some((ask) => ask.reported);
    return [...(reported ? [REPORTED] : []), ...(this.asks.tasks.size > 0 ? [TASK_LEDGER] : [])];
  }

  /** Reads the wanted datasets, and before them those that they look into. */
  private async readAll(wanted: (dataset: string) => boolean, survey: boolean): Promise<void> {
    const { plan, sheets, units, reading } = this;
    const indicators = this.searches.map(({ indicator }) => indicator);
    const asked = { ...plan, indicators };
    const demands = demandsOf(asked);
    const runs = new Map<string, DatasetRun>();
    const around = surroundingsOf(plan, runs, reading.asOf, units);
    const nameOf = shortNames(sheets.map(({ file }) => file.file));
    const place = placesIn(sheets);
    const placeOf = (sheet: number) => ({ file: nameOf(place(sheet).file), sheet: place(sheet).sheet });
    const tasks = new TaskAnswers(plan, units, new QualityBook());
    for (const name of demands.order) {
      const dataset = plan.dictionary.datasets.get(name);
      const demand = demands.of(name);
      const looked = demand.joins.length > 0 || demand.lookedUp.size > 0;
      if (dataset === undefined || !(wanted(name) || looked)) continue;
      if (!sheets.some(({ binding }) => binding?.dataset.name === name)) continue;
      const run = new DatasetRun(dataset, this.demandOf(demand, name), around, units);
      runs.set(name, run);
      const records = new Records(run, placeOf);
      const takers = this.takersOf({ run, around, records }, survey);
      const onUsed = (row: Row, place: SeenRow["place"], _: unknown, column: number) => {
        const seen = { row, place, column };
        for (const take of takers) take(seen);
      };
      const keyBeside = (row: readonly Value[]) => tasks.periodOf(row, run.layout);
      await readDataset(run, sheets, {
        plan,
        asOf: reading.asOf,
        units,
        labels: labelsOf(plan),
        qualityOf: () => new QualityBook(),
        onUsed,
        ...(name === TASK_LEDGER ? { keyBeside } : {}),
      });
    }
  }

  private takersOf(
    reading: Parameters<Collector["collect"]>[0],
    survey: boolean,
  ): ((seen: SeenRow) => void)[] {
    const { name } = reading.run.dataset;
    const collectors = this.searches.map(({ collector }) => collector);
    if (survey)
      return collectors
        .filter(({ surveyed }) => surveyed.includes(name))
        .flatMap((collector) => collector.survey?.(reading) ?? [])
        .map(
          (take) =>
            ({ row }: SeenRow) =>
              take(row),
        );
    const takers = collectors.filter(({ listed }) => listed === name).map((one) => one.collect(reading));
    return name === REPORTED || name === TASK_LEDGER ? [...takers, this.entries.taker(reading)] : takers;
  }

  private demandOf({ fields, joins, lookedUp }: Demand, name: string): Demand {
    const dataset = this.plan.dictionary.datasets.get(name);
    const own = this.searches.filter(({ collector }) => collector.listed === name);
    const told =
      dataset === undefined
        ? []
        : ledgerFields(
            dataset,
            own.map(({ indicator }) => indicator.ease),
          );
    return { fields: new Set([...fields, ...told]), aggregates: [], joins, lookedUp };
  }

  private groups(): FoundGroup[] {
    const found = this.searches.flatMap(({ ask, collector }) => withFigures(ask, collector.groups()));
    const reported = this.asks.indicators
      .filter((ask) => ask.reported)
      .flatMap((ask) => this.entries.reported(ask));
    return [...found, ...reported, ...this.entries.tasksFor(this.asks.tasks)];
  }
}
