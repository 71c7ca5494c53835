import type { Language } from "../model/language.ts";
import type { Report, UnitReport } from "../model/report.ts";

export interface UnitGroup {
  readonly title: string;
  /** Ranked units first, in order of rank; then provisional ones; then those without a score. */
  readonly units: readonly UnitReport[];
}

const others = { zh: "其他单位", en: "Other units" };
const unknown = {
  zh: "待确认（数据中出现、名录里没有的单位）",
  en: "To be confirmed (names in the data that the directory lacks)",
};

/** Units by group in the order of the report, with names to be confirmed at the end. */
export function groupsOf({ units }: Report, language: Language): UnitGroup[] {
  const groups = new Map<string, UnitReport[]>();
  const add = (title: string, unit: UnitReport) => groups.set(title, [...(groups.get(title) ?? []), unit]);
  for (const unit of units) if (!unit.unknown && unit.group !== null) add(unit.group, unit);
  for (const unit of units) if (!unit.unknown && unit.group === null) add(others[language], unit);
  for (const unit of units) if (unit.unknown) add(unknown[language], unit);
  return [...groups].map(([title, members]) => ({ title, units: members.toSorted(byStanding) }));
}

function byStanding(a: UnitReport, b: UnitReport): number {
  return (
    (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER) ||
    (b.score ?? -1) - (a.score ?? -1)
  );
}
