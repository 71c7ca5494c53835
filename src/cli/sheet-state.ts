import { readFile } from "node:fs/promises";
import { defaultLimits } from "../ingest/reader.ts";
import { openContainer } from "../ingest/zip/container.ts";
import {
  type CoreFacts,
  coreOf,
  isLeftAlone,
  saysContent,
  saysOwner,
  saysSubject,
} from "../render/word/core.ts";
import { isClockStopped } from "../render/zip-clock.ts";

/**
 * `free`: nothing is there, or only what an earlier run wrote. `same`: this very sheet. `answered`: a person
 * has written into a sheet that says what this one says. `taken`: a person's, another plan's or another unit's.
 */
export type SheetState = "free" | "same" | "answered" | "taken";

export async function sheetState(path: string, facts: CoreFacts): Promise<SheetState> {
  const before = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    return Buffer.alloc(0);
  });
  if (before === null) return "free";
  const core = await coreIn(path);
  if (core === null || !saysSubject(core, facts.subject) || !saysOwner(core, facts.owner)) return "taken";
  if (isLeftAlone(core) && isClockStopped(before)) return core === coreOf(facts) ? "same" : "free";
  return saysContent(core, facts.content) ? "answered" : "taken";
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
