import { noKeys, type Surroundings } from "../measure/surroundings.ts";
import { stateCouncilCalendar } from "../measure/working-days.ts";
import { CellKind } from "../model/cell.ts";
import type { Day } from "../model/day.ts";
import type { Plan } from "../model/plan.ts";
import { readingOf } from "../model/reading/reading.ts";
import type { DatasetRun } from "./dataset-run.ts";
import type { UnitTable } from "./unit-table.ts";

/** What rules look at besides their row: the datasets read so far, the calendar, as-of. */
export function surroundingsOf(
  { dictionary, timezone }: Pick<Plan, "dictionary" | "timezone">,
  runs: ReadonlyMap<string, DatasetRun>,
  asOf: Day,
  units: UnitTable,
): Surroundings {
  const readingFor = readingOf({ dictionary, timezone, date1904: false });
  return {
    asOf,
    calendar: stateCouncilCalendar(),
    unitName: (written) => units.canonical(written),
    keysOf: (join) => runs.get(join.dataset)?.keysOf(join) ?? noKeys,
    lookUp: (dataset, field) => runs.get(dataset)?.lookUp(field) ?? (() => undefined),
    literal: (field, text) => {
      const groups = dictionary.codes.get(field.codes ?? "")?.groups ?? {};
      if (Object.hasOwn(groups, text)) return groups[text] ?? [];
      const value = readingFor(field)(text, CellKind.text, null);
      return value == null ? [] : [value];
    },
  };
}
