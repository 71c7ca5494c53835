import type { Plan } from "../model/plan.ts";
import type { UnitReport } from "../model/report.ts";
import type { Unit } from "../model/unit.ts";
import { effortsOf } from "./efforts.ts";
import { jsonNumberOrNull } from "./rounding.ts";
import { bandOf, type Part, ranksOf, scoreOf } from "./score.ts";

/** Scores every unit of the directory, and lists names that it lacks; ranks go within a unit's first group. */
export function unitsOf(
  plan: Plan,
  partsOf: (unit: string) => readonly Part[],
  strangers: readonly string[],
): UnitReport[] {
  const known = plan.directory.units.map((unit) => {
    const parts = partsOf(unit.name);
    return { ...scoredUnit(unit, parts), efforts: effortsOf(parts) };
  });
  const scored = known.map((unit) => (unit.provisional || unit.group === null ? null : unit.score));
  const ranks = new Map<number, number | null>();
  const sizes = new Map<string | null, number>();
  for (const group of new Set(known.map((unit) => unit.group))) {
    const members = known.flatMap((unit, at) => (unit.group === group ? [at] : []));
    const within = ranksOf(members.map((at) => scored[at] ?? null));
    for (const [order, at] of members.entries()) ranks.set(at, within[order] ?? null);
    sizes.set(group, within.filter((rank) => rank !== null).length);
  }
  const lines = known.map(
    (unit, at): UnitReport => ({
      unit: unit.unit,
      group: unit.group,
      score: jsonNumberOrNull(unit.score),
      coverage: jsonNumberOrNull(unit.coverage),
      rank: ranks.get(at) ?? null,
      ranked: ranks.get(at) == null ? null : (sizes.get(unit.group) ?? null),
      provisional: unit.provisional,
      band: bandOf(unit.score, plan.bands),
      met: unit.met,
      open: unit.open,
      overdue: unit.overdue,
      noData: unit.noData,
      assumed: unit.assumed,
      unknown: unit.unknown,
      parent: unit.parent,
      efforts: unit.efforts,
    }),
  );
  return [...lines, ...strangers.map(strangerLine)];
}

function scoredUnit({ name, groups, assumed, parent }: Unit, parts: readonly Part[]) {
  return { unit: name, group: groups[0] ?? null, assumed, unknown: false, parent, ...scoreOf(parts) };
}

function strangerLine(unit: string): UnitReport {
  const nothing = {
    score: null,
    coverage: null,
    rank: null,
    ranked: null,
    provisional: false,
    band: null,
  };
  return {
    unit,
    group: null,
    ...nothing,
    met: 0,
    open: 0,
    overdue: 0,
    noData: 0,
    assumed: false,
    unknown: true,
    parent: null,
    efforts: [],
  };
}
