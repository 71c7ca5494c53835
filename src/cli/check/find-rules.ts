import { existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { bundledRules } from "../../plan/load.ts";
import { type Problem, ProblemError, problem } from "../../problem.ts";
import { filesIn } from "../rule-folder.ts";

/** Rule files as named, those in named folders, or else those in ./rules, or the bundled ones. */
export async function findRules(args: readonly string[], cwd: string): Promise<string[]> {
  if (args.length === 0) {
    const own = join(cwd, "rules");
    return rulesIn(existsSync(own) ? own : bundledRules);
  }
  const problems: Problem[] = [];
  const found: string[] = [];
  for (const arg of args) {
    const path = resolve(cwd, arg);
    const kind = await stat(path).catch(() => null);
    if (kind === null) problems.push(problem("R024", {}, { file: arg }));
    else found.push(...(kind.isDirectory() ? await rulesIn(path) : [path]));
  }
  if (problems.length > 0) throw new ProblemError(problems);
  return [...new Set(found)];
}

function rulesIn(folder: string): Promise<string[]> {
  return filesIn(folder, (name) => /\.ya?ml$/i.test(name));
}
