import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";

// Beside dist/plan as beside dist/bundle; there is none beside src/plan.
const prepared = new URL("../rules/", import.meta.url);

/**
 * The data of a rule file that the build has parsed, by what is in it: reading the bundled files anew
 * took half of a short run. Undefined for any other file, and for one that was edited since.
 */
export async function preparedRules(sha256: string): Promise<unknown> {
  const text = await readFile(new URL(`${sha256}.json`, prepared), "utf8").catch(() => undefined);
  return text === undefined ? undefined : JSON.parse(text);
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
