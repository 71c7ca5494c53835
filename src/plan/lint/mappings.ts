import { fitsPattern } from "../../model/mapping.ts";
import type { Say } from "./rule.ts";
import type { Subjects } from "./subject.ts";

type MappingSubject = Subjects["mapping"];

export function shadowed({ mapping }: MappingSubject, say: Say): void {
  for (const [index, { match, sheet }] of mapping.rules.entries()) {
    const before = mapping.rules
      .slice(0, index)
      .find(
        (other) =>
          fitsPattern(match, other.match) &&
          (other.sheet === null || (sheet !== null && fitsPattern(sheet, other.sheet))),
      );
    if (before !== undefined) say(["files", index, "match"], { match, other: before.match });
  }
}

export function idle({ mapping }: MappingSubject, say: Say): void {
  for (const [index, rule] of mapping.rules.entries()) {
    const { dataset, headerRow, headings, codes, skip, match } = rule;
    if (dataset === null && headerRow === null && headings.size === 0 && codes.size === 0 && !skip)
      say(["files", index, "match"], { match });
  }
}
