import { stat } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { extname } from "node:path";
import type { ResolvedInputs } from "../inputs.ts";

/** Bytes of input that are read before further threads have begun to help. */
const ENOUGH = 20 * 1024 * 1024;
const MOST = 4;
/**
 * What a byte weighs: a workbook is packed some tenfold, while text is read so fast that threads pay
 * only for a hundred megabytes. By content a file may prove to be another; then they have less to do.
 */
const weights: ReadonlyMap<string, number> = new Map([
  [".xlsx", 1],
  [".xlsm", 1],
  [".csv", 0.2],
  [".tsv", 0.2],
  [".txt", 0.2],
]);

/** How many threads share the work when nobody has said: one for small inputs, else one a core, up to four. */
export async function usualJobs({ paths }: ResolvedInputs, cores = availableParallelism()): Promise<number> {
  let size = 0;
  for (const { path } of paths) {
    const weight = weights.get(extname(path).toLowerCase());
    if (weight === undefined) continue;
    size += await stat(path).then(
      (found) => (found.isFile() ? found.size * weight : 0),
      () => 0,
    );
  }
  return size < ENOUGH ? 1 : Math.min(cores, MOST);
}
