import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** The repository, from its sources as from the compiled files in node_modules/.cache. */
export const root = ascend(import.meta.dirname);
/** Made files; not below node_modules, which evaluate passes over when it looks for spreadsheets. */
export const made = join(tmpdir(), "evaluate-bench");
export const evaluate = join(root, "bin/evaluate.js");
export const casesPlan = join(root, "bench/plans/cases.yaml");

function ascend(folder: string): string {
  return existsSync(join(folder, "rules/datasets.yaml")) ? folder : ascend(dirname(folder));
}
