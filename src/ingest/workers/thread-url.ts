import { existsSync } from "node:fs";

/** Where a thread's program is: beside this file as built, or in dist/ when sources run as they are. */
export function threadUrl(): URL {
  const own = import.meta.url;
  if (!own.endsWith(".ts")) return new URL("./thread.js", own);
  const built = new URL("../../../dist/ingest/workers/thread.js", own);
  if (!existsSync(built)) throw new Error("dist/ is missing: run `npm run build` first");
  return built;
}
