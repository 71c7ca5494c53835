import { ProblemError } from "../problem.ts";

/** Waits for all and, where several end in problems, throws these as one, so that nobody mends one at a time. */
export async function together<Work extends readonly unknown[]>(
  work: readonly [...{ [Index in keyof Work]: Promise<Work[Index]> }],
): Promise<Work> {
  const results = await Promise.allSettled(work);
  const errors = results.flatMap((result) =>
    result.status === "rejected" ? [result.reason as unknown] : [],
  );
  const bug = errors.find((error) => !(error instanceof ProblemError));
  if (bug !== undefined) throw bug;
  const problems = errors.flatMap((error) => (error instanceof ProblemError ? error.problems : []));
  if (problems.length > 0) throw new ProblemError(problems);
  return results.map((result) =>
    result.status === "fulfilled" ? result.value : undefined,
  ) as unknown as Work;
}
