import type { UnitNumber } from "../../measure/tally.ts";
import type { Evidence } from "../../model/evidence.ts";
import type { DatasetRun } from "../dataset-run.ts";
import type { UnitTable } from "../unit-table.ts";
import type { CountedDataset } from "./counted-dataset.ts";

const MOST_SUGGESTIONS = 1_000;

/** Names in the data that the directory lacks, with the rows that have them. */
export function strangersIn(
  counted: readonly CountedDataset[],
  read: readonly DatasetRun[],
  units: UnitTable,
): Evidence["quality"]["unknownUnits"] {
  const found = new Map<string, { rows: number; datasets: Set<string> }>();
  const add = (number: UnitNumber, rows: number, dataset: string) => {
    const name = units.nameOf(number) ?? "";
    const entry = found.get(name) ?? { rows: 0, datasets: new Set() };
    entry.rows += rows;
    entry.datasets.add(dataset);
    found.set(name, entry);
  };
  for (const { dataset, presence } of counted) {
    const most = new Map<UnitNumber, number>();
    for (const { units: present } of presence.values()) {
      for (const [number, { rows }] of present)
        if (units.isStranger(number)) most.set(number, Math.max(most.get(number) ?? 0, rows));
    }
    for (const [number, rows] of most) add(number, rows, dataset.name);
  }
  for (const { dataset, strangers } of read)
    for (const [number, rows] of strangers) add(number, rows, dataset.name);
  return [...found]
    .sort(([a, { rows: ofA }], [b, { rows: ofB }]) => ofB - ofA || (a < b ? -1 : 1))
    .map(([name, { rows, datasets }], order) => {
      const nearest = order < MOST_SUGGESTIONS ? units.nearest(name) : [];
      return { name, rows, nearest, yaml: units.lineFor(name, nearest), datasets: [...datasets] };
    });
}
