import type { Language } from "../../model/language.ts";
import type { Report } from "../../model/report.ts";
import type { Wordings } from "../../model/wording.ts";
import { contentOf, docxOf } from "./docx.ts";
import { owedBy } from "./task-sheet/owed.ts";
import { type LedgerPlace, taskSheet } from "./task-sheet/sheet.ts";

export type { LedgerPlace } from "./task-sheet/sheet.ts";

export interface TaskSheet {
  readonly unit: string;
  /** What its file is called, but for its ending and what no file may be called. */
  readonly name: string;
  /** Of what it says, whoever writes into it. */
  readonly content: string;
  readonly data: Uint8Array;
}

export interface TaskSheetOptions {
  readonly language: Language;
  readonly wordings: Wordings;
  /** Where a ledger lists a unit's records, if it lists any. */
  readonly ledgerOf?: (unit: string) => LedgerPlace | null;
}

const names = { zh: "任务交办单", en: "task-sheet" };

/** A sheet for every unit that owes something, in the order of the report. */
export async function taskSheets(report: Report, options: TaskSheetOptions): Promise<TaskSheet[]> {
  const { language, wordings, ledgerOf } = options;
  const sheets: TaskSheet[] = [];
  for (const owed of owedBy(report)) {
    const { unit } = owed.unit;
    const paper = taskSheet(owed, report, { language, wordings, ledger: ledgerOf?.(unit) ?? null });
    const data = await docxOf(paper, report, language);
    sheets.push({ unit, name: sheetName(unit, language), content: contentOf(paper), data });
  }
  return sheets;
}

/** What the sheet of a unit is called, whether there is one now or not. */
export function sheetName(unit: string, language: Language): string {
  return `${names[language]}-${unit}`;
}

/** Whether a file is called as the task sheets of an earlier run are. */
export function isTaskSheetName(file: string): boolean {
  return Object.values(names).some((name) => file.startsWith(`${name}-`) && file.endsWith(".docx"));
}
