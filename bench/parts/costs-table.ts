import type { Cost } from "../measure/interleave.ts";
import { megabytes, seconds, type Table, times } from "../report/table.ts";

/** Costs beside each other, against the floor and against us. */
export function costsTable(
  title: string,
  costs: readonly Cost[],
  { floor, us }: { floor: string; us: string },
  notes: readonly string[],
): Table {
  const of = (name: string): number => costs.find((one) => one.name === name)?.cpu ?? Number.NaN;
  const against = (cpu: number, name: string): string =>
    of(name) > 0 && cpu > 0 ? times(cpu / of(name)) : "–";
  return {
    title,
    head: ["contestant", "CPU s", "wall s", "peak MB", `× ${floor}`, "× ours", "rounds", "right"],
    rows: costs.map(({ name, cpu, wall, peak, rounds, right }) => [
      name,
      seconds(cpu),
      seconds(wall),
      megabytes(peak),
      against(cpu, floor),
      against(cpu, us),
      String(rounds),
      right,
    ]),
    notes,
  };
}
