import type { Language } from "../../model/language.ts";
import type { Report } from "../../model/report.ts";
import type { Wordings } from "../../model/wording.ts";
import type { CoreFacts } from "./core.ts";
import { docxOf, factsOf } from "./docx.ts";
import { owedBy } from "./task-sheet/owed.ts";
import { type LedgerPlace, taskSheet } from "./task-sheet/sheet.ts";

export type { LedgerPlace } from "./task-sheet/sheet.ts";

export interface TaskSheet {
  readonly unit: string;
  /** What its file is called, but for its ending and what no file may be called. */
  readonly name: string;
  /** What its file says of itself. */
  readonly facts: CoreFacts;
  /** The Word file; that it takes a while is why it waits to be asked for. */
  readonly made: () => Promise<Uint8Array>;
}

export interface TaskSheetOptions {
  readonly language: Language;
  readonly wordings: Wordings;
  /** Where a ledger lists a unit's records, if it lists any. */
  readonly ledgerOf?: (unit: string) => LedgerPlace | null;
}

const names = { zh: "任务交办单", en: "task-sheet" };

/** A sheet for every unit that owes something, in the order of the report. */
export function taskSheets(report: Report, options: TaskSheetOptions): TaskSheet[] {
  const { language, wordings, ledgerOf } = options;
  return owedBy(report).map((owed) => {
    const { unit } = owed.unit;
    const paper = taskSheet(owed, report, { language, wordings, ledger: ledgerOf?.(unit) ?? null });
    const made = () => docxOf(paper, report, language);
    return { unit, name: sheetName(unit, language), facts: factsOf(paper, report), made };
  });
}

/** What the sheet of a unit is called, whether there is one now or not. */
export function sheetName(unit: string, language: Language): string {
  return `${names[language]}-${unit}`;
}

/** Whether a file is called as the task sheets of an earlier run are. */
export function isTaskSheetName(file: string): boolean {
  return Object.values(names).some((name) => file.startsWith(`${name}-`) && file.endsWith(".docx"));
}
