import type { Dataset } from "../model/dataset.ts";
import { type Day, dayOf, formatDay } from "../model/day.ts";
import type { Unit } from "../model/unit.ts";
import { apportion } from "./apportion.ts";
import { type ListContext, RowMaker } from "./row-maker.ts";
import type { TimeSpan } from "./time-span.ts";
import type { ListRow } from "./values.ts";

/** A running total: one row a unit and date. */
export function isSeries({ key, unit, date }: Dataset): boolean {
  return unit !== null && key.includes(unit) && date.some((field) => key.includes(field));
}

const MONTHLY_GROWTH = 0.04;

/** A block of rows for each reporting day, oldest first; the last one comes to the plan's totals. */
export function seriesRows(list: ListContext, units: readonly Unit[], weights: readonly number[]): ListRow[] {
  const { dataset, aims, span } = list;
  const counted = [...dataset.fields.values()].filter(
    ({ derived, type }) => derived === null && type === "number",
  );
  const days = reportingDays(span, dataset);
  return days.flatMap((day, index) => {
    const grown = 1 - (days.length - 1 - index) * MONTHLY_GROWTH;
    const shares = counted.flatMap(({ name }) => {
      const total = aims.totals.get(`${dataset.name}.${name}`);
      return total === undefined ? [] : [[name, apportion(Math.round(total * grown), weights)] as const];
    });
    return units.map((unit, at): ListRow => {
      const given = new Map(shares.map(([name, parts]) => [name, parts[at] ?? 0]));
      const row = index * units.length + at;
      const values = new RowMaker(list, {
        unit,
        unitNumber: at + 1,
        row,
        rowOfUnit: index,
        day,
        given,
      }).make();
      return { values, unit: unit.name, day };
    });
  });
}

/** The last two ends of a month and the last day of the data; a yearly list has one. */
function reportingDays({ start, end }: TimeSpan, dataset: Dataset): Day[] {
  const first = dataset.fields.get(dataset.date[0] ?? "");
  if (first?.type === "year") return [end];
  const [year = 0, month = 0] = formatDay(end).split("-").map(Number);
  const before = [month - 1, month].map((of) => {
    const day = of < 1 ? dayOf(year - 1, of + 12, 1) : dayOf(year, of, 1);
    return (day ?? end) - 1;
  });
  return [...before.filter((day) => day >= start && day < end), end];
}
