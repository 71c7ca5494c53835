import { Readable } from "node:stream";
import { openStdin } from "../../src/ingest/open.ts";
import { CellKind, defaultLimits, type RawRow, type SheetSource } from "../../src/ingest/reader.ts";
import { ProblemError } from "../../src/problem.ts";

const kinds = Object.keys(CellKind);

/** A row as one line of text, "3: a | 5 number | | 1 boolean"; text needs no kind. */
export function rowLine(row: RawRow): string {
  const cells: string[] = [];
  for (let column = 0; column < row.width; column++) {
    const kind = row.kind[column] ?? -1;
    const shown = kind === CellKind.text || kind === CellKind.blank ? "" : ` ${kinds[kind]}`;
    cells.push(`${row.text[column]}${shown}`);
  }
  return `${row.number}${row.hidden ? " hidden" : ""}: ${cells.join(" | ")}`;
}

export async function rowsOf(sheet: SheetSource | undefined): Promise<string[]> {
  const rows: string[] = [];
  await sheet?.scan((row) => {
    rows.push(rowLine(row));
    return true;
  });
  return rows;
}

export async function openBytes(bytes: Buffer | string, limits = {}) {
  return openStdin(Readable.from([Buffer.from(bytes)]), { ...defaultLimits, ...limits });
}

/** The rows of the first sheet. */
export async function read(bytes: Buffer | string, limits = {}): Promise<string[]> {
  const file = await openBytes(bytes, limits);
  try {
    return await rowsOf(file.sheets[0]);
  } finally {
    await file.close();
  }
}

/** Code and reason of the problem that a step ends with: "D005 crc". */
export async function problemOf(step: Promise<unknown>): Promise<string> {
  try {
    await step;
    return "none";
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return error.problems
      .map((found) => [found.code, found.with.reason].filter((word) => word !== undefined).join(" "))
      .join(", ");
  }
}
