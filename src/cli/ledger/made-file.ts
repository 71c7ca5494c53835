import { createHash } from "node:crypto";
import { createReadStream, rmSync } from "node:fs";
import { chmod, type FileHandle, open, realpath, rename, rm, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { ProblemError } from "../../problem.ts";
import type { Sink } from "../../render/ledger/sink.ts";
import { writeProblem } from "../outputs.ts";
import type { Shell } from "../shell.ts";

/** A file whose bytes are made as they are written: a long one never stands in memory. */
export interface MadeFile {
  /** As the user named it. */
  readonly file: string;
  readonly make: (sink: Sink) => Promise<void>;
}

type Target = Pick<Shell, "cwd" | "language" | "ending">;

let files = 0;

/** Writes to a temporary name and renames; a file that says the same already is left as it is, with its date. */
export async function writeMade({ file, make }: MadeFile, target: Target): Promise<boolean> {
  const named = resolve(target.cwd, file);
  const path = await realpath(named).catch(() => named);
  files += 1;
  const unfinished = join(dirname(path), `.evaluate-${process.pid}-${files}.tmp`);
  const told = <Done>(step: Promise<Done>) =>
    step.catch((error: unknown): never => {
      throw new ProblemError([writeProblem(file, error, target.language)]);
    });
  const forget = target.ending.onInterrupt(() => rmSync(unfinished, { force: true }));
  try {
    const print = await filled(await told(open(unfinished, "wx")), make, told);
    if (print === (await printOf(path))) return false;
    await told(replace(unfinished, path));
    return true;
  } finally {
    forget();
    await rm(unfinished, { force: true });
  }
}

type Told = <Done>(step: Promise<Done>) => Promise<Done>;

/** The print of what was written. */
async function filled(handle: FileHandle, make: MadeFile["make"], told: Told): Promise<string> {
  const print = createHash("sha256");
  try {
    await make(async (bytes) => {
      print.update(bytes);
      await told(handle.appendFile(bytes));
    });
    await told(handle.sync());
  } finally {
    await handle.close();
  }
  return print.digest("hex");
}

async function printOf(path: string): Promise<string | null> {
  const found = await stat(path).catch(() => null);
  if (found?.isFile() !== true) return null;
  const print = createHash("sha256");
  try {
    for await (const chunk of createReadStream(path)) print.update(chunk as Buffer);
    return print.digest("hex");
  } catch {
    return null;
  }
}

/** With the permissions of the file that was there. */
async function replace(unfinished: string, path: string): Promise<void> {
  const before = await stat(path).catch(() => null);
  if (before !== null) await chmod(unfinished, before.mode & 0o777);
  await rename(unfinished, path);
}
