import { fail } from "../../../problem.ts";

type DuckDB = typeof import("@duckdb/node-api");

/** Optional: 70 MB, and not built for every processor. @throws ProblemError where it is not installed. */
export async function loadDuckDB(): Promise<DuckDB> {
  try {
    return await import("@duckdb/node-api");
  } catch {
    return fail("D030", {});
  }
}
