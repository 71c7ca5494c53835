import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeCsvs } from "./csv.ts";
import type { Story } from "./story.ts";

export const place = mkdtempSync(join(tmpdir(), "evaluate-conformance-"));

/** A story's own folder, and the one below it with its rows as CSV. */
export function csvsOf(story: Story): { folder: string; csv: string } {
  const folder = join(place, story.name);
  return { folder, csv: writeCsvs(join(folder, "csv"), story) };
}

export function removePlaces(): void {
  rmSync(place, { recursive: true, force: true });
}
