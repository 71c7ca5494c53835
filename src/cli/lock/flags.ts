import { problem } from "../../problem.ts";
import type { OptionReader } from "../options.ts";
import type { Locking } from "./lock.ts";

/** --lock and --wait; a history brings a lock of its own. */
export function lockOptions(read: OptionReader): Locking {
  const file = read.text("lock") ?? null;
  const minutes = read.number("wait", "decimal", 0) ?? 0;
  if (minutes > 0 && file === null && read.text("history") === undefined)
    read.add(problem("U004", {}, { what: "--lock", example: "--lock evaluate.lock --wait 10" }));
  return { file, waitMs: minutes * 60_000 };
}
