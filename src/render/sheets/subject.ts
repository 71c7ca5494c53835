import type { Assessment } from "../../model/assessment.ts";
import type { IndicatorReport } from "../../model/report.ts";
import { link, type SheetCell, type SheetColumn, text } from "./sheet.ts";
import type { UnitSheets } from "./unit-sheets.ts";

/** What a row of a list is about: an indicator at a unit, or of the whole. */
export interface Subject {
  readonly indicator: IndicatorReport;
  readonly found: Assessment;
  readonly unit: string | null;
  readonly group: string | null;
}

/** The unit, or the whole, with the way to its own sheet where it has one. */
export function subjectCell({ unit }: Subject, { anchors }: UnitSheets, whole: string): SheetCell {
  const anchor = unit === null ? "overview" : anchors.get(unit);
  const name = unit ?? whole;
  return anchor === undefined ? text(name, unit === null ? "strong" : undefined) : link(name, anchor);
}

interface Places {
  readonly right: ReadonlySet<number>;
  readonly centred: ReadonlySet<number>;
  readonly status: number;
}

/** Columns of a list, each of one span, by where numbers and statuses stand. */
export function listColumns(titles: readonly string[], { right, centred, status }: Places): SheetColumn[] {
  return titles.map((title, index) => {
    const base = { title, span: 1 };
    if (index === status) return { ...base, align: "centre", isStatus: true };
    if (centred.has(index)) return { ...base, align: "centre" };
    return right.has(index) ? { ...base, align: "right" } : base;
  });
}
