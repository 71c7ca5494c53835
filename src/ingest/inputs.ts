import { readdir, realpath, stat } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { type Problem, ProblemError, problem } from "../problem.ts";
import { compareInputs } from "./input-order.ts";
import { missingInput } from "./missing-input.ts";
import { isOwnReportFile } from "./own-report.ts";
import { archiveEndings, isLockFile, isSpreadsheetName, spreadsheetEndings } from "./spreadsheet-names.ts";

export interface Input {
  /** Absolute, or "-" for stdin. */
  readonly path: string;
  /** As the user would name it. */
  readonly display: string;
}

/** Why a file is left out, and named: a lock of an open workbook, a report of an earlier run, a link to nothing. */
export type SkipCode = "lock-file" | "own-report" | "broken-link";

export interface Skipped {
  readonly file: string;
  readonly code: SkipCode;
}

export interface ResolvedInputs {
  readonly paths: readonly Input[];
  readonly skipped: readonly Skipped[];
}

const usualEndings = [...spreadsheetEndings, ...archiveEndings];

/** Whether what this program wrote is passed over, or is what is looked for: ledgers that come back. */
export type OwnFiles = "skipped" | "read";

/** Turns files, folders (also of `more` endings) and globs into files in reading order; reports all that is missing at once. */
export async function resolveInputs(
  args: readonly string[],
  cwd: string,
  own: OwnFiles = "skipped",
  more: readonly string[] = [],
): Promise<ResolvedInputs> {
  const found: Input[] = [];
  const problems: Problem[] = [];
  const skipped = new Map<string, SkipCode>();
  for (const arg of args) {
    const resolved = await resolveOne(arg, cwd, [...usualEndings, ...more]);
    if (!Array.isArray(resolved)) problems.push(resolved);
    else {
      for (const input of resolved) {
        const code = await skipCode(input, own);
        if (code === null) found.push(input);
        else skipped.set(input.display, code);
      }
    }
  }
  if (problems.length > 0) throw new ProblemError(problems);
  const paths = await withoutRepeats(found.sort(compareInputs));
  return { paths, skipped: [...skipped].sort().map(([file, code]) => ({ file, code })) };
}

async function skipCode({ path }: Input, own: OwnFiles): Promise<SkipCode | null> {
  if (path !== "-" && (await kindOf(path)) === "none") return "broken-link";
  if (isLockFile(path)) return "lock-file";
  return own === "skipped" && (await isOwnReportFile(path)) ? "own-report" : null;
}

async function resolveOne(arg: string, cwd: string, endings: readonly string[]): Promise<Input[] | Problem> {
  if (arg === "-") return [{ path: "-", display: "-" }];
  const path = resolve(cwd, arg);
  const kind = await kindOf(path);
  if (kind === "file") return [inputOf(path, cwd)];
  const { escapePath, isDynamicPattern } = await import("tinyglobby");
  if (kind === "folder") {
    const [locked] = await lockedFolders(path);
    if (locked !== undefined) {
      const { display } = inputOf(locked, cwd);
      return problem("D009", { file: display }, { reason: "permission" });
    }
    const files = await search(`${escapePath(slashed(path))}/**/*.{${endings}}`, cwd);
    const [broken, ...more] = await brokenLinks(path, cwd);
    if (files.some((file) => !isLockFile(file.path)))
      return broken === undefined ? files : [...files, broken, ...more];
    return broken === undefined
      ? problem("D003", { file: arg }, { input: arg })
      : problem("D001", { file: broken.display }, { input: broken.display });
  }
  const pattern = slashed(arg);
  if (!isDynamicPattern(pattern)) return missingInput(arg, path);
  const files = await search(pattern, cwd);
  if (files.length > 0) return files;
  // A search passes over what it may not look into, and the pattern would be blamed.
  const fixed = pattern.split("/").findIndex((part) => isDynamicPattern(part));
  const folder = resolve(cwd, pattern.split("/").slice(0, fixed).join("/"));
  return (await isLocked(folder))
    ? problem("D009", { file: inputOf(folder, cwd).display }, { reason: "permission" })
    : problem("D002", { file: arg }, { input: arg });
}

async function search(pattern: string, cwd: string): Promise<Input[]> {
  const options = {
    cwd,
    absolute: true,
    dot: true,
    ignore: ["**/node_modules/**", "**/.[!~]*"],
    caseSensitiveMatch: false,
  };
  const { glob } = await import("tinyglobby");
  const files = await glob(pattern, options);
  return files.map((file) => inputOf(resolve(file), cwd));
}

async function isLocked(folder: string): Promise<boolean> {
  return readdir(folder).then(
    () => false,
    (error: NodeJS.ErrnoException) => error.code === "EACCES" || error.code === "EPERM",
  );
}

/** Folders that may not be looked into; a search passes them over, and what they hold would be missing. */
async function lockedFolders(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) =>
    error.code === "EACCES" || error.code === "EPERM" ? null : [],
  );
  if (entries === null) return [folder];
  const inner = entries.filter((entry) => entry.isDirectory() && entry.name !== "node_modules");
  return (await Promise.all(inner.map(({ name }) => lockedFolders(join(folder, name))))).flat();
}

/** Links in a folder whose files are gone; a search passes them over. */
async function brokenLinks(folder: string, cwd: string): Promise<Input[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const links = entries.filter((entry) => entry.isSymbolicLink() && isSpreadsheetName(entry.name));
  const paths = links.map((entry) => join(entry.parentPath, entry.name));
  const kinds = await Promise.all(paths.map(kindOf));
  return paths.filter((_, index) => kinds[index] === "none").map((path) => inputOf(path, cwd));
}

async function kindOf(path: string): Promise<"file" | "folder" | "none"> {
  try {
    return (await stat(path)).isDirectory() ? "folder" : "file";
  } catch {
    return "none";
  }
}

/** A file reached in two ways, by a link or by two arguments, is read once. */
async function withoutRepeats(inputs: readonly Input[]): Promise<Input[]> {
  const seen = new Set<string>();
  const kept: Input[] = [];
  for (const input of inputs) {
    // Pipes have no real path.
    const real = await realpath(input.path).catch(() => input.path);
    if (seen.has(real)) continue;
    seen.add(real);
    kept.push(input);
  }
  return kept;
}

function inputOf(path: string, cwd: string): Input {
  return { path, display: slashed(relative(cwd, path)) };
}

function slashed(path: string): string {
  return sep === "\\" ? path.replaceAll("\\", "/") : path;
}
