import { existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type Problem, ProblemError, problem } from "../../problem.ts";
import { filesIn } from "../rule-folder.ts";

const bundled = fileURLToPath(new URL("../../../rules/tests/", import.meta.url));
const ENDING = ".test.yaml";

/** Test files as named, those of named folders, or else those in ./rules/tests, or the bundled ones. */
export async function findTests(args: readonly string[], cwd: string): Promise<string[]> {
  if (args.length === 0) {
    const own = join(cwd, "rules", "tests");
    return testsIn(existsSync(own) ? own : bundled);
  }
  const problems: Problem[] = [];
  const found: string[] = [];
  for (const arg of args) {
    const path = resolve(cwd, arg);
    const kind = await stat(path).catch(() => null);
    if (kind === null) problems.push(problem("R024", {}, { file: arg }));
    else found.push(...(kind.isDirectory() ? await testsIn(path) : [path]));
  }
  if (problems.length > 0) throw new ProblemError(problems);
  return [...new Set(found)];
}

function testsIn(folder: string): Promise<string[]> {
  return filesIn(folder, (name) => name.endsWith(ENDING));
}
