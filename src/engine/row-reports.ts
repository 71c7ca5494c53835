import { addressOf } from "../ingest/address.ts";
import type { SheetBinding } from "../ingest/binding.ts";
import type { Rejection } from "../ingest/row-reader.ts";
import { keyOf } from "../measure/surroundings.ts";
import type { Field } from "../model/dataset.ts";
import type { Row, Value } from "../model/value.ts";
import type { DatasetRun, DerivationFailure } from "./dataset-run.ts";
import type { RowPlace } from "./key-index.ts";
import type { QualityBook, RejectedCell } from "./quality.ts";
import type { SheetPlaces } from "./sheet-places.ts";

export interface RowReportsContext {
  readonly run: DatasetRun;
  readonly quality: QualityBook;
  /** Where the sheets of the run are, by number. */
  readonly placeOf: (sheet: number) => { file: string; sheet: string };
}

/** Tells what is wrong with the rows of a sheet. */
export class RowReports {
  private readonly sheet: number;
  private readonly binding: SheetBinding;
  private readonly places: SheetPlaces;
  private readonly context: RowReportsContext;

  constructor(sheet: number, binding: SheetBinding, places: SheetPlaces, context: RowReportsContext) {
    this.sheet = sheet;
    this.binding = binding;
    this.places = places;
    this.context = context;
  }

  /** A row with the key of an earlier one; `conflict` where what the plan uses of them differs. */
  duplicate(values: Row, again: RowPlace, first: RowPlace, conflict: boolean): void {
    const { run, quality, placeOf } = this.context;
    const column = this.places.labelColumns[0] ?? 0;
    const cell = (place: RowPlace) => ({
      ...placeOf(place.sheet),
      cell: addressOf(column, place.row),
      row: place.row,
    });
    const key = () => this.places.key.map((at) => show(run.layout.fields[at], values[at] ?? null)).join(" ");
    quality.duplicate(
      run.dataset.name,
      () => ({ key: key(), first: cell(first), again: cell(again), conflict }),
      conflict,
    );
  }

  rejections(row: number, rejections: readonly Rejection[]): void {
    for (let at = 0; at < rejections.length; at += 1) {
      const { field, column, value } = rejections[at] as Rejection;
      const why = { code: "unreadable", with: { type: field.type } };
      this.reject(row, column, field, () => ({ value: value.slice(0, 80), why }));
    }
  }

  /** Key cells that are blank, besides those that could not be read. */
  missingKeys(row: number, values: Row, rejections: readonly Rejection[]): void {
    for (const at of this.places.needed) {
      const field = this.context.run.layout.fields[at];
      if (values[at] != null || field === undefined || rejections.some((found) => found.field === field))
        continue;
      const column = this.binding.columns.find((bound) => bound.field === field)?.column ?? 0;
      this.reject(row, column, field, () => ({ value: "", why: { code: "key-missing", with: {} } }));
    }
  }

  failures(row: number, failures: readonly DerivationFailure[]): void {
    for (const { field, problem } of failures) {
      const [cause] = problem.problems;
      const why = { code: "outside-calendar", with: { ...cause?.with } };
      this.reject(row, 0, field, () => ({ value: String(cause?.with.date ?? ""), why }));
    }
  }

  private reject(
    row: number,
    column: number,
    field: Field,
    said: () => Pick<RejectedCell, "value" | "why">,
  ): void {
    this.context.quality.rejectCell(() => ({
      ...this.context.placeOf(this.sheet),
      cell: addressOf(column, row),
      row,
      field: field.name,
      ...said(),
    }));
  }
}

function show(field: Field | undefined, value: Value): string {
  if (typeof value === "number" && (field?.type === "date" || field?.type === "year"))
    return new Date(value * 86_400_000).toISOString().slice(0, 10);
  return value === null ? "" : keyOf(value);
}
