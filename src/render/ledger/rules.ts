import type { Language } from "../../model/language.ts";
import { type LedgerColumnId, progressWords } from "../../model/ledger-columns.ts";
import type { LedgerColumn } from "./columns.ts";
import { colourRules, doneWords, lateWords, markedWords } from "./looks.ts";
import { letterOf } from "./row-xml.ts";
import type { SheetWriter } from "./writer.ts";

const onlyThese: Record<Language, string> = {
  zh: "只能选未启动、进行中、已完成",
  en: "not started, in progress or done",
};
/** Those that colour marks come after those for time and progress. */
const FIRST_OF_MARKS = 20;

interface Lines {
  readonly first: number;
  readonly last: number;
  readonly language: Language;
  readonly toFill: boolean;
}

/** Colours by what cells say, and a drop-down for progress. */
export function addRules(
  sheet: SheetWriter,
  columns: readonly LedgerColumn[],
  { first, last, language, toFill }: Lines,
): void {
  const refOf = (id: LedgerColumnId) => {
    const at = columns.findIndex((column) => column.id === id);
    if (at < 0) return null;
    const letter = letterOf(at + 1);
    return { first: `${letter}${first}`, ref: `${letter}${first}:${letter}${last}` };
  };
  const colour = (id: LedgerColumnId, words: typeof lateWords, from: number) => {
    const cells = refOf(id);
    if (cells === null) return;
    const rules = colourRules(cells.first, words[language], from);
    sheet.addConditionalFormatting({ ref: cells.ref, rules });
  };
  colour("lateness", lateWords, 1);
  if (!toFill) return;
  colour("progress", doneWords, 1 + lateWords[language].length);
  colour("mark", markedWords, FIRST_OF_MARKS);
  const progress = refOf("progress");
  if (progress === null) return;
  const choices = progressWords.map((word) => word[language]).join(",");
  sheet.dataValidations.add(progress.ref, {
    type: "list",
    allowBlank: true,
    formulae: [`"${choices}"`],
    showErrorMessage: true,
    error: onlyThese[language],
  });
}
