import type { z } from "zod";
import { dayOf } from "../model/day.ts";
import type { recurrenceSchema } from "../model/plan.ts";
import type { Recurrence } from "../model/recurrence.ts";
import { dayIn } from "./days.ts";
import type { Findings } from "./findings.ts";
import type { Path } from "./yaml-file.ts";

type RecurrenceFile = z.infer<typeof recurrenceSchema>;

/** What a task's `recurrence:` says. */
export function recurrenceOf(
  file: RecurrenceFile | undefined,
  at: Path,
  findings: Findings,
): Recurrence | null {
  if (file === undefined) return null;
  if (typeof file === "string") return { kind: "unstated", word: file };
  if ("quarterly" in file) return { kind: "quarterly" };
  if ("weeks" in file)
    return { kind: "weeks", weeks: Number(file.weeks), from: dayIn(file.from, [...at, "from"], findings) };
  if ("yearly" in file) {
    const [month = 0, date = 0] = file.yearly.split("-").map(Number);
    // 2000 is a leap year: 02-29 is a date, and the month's last day where there is none.
    if (dayOf(2000, month, date) === null) findings.add("R022", [...at, "yearly"], { value: file.yearly });
    return { kind: "yearly", month, date };
  }
  const days = [file.monthly].flat().map(Number);
  return { kind: "monthly", days: [...new Set(days)].sort((a, b) => a - b) };
}
