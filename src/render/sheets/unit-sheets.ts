import type { Language } from "../../model/language.ts";
import type { Report, UnitReport } from "../../model/report.ts";
import { groupsOf } from "../groups.ts";
import { MOST_UNIT_SHEETS } from "./limits.ts";
import { unitSheetNames } from "./names.ts";

export interface UnitSheets {
  readonly shown: readonly { readonly unit: UnitReport; readonly group: string; readonly name: string }[];
  readonly without: readonly string[];
  /** By the name of the unit: where links to its sheet lead. */
  readonly anchors: ReadonlyMap<string, string>;
}

/** Which units get a sheet of their own, in the order of the ranking, and what the sheets are called. */
export function unitSheetsOf(report: Report, language: Language): UnitSheets {
  const all = groupsOf(report, language).flatMap(({ title, units }) =>
    units.map((unit) => ({ unit, group: title })),
  );
  const chosen = all.slice(0, MOST_UNIT_SHEETS);
  const names = unitSheetNames(
    chosen.map(({ unit }) => unit.unit),
    language,
  );
  const shown = chosen.map((one, index) => ({ ...one, name: names[index] ?? "" }));
  return {
    shown,
    without: all.slice(MOST_UNIT_SHEETS).map(({ unit }) => unit.unit),
    anchors: new Map(shown.map(({ unit }) => [unit.unit, unitAnchor(unit.unit)])),
  };
}

export function unitAnchor(unit: string): string {
  return `unit ${unit}`;
}
