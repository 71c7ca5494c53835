import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";

const NAME = /^(\d{4}-\d{2}-\d{2})\.json\.gz$/;

/** One stored run: DIR/<plan>/<as-of>.json.gz. */
export interface SnapshotName {
  readonly plan: string;
  readonly asOf: string;
  readonly file: string;
}

/** The snapshots of a folder by plan and day; other files in it are left alone. */
export async function listSnapshots(dir: string): Promise<SnapshotName[]> {
  const found: SnapshotName[] = [];
  for (const { name: plan } of await entriesOf(dir)) {
    if (!(await isFolder(join(dir, plan)))) continue;
    for (const { name } of await entriesOf(join(dir, plan))) {
      const asOf = NAME.exec(name)?.[1];
      if (asOf !== undefined) found.push({ plan, asOf, file: join(dir, plan, name) });
    }
  }
  return found.sort((a, b) => compare(a.plan, b.plan) || compare(a.asOf, b.asOf));
}

/** Removes snapshots, and no folder that is only called like one; returns those that are gone. */
export async function removeSnapshots(names: readonly SnapshotName[]): Promise<readonly SnapshotName[]> {
  const gone: SnapshotName[] = [];
  for (const name of names) {
    if (await isFolder(name.file)) continue;
    await rm(name.file, { force: true });
    gone.push(name);
  }
  return gone;
}

/** What is in a folder; nothing where there is none. */
export async function entriesOf(dir: string) {
  return readdir(dir, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
}

/** A link to a folder is one: a shared disk may be mounted by it. */
async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() ?? false;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
