import { realpath } from "node:fs/promises";
import { resolve } from "node:path";
import { ledgerStanding } from "../../ingest/own-ledger.ts";
import { ProblemError, problem } from "../../problem.ts";
import type { Earlier } from "../ledger-from/read.ts";

/**
 * Refuses to write over what people have written: ledgers that someone has worked in, or that hold what was taken
 * over from such, unless they are merged, and files that are no ledgers of ours.
 */
export async function checkReplaceable(
  files: readonly string[],
  earlier: Earlier | null,
  cwd: string,
): Promise<void> {
  const real = (path: string) => realpath(path).catch(() => path);
  const taken = new Set(await Promise.all((earlier?.ledgers ?? []).map(({ path }) => real(path))));
  const problems = [];
  for (const file of files) {
    const path = await real(resolve(cwd, file));
    if (taken.has(path)) continue;
    const standing = await ledgerStanding(path);
    if (standing === "foreign") problems.push(problem("O010", {}, { file }));
    if (standing === "edited" || (standing === "untouched" && (await isFilledIn(path))))
      problems.push(problem("O009", {}, { file }));
  }
  if (problems.length > 0) throw new ProblemError(problems);
}

/** Some programs save a workbook and leave its author as it was. */
async function isFilledIn(path: string): Promise<boolean> {
  const { holdsWriting } = await import("../ledger-from/read.ts");
  return holdsWriting(path);
}
