import type { Language } from "../model/language.ts";
import type { Report } from "../model/report.ts";
import type { Wordings } from "../model/wording.ts";

export interface RenderOptions {
  readonly language: Language;
  /** Terminal columns; only formats that wrap use it. */
  readonly width: number;
  readonly colour: boolean;
  /** How the indicators of the whole area are listed: in the order of clauses, or by national dimension. */
  readonly groupBy?: GroupBy;
  /** A page for each unit of a report that was narrowed to a few; where a format has no such page, all of it. */
  readonly cards?: boolean;
  /** The sentences of papers; only Word files use them. */
  readonly wordings?: Wordings;
}

export const groupings = ["clause", "dimension"] as const;
export type GroupBy = (typeof groupings)[number];

export type Rendered = string | Uint8Array;
export type Renderer = (report: Report, options: RenderOptions) => Rendered | Promise<Rendered>;
