import type { Assessment, Why } from "./assessment.ts";
import type { Indicator } from "./plan.ts";
import type { IndicatorReport, SheetReport } from "./report.ts";

/** How an indicator is computed and, with inputs, how its value came about. Formulas are in the reader's language. */
export interface Explanation {
  readonly plan: { readonly id: string; readonly title: string };
  readonly indicator: Indicator;
  readonly formula: {
    /** The two sides; null for values that are only reported. */
    readonly of: string | null;
    readonly to: string | null;
    readonly where: string | null;
    readonly that: string | null;
  };
  readonly derived: readonly { readonly field: string; readonly formula: string }[];
  readonly unit: { readonly name: string; readonly responsible: boolean } | null;
  readonly account: Account | null;
}

/** What the inputs came to. */
export interface Account {
  readonly asOf: string;
  readonly synthetic: boolean;
  readonly report: IndicatorReport;
  readonly whole: Standing;
  readonly unit: Standing | null;
  readonly datasets: readonly DatasetAccount[];
  readonly notes: readonly Why[];
}

export interface Standing {
  /** Null for units that are not judged. */
  readonly assessment: Assessment | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Of a shared indicator: what the unit brought in. */
  readonly contribution: number | null;
  readonly reported: { readonly at: string; readonly pooled: boolean } | null;
  readonly chains: readonly CountedChain[];
  readonly blanks: readonly { readonly dataset: string; readonly field: string; readonly rows: number }[];
}

/** Used rows of a dataset, and how many are left after each filter. */
export interface CountedChain {
  readonly dataset: string;
  readonly side: "both" | "numerator" | "denominator";
  readonly steps: readonly {
    readonly role: "used" | "where" | "that";
    readonly filter: string;
    readonly rows: number | null;
  }[];
}

export interface DatasetAccount extends Pick<SheetReport, "rows" | "used" | "excluded" | "rejected"> {
  readonly dataset: string;
  readonly sheets: readonly {
    readonly file: string;
    readonly sheet: string;
    readonly rows: number;
    readonly used: number;
  }[];
}
