import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { expect, test } from "vitest";

/** Where one of these programs stands, or null. */
function find(names: readonly string[]): string | null {
  const folders = (process.env.PATH ?? "").split(delimiter);
  for (const file of folders.flatMap((folder) => names.map((name) => join(folder, name)))) {
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // Not here.
    }
  }
  return null;
}

/**
 * A program that tests of this file need; where it is missing they say so, and on CI they fail, unless CI
 * itself says why it cannot be had.
 */
export function needs(what: string, names: readonly string[], how: string, excuse = ""): string | null {
  const found = find(names);
  test(`${what} is installed`, () => {
    if (found !== null) return;
    const sentence = `${what} was not found (${names.join(", ")}): ITS TESTS WERE SKIPPED. ${excuse || how}`;
    if (excuse === "") expect(process.env.CI, sentence).not.toBe("true");
    console.warn(`\n!!! ${sentence}\n`);
  });
  return found;
}
