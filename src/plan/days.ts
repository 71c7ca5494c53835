import { type Day, parseDay } from "../model/day.ts";
import type { Findings } from "./findings.ts";
import type { Path } from "./yaml-file.ts";

/** A date that the schema let through but the calendar does not have is a finding. */
export function dayIn(text: string, path: Path, findings: Findings): Day {
  const day = parseDay(text);
  if (day === null) findings.add("R022", path, { value: text });
  return day ?? 0;
}
