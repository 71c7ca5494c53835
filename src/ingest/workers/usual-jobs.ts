import { stat } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { extname } from "node:path";
import type { ResolvedInputs } from "../inputs.ts";

/** Bytes of input that are read before further threads have begun to help. */
const ENOUGH = 20 * 1024 * 1024;
const MOST = 4;
/** By content a file may prove to be another; then the threads have less to do. */
const shared: ReadonlySet<string> = new Set([".xlsx", ".xlsm", ".csv", ".tsv", ".txt"]);

/** How many threads share the work when nobody has said: one for small inputs, else one a core, up to four. */
export async function usualJobs({ paths }: ResolvedInputs, cores = availableParallelism()): Promise<number> {
  let size = 0;
  for (const { path } of paths) {
    if (!shared.has(extname(path).toLowerCase())) continue;
    size += await stat(path).then(
      (found) => (found.isFile() ? found.size : 0),
      () => 0,
    );
  }
  return size < ENOUGH ? 1 : Math.min(cores, MOST);
}
