import { realpath } from "node:fs/promises";
import { resolve } from "node:path";
import { ledgerStanding } from "../../ingest/own-ledger.ts";
import { ProblemError, problem } from "../../problem.ts";

/**
 * Refuses to write over what people have written: ledgers that someone has worked in, unless they are merged,
 * and files that are no ledgers of ours.
 */
export async function checkReplaceable(
  files: readonly string[],
  merged: readonly string[],
  cwd: string,
): Promise<void> {
  const real = (file: string) => realpath(resolve(cwd, file)).catch(() => resolve(cwd, file));
  const taken = new Set(await Promise.all(merged.map(real)));
  const problems = [];
  for (const file of files) {
    const path = await real(file);
    const standing = await ledgerStanding(path);
    if (standing === "foreign") problems.push(problem("O010", {}, { file }));
    if (standing === "edited" && !taken.has(path)) problems.push(problem("O009", {}, { file }));
  }
  if (problems.length > 0) throw new ProblemError(problems);
}
