import type { Status } from "../../model/assessment.ts";
import type { Streak } from "../../model/movement.ts";
import { isJudged } from "./change.ts";

/** How something stood on a day. */
export interface Stand {
  readonly asOf: string;
  readonly status: Status;
}

/**
 * How many snapshots in a row it has been met, or missed, up to the last that was judged. What was not
 * judged neither breaks a streak nor lengthens it: nobody ends its misses by sending no data.
 */
export function streakOf(stands: readonly Stand[]): Streak | null {
  const judged = stands.filter(({ status }) => isJudged(status));
  const last = judged.at(-1);
  if (last === undefined) return null;
  const met = last.status === "met";
  const run = trailing(judged, ({ status }) => (status === "met") === met);
  return {
    kind: met ? "met" : "missed",
    count: run.length,
    since: run[0]?.asOf ?? last.asOf,
    until: last.asOf,
  };
}

/** The longest end of a list that all holds for. */
export function trailing<T>(list: readonly T[], holds: (one: T) => boolean): readonly T[] {
  return list.slice(list.findLastIndex((one) => !holds(one)) + 1);
}
