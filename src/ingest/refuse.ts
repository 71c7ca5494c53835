import type { DataReason } from "../model/data-reasons.ts";
import type { Params } from "../model/language.ts";
import { fail, type Place } from "../problem.ts";

/** Ends the reading of a file for one of the known reasons. */
export function refuse(
  code: "D004" | "D005" | "D006" | "D009",
  at: Place,
  reason: DataReason,
  with_: Params = {},
): never {
  return fail(code, at, { reason, ...with_ });
}
