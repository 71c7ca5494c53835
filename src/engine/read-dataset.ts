import { Labels } from "../ingest/labels.ts";
import type { Day } from "../model/day.ts";
import { periodAt } from "../model/period.ts";
import type { Plan } from "../model/plan.ts";
import { readingOf } from "../model/reading/reading.ts";
import type { DatasetRun } from "./dataset-run.ts";
import { withCodes } from "./mapped-codes.ts";
import type { OpenSheet } from "./open-sheets.ts";
import type { QualityBook } from "./quality.ts";
import { REPORTED } from "./reserved.ts";
import type { DatasetSanity } from "./sanity.ts";
import { noteColumns, noteSheet } from "./sheet-notes.ts";
import { type ScanContext, SheetScan } from "./sheet-scan.ts";
import type { UnitTable } from "./unit-table.ts";

export interface DatasetReading {
  readonly plan: Pick<Plan, "dictionary" | "timezone" | "period">;
  readonly asOf: Day;
  readonly units: UnitTable;
  readonly labels: Labels;
  readonly qualityOf: (sheet: OpenSheet) => QualityBook;
  readonly keyBeside?: NonNullable<ScanContext["keyBeside"]>;
  readonly onUsed: NonNullable<ScanContext["onUsed"]>;
  readonly sanity?: DatasetSanity;
}

export interface ScannedSheet {
  readonly sheet: OpenSheet;
  readonly scan: SheetScan;
}

/** Reads all sheets of one dataset in reading order; `all` gives sheets their numbers. */
export async function readDataset(
  run: DatasetRun,
  all: readonly OpenSheet[],
  reading: DatasetReading,
): Promise<ScannedSheet[]> {
  const { plan, asOf, qualityOf } = reading;
  const placeOf = placesIn(all);
  const headings = headingWords(plan.dictionary);
  const scans: ScannedSheet[] = [];
  for (const [number, sheet] of all.entries()) {
    if (sheet.binding === null || sheet.binding.dataset.name !== run.dataset.name) continue;
    const quality = qualityOf(sheet);
    noteColumns(sheet, run, quality);
    const { dictionary, timezone } = plan;
    const own = readingOf({ dictionary, timezone, date1904: sheet.source.date1904 });
    const readingFor = sheet.rule === null ? own : withCodes(own, sheet.rule.codes);
    const scan = new SheetScan(number, sheet.binding, readingFor, {
      ...reading,
      run,
      quality,
      period: periodAt(plan.period, asOf),
      headings,
      wholeIsUnit: run.dataset.name === REPORTED,
      placeOf,
    });
    const end = await scan.scan(sheet.source);
    scans.push({ sheet, scan });
    noteSheet(sheet, scan, end, quality);
  }
  await settleTotals(scans, (sheet) =>
    qualityOf(sheet).note("whole-sheet-beside-units", placeOf(all.indexOf(sheet))),
  );
  return scans;
}

function headingWords({ datasets }: Plan["dictionary"]): Set<string> {
  const fields = [...datasets.values()].flatMap((dataset) => [...dataset.fields.values()]);
  return new Set(
    fields.flatMap(({ name, aliases, derived }) => (derived === null ? [name, ...aliases] : [])),
  );
}

/** Rows of the whole are figures where a dataset has no others, and totals beside them. */
async function settleTotals(
  scans: readonly ScannedSheet[],
  beside: (sheet: OpenSheet) => void,
): Promise<void> {
  const onlyTotals = scans.every(({ scan }) => scan.counts.rows === 0 || scan.onlyTotals);
  for (const { sheet, scan } of scans) {
    if (scan.onlyTotals && !onlyTotals) beside(sheet);
    await scan.settleTotals(sheet.source, scan.onlyTotals && onlyTotals);
  }
}

/** Tells rows of totals by the common words for them and by the names of the plan's place. */
export function labelsOf({ dictionary, directory }: Pick<Plan, "dictionary" | "directory">): Labels {
  const { place, whole } = directory;
  return new Labels(dictionary.words, [...(place === null ? [] : [place]), ...whole]);
}

export function placesIn(all: readonly OpenSheet[]): ScanContext["placeOf"] {
  return (number) => {
    const sheet = all[number];
    return { file: sheet?.file.file ?? "", sheet: sheet?.source.name ?? "" };
  };
}
