import type { Assessment, Status } from "../../model/assessment.ts";
import type { Language } from "../../model/language.ts";
import type { IndicatorReport } from "../../model/report.ts";
import { NOTHING } from "../blocks.ts";
import { standingRow } from "../sections/measured.ts";
import { statusWords } from "../words.ts";
import { daysCell, gapCell, targetCell, valueCell } from "./numbers.ts";
import { day, link, type SheetCell, type SheetColumn, text } from "./sheet.ts";

export function statusText(status: Status, language: Language): string {
  return `${statusWords[status].sign} ${statusWords[status][language]}`;
}

export function statusCell(status: Status, language: Language): SheetCell {
  return text(statusText(status, language));
}

/** What is needed in words, else why there is no value. */
export function neededOf(indicator: IndicatorReport, found: Assessment, language: Language): string {
  const words = standingRow(indicator, found, language).cells[6]?.lines.join("\n") ?? "";
  return words === NOTHING ? "" : words;
}

const titles: Record<Language, readonly string[]> = {
  zh: ["状态", "条款", "指标", "现状", "依据", "目标", "差距", "需要做的", "时限", "剩余时间"],
  en: ["Status", "Clause", "Indicator", "Value", "From", "Target", "Gap", "Needed", "Deadline", "Time left"],
};

/** On a page of as many columns as their spans add up to. */
export const PAGE_GRID: readonly number[] = new Array(15).fill(13.6);

export function standingColumns(language: Language): SheetColumn[] {
  const spans = [1, 1, 3, 1, 2, 1, 1, 3, 1, 1];
  return titles[language].map((title, index) => ({
    title,
    span: spans[index] ?? 1,
    ...(index === 0 ? { isStatus: true, align: "centre" as const } : {}),
    ...(index === 3 || index === 6 ? { align: "right" as const } : {}),
  }));
}

/**
 * How an indicator stands, for the whole area or a unit. The clause leads to its rows in the details, being
 * short: LibreOffice does not wrap the text of a link.
 */
export function standingCells(
  indicator: IndicatorReport,
  found: Assessment,
  language: Language,
  to: string,
): SheetCell[] {
  const { cells, below } = standingRow(indicator, found, language);
  return [
    statusCell(found.status, language),
    link(indicator.clause, to),
    text(cells[2]?.lines.join("\n")),
    valueCell(indicator, found, language),
    text(below.join("\n"), "muted"),
    targetCell(indicator, found, language),
    gapCell(indicator, found, language),
    text(neededOf(indicator, found, language)),
    day(found.deadline),
    daysCell(found, language),
  ];
}

export function anchorOf(indicator: IndicatorReport): string {
  return `indicator ${indicator.id}`;
}
