import { readFileSync, rmSync } from "node:fs";
import { link, lstat, open, readFile, rename, rm, stat } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { type Holder, holderSchema, isAbandoned } from "./holder.ts";

/** An empty lock file belongs to a run that is about to write it, unless it lies there for longer. */
const EMPTY_FOR_MS = 60_000;
const LOOKS = 20;
const LOOK_AGAIN_MS = 50;
const MOST_BYTES = 65_536;
/** Locks that guard the taking over of locks: each level needs one more run killed within microseconds. */
const DEEPEST = 4;

/** How an attempt ended. */
export type Taking =
  | { readonly kind: "taken"; readonly from: Holder | null }
  | { readonly kind: "held"; readonly by: Holder | null }
  /** The file holds something that is no lock. */
  | { readonly kind: "foreign" };

/**
 * Takes a lock, which appears whole or not at all. One that its run has left behind is replaced under a
 * guard, itself a lock (`FILE~`), within which it is looked at once more: of many that find it, one takes it.
 */
export async function takeLock(file: string, self: Holder, now: () => Date, depth = 0): Promise<Taking> {
  for (;;) {
    if (await putNew(file, self)) return { kind: "taken", from: null };
    const found = await lookAt(file);
    if (found === "gone") continue;
    if (found === "foreign") return { kind: "foreign" };
    if (!isLeft(found, now)) return { kind: "held", by: holderIn(found) };
    if (depth === DEEPEST) return { kind: "held", by: holderIn(found) };
    const guard = await takeLock(`${file}~`, self, now, depth + 1);
    if (guard.kind !== "taken") return guard;
    try {
      const again = await lookAt(file);
      if (typeof again === "object" && isLeft(again, now)) {
        await replace(file, self);
        return { kind: "taken", from: holderIn(again) };
      }
    } finally {
      dropLock(`${file}~`, self);
    }
  }
}

/** Removes a lock that is still one's own. Synchronous: it is called on interrupts, too. */
export function dropLock(file: string, { id }: Holder): void {
  try {
    if (holderFrom(readFileSync(file, "utf8"))?.id === id) rmSync(file, { force: true });
  } catch {
    // Whoever comes next recognises a lock that was left behind.
  }
}

/** Who holds it, or for how long it has been empty. */
type Found = Holder | { readonly emptyForMs: number };

function isLeft(found: Found, now: () => Date): boolean {
  return "emptyForMs" in found ? found.emptyForMs > EMPTY_FOR_MS : isAbandoned(found, now());
}

function holderIn(found: Found): Holder | null {
  return "emptyForMs" in found ? null : found;
}

async function lookAt(file: string): Promise<Found | "gone" | "foreign"> {
  for (let look = 1; ; look++) {
    const shape = await shapeOf(file);
    if (shape !== "file") return shape;
    const read = await Promise.all([readFile(file, "utf8"), stat(file)]).catch(unlessGone);
    if (read === null) return "gone";
    const [text, { mtimeMs }] = read;
    const holder = holderFrom(text);
    if (holder !== null) return holder;
    const emptyForMs = Date.now() - mtimeMs;
    if (text === "" && (emptyForMs > EMPTY_FOR_MS || look >= LOOKS)) return { emptyForMs };
    if (look >= LOOKS) return "foreign";
    await pause(LOOK_AGAIN_MS);
  }
}

/** A pipe would be waited for, a device has no end, and a link to nothing holds the name for ever. */
async function shapeOf(file: string): Promise<"file" | "gone" | "foreign"> {
  const found = await stat(file).catch(unlessGone);
  // What is no link although it was not there a moment ago is somebody's new lock: it is looked at anew.
  if (found === null)
    return (await lstat(file).catch(unlessGone))?.isSymbolicLink() === true ? "foreign" : "gone";
  return found.isDirectory() || (found.isFile() && found.size <= MOST_BYTES) ? "file" : "foreign";
}

function unlessGone(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null;
  throw error;
}

function holderFrom(text: string): Holder | null {
  try {
    return holderSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** False where the name is taken. */
async function putNew(file: string, self: Holder): Promise<boolean> {
  const temporary = await written(file, self);
  try {
    await link(temporary, file);
    return true;
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") return false;
    // Some shared folders know no links: there the file is empty for a moment.
    if (["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK"].includes(code)) return writeNew(file, self);
    throw error;
  } finally {
    await rm(temporary, { force: true });
  }
}

async function replace(file: string, self: Holder): Promise<void> {
  await rename(await written(file, self), file);
}

async function written(file: string, self: Holder): Promise<string> {
  const temporary = `${file}.${self.id}.tmp`;
  if (!(await writeNew(temporary, self))) throw new Error(`${temporary} exists`);
  return temporary;
}

async function writeNew(file: string, self: Holder): Promise<boolean> {
  try {
    const handle = await open(file, "wx");
    try {
      await handle.writeFile(`${JSON.stringify(self, null, 2)}\n`);
    } finally {
      await handle.close();
    }
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}
