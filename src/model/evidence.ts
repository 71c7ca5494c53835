import type Fraction from "fraction.js";
import type { Why } from "./assessment.ts";
import type { Day } from "./day.ts";
import type { Quality, SheetReport } from "./report.ts";

/** What an aggregate came to: null when no row had a value, and the rows behind it. */
export interface Total {
  readonly value: Fraction | null;
  readonly rows: number;
}

/** One unit's, or the whole's, side of a measure. */
export interface Figures {
  readonly of: Total;
  readonly to: Total | null;
  /** Used rows of the measure's datasets: none means that there is nothing to judge. */
  readonly present: number;
}

/** A needed dataset or column that no input has; no fields means the dataset itself. */
export interface Lack {
  readonly dataset: string;
  readonly fields: readonly string[];
  /** A heading among the inputs that may have been meant. */
  readonly nearest: string | null;
}

/** A value from 指标填报, in the indicator's unit, with its parts where they were given. */
export interface ReportedFigure {
  readonly value: Fraction | null;
  readonly numerator: Fraction | null;
  readonly denominator: Fraction | null;
  readonly day: Day | null;
  readonly at: string;
}

export interface IndicatorEvidence {
  readonly lacks: readonly Lack[];
  /** Null when something that the measure needs is lacking, or when it is only reported. */
  readonly whole: Figures | null;
  /** By unit name, unknown names included. */
  readonly units: ReadonlyMap<string, Figures>;
  /** Whether the rows name units; if not, units have no figure of their own. */
  readonly namesUnits: boolean;
  readonly reported: {
    readonly whole: ReportedFigure | null;
    readonly units: ReadonlyMap<string, ReportedFigure>;
  };
}

/** An entry of 任务台账. */
export interface TaskEntry {
  readonly status: string | null;
  readonly completedOn: Day | null;
  /** 0-1 */
  readonly rate: Fraction | null;
  readonly evidence: string | null;
}

/** Rows whose values can hardly be true, for one reason. */
export type Suspicion = Omit<Quality["suspicions"][number], "code" | "text">;

/** Rows tallied by indicator and unit, and what there is to say about the rows. */
export interface Evidence {
  readonly indicators: ReadonlyMap<string, IndicatorEvidence>;
  /** By task id, then unit; null without a 任务台账 among the inputs. */
  readonly tasks: ReadonlyMap<string, ReadonlyMap<string, TaskEntry>> | null;
  /** Names in the data that the directory lacks. */
  readonly strangers: readonly string[];
  readonly inputs: readonly { file: string; sha256: string; format: string; sheets: SheetReport[] }[];
  readonly synthetic: boolean;
  readonly quality: Omit<Quality, "notes" | "rejectedCells" | "suspicions" | "reconciliation"> & {
    readonly notes: readonly Why[];
    readonly suspicions: readonly Suspicion[];
    readonly rejectedCells: readonly Omit<Quality["rejectedCells"][number], "reason">[];
  };
}
