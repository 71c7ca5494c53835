import type { TotalLevel } from "../ingest/labels.ts";
import type { Day } from "../model/day.ts";
import type { Exact } from "../model/exact.ts";
import { firstOf, type Row } from "../model/value.ts";
import type { DatasetRun } from "./dataset-run.ts";
import type { QualityBook } from "./quality.ts";
import type { SheetPlaces } from "./sheet-places.ts";
import { TotalsCheck } from "./totals-check.ts";

/** Sums the figures of a sheet's rows and holds its total rows against them. */
export class SheetTotals {
  private readonly all = new TotalsCheck();
  /** Of datasets keyed by date: a total of one day sums the rows of that day. */
  private readonly ofDay = new Map<Day, TotalsCheck>();
  private readonly byDay: boolean;
  private readonly places: SheetPlaces;
  private readonly dataset: string;

  constructor(places: SheetPlaces, { dataset }: DatasetRun) {
    this.places = places;
    this.dataset = dataset.name;
    this.byDay = places.counts.length > 0 && dataset.date.some((field) => dataset.key.includes(field));
  }

  add(values: Row): void {
    const { counts } = this.places;
    if (counts.length === 0) return;
    const ofDay = this.checkOfDay(values);
    for (const { at, field } of counts) {
      const value = values[at];
      if (value == null) continue;
      this.all.add(field.name, value as Exact);
      ofDay?.add(field.name, value as Exact);
    }
  }

  check(
    level: Exclude<TotalLevel, "average">,
    row: number,
    values: Row,
    place: { file: string; sheet: string },
    quality: QualityBook,
  ): void {
    const stated = this.places.counts.flatMap(({ at, field, column }) => {
      const value = values[at];
      return value == null ? [] : [{ field: field.name, column, stated: value as Exact }];
    });
    const unit = values[this.places.unit];
    const label = typeof unit === "string" ? unit : "合计";
    const check = this.checkOfDay(values) ?? this.all;
    for (const { field, cell, stated: figure, computed, agrees } of check.close(level, row, stated)) {
      // The day of a total may be that of the report rather than of the rows.
      const agreesWithAll = !agrees && check !== this.all && this.all.sumOf(field).equals(figure);
      quality.total({
        ...place,
        cell,
        row,
        dataset: this.dataset,
        label,
        field,
        stated: figure.valueOf(),
        computed: (agreesWithAll ? figure : computed).valueOf(),
        agrees: agrees || agreesWithAll,
      });
    }
  }

  private checkOfDay(values: Row): TotalsCheck | undefined {
    const day = this.byDay ? (firstOf(values, this.places.date) as Day | null) : null;
    if (day === null) return undefined;
    const known = this.ofDay.get(day) ?? new TotalsCheck();
    this.ofDay.set(day, known);
    return known;
  }
}
