import { openInput } from "../ingest/open.ts";
import type { Shell } from "./shell.ts";

type Open = typeof openInput;

/** Does work that opens inputs, and draws on a terminal how far their reading has come. */
export async function watched<Result>(
  { screen, now, language }: Pick<Shell, "screen" | "now" | "language">,
  work: (open: Open) => Promise<Result>,
  base: Open = openInput,
): Promise<Result> {
  if (screen === null) return work(base);
  // Nobody watches a scheduled run: it need not load what draws.
  const { Progress } = await import("./progress.ts");
  const progress = new Progress({ screen, clock: () => now().getTime(), language });
  try {
    return await work(async (...input) => progress.watch(await base(...input)));
  } finally {
    progress.clear();
  }
}
