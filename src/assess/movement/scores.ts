import type { Why } from "../../model/assessment.ts";
import type { ScoreChange } from "../../model/movement.ts";
import type { PastAssessment } from "../../model/past.ts";
import { whyOf } from "../../model/phrases.ts";
import type { IndicatorReport, Report } from "../../model/report.ts";
import { difference, isJudged } from "./change.ts";
import type { PastIndicator, PastRun } from "./past-run.ts";
import { type Earlier, judgedAnew } from "./terms.ts";

interface Scored {
  readonly score: number | null;
  readonly rank: number | null;
  readonly group: string | null;
  /** Null for the whole. */
  readonly unit: string | null;
}

/** What became of a score and its rank since an earlier run. */
export function scoreChange(
  report: Report,
  run: PastRun,
  earlierOf: (indicator: IndicatorReport) => Earlier | undefined,
  now: Scored,
): ScoreChange | null {
  const then = now.unit === null ? { ...run.past.overall, rank: null, group: null } : run.unit(now.unit);
  if (then === undefined) return null;
  const { anew, others } = compositionOf(report, run, earlierOf, now.unit);
  const comparable = anew.length === 0;
  const known = comparable && now.score !== null && then.score !== null;
  const sameGroup = then.group === now.group && now.unit !== null;
  return {
    asOf: run.past.asOf,
    score: then.score,
    change: known ? difference(now.score ?? 0, then.score ?? 0) : null,
    rank: then.rank,
    up: sameGroup && comparable && now.rank !== null && then.rank !== null ? then.rank - now.rank : null,
    comparable,
    reasons: [...anew, ...others],
  };
}

/** Whether a score is made of the same parts: the same indicators, targets and weights, and judged alike. */
function compositionOf(
  report: Report,
  run: PastRun,
  earlierOf: (indicator: IndicatorReport) => Earlier | undefined,
  unit: string | null,
): { anew: Why[]; others: Why[] } {
  const changed: string[] = [];
  const [came, gone]: [string[], string[]] = [[], []];
  const now = new Set<string>();
  for (const indicator of report.indicators) {
    if (indicator.weight === 0) continue;
    const found = lineOf(indicator, unit);
    if (found === undefined) continue;
    now.add(indicator.id);
    const title = titleOf(indicator);
    const earlier = earlierOf(indicator);
    const before = run.assessment(indicator.id, unit);
    if (earlier === undefined || before === undefined) changed.push(title);
    else if (anewJudged(indicator, found, earlier, before)) changed.push(title);
    else if (isJudged(found.status) && !isJudged(before.status)) came.push(title);
    else if (!isJudged(found.status) && isJudged(before.status)) gone.push(title);
  }
  for (const one of run.past.indicators)
    if (one.weight > 0 && !now.has(one.id) && run.assessment(one.id, unit) !== undefined)
      changed.push(titleOf(one));
  return {
    anew:
      changed.length === 0
        ? []
        : [whyOf("score-terms-changed", { count: changed.length, ids: listed(changed) })],
    others: [
      ...(came.length === 0 ? [] : [whyOf("score-data-came", { count: came.length, ids: listed(came) })]),
      ...(gone.length === 0 ? [] : [whyOf("score-data-gone", { count: gone.length, ids: listed(gone) })]),
    ],
  };
}

function lineOf({ whole, units }: IndicatorReport, unit: string | null) {
  return unit === null ? whole : units.find((line) => line.unit === unit);
}

function anewJudged(
  indicator: IndicatorReport,
  found: IndicatorReport["whole"],
  { then, measured }: Earlier,
  before: PastAssessment,
): boolean {
  const anew = measured.some(({ code }) => code !== "period-changed");
  return anew || then.weight !== indicator.weight || judgedAnew(indicator, found, then, before).length > 0;
}

const NAMED = 5;

function listed(titles: readonly string[]): string {
  return titles.slice(0, NAMED).join(", ") + (titles.length > NAMED ? " …" : "");
}

function titleOf({ id, clause, name }: Pick<PastIndicator, "id" | "clause" | "name">): string {
  return `${clause} ${name}`.trim() || id;
}
