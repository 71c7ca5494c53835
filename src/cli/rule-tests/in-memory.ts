import { createHash } from "node:crypto";
import { CellKind, type SheetSource, type SourceFile } from "../../ingest/reader.ts";
import { TextRow } from "../../ingest/text-row.ts";
import type { TestSheet } from "../../model/rule-test.ts";

/** The sheets of a test as a file that was never written. */
export function inMemoryFile(file: string, sheets: readonly TestSheet[]): SourceFile {
  const sha256 = createHash("sha256").update(JSON.stringify(sheets)).digest("hex");
  return {
    file,
    format: "xlsx",
    encoding: null,
    sha256,
    sheets: sheets.map(sourceOf),
    close: async () => {},
  };
}

function sourceOf({ dataset, headings, rows }: TestSheet): SheetSource {
  return {
    name: dataset,
    hidden: false,
    date1904: false,
    async scan(sink) {
      const row = new TextRow();
      for (const cells of [headings, ...rows]) {
        row.number += 1;
        row.width = 0;
        for (const [column, text] of cells.entries()) row.put(column, CellKind.text, text);
        if (sink(row) === false) break;
      }
      return { formulasWithoutValue: { cells: [], count: 0 } };
    },
  };
}
