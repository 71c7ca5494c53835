import { readFile } from "node:fs/promises";
import { defaultLimits } from "../ingest/reader.ts";
import { openContainer } from "../ingest/zip/container.ts";
import { isLeftAlone, saysContent, saysOwner, saysSubject } from "../render/word/core.ts";
import { isClockStopped } from "../render/zip-clock.ts";

/**
 * `free`: nothing is there, or only what an earlier run wrote. `same`: these very bytes. `answered`: a person
 * has written into a sheet that says what this one says. `taken`: a person's, another plan's or another unit's.
 */
export type SheetState = "free" | "same" | "answered" | "taken";

interface Expected {
  readonly data: Uint8Array;
  readonly content: string;
  readonly subject: string;
  readonly unit: string;
}

export async function sheetState(
  path: string,
  { data, content, subject, unit }: Expected,
): Promise<SheetState> {
  const before = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    return Buffer.alloc(0);
  });
  if (before === null) return "free";
  if (before.equals(Buffer.from(data))) return "same";
  const core = await coreIn(path);
  if (core === null || !saysSubject(core, subject) || !saysOwner(core, unit)) return "taken";
  if (isLeftAlone(core) && isClockStopped(before)) return "free";
  return saysContent(core, content) ? "answered" : "taken";
}

/** The properties of a Word file; null where it cannot be read. */
export async function coreIn(path: string): Promise<string | null> {
  try {
    const container = await openContainer(path, defaultLimits);
    try {
      const chunks: Buffer[] = [];
      for await (const chunk of container.part("docProps/core.xml")?.chunks() ?? []) chunks.push(chunk);
      return Buffer.concat(chunks).toString("utf8");
    } finally {
      container.close();
    }
  } catch {
    return null;
  }
}
