import { readdir, realpath, stat } from "node:fs/promises";
import { join } from "node:path";
import { fail } from "../problem.ts";

/** Files in a folder and those below it, in order; each folder once, whatever links lead to it. */
export async function filesIn(folder: string, isFile: (name: string) => boolean): Promise<string[]> {
  const seen = new Set<string>();
  const walk = async (path: string): Promise<string[]> => {
    const real = await realpath(path);
    if (seen.has(real)) return [];
    seen.add(real);
    const names = await readdir(path).catch(() => fail("R024", {}, { file: path, reason: "permission" }));
    const found: string[] = [];
    for (const name of names.sort()) {
      if (name === "node_modules" || name.startsWith(".")) continue;
      const inner = join(path, name);
      const isFolder = await stat(inner).then(
        (entry) => entry.isDirectory(),
        () => false,
      );
      if (isFolder) found.push(...(await walk(inner)));
      else if (isFile(name)) found.push(inner);
    }
    return found;
  };
  return (await walk(folder)).sort();
}
