import { existsSync, readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import type { Language } from "../../model/language.ts";
import { CONFIG_VARIABLE } from "./settings.ts";

export const CONFIG_FILE = "evaluate.config.yaml";
const LARGEST = 1_000_000;

/** The configuration that was named, or the one in the working directory; false asks for none. */
export function configPath(
  asked: string | false | undefined,
  env: Readonly<Record<string, string | undefined>>,
  cwd: string,
): string | null {
  if (asked === false) return null;
  const named = asked ?? (env[CONFIG_VARIABLE] || undefined);
  if (named !== undefined) return resolve(cwd, named);
  const path = resolve(cwd, CONFIG_FILE);
  return existsSync(path) ? path : null;
}

/** The language of a configuration, before it is read as a whole: complaints about it are worded in it. */
export function languageIn(...of: Parameters<typeof configPath>): Language | undefined {
  try {
    const path = configPath(...of);
    if (path === null || !statSync(path).isFile() || statSync(path).size > LARGEST) return undefined;
    const found = /^language: *["']?(zh|en)["']? *(?:#.*)?$/m.exec(readFileSync(path, "utf8"))?.[1];
    return found as Language | undefined;
  } catch {
    return undefined;
  }
}
