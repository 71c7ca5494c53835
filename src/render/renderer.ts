import type { Language } from "../model/language.ts";
import type { Report } from "../model/report.ts";

export interface RenderOptions {
  readonly language: Language;
  /** Terminal columns; only formats that wrap use it. */
  readonly width: number;
  readonly colour: boolean;
}

export type Renderer = (report: Report, options: RenderOptions) => string;
