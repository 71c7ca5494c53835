import type { Readable } from "node:stream";
import { addressOf } from "../ingest/address.ts";
import { heldFields } from "../ingest/binding.ts";
import type { ResolvedInputs } from "../ingest/inputs.ts";
import type { Labels } from "../ingest/labels.ts";
import type { openInput } from "../ingest/open.ts";
import type { ReadLimits } from "../ingest/reader.ts";
import { Readers } from "../ingest/workers/readers.ts";
import { type Day, formatDay } from "../model/day.ts";
import type { Evidence } from "../model/evidence.ts";
import type { Mapping } from "../model/mapping.ts";
import type { Plan } from "../model/plan.ts";
import type { SheetReport } from "../model/report.ts";
import { RuleNames } from "../model/rule-names.ts";
import { usageOf } from "../model/usage.ts";
import type { Row, Value } from "../model/value.ts";
import { fail } from "../problem.ts";
import { ReportedAnswers, TaskAnswers } from "./answers.ts";
import { surroundingsOf } from "./around.ts";
import { DatasetRun } from "./dataset-run.ts";
import { demandsOf, neededBy } from "./demands.ts";
import type { Engine } from "./engine.ts";
import { evidenceOf } from "./indicator-evidence.ts";
import type { RowPlace } from "./key-index.ts";
import { everyLack, lacksOf } from "./lacks.ts";
import { type OpenSheet, openSheets, unusedAs } from "./open-sheets.ts";
import { QualityBook } from "./quality.ts";
import { labelsOf, placesIn, readDataset } from "./read-dataset.ts";
import { REPORTED, TASK_LEDGER } from "./reserved.ts";
import { DatasetSanity } from "./sanity.ts";
import { noCounts, type SheetCounts } from "./sheet-counts.ts";
import { noteDataset } from "./sheet-notes.ts";
import { UnitTable } from "./unit-table.ts";

/** Platforms are exported every week or two: older data than this deserves a question. */
const STALE_AFTER_DAYS = 7;
/** Nobody mends more names by hand: so many strangers are a column that holds something else. */
const MOST_SUGGESTIONS = 1_000;

export interface FilesOptions {
  readonly asOf: Day;
  readonly limits: ReadLimits;
  readonly stdin: Readable;
  /** Accept inputs without a single usable row. */
  readonly allowEmpty: boolean;
  /** How sheets are to be read where their headings do not say it. */
  readonly mapping?: Mapping | null;
  /** Opens inputs in another way than from disk. */
  readonly open?: typeof openInput;
  /** Threads that share the work, this one included: the others read ahead. */
  readonly jobs?: number;
}

/** Tallies rows that stream from spreadsheets, each sheet once, in this thread, whoever reads them. */
export function filesEngine(inputs: ResolvedInputs, options: FilesOptions): Engine {
  return { gather: (plan) => new FilesRun(plan, options).gather(inputs) };
}

class FilesRun {
  private readonly quality = new QualityBook();
  private readonly runs = new Map<string, DatasetRun>();
  private readonly sanity: DatasetSanity[] = [];
  private readonly counts = new Map<OpenSheet, SheetCounts>();
  private readonly units: UnitTable;
  private readonly labels: Labels;
  private readonly reported: ReportedAnswers;
  private readonly tasks: TaskAnswers;
  private readonly plan: Plan;
  private readonly options: FilesOptions;

  constructor(plan: Plan, options: FilesOptions) {
    this.plan = plan;
    this.options = options;
    this.units = new UnitTable(plan.directory, plan.dictionary.words.whole);
    this.labels = labelsOf(plan);
    this.reported = new ReportedAnswers(plan, this.units, this.quality);
    this.tasks = new TaskAnswers(plan, this.units, this.quality);
  }

  async gather(inputs: ResolvedInputs): Promise<Evidence> {
    const { jobs = 1 } = this.options;
    if (jobs <= 1) return this.gatherBy(inputs, null);
    const readers = new Readers(jobs - 1);
    try {
      return await this.gatherBy(inputs, readers);
    } finally {
      await readers.stop();
    }
  }

  private async gatherBy(inputs: ResolvedInputs, readers: Readers | null): Promise<Evidence> {
    const { plan, options, quality } = this;
    const { files, sheets } = await openSheets(inputs, plan.dictionary, { ...options, quality, asked: plan });
    try {
      const demands = demandsOf(plan);
      if (sheets.every((sheet) => sheet.binding === null)) this.refuseStrange(sheets);
      const around = surroundingsOf(plan, this.runs, options.asOf, this.units);
      await readers?.ahead(inReadingOrder(sheets, demands.order).map(({ source }) => source));
      for (const name of demands.order) {
        const dataset = plan.dictionary.datasets.get(name);
        if (dataset === undefined || !sheets.some((sheet) => sheet.binding?.dataset.name === name)) continue;
        const run = new DatasetRun(dataset, demands.of(name), around, this.units);
        this.runs.set(name, run);
        await this.read(run, sheets);
      }
      for (const sheet of sheets) if (sheet.binding === null) await this.countOnly(sheet);
      if (!options.allowEmpty && [...this.runs.values()].every((run) => run.used === 0)) this.refuseEmpty();
      return this.evidence(files, sheets);
    } finally {
      // Before the files that they read are closed.
      await readers?.stop();
      await Promise.all(files.map((file) => file.close()));
    }
  }

  private refuseEmpty(): never {
    const fates = new Map<string, number>();
    for (const { rejected, excluded } of this.counts.values()) {
      for (const [reason, rows] of Object.entries({ ...excluded, rejected })) {
        if (rows > 0) fates.set(reason, (fates.get(reason) ?? 0) + rows);
      }
    }
    const with_ = { asOf: formatDay(this.options.asOf), ...Object.fromEntries(fates) };
    return fail("D013", {}, with_);
  }

  private refuseStrange(sheets: readonly OpenSheet[]): never {
    const needed = neededBy(this.plan).join("、");
    const [first] = sheets;
    return fail("D007", first === undefined ? {} : { file: first.file.file }, { needed });
  }

  private async read(run: DatasetRun, sheets: readonly OpenSheet[]): Promise<void> {
    const { plan, options, units, labels, quality } = this;
    const onUsed = this.consumerOf(run, placesIn(sheets));
    const sanity = this.sanityOf(run, sheets);
    const reading = { plan, asOf: options.asOf, units, labels, qualityOf: () => quality, onUsed, sanity };
    const keyBeside = (row: readonly Value[]) => this.tasks.periodOf(row, run.layout);
    const keyed = run.dataset.name === TASK_LEDGER ? { ...reading, keyBeside } : reading;
    const scans = await readDataset(run, sheets, keyed);
    for (const { sheet, scan } of scans) this.counts.set(sheet, scan.counts);
    noteDataset(run, scans, plan, quality);
  }

  private sanityOf(run: DatasetRun, sheets: readonly OpenSheet[]): DatasetSanity {
    const { plan, options, units, runs } = this;
    const names = new RuleNames(plan.indicators);
    const percents = new Set(plan.indicators.flatMap(({ id, measuredIn }) => (measuredIn === "%" ? id : [])));
    const sanity = new DatasetSanity(run, {
      asOf: options.asOf,
      units,
      literal: surroundingsOf(plan, runs, options.asOf, units).literal,
      isPercent: (written) => percents.has(names.find(written) ?? ""),
      runOf: (name) => runs.get(name),
      placeOf: placesIn(sheets),
    });
    this.sanity.push(sanity);
    return sanity;
  }

  private consumerOf(run: DatasetRun, placeOf: (sheet: number) => { file: string; sheet: string }) {
    const { name } = run.dataset;
    return (row: Row, place: RowPlace, future: ReadonlySet<string>, column: number): void => {
      if (name === TASK_LEDGER) this.tasks.take(row, run.layout, future);
      if (name !== REPORTED) return;
      const { file, sheet } = placeOf(place.sheet);
      this.reported.take(row, run.layout, `${file} › ${sheet} › ${addressOf(column, place.row)}`);
    };
  }

  private async countOnly(sheet: OpenSheet): Promise<void> {
    let rows = 0;
    await sheet.source.scan(() => {
      rows += 1;
      return true;
    });
    const fate = unusedAs(sheet);
    const excluded = rows === 0 && fate !== "skipped" ? {} : { [fate]: rows };
    this.counts.set(sheet, { ...noCounts(), rows, excluded });
  }

  private evidence(files: readonly OpenSheet["file"][], sheets: readonly OpenSheet[]): Evidence {
    const { plan, runs, units, quality } = this;
    const indicators = plan.indicators.map((indicator) => {
      const lacks = lacksOf(indicator.measure, plan.dictionary, sheets);
      const reported = this.reported.of(indicator.id);
      return [indicator.id, evidenceOf(indicator, lacks, runs, units, reported, quality)] as const;
    });
    this.countBlanks();
    for (const sanity of this.sanity) this.doubt(sanity);
    const strangers = this.strangers();
    return {
      indicators: new Map(indicators),
      tasks: sheets.some(isFilledLedger) ? this.tasks.byTask : null,
      strangers: strangers.map((stranger) => stranger.name),
      inputs: files.map((file) => ({
        file: file.file,
        sha256: file.sha256,
        format: file.format,
        sheets: sheets.filter((sheet) => sheet.file === file).map((sheet) => this.sheetReport(sheet)),
      })),
      synthetic: sheets.some((sheet) => sheet.synthetic),
      quality: { ...quality.finish(strangers), lacks: everyLack(plan, sheets) },
    };
  }

  private doubt(sanity: DatasetSanity): void {
    const { quality } = this;
    quality.suspicions.push(...sanity.finish());
    const { freshness } = sanity;
    if (freshness === null) return;
    quality.freshness.push(freshness);
    const { daysBehind: days, ...last } = freshness;
    if (days > STALE_AFTER_DAYS) quality.note("data-behind", { ...last, days });
  }

  /** Blanks in columns that a formula or filter reads, look-ups without a partner, and rows that name no unit. */
  private countBlanks(): void {
    const { fields } = usageOf(
      this.plan.dictionary,
      this.plan.indicators.map((indicator) => indicator.measure),
    );
    for (const { dataset, layout, blanks, bound } of this.runs.values()) {
      for (const [at, field] of layout.fields.entries()) {
        const rows = blanks[at] ?? 0;
        const used = field.name === dataset.unit || fields.get(dataset.name)?.has(field.name) === true;
        const looked = field.derived?.kind === "lookup" || field.derived?.kind === "choose";
        const there = field.derived === null ? bound.has(field.name) : looked;
        if (rows > 0 && used && there)
          this.quality.blanks.push({ dataset: dataset.name, field: field.name, rows });
      }
    }
  }

  private strangers(): Evidence["quality"]["unknownUnits"] {
    const rows = new Map<string, { rows: number; datasets: Set<string> }>();
    for (const run of this.runs.values()) {
      for (const [number, count] of run.strangers) {
        const name = this.units.nameOf(number) ?? "";
        const entry = rows.get(name) ?? { rows: 0, datasets: new Set() };
        entry.rows += count;
        entry.datasets.add(run.dataset.name);
        rows.set(name, entry);
      }
    }
    return [...rows]
      .sort(([a, { rows: ofA }], [b, { rows: ofB }]) => ofB - ofA || (a < b ? -1 : 1))
      .map(([name, { rows, datasets }], order) => {
        const nearest = order < MOST_SUGGESTIONS ? this.units.nearest(name) : [];
        return { name, rows, nearest, yaml: this.units.lineFor(name, nearest), datasets: [...datasets] };
      });
  }

  private sheetReport(sheet: OpenSheet): SheetReport {
    const counts = this.counts.get(sheet);
    const { binding, source } = sheet;
    const run = binding === null ? undefined : this.runs.get(binding.dataset.name);
    const bound = binding === null ? new Set<string>() : heldFields(binding);
    const missing = (run?.layout.fields ?? []).filter(
      (field) => field.derived === null && !bound.has(field.name),
    );
    return {
      name: source.name,
      dataset: binding?.dataset.name ?? null,
      ...(binding?.across === undefined ? {} : { form: binding.across.form }),
      headerRow: binding?.headerRow ?? null,
      rows: counts?.rows ?? 0,
      used: counts?.used ?? 0,
      excluded: { ...counts?.excluded },
      rejected: counts?.rejected ?? 0,
      hidden: source.hidden,
      matched: (binding?.columns ?? []).map(({ heading, field }) => ({ heading, field: field.name })),
      unmatched: [...(binding?.unmatched ?? [])],
      missing: missing.map((field) => field.name),
    };
  }
}

/** As `gather` reads them: by dataset, those of none at last. */
function inReadingOrder(sheets: readonly OpenSheet[], datasets: Iterable<string>): OpenSheet[] {
  const of = (name: string | undefined) => sheets.filter(({ binding }) => binding?.dataset.name === name);
  return [...datasets, undefined].flatMap(of);
}

/** A ledger that nobody has touched says nothing about tasks. */
function isFilledLedger({ binding, unfilled }: OpenSheet): boolean {
  return binding?.dataset.name === TASK_LEDGER && !unfilled;
}
