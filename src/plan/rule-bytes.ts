import { open, stat } from "node:fs/promises";
import { fail } from "../problem.ts";

const LARGEST_FILE = 1_000_000;

/** The bytes of a rule file; never more than a rule file may have, whatever the path leads to. */
export async function readRuleBytes(path: string, file: string): Promise<Buffer> {
  const found = await stat(path).catch((error: unknown) => unreadable(file, error));
  // Devices and pipes have no end that could be known before they are read.
  if (!found.isFile()) fail("R040", { file }, { file });
  if (found.size > LARGEST_FILE) refuseLarge(file);
  const handle = await open(path).catch((error: unknown) => unreadable(file, error));
  try {
    const buffer = Buffer.alloc(LARGEST_FILE + 1);
    let length = 0;
    for (let read = -1; read !== 0 && length < buffer.length; length += read)
      ({ bytesRead: read } = await handle.read(buffer, length, buffer.length - length, length));
    if (length > LARGEST_FILE) refuseLarge(file);
    return buffer.subarray(0, length);
  } finally {
    await handle.close();
  }
}

/** The text of a rule file, which has to be UTF-8, with or without a mark at its beginning. */
export function textOfRules(bytes: Uint8Array, file: string): string {
  const text = decoded(bytes);
  // UTF-16 without a mark is UTF-8 with many zeros.
  return text === undefined || text.includes("\0") ? fail("R041", { file }) : text;
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function unreadable(file: string, error: unknown): never {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  const reason = code === "EACCES" || code === "EPERM" ? { reason: "permission" } : {};
  return fail("R024", { file }, { file, ...reason });
}

function refuseLarge(file: string): never {
  return fail("R002", { file }, { text: "> 1 MB" });
}
