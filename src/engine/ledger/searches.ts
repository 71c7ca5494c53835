import type { Cure, FoundGroup, FoundRow, LedgerAsk } from "../../model/ledger.ts";
import type { Indicator, Plan } from "../../model/plan.ts";
import type { UnitTable } from "../unit-table.ts";
import type { Collecting } from "./collector.ts";
import { Owners } from "./owners.ts";
import { partsOf, type Way, wayOf } from "./ways.ts";

/** What is looked for on behalf of one ask. */
export interface Search {
  readonly ask: LedgerAsk;
  readonly indicator: Indicator;
  readonly way: Way;
  readonly about: Collecting;
}

/** Null where there is nothing to look for among rows. */
export function searchFor(ask: LedgerAsk, plan: Plan, units: UnitTable, most: number): Search | null {
  const indicator = plan.indicators.find(({ id }) => id === ask.indicator);
  if (indicator === undefined || ask.reported) return null;
  const way = wayOf(indicator.measure, ask.falls, plan.dictionary);
  const about = {
    indicator: ask.indicator,
    owners: new Owners(ask, units),
    units,
    falls: ask.falls,
    shared: ask.shared,
    scale: indicator.measuredIn === "%" && indicator.measure.kind !== "average" ? 100 : 1,
    ease: indicator.ease,
    most,
  };
  return { ask, indicator, way, about };
}

/** Rows of units that are not responsible, by indicator. */
export function outsideOf(searches: readonly Search[]): Map<string, number> {
  const rows = new Map<string, number>();
  for (const { ask, about } of searches) {
    const { outside } = about.owners;
    if (outside > 0) rows.set(ask.indicator, (rows.get(ask.indicator) ?? 0) + outside);
  }
  return rows;
}

export function curesOf(searches: readonly Search[]): Map<string, Cure> {
  return new Map(
    searches.flatMap(({ ask, way }) => {
      if (way.kind !== "rows" && way.kind !== "values") return [];
      const filters = way.parts.flatMap(partsOf);
      return filters.length === 0
        ? []
        : [[ask.indicator, { dataset: way.dataset, filter: { kind: "all", filters }, holds: !way.holds }]];
    }),
  );
}

/** A unit that has no record to put right still has its figure to move. */
export function withFigures(ask: LedgerAsk, groups: readonly FoundGroup[]): FoundGroup[] {
  if (ask.shared) return groups.length > 0 ? [...groups] : [figureGroup(ask.indicator, null)];
  const missing = [...ask.units.keys()].filter((unit) => !groups.some((group) => group.unit === unit));
  return [...groups, ...missing.map((unit) => figureGroup(ask.indicator, unit))];
}

function figureGroup(indicator: string, unit: string | null): FoundGroup {
  const row: FoundRow = {
    key: null,
    identity: "",
    label: null,
    owner: null,
    day: null,
    fault: { kind: "figure" },
    weight: null,
    place: null,
  };
  return { indicator, unit, rows: [row], total: 1, amount: null, order: "reading" };
}
