import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { hasMoved } from "../../assess/movement/moved.ts";
import { pastOf } from "../../history/snapshot-file.ts";
import { checkHistory, readDay, readHistory, storeSnapshot } from "../../history/store.ts";
import { type Day, formatDay } from "../../model/day.ts";
import type { Past } from "../../model/past.ts";
import type { Report } from "../../model/report.ts";
import { fail, ProblemError } from "../../problem.ts";
import { writeProblem } from "../outputs.ts";
import { sayProblems } from "../print-problems.ts";
import type { Shell } from "../shell.ts";
import type { HistoryOptions } from "./flags.ts";

/** A folder, or nothing yet. */
export async function checkHistoryFolder(dir: string, shell: Pick<Shell, "cwd">): Promise<void> {
  const found = await stat(resolve(shell.cwd, dir)).catch(() => null);
  if (found !== null && !found.isDirectory())
    fail("U003", {}, { flag: "--history", value: dir, expected: "DIR" });
}

const KNOWN = 12;

/** The runs before a day; what cannot be read is said and left out. */
export async function recall(
  { dir, baseline }: HistoryOptions,
  plan: string,
  asOf: Day,
  shell: Shell,
): Promise<readonly Past[]> {
  await checkHistoryFolder(dir, shell);
  const day = formatDay(asOf);
  const { past, damaged } = await readHistory(resolve(shell.cwd, dir), plan, day);
  if (damaged.length > 0) await sayProblems(damaged, shell);
  // A run of the day itself, or before it, has nothing to hold against it yet.
  const needed = baseline !== null && baseline < day;
  if (needed && !past.some((one) => one.asOf === baseline)) {
    const days = past.map((one) => one.asOf);
    const known = (days.length > KNOWN ? ["…", ...days.slice(-KNOWN)] : days).join(", ");
    fail("U016", {}, { date: baseline, dir, known: known || "—" });
  }
  return past;
}

/** Refuses another result for a day that has one, before anything is written. */
export async function checkStored(
  { dir, replace }: HistoryOptions,
  report: Report,
  shell: Shell,
): Promise<void> {
  await orProblem(checkHistory(resolve(shell.cwd, dir), report, replace), dir, shell);
}

/** Stores a run, the whole of it. */
export async function remember(
  { dir, replace }: HistoryOptions,
  report: Report,
  shell: Shell,
): Promise<void> {
  await orProblem(storeSnapshot(resolve(shell.cwd, dir), report, replace), dir, shell);
}

/**
 * Whether nothing moved since the last run, of this day if there is one: then the run is stored as ever,
 * unless the day has its result already.
 */
export async function storedUnmoved(
  history: HistoryOptions,
  report: Report,
  last: Past | null,
  shell: Shell,
): Promise<boolean> {
  const today = await readDay(resolve(shell.cwd, history.dir), report.plan.id, report.asOf);
  const before = today ?? last;
  if (before === null || hasMoved(pastOf(report), before)) return false;
  if (today === null) await remember(history, report, shell);
  return true;
}

/** What the system refuses is said in a sentence. */
export async function orProblem<T>(work: Promise<T>, dir: string, { language }: Shell): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof Error && "syscall" in error)) throw error;
    const { code, path } = error as NodeJS.ErrnoException;
    // Of a folder in the place of a file it helps to know which.
    const where = code === "EISDIR" && path !== undefined ? path : dir;
    throw new ProblemError([writeProblem(where, error, language)]);
  }
}
