import { heldFields, type SheetBinding } from "../ingest/binding.ts";
import type { RawRow, SheetSource } from "../ingest/reader.ts";
import { RowReader } from "../ingest/row-reader.ts";
import type { Field } from "../model/dataset.ts";
import type { Day } from "../model/day.ts";
import type { CellRead } from "../model/reading/reading.ts";
import { clean } from "../model/reading/text.ts";
import { firstOf, type Row, type Value } from "../model/value.ts";
import type { RowPlace } from "./key-index.ts";
import { isVisible, RowKinds, type RowKindsContext } from "./row-kinds.ts";
import { RowPrints } from "./row-prints.ts";
import { RowReports, type RowReportsContext } from "./row-reports.ts";
import type { DatasetSanity, RowDoubt } from "./sanity.ts";
import { type Fate, noCounts } from "./sheet-counts.ts";
import { placesOf, type SheetPlaces } from "./sheet-places.ts";
import { SheetTotals } from "./sheet-totals.ts";

export interface ScanContext extends RowKindsContext, RowReportsContext {
  readonly asOf: Day;
  readonly period: { readonly start: Day; readonly end: Day } | null;
  /** What else tells rows of one key apart. */
  readonly keyBeside?: (row: readonly Value[]) => string;
  /** Called with each used row, for datasets that are read for more than tallies. */
  readonly onUsed?: (row: Row, place: RowPlace, future: ReadonlySet<string>, column: number) => void;
  /** Doubts about used rows. */
  readonly sanity?: DatasetSanity;
}

/** Makes one record of a row. */
interface RecordReader {
  readonly reader: RowReader;
  /** The look at records that are used. */
  readonly doubt: RowDoubt | null;
  /** Columns that are this record's own; none where a row is one record. */
  readonly own: readonly number[];
}

/** Reads one bound sheet and gives every row below its headings one fate. */
export class SheetScan {
  readonly counts = noCounts();
  /** Where another table begins, of which nothing is read. */
  otherTable: number | null = null;
  /** Total rows met: whether they are all there is shows only at the end. */
  private held = 0;
  /** Fates of the records of a row, while they are looked for. */
  private ofRecords: Fate[] | null = null;
  private readonly whole: RecordReader;
  /** Of sheets whose rows hold several records. */
  private readonly records: readonly RecordReader[];
  private readonly places: SheetPlaces;
  private readonly kinds: RowKinds;
  private readonly prints: RowPrints;
  private readonly totals: SheetTotals;
  private readonly reports: RowReports;
  private readonly number: number;
  private readonly binding: SheetBinding;
  private readonly context: ScanContext;

  constructor(
    number: number,
    binding: SheetBinding,
    readingFor: (field: Field) => CellRead,
    context: ScanContext,
  ) {
    this.number = number;
    this.binding = binding;
    this.context = context;
    const { run, sanity, asOf, wholeIsUnit, units } = context;
    for (const name of heldFields(binding)) run.bound.add(name);
    const readerOf = (
      block: ConstructorParameters<typeof RowReader>[0],
      own: readonly number[],
    ): RecordReader => ({
      reader: new RowReader(block, run.layout.fields, readingFor, asOf),
      doubt: sanity?.over(number, block, readingFor) ?? null,
      own,
    });
    this.whole = readerOf(binding, []);
    this.records = (binding.across?.blocks ?? []).map((block) => readerOf(block, block.own));
    this.places = placesOf(binding, run, wholeIsUnit);
    this.kinds = new RowKinds(binding, this.places.labelColumns, this.places.unitColumn, context);
    this.prints = new RowPrints(this.places, run, units);
    this.totals = new SheetTotals(this.places, run);
    this.reports = new RowReports(number, binding, this.places, context);
  }

  async scan(source: SheetSource) {
    const end = await source.scan((row) => {
      if (row.number > this.binding.headerRow) this.take(row);
      return true;
    });
    this.counts.futureEvents = this.whole.reader.futureEvents;
    return end;
  }

  private take(row: RawRow): void {
    if (!isVisible(row)) return;
    this.counts.rows += 1;
    if (row.hidden) this.counts.hidden += 1;
    if (this.otherTable !== null || this.kinds.beginsTable(row)) {
      this.otherTable ??= row.number;
      this.put("other-table");
      return;
    }
    if (this.kinds.isRemark(row)) {
      this.put("note");
      return;
    }
    const level = this.kinds.totalLevel(row);
    if (this.records.length > 0 && level === null) {
      this.takeRecords(row);
      return;
    }
    const { reader } = this.whole;
    reader.read(row);
    if (level === null) {
      this.totals.add(reader.values);
      this.settle(row, this.whole);
      return;
    }
    this.held += 1;
    const { placeOf, quality } = this.context;
    if (level !== "average")
      this.totals.check(level, row.number, reader.values, placeOf(this.number), quality);
  }

  /** Each record of a row is settled on its own; the row is used when one of them is. */
  private takeRecords(row: RawRow): void {
    const fates: Fate[] = [];
    const { undated } = this.counts;
    this.ofRecords = fates;
    for (const record of this.records) {
      if (record.own.every((column) => row.text(column).trim() === "")) continue;
      record.reader.read(row);
      this.settle(row, record);
    }
    this.ofRecords = null;
    this.counts.undated = Math.min(this.counts.undated, undated + 1);
    this.put(fates.find((fate) => fate === "used") ?? fates[0] ?? "unanswered");
  }

  get onlyTotals(): boolean {
    return this.held > 0 && this.dataRows === 0;
  }

  private get dataRows(): number {
    const { rows, excluded } = this.counts;
    return rows - this.held - (excluded.note ?? 0) - (excluded["other-table"] ?? 0);
  }

  /** Total rows are only counted, unless a dataset has no others: then a second look tallies the whole's. */
  async settleTotals(source: SheetSource, useWhole: boolean): Promise<void> {
    if (!useWhole) {
      if (this.held > 0) this.counts.excluded.total = this.held;
      return;
    }
    await source.scan((row) => {
      const mine = row.number > this.binding.headerRow && row.number < (this.otherTable ?? row.number + 1);
      if (mine && isVisible(row) && !this.kinds.isRemark(row)) this.takeWhole(row);
      return true;
    });
  }

  private takeWhole(row: RawRow): void {
    if (!this.isOfWhole(row)) {
      this.put("total");
      return;
    }
    const { reader } = this.whole;
    reader.read(row);
    if (this.places.unit >= 0) reader.values[this.places.unit] = this.context.units.wholeName;
    this.settle(row, this.whole);
  }

  /** A figure for 全市 or the place; 合计 sums rows even where it stands alone. */
  private isOfWhole(row: RawRow): boolean {
    const { labels, units } = this.context;
    const { labelColumns, unitColumn } = this.places;
    const others = labelColumns.filter((column) => column !== unitColumn);
    const summed = others.some((column) => labels.totalLevel(row.text(column)) !== null);
    return unitColumn >= 0 && !summed && units.isWhole(clean(row.text(unitColumn)));
  }

  private settle(row: RawRow, { reader, doubt, own }: RecordReader): void {
    const { number } = row;
    const { values, rejections } = reader;
    if (this.lacksKey(values)) {
      this.put("rejected");
      this.reports.rejections(number, rejections);
      this.reports.missingKeys(number, values, rejections);
      return;
    }
    const day = firstOf(values, this.places.date) as Day | null;
    const left = day === null ? null : this.leftOutOn(day);
    if (left !== null) {
      this.put(left);
      return;
    }
    const { run, onUsed } = this.context;
    const ordinal = this.places.keyed ? this.enter(values, number) : null;
    if (ordinal !== null && ordinal < 0) {
      this.put("duplicate");
      this.reportDuplicate(values, number, -1 - ordinal);
      return;
    }
    this.reports.rejections(number, rejections);
    if (day === null && this.places.date.length > 0) this.counts.undated += 1;
    this.reports.failures(number, run.complete(values));
    this.put("used");
    run.use(values, ordinal ?? -1);
    doubt?.(row, values, day);
    // What is said of a record begins at its first own cell.
    onUsed?.(values, { sheet: this.number, row: number }, reader.future, own[0] ?? 0);
  }

  private lacksKey(values: Row): boolean {
    const { needed } = this.places;
    for (let at = 0; at < needed.length; at += 1) if (values[needed[at] as number] == null) return true;
    return false;
  }

  /** A day after as-of within a later year is still outside the period first. */
  private leftOutOn(day: Day): Fate | null {
    const { run, period, asOf } = this.context;
    if (period !== null && run.dataset.period && (day < period.start || day > period.end))
      return "outside-period";
    return day > asOf ? "after-as-of" : null;
  }

  /** The row's number by key, or below 0 for the earlier row that has the key. */
  private enter(values: Row, row: number): number {
    const { run, keyBeside } = this.context;
    const key = this.prints.ofKey(values, keyBeside === undefined ? null : keyBeside(values));
    return run.keys.enter(key, this.number, row, this.prints.ofRest(values));
  }

  private reportDuplicate(values: Row, row: number, earlier: number): void {
    const { run, placeOf } = this.context;
    const first = run.keys.placeOf(earlier);
    const conflict = run.keys.printOf(earlier) !== this.prints.ofRest(values);
    if (placeOf(first.sheet).file !== placeOf(this.number).file) this.counts.repeatsOtherFile += 1;
    this.reports.duplicate(values, { sheet: this.number, row }, first, conflict);
  }

  private put(fate: Fate): void {
    if (this.ofRecords !== null) this.ofRecords.push(fate);
    else if (fate === "used" || fate === "rejected") this.counts[fate] += 1;
    else this.counts.excluded[fate] = (this.counts.excluded[fate] ?? 0) + 1;
  }
}
