import { addressOf } from "../../ingest/address.ts";
import type { Layout } from "../../measure/layout.ts";
import type { Dataset } from "../../model/dataset.ts";
import type { Day } from "../../model/day.ts";
import { formatDay } from "../../model/day.ts";
import type { FoundRow, LedgerPlace } from "../../model/ledger.ts";
import { firstOf, type Row } from "../../model/value.ts";
import type { DatasetRun } from "../dataset-run.ts";
import type { RowPlace } from "../key-index.ts";
import { valueWords } from "./row-words.ts";

/** A used row as it is handed on, valid until the next. */
export interface SeenRow {
  readonly row: Row;
  readonly place: RowPlace;
  /** Its first own cell, where a row holds several records. */
  readonly column: number;
}

const BETWEEN = " · ";

/** Tells which record a row is: key, label, date and place, and nothing else of it. */
export class Records {
  private readonly dataset: Dataset;
  private readonly layout: Layout;
  private readonly run: DatasetRun;
  private readonly placeOf: (sheet: number) => { file: string; sheet: string };
  private readonly ids: readonly string[];

  constructor(run: DatasetRun, placeOf: (sheet: number) => { file: string; sheet: string }) {
    this.run = run;
    this.dataset = run.dataset;
    this.layout = run.layout;
    this.placeOf = placeOf;
    this.ids = namingFields(run.dataset);
  }

  of({ row, place, column }: SeenRow): Omit<FoundRow, "fault" | "weight" | "owner"> {
    const { dataset, layout } = this;
    const key = this.keyOf(row);
    const day = firstOf(
      row,
      dataset.date.map((field) => layout.indexOf(field)),
    ) as Day | null;
    return {
      key,
      identity: key ?? this.likeness(row, day),
      label: dataset.title === null ? null : this.text(row, dataset.title),
      day: day === null ? null : formatDay(day),
      place: this.at(place, column, null),
    };
  }

  /** The values of some fields, which are a record of their own. */
  valuesOf(row: Row, fields: readonly string[]): string {
    return fields.map((field) => this.text(row, field) ?? "").join(BETWEEN);
  }

  at(place: RowPlace, column: number, cellAt: number | null): LedgerPlace {
    const cell = cellAt === null ? null : addressOf(Math.max(column, cellAt), place.row);
    const { file, sheet } = this.placeOf(place.sheet);
    return { file, sheet, row: place.row, cell };
  }

  text(row: Row, name: string): string | null {
    const field = this.dataset.fields.get(name);
    return field === undefined ? null : valueWords(row[this.layout.indexOf(name)] ?? null, field.type);
  }

  private keyOf(row: Row): string | null {
    const { key } = this.dataset;
    if (key.length === 0 || !key.every((field) => this.run.bound.has(field))) return null;
    return this.valuesOf(row, key);
  }

  /** Of a row without a key; several may be alike. */
  private likeness(row: Row, day: Day | null): string {
    return [...this.ids.map((field) => this.text(row, field) ?? ""), day ?? ""].join("\u001f");
  }
}

/**
 * Fields that name what a row is about, such as the case of a rating; of what happened on a day, also of what
 * kind it was, which does not change any more.
 */
export function namingFields({ fields, date }: Dataset): string[] {
  return [...fields.values()].flatMap(({ name, type, derived }) =>
    derived === null && (type === "id" || (type === "code" && date.length > 0)) ? [name] : [],
  );
}
