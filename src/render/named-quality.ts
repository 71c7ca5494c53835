import type { Language } from "../model/language.ts";
import type { Quality, Report } from "../model/report.ts";
import { datasetName, fieldName } from "../model/reword.ts";

/** What there is to say of the data, with datasets and fields named as the language has them. */
export function namedQuality(report: Report, language: Language): Quality {
  const { quality } = report;
  if (language === "zh") return quality;
  const datasetOf = (name: string) => datasetName(name, report, language);
  const fieldOf = (name: string, dataset: string | null) => fieldName(name, dataset, report, language);
  const placed = <Found extends { dataset: string }>(found: Found): Found => ({
    ...found,
    dataset: datasetOf(found.dataset),
  });
  return {
    ...quality,
    rejectedCells: quality.rejectedCells.map((cell) => ({ ...cell, field: fieldOf(cell.field, null) })),
    duplicates: quality.duplicates.map(placed),
    totals: quality.totals.map((total) => ({ ...total, field: fieldOf(total.field, total.dataset) })),
    blanks: quality.blanks.map((blank) => placed({ ...blank, field: fieldOf(blank.field, blank.dataset) })),
    suspicions: quality.suspicions.map(placed),
    freshness: quality.freshness.map(placed),
  };
}
