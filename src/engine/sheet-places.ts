import { heldFields, type SheetBinding } from "../ingest/binding.ts";
import type { Field } from "../model/dataset.ts";
import type { DatasetRun } from "./dataset-run.ts";

/** Where what tells rows apart stands: in the values of a sheet's rows, and in its columns. */
export interface SheetPlaces {
  /** Whether the key is complete enough to tell rows apart. */
  readonly keyed: boolean;
  readonly key: readonly number[];
  /** Key fields that must have a value. */
  readonly needed: readonly number[];
  /** -1 where rows name no unit. */
  readonly unit: number;
  readonly date: readonly number[];
  /** Columns of figures that a total row may sum. */
  readonly counts: readonly { at: number; field: Field; column: number }[];
  readonly labelColumns: readonly number[];
  readonly unitColumn: number;
}

/** `dateless`: an answer without a date is the only one of its unit. */
export function placesOf(
  binding: SheetBinding,
  { layout, dataset }: DatasetRun,
  dateless: boolean,
): SheetPlaces {
  const held = heldFields(binding);
  const columnOf = (field: string) =>
    binding.columns.find((column) => column.field.name === field)?.column ?? -1;
  const places = (fields: readonly string[]) => fields.map((field) => layout.indexOf(field));
  const lacks = dataset.key.filter((key) => !held.has(key) && !(dateless && dataset.date.includes(key)));
  const keyed = dataset.key.length > 0 && lacks.length === 0;
  const labels = [...new Set([...dataset.key, dataset.unit ?? ""].map(columnOf))];
  return {
    keyed,
    key: keyed ? places(dataset.key) : [],
    needed: keyed ? places(dataset.key.filter((key) => held.has(key))) : [],
    unit: dataset.unit === null ? -1 : layout.indexOf(dataset.unit),
    date: places(dataset.date),
    counts: layout.fields.flatMap((field, at) => {
      const column = field.counts && field.derived === null ? columnOf(field.name) : -1;
      return column < 0 ? [] : [{ at, field, column }];
    }),
    labelColumns: labels.filter((column) => column >= 0),
    unitColumn: columnOf(dataset.unit ?? ""),
  };
}
