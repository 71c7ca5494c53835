import { Readable } from "node:stream";
import { type Opened, openInput } from "../../src/ingest/open.ts";
import {
  CellKind,
  defaultLimits,
  type RawRow,
  type SheetSource,
  type SourceFile,
} from "../../src/ingest/reader.ts";
import { ProblemError } from "../../src/problem.ts";

const kinds = Object.keys(CellKind);

/** A row as one line of text, "3: a | 5 number | | 1 boolean"; text needs no kind. */
export function rowLine(row: RawRow): string {
  const cells: string[] = [];
  for (let column = 0; column < row.width; column++) {
    const kind = row.kind[column] ?? -1;
    const shown = kind === CellKind.text || kind === CellKind.blank ? "" : ` ${kinds[kind]}`;
    cells.push(`${row.text(column)}${shown}`);
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

export async function openBytes(bytes: Buffer | string, limits = {}): Promise<SourceFile> {
  return onlyFile(await openAll(bytes, limits));
}

/** What comes on stdin; of an archive every member. */
export async function openAll(bytes: Buffer | string, limits = {}): Promise<Opened> {
  const stdin = Readable.from([Buffer.from(bytes)]);
  return openInput({ path: "-", display: "-" }, stdin, { ...defaultLimits, ...limits });
}

export async function openFile(path: string, display: string): Promise<SourceFile> {
  return onlyFile(await openInput({ path, display }, Readable.from([]), defaultLimits));
}

function onlyFile({ files }: Opened): SourceFile {
  const [file] = files;
  if (file === undefined || files.length > 1) throw new Error(`${files.length} files instead of one`);
  return file;
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
