import { constants } from "node:fs";
import { access, realpath, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import type { Language } from "../model/language.ts";
import { type Problem, ProblemError, problem } from "../problem.ts";

export interface Output {
  /** As the user named it. */
  readonly file: string;
  readonly data: string | Uint8Array;
}

interface Target {
  readonly cwd: string;
  readonly language: Language;
}

/** Looks, before a long run, whether files can be written; every one that cannot is in the error. */
export async function checkWritable(files: readonly string[], target: Target): Promise<void> {
  const found = await Promise.all(files.map((file) => obstacle(file, target)));
  refuse(found.filter((one) => one !== null));
}

/** Looks whether a file can be written that is not there yet: what a person has edited is never overwritten. */
export async function checkNew(file: string, target: Target): Promise<void> {
  const { cwd, language } = target;
  const present = await stat(resolve(cwd, file)).catch(() => null);
  if (present !== null) refuse([problem("O001", {}, { file, text: taken[language] })]);
  await checkWritable([file], target);
}

/** Refuses what is there and is no folder. */
export async function checkFolder(folder: string, { cwd, language }: Target): Promise<void> {
  const found = await stat(resolve(cwd, folder)).catch(() => null);
  if (found === null || found.isDirectory()) return;
  const text = { zh: "这是一个文件，请写文件夹", en: "it is a file; name a folder" }[language];
  refuse([problem("O001", {}, { file: folder, text })]);
}

interface Read {
  readonly inputs: readonly string[];
  /** Plan, units, dictionary, mapping. */
  readonly rules: readonly string[];
}

/**
 * Refuses outputs that are inputs or rules under whatever name, and one output named twice; what was read
 * must never be overwritten by its report.
 */
export async function checkApart(files: readonly string[], read: Read, cwd: string): Promise<void> {
  const real = (file: string) => realPath(resolve(cwd, file));
  const realOf = async (paths: readonly string[]) => new Set(await Promise.all(paths.map(real)));
  const [inputs, rules] = [await realOf(read.inputs), await realOf(read.rules)];
  const before = new Map<string, string>();
  const problems: Problem[] = [];
  for (const file of files) {
    const path = await real(file);
    const other = before.get(path);
    if (inputs.has(path)) problems.push(problem("O002", {}, { file }));
    else if (rules.has(path)) problems.push(problem("O004", {}, { file }));
    else if (other !== undefined) problems.push(problem("O005", {}, { file, other }));
    before.set(path, file);
  }
  refuse(problems);
}

/** Links followed, also those to the folder of a file that is not there yet. */
async function realPath(path: string): Promise<string> {
  const folder = () => realpath(dirname(path)).then((found) => join(found, basename(path)));
  return realpath(path)
    .catch(folder)
    .catch(() => path);
}

/** Writes files to a temporary name and renames them; stops at the first that fails. */
export async function writeAll(outputs: readonly Output[], target: Target): Promise<void> {
  if (outputs.length === 0) return;
  const { default: writeFileAtomic } = await import("write-file-atomic");
  for (const { file, data } of outputs) {
    try {
      await writeFileAtomic(resolve(target.cwd, file), typeof data === "string" ? data : Buffer.from(data));
    } catch (error) {
      throw new ProblemError([unwritable(file, error, target.language)]);
    }
  }
}

async function obstacle(file: string, { cwd, language }: Target): Promise<Problem | null> {
  const path = resolve(cwd, file);
  try {
    const present = await stat(path).catch(unlessMissing);
    if (present?.isDirectory()) return unwritable(file, { code: "EISDIR" }, language);
    if (present !== null) await access(path, constants.W_OK);
    const folder = dirname(path);
    if ((await stat(folder)).isDirectory()) await access(folder, constants.W_OK);
    return null;
  } catch (error) {
    return unwritable(file, error, language);
  }
}

function unlessMissing(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null;
  throw error;
}

const reasons: Readonly<Record<string, Record<Language, string>>> = {
  ENOENT: { zh: "所在文件夹不存在，请先建立", en: "its folder does not exist; create it first" },
  ENOTDIR: { zh: "路径中有一段不是文件夹", en: "a part of its path is not a folder" },
  EISDIR: { zh: "这是一个文件夹，请写文件名", en: "it is a folder; name a file" },
  EACCES: { zh: "没有写入权限", en: "there is no permission to write" },
  EROFS: { zh: "磁盘是只读的", en: "the disk is read-only" },
  ENOSPC: { zh: "磁盘已满", en: "the disk is full" },
  EBUSY: { zh: "文件正在别处打开，请关闭后重试", en: "it is open elsewhere; close it and try again" },
  EPERM: {
    zh: "文件正在别处打开（请关闭后重试），或没有权限",
    en: "it is open elsewhere (close it), or not permitted",
  },
  ENAMETOOLONG: { zh: "文件名太长", en: "its name is too long" },
};

const taken: Record<Language, string> = {
  zh: "文件已经存在，不会覆盖；换一个文件名，或先删去它",
  en: "it exists and is not overwritten; choose another name or remove it first",
};

/** Why a file or folder cannot be written, from what the system says. */
export { unwritable as writeProblem };

function unwritable(file: string, error: unknown, language: Language): Problem {
  const { code = "", message = "" } = error as NodeJS.ErrnoException;
  return problem("O001", {}, { file, text: reasons[code]?.[language] ?? (message || code) });
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new ProblemError(problems);
}
