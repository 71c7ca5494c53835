import type { Why } from "./assessment.ts";
import type { Quality, SheetReport } from "./report.ts";

/** How a set of inputs was understood, every column of it, whatever a plan needs. */
export interface Inspection {
  /** The plan's id; null when only datasets were recognised. */
  readonly plan: string | null;
  readonly asOf: string | null;
  readonly synthetic: boolean;
  readonly inputs: readonly InspectedFile[];
  readonly skipped: readonly Why[];
  /** Remarks on a dataset as a whole, over all its sheets. */
  readonly notes: readonly Why[];
  /** Datasets that the plan needs and no sheet holds, with the indicators that need them. */
  readonly lacking: readonly { readonly dataset: string; readonly indicators: readonly IndicatorRef[] }[];
  /** The same and the columns that no sheet of a dataset has, each once, with the heading that would do. */
  readonly lacks: readonly InspectedLack[];
}

export interface InspectedFile {
  readonly file: string;
  readonly format: string;
  readonly encoding: string | null;
  readonly sha256: string;
  readonly sheets: readonly InspectedSheet[];
}

export type Counts = Pick<SheetReport, "rows" | "used" | "excluded" | "rejected">;

export interface InspectedSheet extends Counts {
  readonly name: string;
  readonly hidden: boolean;
  /** The year that stored dates count from; null for formats that write dates out. */
  readonly dateSystem: 1900 | 1904 | null;
  readonly dataset: string | null;
  /** Set where one row holds several records. */
  readonly form?: NonNullable<SheetReport["form"]>;
  readonly why: SheetWhy | null;
  readonly headerRows: readonly number[];
  readonly columns: readonly InspectedColumn[];
  readonly unmatched: readonly UnmatchedColumn[];
  readonly missing: readonly MissingField[];
  readonly rejectedCells: readonly RejectedCell[];
  readonly rejectedCellCount: number;
  /** Null when there is no directory to look names up in. */
  readonly unknownUnits:
    | readonly {
        readonly name: string;
        readonly rows: number;
        readonly nearest: readonly string[];
        readonly yaml: string;
      }[]
    | null;
  readonly notes: readonly Why[];
}

export type RejectedCell = Pick<Quality["rejectedCells"][number], "cell" | "row" | "field" | "value" | "why">;

/** Why a sheet was taken for a dataset. */
export interface SheetWhy {
  readonly fit: number;
  /** Headings that only this dataset has. */
  readonly decisive: readonly string[];
  /** Whether without the sheet's name another dataset would have fitted as well. */
  readonly nameDecided: boolean;
  readonly runnerUp: { readonly dataset: string; readonly fit: number; readonly matched: number } | null;
}

export interface InspectedColumn {
  /** Its letter: A, B, … */
  readonly column: string;
  readonly heading: string;
  readonly field: string;
  readonly by: "name" | "alias" | "joined" | "mapped" | "across";
}

export interface UnmatchedColumn {
  readonly heading: string;
  /** Fields that may have been meant; those of another dataset with its name. */
  readonly nearest: readonly string[];
}

export interface MissingField {
  readonly field: string;
  /** What the dictionary takes an absent column to mean. */
  readonly absent: string | null;
  readonly needed: boolean;
  /** Whether it names the unit: without it rows count for the whole area only. */
  readonly namesUnit: boolean;
  /** Indicators without a value, since no sheet of the dataset has the column. */
  readonly blocks: readonly IndicatorRef[];
}

export type InspectedLack = Omit<Quality["lacks"][number], "indicators"> & {
  readonly indicators: readonly IndicatorRef[];
};

export interface IndicatorRef {
  readonly id: string;
  readonly clause: string;
  readonly name: string;
}
