import type { Assessment, Status, Why } from "../../model/assessment.ts";
import type { Change, Turn } from "../../model/movement.ts";
import type { PastAssessment } from "../../model/past.ts";
import { whyOf } from "../../model/phrases.ts";
import type { Direction } from "../../model/plan.ts";
import type { IndicatorReport } from "../../model/report.ts";
import { type Earlier, judgedAnew } from "./terms.ts";

export interface Subject {
  readonly indicator: IndicatorReport;
  readonly found: Assessment;
  /** Null for the whole. */
  readonly unit: string | null;
  /** Of running totals (`latest`): within a period they do not fall. */
  readonly rises: boolean;
}

/** What became of one figure since an earlier run; null where that run did not have it. */
export function changeSince(earlier: Earlier | undefined, subject: Subject): Change | null {
  const { indicator, found, unit } = subject;
  const before = earlier?.run.assessment(indicator.id, unit);
  if (earlier === undefined || before === undefined) return null;
  const comparable = earlier.measured.length === 0;
  const judged = judgedAnew(indicator, found, earlier.then, before);
  const known = comparable && found.value !== null && before.value !== null;
  const change = known ? difference(found.value ?? 0, before.value ?? 0) : null;
  return {
    asOf: earlier.run.past.asOf,
    value: before.value,
    change,
    better: change === null ? null : betterBy(change, subject, before),
    status: before.status,
    turn: turnOf(before.status, found.status),
    comparable,
    fair: comparable && judged.length === 0,
    reasons: [...earlier.measured, ...judged, ...remarks(earlier, subject, before)],
  };
}

/** Both are decimals of 12 digits; so is what lies between them. */
export function difference(now: number, then: number): number {
  const exact = now - then;
  // What binary floats leave over where the decimals are equal in all that was said.
  return Math.abs(exact) < 1e-9 * Math.max(Math.abs(now), Math.abs(then)) ? 0 : Number(exact.toPrecision(11));
}

const UP: readonly Direction[] = ["at-least", "more-than", "improve"];
const DOWN: readonly Direction[] = ["at-most", "less-than", "reduce"];

function betterBy(change: number, { indicator, found }: Subject, before: PastAssessment): boolean | null {
  if (change === 0) return null;
  const direction = found.stages.find(({ current }) => current)?.direction ?? indicator.direction;
  if ((UP as readonly string[]).includes(direction)) return change > 0;
  if ((DOWN as readonly string[]).includes(direction)) return change < 0;
  const { threshold, value } = found;
  if (threshold === null || value === null || before.value === null) return null;
  return Math.abs(value - threshold) < Math.abs(before.value - threshold);
}

const JUDGED: readonly Status[] = ["met", "open", "overdue"];

export function isJudged(status: Status): boolean {
  return JUDGED.includes(status);
}

export function isMissed(status: Status): boolean {
  return status === "open" || status === "overdue";
}

function turnOf(before: Status, now: Status): Turn | null {
  if (isMissed(before) && now === "met") return "newly-met";
  if (before === "met" && isMissed(now)) return "newly-lost";
  if (!isJudged(before) && isJudged(now)) return "data-came";
  if (isJudged(before) && !isJudged(now)) return "data-gone";
  return null;
}

/** What to know of a movement although the same was measured. */
function remarks({ run, measured }: Earlier, subject: Subject, before: PastAssessment): Why[] {
  const { found, unit, rises } = subject;
  const said: Why[] = [];
  const then = unit === null ? undefined : run.nameThen(unit);
  if (then !== undefined && then !== unit) said.push(whyOf("unit-renamed", { from: then }));
  if (measured.length > 0 || before.value === null || found.value === null) return said;
  if (rises && found.value < before.value)
    said.push(whyOf("total-fell", { from: before.value, to: found.value }));
  const [had, has] = [before.denominator, found.denominator];
  if (!rises && had !== null && has !== null && has < had)
    said.push(whyOf("parts-fell", { from: had, to: has }));
  return said;
}
