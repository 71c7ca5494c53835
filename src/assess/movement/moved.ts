import type { Past, PastAssessment } from "../../model/past.ts";

/**
 * Whether anything that a reader acts on is otherwise than in an earlier report: rules, values with their
 * parts, targets, statuses, scores, ranks, tasks, steps of escalation, and what the checks of the data
 * counted. The day, days left, pace, streaks, names of files and language are no movement. Both are whole
 * reports, or narrowed alike.
 */
export function hasMoved(report: Past, previous: Past): boolean {
  return faceOf(report) !== faceOf(previous);
}

/** All that counts, in an order of its own: a plan may list the same in another. */
function faceOf({ plan, overall, indicators, tasks, units, quality, escalation }: Past): string {
  return JSON.stringify([
    [plan.id, plan.sha256, overall.score],
    sorted(
      indicators.map(({ id, whole, units: lines }) => [
        id,
        figureOf(whole),
        sorted(lines.map((line) => [line.unit, figureOf(line)])),
      ]),
    ),
    sorted(
      tasks.map(({ id, units: lines }) => [
        id,
        sorted(lines.map(({ unit, status, done, rate }) => [unit, status, done, rate])),
      ]),
    ),
    sorted(units.map(({ unit, group, score, rank }) => [unit, group, score, rank])),
    countsOf(quality),
    sorted((escalation ?? []).map(({ unit, indicator, step }) => [unit, indicator, step])),
  ]);
}

function figureOf({ status, value, numerator, denominator, threshold, stage }: PastAssessment) {
  return [status, value, numerator, denominator, threshold, stage];
}

/** That the data is old by now is said because days went by, and nothing else. */
const AGED = "data-behind";

function countsOf(quality: Past["quality"]) {
  if (quality === undefined) return null;
  const { unknownUnits, rejectedCellCount, duplicates, totals, blanks, suspicions } = quality;
  const { reconciliation, notes } = quality;
  return [
    rejectedCellCount,
    [totals.length, totals.filter(({ agrees }) => agrees).length],
    sorted(unknownUnits.map(({ name, rows }) => [name, rows])),
    sorted(duplicates.map(({ dataset, rows, conflicts }) => [dataset, rows, conflicts])),
    sorted(blanks.map(({ dataset, field, rows }) => [dataset, field, rows])),
    sorted(suspicions.map(({ code, dataset, count }) => [code, dataset, count])),
    sorted(reconciliation.map(({ indicator, unit, agrees }) => [indicator, unit, agrees])),
    sorted(notes.filter(({ code }) => code !== AGED).map(({ code }) => [code])),
  ];
}

function sorted(rows: readonly (readonly unknown[])[]): string[] {
  return rows.map((row) => JSON.stringify(row)).sort();
}
