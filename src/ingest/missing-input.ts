import { readdir } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { nearest } from "../model/nearest.ts";
import { type Problem, problem } from "../problem.ts";

/** A file that is not there, with the name in its folder that was probably meant. */
export async function missingInput(arg: string, path: string): Promise<Problem> {
  const names = await readdir(dirname(path)).catch(() => []);
  const near = nearest(basename(path), names);
  const folder = arg.slice(0, arg.length - basename(arg).length);
  return problem("D001", { file: arg }, { input: arg }, near === undefined ? undefined : `${folder}${near}`);
}
