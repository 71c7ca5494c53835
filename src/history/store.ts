import { randomBytes } from "node:crypto";
import { link, lstat, mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Correction, Past } from "../model/past.ts";
import type { Report } from "../model/report.ts";
import { fail, type Problem, problem } from "../problem.ts";
import { correctionsOf, joined } from "./corrections.ts";
import { entriesOf, listSnapshots } from "./folder.ts";
import { decodeSnapshot, digestOf, encodeSnapshot, pastOf } from "./snapshot-file.ts";

const TEMPORARY = /^\.[0-9a-f]{16}\.tmp$/;
/** What a killed run left behind is cleared away once no run can still be writing it. */
const ABANDONED_AFTER_MS = 24 * 60 * 60 * 1000;

export interface History {
  /** Oldest first. */
  readonly past: readonly Past[];
  /** Snapshots that cannot be read, as warnings. */
  readonly damaged: readonly Problem[];
}

/** The runs of a plan before a day, oldest first; the plan's own run of that day is not an earlier one. */
export async function readHistory(dir: string, plan: string, before?: string): Promise<History> {
  const past: Past[] = [];
  const damaged: Problem[] = [];
  for (const { file, asOf, plan: owner } of await listSnapshots(dir)) {
    if (owner !== plan || (before !== undefined && asOf >= before)) continue;
    const read = await readSnapshot(file, { plan, asOf });
    if ("past" in read) past.push(read.past);
    else damaged.push(read.problem);
  }
  return { past, damaged };
}

/** The run that is stored for a day; null where there is none that can be read. */
export async function readDay(dir: string, plan: string, asOf: string): Promise<Past | null> {
  const read = await readSnapshot(join(dir, plan, `${asOf}.json.gz`), { plan, asOf });
  return "past" in read ? read.past : null;
}

type Read = { readonly past: Past } | { readonly problem: Problem };

async function readSnapshot(file: string, name: { plan: string; asOf: string }): Promise<Read> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => error);
  if (!Buffer.isBuffer(bytes)) return { problem: unreadable(file, "read", bytes.code ?? bytes.message) };
  const decoded = decodeSnapshot(bytes);
  if ("damage" in decoded) return { problem: unreadable(file, decoded.damage.why, decoded.damage.detail) };
  const { past } = decoded;
  if (past.plan.id === name.plan && past.asOf === name.asOf) return { past };
  return { problem: unreadable(file, "renamed", `${past.plan.id} ${past.asOf}`) };
}

/** Refuses, before anything is written, a result that differs from the one stored for the same day. */
export async function checkHistory(dir: string, report: Report, replace: boolean): Promise<void> {
  if (replace) return;
  const found = await standing(dir, report);
  if (found.state === "different") refuse(dir, report, found.past);
}

/**
 * Stores a run. The file appears whole or not at all, and of two runs at once the first one stays: the
 * second is refused unless it found the same.
 */
export async function storeSnapshot(dir: string, report: Report, replace: boolean): Promise<void> {
  const folder = join(dir, report.plan.id);
  const temporary = join(folder, `.${randomBytes(8).toString("hex")}.tmp`);
  try {
    await mkdir(folder, { recursive: true });
    await clearAbandoned(folder);
    await writeDown(temporary, encodeSnapshot(report, replace ? await corrections(dir, report) : []));
    await (replace ? rename(temporary, fileOf(dir, report)) : putNew(temporary, dir, report));
    await flush(folder);
  } finally {
    await rm(temporary, { force: true }).catch(() => {});
  }
}

/** What a result puts right in the one that it takes the place of. */
async function corrections(dir: string, report: Report): Promise<Correction[]> {
  const { past } = await standing(dir, report);
  return past === undefined ? [] : joined(past.corrected ?? [], correctionsOf(past, pastOf(report)));
}

async function putNew(temporary: string, dir: string, report: Report): Promise<void> {
  const file = fileOf(dir, report);
  for (;;) {
    const { state, past } = await standing(dir, report);
    if (state === "same") return;
    if (state === "different") refuse(dir, report, past);
    // A damaged file holds no result that could be lost.
    if (state === "damaged") return rename(temporary, file);
    if (await linked(temporary, file)) return;
  }
}

/** Linking fails where the name is taken, which renaming would not; false then. */
async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") return false;
    // Some shared folders know no links: there the name has been free a moment ago.
    if (code !== "EPERM" && code !== "ENOTSUP" && code !== "ENOSYS" && code !== "EMLINK") throw error;
    await rename(from, to);
    return true;
  }
}

interface Standing {
  readonly state: "none" | "same" | "different" | "damaged";
  /** What is stored, where it can be read. */
  readonly past?: Past;
}

/** How what is stored for the report's day compares with it. */
async function standing(dir: string, report: Report): Promise<Standing> {
  const file = fileOf(dir, report);
  const bytes = await readFile(file).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT" && error.code !== "ENOTDIR" && error.code !== "ELOOP") throw error;
    // A link that leads nowhere takes the name, and holds nothing.
    const link = await lstat(file).catch(() => null);
    return link?.isSymbolicLink() === true ? Buffer.alloc(0) : null;
  });
  if (bytes === null) return { state: "none" };
  const decoded = decodeSnapshot(bytes);
  // A snapshot of a newer version of the tool is not damaged: it is not ours to replace.
  if ("damage" in decoded) return { state: decoded.damage.why === "version" ? "different" : "damaged" };
  const { past } = decoded;
  return { state: digestOf(past) === digestOf(pastOf(report)) ? "same" : "different", past };
}

const NAMED = 5;

function figureOf(value: number | null): string {
  return value === null ? "—" : String(Number(value.toFixed(4)));
}

function refuse(dir: string, report: Report, past: Past | undefined): never {
  const changes = past === undefined ? [] : correctionsOf(past, pastOf(report));
  const titles = new Map(report.indicators.map(({ id, clause, name }) => [id, `${clause} ${name}`.trim()]));
  const said = changes.slice(0, NAMED).map(({ indicator, unit, from, to }) => {
    const who = [titles.get(indicator) ?? indicator, ...(unit === null ? [] : [unit])].join(" ");
    return `${who} ${figureOf(from)} → ${figureOf(to)}`;
  });
  return fail(
    "O006",
    {},
    { file: fileOf(dir, report), asOf: report.asOf, count: changes.length, changes: said.join(" · ") },
  );
}

function fileOf(dir: string, { plan, asOf }: Report): string {
  return join(dir, plan.id, `${asOf}.json.gz`);
}

async function writeDown(file: string, bytes: Buffer): Promise<void> {
  const handle = await open(file, "wx");
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** After a power cut the name is there, too; folders cannot be flushed everywhere. */
async function flush(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => null);
  await handle?.sync().catch(() => {});
  await handle?.close();
}

async function clearAbandoned(folder: string): Promise<void> {
  for (const { name } of await entriesOf(folder)) {
    if (!TEMPORARY.test(name)) continue;
    const file = join(folder, name);
    const found = await stat(file).catch(() => null);
    if (found !== null && Date.now() - found.mtimeMs > ABANDONED_AFTER_MS) await rm(file, { force: true });
  }
}

function unreadable(file: string, why: string, detail: string): Problem {
  // A file that may not be read is whole: nobody should remove it.
  const reason = detail === "EACCES" || detail === "EPERM" ? "permission" : `snapshot-${why}`;
  return { ...problem("D022", { file }, { reason, detail }), severity: "warning" };
}
