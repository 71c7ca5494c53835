import type { Layout } from "../../measure/layout.ts";
import type { Evidence } from "../../model/evidence.ts";
import type { SheetReport } from "../../model/report.ts";
import type { SheetScan } from "../sheet-scan.ts";
import type { Asked } from "./asked.ts";
import type { BoundTable } from "./bound-table.ts";
import type { CountedDataset, FateCounts } from "./counted-dataset.ts";

/** One input for each table: what became of its rows, and a fingerprint of the answers about it. */
export function inputsOf(
  counted: readonly CountedDataset[],
  read: readonly {
    readonly table: BoundTable;
    readonly scan: SheetScan;
    readonly run: { readonly layout: Layout };
  }[],
  asked: Asked,
): Evidence["inputs"] {
  const all = [
    ...counted.map(({ table, counts, layout }) => ({ table, counts, layout })),
    ...read.map(({ table, scan, run }) => ({ table, counts: scan.counts, layout: run.layout })),
  ];
  return all.map(({ table, counts, layout }) => ({
    file: table.place.file,
    sha256: asked.sha256Of(table.dataset.name),
    format: asked.database.format,
    sheets: [sheetReport(table, counts, layout)],
  }));
}

function sheetReport(
  { place, dataset, columns, unmatched }: BoundTable,
  counts: Pick<FateCounts, "rows" | "used" | "rejected" | "excluded">,
  { fields }: Layout,
): SheetReport {
  const missing = fields.filter(({ derived, name }) => derived === null && !columns.has(name));
  return {
    name: place.sheet,
    dataset: dataset.name,
    headerRow: null,
    rows: counts.rows,
    used: counts.used,
    excluded: { ...counts.excluded },
    rejected: counts.rejected,
    hidden: false,
    matched: [...columns.values()].map(({ heading, field }) => ({ heading, field: field.name })),
    unmatched: [...unmatched],
    missing: missing.map(({ name }) => name),
  };
}
