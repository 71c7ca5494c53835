import { existsSync } from "node:fs";

/** Where the program of a thread may be: beside this file as built or bundled, or in dist/ for sources run as they are. */
const places = ["./thread.js", "../ingest/workers/thread.js", "../../../dist/ingest/workers/thread.js"];

/** The program of a reading thread. */
export function threadUrl(): URL {
  const found = places.map((place) => new URL(place, import.meta.url)).find((url) => existsSync(url));
  if (found === undefined) throw new Error("dist/ is missing: run `npm run build` first");
  return found;
}
