import { existsSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";

/** Names files from the root of the repository that a folder is in, with forward slashes. */
export function namesFromRoot(cwd: string): (file: string) => string {
  const root = rootOf(cwd) ?? cwd;
  return (file) => {
    const near = relative(root, resolve(cwd, file));
    return (near.startsWith("..") || isAbsolute(near) ? resolve(cwd, file) : near).split(sep).join("/");
  };
}

function rootOf(folder: string): string | undefined {
  if (existsSync(join(folder, ".git"))) return folder;
  const above = dirname(folder);
  return above === folder ? undefined : rootOf(above);
}
