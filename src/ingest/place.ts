import { type Place, ProblemError } from "../problem.ts";

/** Runs a step of reading; problems that it throws learn the file or sheet they are in. */
export async function within<T>(place: Place, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    throw new ProblemError(error.problems.map((found) => ({ ...found, at: { ...place, ...found.at } })));
  }
}
