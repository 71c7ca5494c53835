import type { Comparison } from "../../model/movement.ts";
import type { Report } from "../../model/report.ts";
import type { PastRun } from "./past-run.ts";
import { type Earlier, judgedAnew } from "./terms.ts";

/** What else changed since a run: rules, files, indicators, units. */
export function comparisonWith(
  report: Report,
  run: PastRun,
  earlierOf: (id: string) => Earlier | undefined,
): Comparison {
  const { past } = run;
  return {
    asOf: past.asOf,
    plan: { sha256: past.plan.sha256, changed: past.plan.sha256 !== report.plan.sha256 },
    corrected: past.corrected ?? [],
    inputs: inputsSince(report.inputs, past.inputs),
    indicators: indicatorsSince(report, run, earlierOf),
    units: unitsSince(report, run),
  };
}

type Files = readonly { readonly file: string; readonly sha256: string }[];

function inputsSince(now: Files, then: Files): Comparison["inputs"] {
  const [before, after] = [then, now].map((files) => new Set(files.map(({ sha256 }) => sha256)));
  const fresh = now.filter(({ sha256 }) => !before?.has(sha256));
  const names = new Set(then.map(({ file }) => file));
  const kept = new Set(now.map(({ file }) => file));
  return {
    same: now.length - fresh.length,
    added: fresh.filter(({ file }) => !names.has(file)).map(({ file }) => file),
    changed: fresh.filter(({ file }) => names.has(file)).map(({ file }) => file),
    removed: then
      .filter(({ file, sha256 }) => !after?.has(sha256) && !kept.has(file))
      .map(({ file }) => file),
  };
}

function indicatorsSince(
  { indicators }: Report,
  { past }: PastRun,
  earlierOf: (id: string) => Earlier | undefined,
): Comparison["indicators"] {
  const ids = new Set(indicators.map(({ id }) => id));
  return {
    added: indicators.filter(({ id }) => earlierOf(id) === undefined).map(({ id }) => id),
    removed: past.indicators.filter(({ id }) => !ids.has(id)).map(({ id, name }) => ({ id, name })),
    changed: indicators.flatMap((indicator) => {
      const earlier = earlierOf(indicator.id);
      if (earlier === undefined) return [];
      const judged = judgedAnew(indicator, indicator.whole, earlier.then, earlier.then.whole);
      const reasons = [...earlier.measured, ...judged];
      return reasons.length === 0 ? [] : [{ id: indicator.id, reasons }];
    }),
  };
}

function unitsSince({ units }: Report, run: PastRun): Comparison["units"] {
  const now = units.map(({ unit }) => unit);
  const followed = new Map(now.map((unit) => [unit, run.nameThen(unit)]));
  const names = new Set(followed.values());
  return {
    added: now.filter((unit) => followed.get(unit) === undefined),
    removed: run.past.units.map(({ unit }) => unit).filter((unit) => !names.has(unit)),
    renamed: now.flatMap((to) => {
      const from = followed.get(to);
      return from === undefined || from === to ? [] : [{ from, to }];
    }),
  };
}
