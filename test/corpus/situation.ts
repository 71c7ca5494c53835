import type { Opened } from "../../src/ingest/open.ts";
import type { ReadLimits, SheetSource } from "../../src/ingest/reader.ts";
import { openAll, rowLine } from "../ingest/read.ts";

/** An awkward file by name, made when needed, and what should be read from it: lines, or a problem. */
export interface Situation {
  readonly name: string;
  readonly bytes: () => Buffer | string | Promise<Buffer>;
  readonly reads: string | readonly string[];
  readonly limits?: Partial<ReadLimits>;
}

/**
 * Everything that is read, as lines: each sheet's name in brackets, with the format and what is special
 * about it, then its rows.
 */
export async function readingOf(bytes: Buffer | string, limits: Partial<ReadLimits> = {}): Promise<string[]> {
  const opened = await openAll(bytes, limits);
  try {
    return await linesOf(opened);
  } finally {
    for (const file of opened.files) await file.close();
  }
}

async function linesOf({ files, skipped }: Opened): Promise<string[]> {
  const lines: string[] = [];
  for (const { file, format, encoding, sheets } of files) {
    for (const sheet of sheets) {
      const encoded = encoding === null || encoding === "utf-8" ? "" : ` ${encoding}`;
      lines.push(`[${file === "-" ? "" : `${file}: `}${titleOf(sheet)}] ${format}${encoded}`);
      const end = await sheet.scan((row) => {
        lines.push(rowLine(row));
        return true;
      });
      const { count, cells } = end.formulasWithoutValue;
      if (count > 0) lines.push(`hollow: ${cells.join(" ")}`);
      const odd = end.irregularLines?.lines ?? [];
      if (odd.length > 0) lines.push(`irregular: ${odd.join(" ")}`);
    }
  }
  return [...lines, ...skipped.map(({ file, code }) => `skipped ${file}: ${code}`)];
}

function titleOf(sheet: SheetSource): string {
  return [sheet.name, sheet.hidden ? "hidden" : "", sheet.date1904 ? "1904" : ""]
    .filter((word) => word !== "")
    .join(", ");
}
