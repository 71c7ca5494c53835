import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { type Opened, openInput } from "../../../src/ingest/open.ts";
import { defaultLimits, type ReadLimits, type SheetSource } from "../../../src/ingest/reader.ts";
import type { Readers } from "../../../src/ingest/workers/readers.ts";
import { ProblemError } from "../../../src/problem.ts";
import { rowLine } from "../read.ts";

export interface ReadOptions {
  /** Null reads in this thread alone. */
  readonly readers: Readers | null;
  readonly limits?: Partial<ReadLimits>;
  readonly rangeBytes?: number;
}

/** All that is found in a file on disk, line by line, and how it ends; problems with their places. */
export async function foundIn(path: string, options: ReadOptions): Promise<string[]> {
  const lines: string[] = [];
  try {
    const opened = await openOnDisk(path, options);
    try {
      const sheets = opened.files.flatMap(({ sheets }) => sheets);
      await options.readers?.ahead(sheets);
      for (const sheet of sheets) await addLines(sheet, lines);
    } finally {
      for (const file of opened.files) await file.close();
    }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    lines.push(...error.problems.map((found) => JSON.stringify(found)));
  }
  return lines;
}

export function openOnDisk(
  path: string,
  { limits, rangeBytes }: Omit<ReadOptions, "readers">,
): Promise<Opened> {
  const input = { path, display: "input" };
  return openInput(input, Readable.from([]), { ...defaultLimits, ...limits }, rangeBytes);
}

async function addLines(sheet: SheetSource, lines: string[]): Promise<void> {
  lines.push(`[${sheet.name}]`);
  const end = await sheet.scan((row) => lines.push(rowLine(row)) > 0);
  lines.push(JSON.stringify(end));
}

/** A folder that is there while its user is. */
export async function withFolder<T>(
  use: (put: (bytes: Buffer | string) => Promise<string>) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "evaluate-"));
  let files = 0;
  try {
    return await use(async (bytes) => {
      const path = join(folder, `${files++}`);
      await writeFile(path, bytes);
      return path;
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}
