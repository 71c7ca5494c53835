import { addressOf } from "../ingest/address.ts";
import { heldFields, type SheetBinding } from "../ingest/binding.ts";
import type { TotalLevel } from "../ingest/labels.ts";
import type { RawRow, SheetSource } from "../ingest/reader.ts";
import { type Rejection, RowReader } from "../ingest/row-reader.ts";
import { keyOf } from "../measure/surroundings.ts";
import type { Field } from "../model/dataset.ts";
import type { Day } from "../model/day.ts";
import type { Exact } from "../model/exact.ts";
import type { CellRead } from "../model/reading/reading.ts";
import { clean } from "../model/reading/text.ts";
import type { Row, Value } from "../model/value.ts";
import type { DatasetRun } from "./dataset-run.ts";
import { fingerprint, type RowPlace } from "./key-index.ts";
import type { QualityBook } from "./quality.ts";
import { isVisible, RowKinds, type RowKindsContext, textAt } from "./row-kinds.ts";
import type { DatasetSanity, RowDoubt } from "./sanity.ts";
import { TotalsCheck } from "./totals-check.ts";

/** Why a row below the headings is not used. */
export type Exclusion =
  | "note"
  | "total"
  | "outside-period"
  | "after-as-of"
  | "duplicate"
  | "unanswered"
  | "other-table";

type Fate = Exclusion | "used" | "rejected";

export interface SheetCounts {
  rows: number;
  used: number;
  rejected: number;
  hidden: number;
  undated: number;
  futureEvents: number;
  /** Duplicates of rows in another file. */
  repeatsOtherFile: number;
  excluded: Partial<Record<Exclusion | "unmatched-sheet" | "template-page" | "skipped", number>>;
}

export interface ScanContext extends RowKindsContext {
  readonly run: DatasetRun;
  readonly quality: QualityBook;
  readonly asOf: Day;
  readonly period: { readonly start: Day; readonly end: Day } | null;
  /** Where the sheets of the run are, by number. */
  readonly placeOf: (sheet: number) => { file: string; sheet: string };
  /** What else tells rows of one key apart. */
  readonly keyBeside?: (row: readonly Value[]) => string;
  /** Called with each used row, for datasets that are read for more than tallies. */
  readonly onUsed?: (row: Row, place: RowPlace, future: ReadonlySet<string>, column: number) => void;
  /** Doubts about used rows. */
  readonly sanity?: DatasetSanity;
}

export function noCounts(): SheetCounts {
  const nothing = {
    rows: 0,
    used: 0,
    rejected: 0,
    hidden: 0,
    undated: 0,
    futureEvents: 0,
    repeatsOtherFile: 0,
  };
  return { ...nothing, excluded: {} };
}

/** Reads one bound sheet and gives every row below its headings one fate. */
export class SheetScan {
  readonly counts = noCounts();
  /** Whether the key is complete enough to tell rows apart. */
  readonly keyed: boolean;
  /** Total rows met: whether they are all there is shows only at the end. */
  private held = 0;
  private readonly totals = new TotalsCheck();
  /** Of datasets keyed by date: a total of one day sums the rows of that day. */
  private readonly totalsOfDay = new Map<Day, TotalsCheck>();
  private readonly reader: RowReader;
  /** Of sheets whose rows hold several records: one reader for each, with the columns that are its own. */
  private readonly records: readonly { reader: RowReader; own: readonly number[] }[];
  /** Fates of the records of a row, while they are looked for. */
  private ofRecords: Fate[] | null = null;
  /** Where another table begins, of which nothing is read. */
  otherTable: number | null = null;
  /** Key fields that must have a value. */
  private readonly needed: readonly number[];
  private readonly keyPlaces: readonly number[];
  private readonly unitPlace: number;
  private readonly datePlaces: readonly number[];
  private readonly countPlaces: readonly { at: number; field: Field; column: number }[];
  private readonly labelColumns: readonly number[];
  private readonly kinds: RowKinds;
  private readonly number: number;
  private readonly binding: SheetBinding;
  private readonly context: ScanContext;
  private readonly doubts = new Map<RowReader, RowDoubt>();

  constructor(
    number: number,
    binding: SheetBinding,
    readingFor: (field: Field) => CellRead,
    context: ScanContext,
  ) {
    this.number = number;
    this.binding = binding;
    this.context = context;
    const { layout, dataset, bound } = context.run;
    const held = heldFields(binding);
    for (const name of held) bound.add(name);
    const columnOf = (field: string) =>
      binding.columns.find((column) => column.field.name === field)?.column ?? -1;
    this.reader = new RowReader(binding, layout.fields, readingFor, context.asOf);
    this.records = (binding.across?.blocks ?? []).map((block) => ({
      reader: new RowReader(block, layout.fields, readingFor, context.asOf),
      own: block.own,
    }));
    if (context.sanity !== undefined) {
      this.doubts.set(this.reader, context.sanity.over(number, binding, readingFor));
      for (const [at, block] of (binding.across?.blocks ?? []).entries()) {
        const reader = this.records[at]?.reader;
        if (reader !== undefined) this.doubts.set(reader, context.sanity.over(number, block, readingFor));
      }
    }
    // An answer without a date is the only one of its unit.
    const lacks = dataset.key.filter(
      (key) => !held.has(key) && !(context.wholeIsUnit && dataset.date.includes(key)),
    );
    this.keyed = dataset.key.length > 0 && lacks.length === 0;
    this.keyPlaces = this.keyed ? dataset.key.map((key) => layout.indexOf(key)) : [];
    this.needed = this.keyed
      ? dataset.key.filter((key) => held.has(key)).map((key) => layout.indexOf(key))
      : [];
    this.unitPlace = dataset.unit === null ? -1 : layout.indexOf(dataset.unit);
    this.datePlaces = dataset.date.map((field) => layout.indexOf(field));
    this.labelColumns = [...new Set([...dataset.key, dataset.unit ?? ""].map(columnOf))].filter(
      (column) => column >= 0,
    );
    this.countPlaces = layout.fields.flatMap((field, at) =>
      field.counts && field.derived === null && columnOf(field.name) >= 0
        ? [{ at, field, column: columnOf(field.name) }]
        : [],
    );
    this.kinds = new RowKinds(binding, this.labelColumns, columnOf(dataset.unit ?? ""), context);
  }

  async scan(source: SheetSource) {
    const end = await source.scan((row) => {
      if (row.number > this.binding.headerRow) this.take(row);
      return true;
    });
    this.counts.futureEvents = this.reader.futureEvents;
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
    this.reader.read(row);
    const { values } = this.reader;
    if (level !== null) {
      this.held += 1;
      if (level !== "average") this.checkTotal(level, row.number, values);
      return;
    }
    const ofDay = this.checkOfDay(values);
    for (const { at, field } of this.countPlaces) {
      const value = values[at];
      if (value == null) continue;
      this.totals.add(field.name, value as Exact);
      ofDay?.add(field.name, value as Exact);
    }
    this.settle(row, this.reader);
  }

  /** Each record of a row is settled on its own; the row is used when one of them is. */
  private takeRecords(row: RawRow): void {
    const fates: Fate[] = [];
    const { undated } = this.counts;
    this.ofRecords = fates;
    for (const { reader, own } of this.records) {
      if (own.every((column) => textAt(row, column).trim() === "")) continue;
      reader.read(row);
      this.settle(row, reader, own[0]);
    }
    this.ofRecords = null;
    this.counts.undated = Math.min(this.counts.undated, undated + 1);
    this.put(fates.find((fate) => fate === "used") ?? fates[0] ?? "unanswered");
  }

  private checkTotal(level: Exclude<TotalLevel, "average">, number: number, values: readonly Value[]): void {
    const stated = this.countPlaces.flatMap(({ at, field, column }) => {
      const value = values[at];
      return value == null ? [] : [{ field: field.name, column, stated: value as Exact }];
    });
    const place = this.context.placeOf(this.number);
    const label = this.labelText(values);
    const check = this.checkOfDay(values) ?? this.totals;
    for (const { field, cell, stated: figure, computed, agrees } of check.close(level, number, stated)) {
      // The day of a total may be that of the report rather than of the rows.
      const agreesWithAll = !agrees && check !== this.totals && this.totals.sumOf(field).equals(figure);
      this.context.quality.total({
        ...place,
        cell,
        row: number,
        dataset: this.context.run.dataset.name,
        label,
        field,
        stated: figure.valueOf(),
        computed: (agreesWithAll ? figure : computed).valueOf(),
        agrees: agrees || agreesWithAll,
      });
    }
  }

  private checkOfDay(values: readonly Value[]): TotalsCheck | undefined {
    const { dataset } = this.context.run;
    if (this.countPlaces.length === 0 || !dataset.date.some((field) => dataset.key.includes(field)))
      return undefined;
    const day = this.datePlaces.map((at) => values[at]).find((value) => value != null) as Day | undefined;
    if (day === undefined) return undefined;
    const known = this.totalsOfDay.get(day) ?? new TotalsCheck();
    this.totalsOfDay.set(day, known);
    return known;
  }

  private labelText(values: readonly Value[]): string {
    const unit = values[this.unitPlace];
    return typeof unit === "string" ? unit : "合计";
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
    this.reader.read(row);
    const { values } = this.reader;
    if (this.unitPlace >= 0) values[this.unitPlace] = this.context.units.wholeName;
    this.settle(row, this.reader);
  }

  /** A figure for 全市 or the place; 合计 sums rows even where it stands alone. */
  private isOfWhole(row: RawRow): boolean {
    const others = this.labelColumns.filter((column) => column !== this.kinds.unitColumn);
    const summed = others.some((column) => this.context.labels.totalLevel(textAt(row, column)) !== null);
    return (
      this.kinds.unitColumn >= 0 &&
      !summed &&
      this.context.units.isWhole(clean(textAt(row, this.kinds.unitColumn)))
    );
  }

  /** `column`: where the record's own cells begin. */
  private settle(row: RawRow, reader: RowReader, column = 0): void {
    const { number } = row;
    const { values, rejections, future } = reader;
    const { run, asOf, period, quality } = this.context;
    if (this.needed.some((at) => values[at] == null)) {
      this.put("rejected");
      this.listRejections(number, rejections);
      this.listMissingKeys(number, values, rejections);
      return;
    }
    const date = this.datePlaces.map((at) => values[at]).find((value) => value != null) as Day | undefined;
    if (
      date !== undefined &&
      period !== null &&
      run.dataset.period &&
      (date < period.start || date > period.end)
    ) {
      // A day after as-of within a later year is still outside the period first.
      this.put("outside-period");
      return;
    }
    if (date !== undefined && date > asOf) {
      this.put("after-as-of");
      return;
    }
    const place = { sheet: this.number, row: number };
    let ordinal: number | undefined;
    if (this.keyed) {
      const entered = run.keys.enter(this.keyParts(values), place, this.printOf(values));
      if ("first" in entered) {
        this.put("duplicate");
        this.reportDuplicate(values, place, entered.first, !entered.same);
        return;
      }
      ordinal = entered.ordinal;
    }
    this.listRejections(number, rejections);
    if (date === undefined && this.datePlaces.length > 0) this.counts.undated += 1;
    for (const { field, problem } of run.complete(values)) {
      const [cause] = problem.problems;
      const file = this.context.placeOf(this.number);
      quality.rejectCell(() => ({
        ...file,
        cell: addressOf(0, number),
        row: number,
        field: field.name,
        value: String(cause?.with.date ?? ""),
        why: { code: "outside-calendar", with: { ...cause?.with } },
      }));
    }
    this.put("used");
    run.use(values, ordinal);
    this.doubts.get(reader)?.(row, values, date);
    this.context.onUsed?.(values, place, future, column);
  }

  /** A unit counts as itself under any of its names. */
  private keyParts(values: readonly Value[]): string[] {
    const parts = this.keyPlaces.map((at) => {
      const value = values[at] ?? "";
      return at === this.unitPlace ? String(this.context.units.numberOf(value)) : keyOf(value);
    });
    return this.context.keyBeside === undefined ? parts : [...parts, this.context.keyBeside(values)];
  }

  /** Of what the plan uses; a unit is the same under any of its names. */
  private printOf(values: readonly Value[]): number {
    const read = values.length - this.context.run.layout.derived.length;
    let print = 0;
    for (let at = 0; at < read; at += 1) {
      const value = values[at];
      const text =
        value == null
          ? ""
          : at === this.unitPlace
            ? String(this.context.units.numberOf(value))
            : keyOf(value);
      print = fingerprint(`${text}\u0001`, print);
    }
    return print;
  }

  private reportDuplicate(
    values: readonly Value[],
    again: RowPlace,
    first: RowPlace,
    conflict: boolean,
  ): void {
    const { run, quality, placeOf } = this.context;
    if (placeOf(first.sheet).file !== placeOf(again.sheet).file) this.counts.repeatsOtherFile += 1;
    const column = this.labelColumns[0] ?? 0;
    const cell = (place: RowPlace) => ({
      ...placeOf(place.sheet),
      cell: addressOf(column, place.row),
      row: place.row,
    });
    const key = () => this.keyPlaces.map((at) => show(run.layout.fields[at], values[at] ?? null)).join(" ");
    quality.duplicate(
      run.dataset.name,
      () => ({ key: key(), first: cell(first), again: cell(again), conflict }),
      conflict,
    );
  }

  private listRejections(number: number, rejections: readonly Rejection[]): void {
    const place = this.context.placeOf(this.number);
    for (const { field, column, value } of rejections) {
      this.context.quality.rejectCell(() => ({
        ...place,
        cell: addressOf(column, number),
        row: number,
        field: field.name,
        value: value.slice(0, 80),
        why: { code: "unreadable", with: { type: field.type } },
      }));
    }
  }

  private listMissingKeys(number: number, values: readonly Value[], rejections: readonly Rejection[]): void {
    const { run, quality, placeOf } = this.context;
    for (const at of this.needed) {
      const field = run.layout.fields[at];
      if (values[at] != null || field === undefined || rejections.some((found) => found.field === field))
        continue;
      const column = this.binding.columns.find((bound) => bound.field === field)?.column ?? 0;
      quality.rejectCell(() => ({
        ...placeOf(this.number),
        cell: addressOf(column, number),
        row: number,
        field: field.name,
        value: "",
        why: { code: "key-missing", with: {} },
      }));
    }
  }

  private put(fate: Fate): void {
    if (this.ofRecords !== null) this.ofRecords.push(fate);
    else if (fate === "used" || fate === "rejected") this.counts[fate] += 1;
    else this.counts.excluded[fate] = (this.counts.excluded[fate] ?? 0) + 1;
  }
}

function show(field: Field | undefined, value: Value): string {
  if (typeof value === "number" && (field?.type === "date" || field?.type === "year"))
    return new Date(value * 86_400_000).toISOString().slice(0, 10);
  return value === null ? "" : keyOf(value);
}
