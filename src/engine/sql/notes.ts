import { testsOf } from "../../model/measure.ts";
import type { Plan } from "../../model/plan.ts";
import { usageOf } from "../../model/usage.ts";
import type { QualityBook } from "../quality.ts";
import type { CountedDataset } from "./counted-dataset.ts";
import { keyOfTable } from "./fates.ts";
import type { Unreadable } from "./readings.ts";

/** What there is to say about a dataset that was counted in a database. */
export function noteCounted(of: CountedDataset, plan: Plan, quality: QualityBook): void {
  const { dataset, table, counts, cells, layout, bound } = of;
  const { file, sheet } = table.place;
  const keyless = dataset.key.filter((field) => !table.columns.has(field));
  if (keyless.length > 0) quality.note("sheet-without-key", { file, sheet, fields: keyless.join("、") });
  for (const field of cells.refused) {
    const heading = table.columns.get(field)?.heading ?? field;
    quality.note("digits-column", { file, sheet, field, heading });
  }
  for (const { name, absent } of layout.fields)
    if (absent !== null && !bound.has(name))
      quality.note("absent-means", { file, sheet, field: name, value: absent });
  if (counts.undated > 0)
    quality.note("undated-rows", {
      dataset: dataset.name,
      rows: counts.undated,
      field: dataset.date[0] ?? "",
    });
  noteCells(of, quality);
  noteBlanks(of, plan, quality);
  noteRepeats(of, quality);
  noteUnseen(of, plan, quality);
}

function noteCells({ cells, table, badCellCount }: CountedDataset, quality: QualityBook): void {
  const { file, sheet } = table.place;
  const isRemark = ({ field, cell }: Unreadable) => {
    const remarks = cells.remarks.get(field.name);
    return remarks?.totals.has(cell) === true || remarks?.notes.has(cell) === true;
  };
  const told = cells.unreadable.filter((cell) => !isRemark(cell));
  const sorted = told.sort((a, b) => b.rows - a.rows || (a.cell < b.cell ? -1 : 1));
  const shown = sorted.map(({ field, text }) => {
    const why = { code: "unreadable", with: { type: field.type } };
    return { file, sheet, cell: "", row: 0, field: field.name, value: text.slice(0, 80), why };
  });
  quality.rejectCells(badCellCount, shown);
}

function noteBlanks(
  { dataset, blanks, layout, bound }: CountedDataset,
  plan: Plan,
  quality: QualityBook,
): void {
  const { fields } = usageOf(
    plan.dictionary,
    plan.indicators.map(({ measure }) => measure),
  );
  for (const field of layout.fields) {
    const rows = blanks.get(field.name) ?? 0;
    const used = field.name === dataset.unit || fields.get(dataset.name)?.has(field.name) === true;
    const looked = field.derived?.kind === "lookup" || field.derived?.kind === "choose";
    const there = field.derived === null ? bound.has(field.name) : looked;
    if (rows > 0 && used && there) quality.blanks.push({ dataset: dataset.name, field: field.name, rows });
  }
}

function noteRepeats({ dataset, counts, conflicts, table }: CountedDataset, quality: QualityBook): void {
  const rows = counts.excluded.duplicate ?? 0;
  if (rows > 0) quality.repeats(dataset.name, rows, conflicts);
  if (table.unique && keyOfTable(table).length > 0) quality.note("table-unique", { dataset: dataset.name });
}

/** Literals that no row has, where all that a column holds is known. */
function noteUnseen(of: CountedDataset, { indicators }: Plan, quality: QualityBook): void {
  const { dataset, used, blanks } = of;
  if (used === 0) return;
  const sides = indicators.flatMap(({ measure }) => [measure.of, measure.to]).filter((side) => side !== null);
  for (const { dataset: name, where } of sides) {
    if (name !== dataset.name) continue;
    for (const { field, test } of testsOf(where)) {
      const { finite } = of.exprOf(field);
      if (test.op !== "equals" || finite === null || field === dataset.unit || blanks.get(field) === used)
        continue;
      const seen = new Set([...finite.outcomes.values(), finite.blank].flatMap((value) => value ?? []));
      const { values } = test;
      if (values.every((value) => typeof value === "string" && !seen.has(value)))
        quality.note("literal-unseen", { dataset: name, field, value: values.join("/") });
    }
  }
}
