import type { Dataset, Field } from "../model/dataset.ts";

/** A column of a sheet that holds a field. */
export interface BoundColumn {
  readonly column: number;
  readonly field: Field;
  readonly heading: string;
  /** What of the heading named the field; joined: a parent, or parent and child, of several rows; mapped: a mapping said so; across: under a unit or an indicator. */
  readonly by: "name" | "alias" | "joined" | "mapped" | "across";
  /** The unit in the heading's bracket, as in 承诺办结时限（工作日）. */
  readonly unit: string | null;
}

export interface SheetBinding {
  readonly dataset: Dataset;
  /** 1-based number of the last heading row. */
  readonly headerRow: number;
  /** All heading rows, the last included. */
  readonly headerRows: readonly number[];
  readonly columns: readonly BoundColumn[];
  readonly unmatched: readonly string[];
  /** Fields for which two columns would do; the second is not read. */
  readonly doubled: readonly { field: string; heading: string }[];
  /** Set where one row holds several records. */
  readonly across?: Across;
}

/** The records of a row: what its headings name is given to each of them. */
export interface Across {
  readonly form: "units-across" | "indicators-across";
  /** Fields that no column holds, but headings or titles. */
  readonly given: readonly string[];
  readonly blocks: readonly Block[];
}

/** One record of each row: its columns, and the fields that its heading says. */
export interface Block {
  readonly columns: readonly BoundColumn[];
  /** Columns of this record alone: without a value in them there is no record. */
  readonly own: readonly number[];
  readonly given: ReadonlyMap<string, string>;
}

/** The fields that a sheet has, in columns or otherwise. */
export function heldFields({ columns, across }: Pick<SheetBinding, "columns" | "across">): Set<string> {
  return new Set([...columns.map(({ field }) => field.name), ...(across?.given ?? [])]);
}
