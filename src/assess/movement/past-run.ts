import type { Past, PastAssessment } from "../../model/past.ts";
import type { UnitDirectory } from "../../model/unit.ts";
import { UnitNames } from "../../model/unit-names.ts";

export type PastIndicator = Past["indicators"][number];
export type PastTask = Past["tasks"][number]["units"][number];
export type PastUnit = Past["units"][number];

/** An earlier run, to be asked in the words of today's plan. */
export interface PastRun {
  readonly past: Past;
  indicator(id: string): PastIndicator | undefined;
  /** The whole (null), or a unit under the name that it had then. */
  assessment(id: string, unit: string | null): PastAssessment | undefined;
  task(id: string, unit: string): PastTask | undefined;
  unit(name: string): PastUnit | undefined;
  /** The name that a unit of today had then; undefined where it was not there. */
  nameThen(unit: string): string | undefined;
}

/** Earlier runs, oldest first; a unit that the directory knows by an old name is followed through it. */
export function pastRuns(history: readonly Past[], directory: UnitDirectory): PastRun[] {
  const names = new UnitNames(directory);
  const known = new Set(directory.units.map(({ name }) => name));
  const nowOf = (name: string) => (known.has(name) ? name : (names.find(name)?.name ?? name));
  return history.map((past) => runOf(past, nowOf));
}

function runOf(past: Past, nowOf: (name: string) => string): PastRun {
  const thenOf = new Map<string, string>();
  // A name that is still in use is nobody's old one.
  for (const { unit } of past.units) if (nowOf(unit) !== unit) thenOf.set(nowOf(unit), unit);
  for (const { unit } of past.units) if (nowOf(unit) === unit) thenOf.set(unit, unit);
  const indicators = new Map(past.indicators.map((one) => [one.id, one]));
  const tasks = new Map(past.tasks.map((one) => [one.id, one.units]));
  const units = new Map(past.units.map((one) => [one.unit, one]));
  const lines = new Map<string, ReadonlyMap<string, PastAssessment>>();
  const linesOf = (id: string) => {
    const found =
      lines.get(id) ?? new Map((indicators.get(id)?.units ?? []).map((line) => [line.unit, line]));
    lines.set(id, found);
    return found;
  };
  return {
    past,
    indicator: (id) => indicators.get(id),
    assessment: (id, unit) =>
      unit === null ? indicators.get(id)?.whole : linesOf(id).get(thenOf.get(unit) ?? unit),
    task: (id, unit) => tasks.get(id)?.find((line) => line.unit === (thenOf.get(unit) ?? unit)),
    unit: (name) => units.get(thenOf.get(name) ?? name),
    nameThen: (unit) => thenOf.get(unit),
  };
}
