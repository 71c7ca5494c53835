import { addressOf } from "../ingest/address.ts";
import type { SheetBinding } from "../ingest/headings.ts";
import { hasHan, type Labels, type TotalLevel } from "../ingest/labels.ts";
import type { RawRow, SheetSource } from "../ingest/reader.ts";
import { type Rejection, RowReader } from "../ingest/row-reader.ts";
import { keyOf } from "../measure/surroundings.ts";
import { CellKind } from "../model/cell.ts";
import type { Field } from "../model/dataset.ts";
import type { Day } from "../model/day.ts";
import type { Exact } from "../model/exact.ts";
import type { CellRead } from "../model/reading/reading.ts";
import { clean } from "../model/reading/text.ts";
import { isExample } from "../model/template.ts";
import type { Row, Value } from "../model/value.ts";
import type { DatasetRun } from "./dataset-run.ts";
import { fingerprint, type RowPlace } from "./key-index.ts";
import type { QualityBook } from "./quality.ts";
import { TotalsCheck } from "./totals-check.ts";
import type { UnitTable } from "./unit-table.ts";

/** Why a row below the headings is not used. */
export type Exclusion = "note" | "total" | "outside-period" | "after-as-of" | "duplicate";

export interface SheetCounts {
  rows: number;
  used: number;
  rejected: number;
  hidden: number;
  undated: number;
  futureEvents: number;
  excluded: Partial<Record<Exclusion | "unmatched-sheet" | "template-page" | "skipped", number>>;
}

export interface ScanContext {
  readonly run: DatasetRun;
  readonly units: UnitTable;
  readonly labels: Labels;
  readonly quality: QualityBook;
  readonly asOf: Day;
  readonly period: { readonly start: Day; readonly end: Day } | null;
  /** 指标填报: rows of the whole are values there, not totals. */
  readonly wholeIsUnit: boolean;
  /** Where the sheets of the run are, by number. */
  readonly placeOf: (sheet: number) => { file: string; sheet: string };
  /** Called with each used row, for datasets that are read for more than tallies. */
  readonly onUsed?: (row: Row, place: RowPlace) => void;
}

/** Reads one bound sheet and gives every row below its headings one fate. */
export class SheetScan {
  readonly counts: SheetCounts = {
    rows: 0,
    used: 0,
    rejected: 0,
    hidden: 0,
    undated: 0,
    futureEvents: 0,
    excluded: {},
  };
  /** Whether the key is complete enough to tell rows apart. */
  readonly keyed: boolean;
  /** Total rows met: whether they are all there is shows only at the end. */
  private held = 0;
  private readonly totals = new TotalsCheck();
  /** Of datasets keyed by date: a total of one day sums the rows of that day. */
  private readonly totalsOfDay = new Map<Day, TotalsCheck>();
  private readonly reader: RowReader;
  private readonly keyPlaces: readonly number[];
  private readonly unitPlace: number;
  private readonly datePlaces: readonly number[];
  private readonly countPlaces: readonly { at: number; field: Field; column: number }[];
  private readonly labelColumns: readonly number[];
  private readonly unitColumn: number;
  private readonly repeated: readonly { column: number; heading: string }[];
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
    const { layout, dataset, bound } = context.run;
    for (const { field } of binding.columns) bound.add(field.name);
    const columnOf = (field: string) =>
      binding.columns.find((column) => column.field.name === field)?.column ?? -1;
    this.reader = new RowReader(binding, layout.fields, readingFor, context.asOf);
    this.keyed = dataset.key.length > 0 && dataset.key.every((key) => columnOf(key) >= 0);
    this.keyPlaces = this.keyed ? dataset.key.map((key) => layout.indexOf(key)) : [];
    this.unitPlace = dataset.unit === null ? -1 : layout.indexOf(dataset.unit);
    this.unitColumn = dataset.unit === null ? -1 : columnOf(dataset.unit);
    this.datePlaces = dataset.date.map((field) => layout.indexOf(field));
    this.labelColumns = [...new Set([...dataset.key.map(columnOf), this.unitColumn])].filter(
      (column) => column >= 0,
    );
    this.countPlaces = layout.fields.flatMap((field, at) =>
      field.counts && field.derived === null && columnOf(field.name) >= 0
        ? [{ at, field, column: columnOf(field.name) }]
        : [],
    );
    this.repeated = binding.columns
      .slice(0, 4)
      .map(({ column, heading }) => ({ column, heading: clean(heading) }));
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
    this.counts.rows += 1;
    if (row.hidden) this.counts.hidden += 1;
    if (this.isRemark(row)) {
      this.exclude("note");
      return;
    }
    const level = this.totalLevel(row);
    this.reader.read(row);
    const { values, rejections } = this.reader;
    if (level !== null) {
      this.held += 1;
      this.checkTotal(level, row.number, values);
      return;
    }
    const ofDay = this.checkOfDay(values);
    for (const { at, field } of this.countPlaces) {
      const value = values[at];
      if (value == null) continue;
      this.totals.add(field.name, value as Exact);
      ofDay?.add(field.name, value as Exact);
    }
    this.settle(row.number, values, rejections);
  }

  private isRemark(row: RawRow): boolean {
    let filled = 0;
    let first = -1;
    for (let column = 0; column < row.width; column += 1) {
      if (row.kind[column] === CellKind.blank) continue;
      filled += 1;
      if (first < 0) first = column;
    }
    const text = row.text[first] ?? "";
    if (isExample(text)) return true;
    if (filled <= 2 && this.context.labels.isNote(text)) return true;
    // A lone sentence under a table of several columns is no record; a lone total or id may be.
    if (
      filled === 1 &&
      this.binding.columns.length >= 3 &&
      hasHan(text) &&
      this.labelLevel(text, first) === null
    )
      return true;
    return this.repeatsHeadings(row);
  }

  /** Headings printed again at a page break. */
  private repeatsHeadings(row: RawRow): boolean {
    const [first] = this.repeated;
    if (first === undefined || this.repeated.length < 2) return false;
    const lowest = (heading: string) => heading.split("/").at(-1) ?? heading;
    const same = ({ column, heading }: { column: number; heading: string }) => {
      const text = this.textAt(row, column);
      return text !== "" && text.length <= heading.length + 8 && clean(text) === lowest(heading);
    };
    return same(first) && this.repeated.every(same);
  }

  private totalLevel(row: RawRow): TotalLevel | null {
    for (const column of this.labelColumns) {
      const level = this.labelLevel(this.textAt(row, column), column);
      if (level !== null) return level;
    }
    // 合计 often stands in the column of serial numbers; a row with a key or unit of its own is none.
    if (this.labelColumns.some((column) => /[\p{L}\p{N}]/u.test(this.textAt(row, column)))) return null;
    for (let column = 0; column < row.width; column += 1) {
      if (row.kind[column] === CellKind.blank) continue;
      return this.context.labels.totalLevel(row.text[column] ?? "");
    }
    return null;
  }

  private textAt(row: RawRow, column: number): string {
    return column < row.width ? (row.text[column] ?? "") : "";
  }

  private labelLevel(text: string, column: number): TotalLevel | null {
    if (text === "") return null;
    const level = this.context.labels.totalLevel(text);
    if (level !== null || column !== this.unitColumn || this.context.wholeIsUnit) return level;
    return this.context.units.isWhole(clean(text)) ? "grand" : null;
  }

  private checkTotal(level: TotalLevel, number: number, values: readonly Value[]): void {
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
    return this.counts.rows - this.held - (this.counts.excluded.note ?? 0);
  }

  /** Total rows are only counted, unless a dataset has no others: then a second look tallies the whole's. */
  async settleTotals(source: SheetSource, useWhole: boolean): Promise<void> {
    if (!useWhole) {
      if (this.held > 0) this.counts.excluded.total = this.held;
      return;
    }
    await source.scan((row) => {
      if (row.number > this.binding.headerRow && !this.isRemark(row)) this.takeWhole(row);
      return true;
    });
  }

  private takeWhole(row: RawRow): void {
    if (this.totalLevel(row) !== "grand") {
      this.exclude("total");
      return;
    }
    this.reader.read(row);
    const { values, rejections } = this.reader;
    if (this.unitPlace >= 0) values[this.unitPlace] = this.context.units.wholeName;
    this.settle(row.number, values, rejections);
  }

  private settle(number: number, values: Value[], rejections: readonly Rejection[]): void {
    const { run, asOf, period, quality } = this.context;
    if (this.keyPlaces.some((at) => values[at] == null)) {
      this.counts.rejected += 1;
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
      this.exclude("outside-period");
      return;
    }
    if (date !== undefined && date > asOf) {
      this.exclude("after-as-of");
      return;
    }
    const place = { sheet: this.number, row: number };
    let ordinal: number | undefined;
    if (this.keyed) {
      const entered = run.keys.enter(this.keyParts(values), place, this.printOf(values));
      if ("first" in entered) {
        this.exclude("duplicate");
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
    this.counts.used += 1;
    run.use(values, ordinal);
    this.context.onUsed?.(values, place);
  }

  /** A unit counts as itself under any of its names. */
  private keyParts(values: readonly Value[]): string[] {
    return this.keyPlaces.map((at) => {
      const value = values[at] ?? "";
      return at === this.unitPlace ? String(this.context.units.numberOf(value)) : keyOf(value);
    });
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
    for (const at of this.keyPlaces) {
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

  private exclude(reason: Exclusion): void {
    this.counts.excluded[reason] = (this.counts.excluded[reason] ?? 0) + 1;
  }
}

function show(field: Field | undefined, value: Value): string {
  if (typeof value === "number" && (field?.type === "date" || field?.type === "year"))
    return new Date(value * 86_400_000).toISOString().slice(0, 10);
  return value === null ? "" : keyOf(value);
}
