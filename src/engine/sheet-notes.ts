import { heldFields } from "../ingest/binding.ts";
import type { ScanEnd } from "../ingest/reader.ts";
import { testsOf } from "../model/measure.ts";
import type { Plan } from "../model/plan.ts";
import type { DatasetRun } from "./dataset-run.ts";
import type { OpenSheet } from "./open-sheets.ts";
import type { QualityBook } from "./quality.ts";
import { REPORTED } from "./reserved.ts";
import type { SheetScan } from "./sheet-scan.ts";

/** Remarks on how the columns of a sheet were understood. */
export function noteColumns(
  { file, source, binding }: OpenSheet,
  run: DatasetRun,
  quality: QualityBook,
): void {
  if (binding === null) return;
  const place = { file: file.file, sheet: source.name };
  const bound = heldFields(binding);
  const isAnswers = run.dataset.name === REPORTED;
  const keyless = run.dataset.key.filter(
    (key) => !bound.has(key) && !(isAnswers && run.dataset.date.includes(key)),
  );
  if (binding.across !== undefined) {
    const { form, blocks } = binding.across;
    quality.note(form, { ...place, columns: blocks.length, row: binding.headerRow });
  }
  if (keyless.length > 0) quality.note("sheet-without-key", { ...place, fields: keyless.join("、") });
  for (const field of run.layout.fields) {
    if (field.absent !== null && !bound.has(field.name)) {
      quality.note("absent-means", { ...place, field: field.name, value: field.absent });
    }
  }
  for (const { field, heading } of binding.doubled)
    quality.note("heading-twice", { ...place, field, heading });
  if (source.hidden) quality.note("hidden-sheet", place);
}

/** Remarks that show only once a sheet has been read. */
export function noteSheet(
  { file, source, filling }: OpenSheet,
  { counts, otherTable }: SheetScan,
  end: ScanEnd,
  quality: QualityBook,
): void {
  const place = { file: file.file, sheet: source.name };
  for (const [at, { heading, ranges }] of (filling?.columns ?? []).entries()) {
    const rows = filling?.rows[at] ?? 0;
    const code = ranges === null ? "filled-down" : "merged-down";
    if (rows > 0) quality.note(code, { ...place, heading, rows });
  }
  if (otherTable !== null)
    quality.note("table-not-read", {
      ...place,
      row: otherTable,
      rows: counts.excluded["other-table"] ?? 0,
    });
  if (counts.hidden > 0) quality.note("hidden-rows", { ...place, rows: counts.hidden });
  if (counts.futureEvents > 0) quality.note("future-events", { ...place, cells: counts.futureEvents });
  const irregular = end.irregularLines;
  if (irregular !== undefined && irregular.count > 0) {
    const more = irregular.count > irregular.lines.length ? " …" : "";
    quality.note("irregular-lines", {
      ...place,
      count: irregular.count,
      lines: irregular.lines.join("、") + more,
    });
  }
  const { count, cells } = end.formulasWithoutValue;
  if (count > 0)
    quality.note("formulas-without-value", { ...place, count, cells: cells.slice(0, 5).join("、") });
}

/** Remarks on a whole dataset: rows without a date, older exports, literals that no row has. */
export function noteDataset(
  run: DatasetRun,
  scans: readonly { sheet: OpenSheet; scan: SheetScan }[],
  plan: Pick<Plan, "indicators">,
  quality: QualityBook,
): void {
  const { dataset, layout } = run;
  const undated = scans.reduce((sum, { scan }) => sum + scan.counts.undated, 0);
  if (undated > 0)
    quality.note("undated-rows", { dataset: dataset.name, rows: undated, field: dataset.date[0] ?? "" });
  for (const { sheet, scan } of scans) {
    const { rows, used, repeatsOtherFile: repeated } = scan.counts;
    // A list without dates that mostly repeats an earlier file is an older export of it.
    if (dataset.date.length === 0 && repeated * 2 > rows && repeated > 1) {
      const place = { file: sheet.file.file, sheet: sheet.source.name };
      quality.note("older-export", { ...place, rows: repeated, only: used });
    }
  }
  if (run.used === 0) return;
  const filters = plan.indicators
    .flatMap(({ measure }) => [measure.of, measure.to])
    .filter((side) => side !== null);
  for (const aggregate of filters) {
    if (aggregate.dataset !== dataset.name) continue;
    for (const { field, test } of testsOf(aggregate.where)) {
      const at = layout.indexOf(field);
      if (test.op !== "equals" || run.blanks[at] === run.used) continue;
      if (test.values.every((value) => typeof value === "string" && run.isUnseen(at, value))) {
        quality.note("literal-unseen", { dataset: dataset.name, field, value: test.values.join("/") });
      }
    }
  }
}
