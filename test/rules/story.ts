import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { assess } from "../../src/assess/assess.ts";
import { gather } from "../../src/engine/engine.ts";
import { filesEngine } from "../../src/engine/files.ts";
import { resolveInputs } from "../../src/ingest/inputs.ts";
import { defaultLimits } from "../../src/ingest/reader.ts";
import type { Assessment } from "../../src/model/assessment.ts";
import { parseDay } from "../../src/model/day.ts";
import type { Plan } from "../../src/model/plan.ts";
import type { Report } from "../../src/model/report.ts";

/** CSV text by file name; lines may be indented. */
export type Tables = Readonly<Record<string, string>>;

/** A few rows and what they come to, each assessment in the words of `said`. */
export interface Story {
  readonly what: string;
  readonly asOf?: string;
  readonly tables: Tables;
  readonly whole: string;
  readonly units?: Readonly<Record<string, string>>;
  /** Of shared indicators: what each unit brought in. */
  readonly contributions?: Readonly<Record<string, number | null>>;
  /** Rows of units that are not responsible: numerator, and denominator where there is one. */
  readonly others?: Readonly<Record<string, readonly [number | null, number | null]>>;
}

export type Stories = Readonly<Record<string, readonly Story[]>>;

/** Files on disk, read, tallied and judged as the command does it. */
export async function reportOf(plan: Plan, tables: Tables, asOf: string): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), "story-"));
  try {
    for (const [name, text] of Object.entries(tables))
      await writeFile(join(folder, `${name}.csv`), csv(text));
    const day = parseDay(asOf) ?? Number.NaN;
    const inputs = await resolveInputs([folder], folder);
    const stdin = Readable.from([]);
    const engine = filesEngine(inputs, { asOf: day, limits: defaultLimits, stdin, allowEmpty: true });
    return assess(plan, await gather(plan, engine), { asOf: day, language: "zh", version: "0" });
  } finally {
    await rm(folder, { recursive: true });
  }
}

function csv(text: string): string {
  const lines = text.split("\n").map((line) => line.trim());
  return `${lines.filter((line) => line !== "").join("\n")}\n`;
}

/** "open 7/8 = 87.5, a 0.875, 3 rows, fix 1": status, value with its parts, attainment, rows, needed. */
export function said(of: Assessment): string {
  if (of.value === null) return `${of.status} (${of.why?.code})`;
  const parts = of.denominator === null ? "" : `${of.numerator}/${of.denominator} = `;
  const attained = of.attainment === null ? [] : [`a ${of.attainment}`];
  const rows = of.rows === null ? [] : [`${of.rows} rows`];
  const needed = Object.entries(of.needed ?? {}).flatMap(([kind, n]) => (n === null ? [] : [`${kind} ${n}`]));
  return [`${of.status} ${parts}${of.value}`, ...attained, ...rows, ...needed].join(", ");
}

/** Numbered lines, for stories that need many alike. */
export function lines(from: number, to: number, line: (id: string) => string): string {
  return Array.from({ length: to - from + 1 }, (_, at) => line(String(from + at).padStart(6, "0"))).join(
    "\n",
  );
}
