import type { Language } from "../../model/language.ts";
import { wholeName } from "../../model/presentation.ts";
import type { Report } from "../../model/report.ts";
import { detailsSheet } from "./details.ts";
import { gapSheet } from "./gap-list.ts";
import { methodSheet } from "./method.ts";
import { type FixedSheet, fixedSheets } from "./names.ts";
import { overviewSheet } from "./overview.ts";
import { qualitySheet } from "./quality-sheet.ts";
import { scoresSheet } from "./scores.ts";
import type { Sheet } from "./sheet.ts";
import { taskSheet } from "./task-ledger.ts";
import { trendSheet } from "./trends.ts";
import { unitSheet } from "./unit-card.ts";
import { unitSheetsOf } from "./unit-sheets.ts";

/** The whole workbook, before it is written: fixed sheets first, then one per unit. */
export function sheetsOf(report: Report, language: Language): Sheet[] {
  const units = unitSheetsOf(report, language);
  const whole = wholeName(report, language);
  const trends = trendSheet(report, units, language);
  const linked = (Object.keys(fixedSheets) as FixedSheet[]).filter(
    (sheet) => sheet !== "overview" && (sheet !== "trend" || trends !== null),
  );
  return [
    overviewSheet(report, linked, language),
    scoresSheet(report, units, language),
    ...(trends === null ? [] : [trends]),
    detailsSheet(report, units, whole, language),
    gapSheet(report, units, whole, language),
    taskSheet(report, units, language),
    qualitySheet(report, language),
    methodSheet(report, language),
    ...units.shown.map((one) => unitSheet(report, one, language)),
  ];
}
