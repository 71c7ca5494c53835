import type { Dataset, Field } from "./dataset.ts";
import type { Language } from "./language.ts";
import type { Indicator, Plan, Task } from "./plan.ts";
import type { Unit } from "./unit.ts";

/** Begins the first cell of an example row; a row that begins so is a remark, never data. */
export const exampleMark = "示例：";

export function isExample(text: string): boolean {
  return /^\s*示\s*例\s*[:：]/.test(text);
}

/** Stands at the top of the pages of a template that hold no data: instructions and lists. */
export const templateMark = "evaluate template";

export function isMarkedTemplatePage(top: readonly (readonly string[])[]): boolean {
  return top.slice(0, 3).some((row) => row.some((text) => text.includes(templateMark)));
}

/** A workbook to be filled by hand, before it is written in any format. */
export interface Template {
  readonly plan: Plan;
  readonly language: Language;
  /** Null for a template that any unit may fill. */
  readonly unit: Unit | null;
  /** What the units that fill it answer for. */
  readonly indicators: readonly Indicator[];
  readonly tasks: readonly Task[];
  readonly sheets: readonly TemplateSheet[];
  /** Values of the drop-downs, by name of the list. */
  readonly lists: ReadonlyMap<string, readonly string[]>;
}

export interface TemplateSheet {
  readonly dataset: Dataset;
  readonly columns: readonly TemplateColumn[];
  /** Indicators that read it. */
  readonly indicators: readonly Indicator[];
}

export interface TemplateColumn {
  readonly field: Field;
  /** The canonical heading, with a leading * when required and the unit of a limit in a bracket. */
  readonly heading: string;
  readonly required: boolean;
  readonly comment: string;
  /** The list that its drop-down offers; `open` when other values may stand there too. */
  readonly choices: { readonly list: string; readonly open: boolean } | null;
  readonly example: TemplateExample;
}

export type TemplateExample = string | number | { readonly day: number };
