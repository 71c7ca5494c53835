import type { LedgerUnit } from "../../model/ledger.ts";
import { masked } from "../../model/mask.ts";
import type { LedgerLine } from "./columns.ts";

/** The lines of some units, numbered from 1; made as they are asked for. */
export function* linesOf(units: readonly LedgerUnit[], mask: boolean): Generator<LedgerLine> {
  let number = 0;
  for (const { unit, groups } of units)
    for (const group of groups)
      for (const [at, found] of group.rows.entries()) {
        number += 1;
        const label = found.label === null || !mask ? found.label : masked(found.label);
        const row = { ...found, label, id: group.ids[at] ?? "", priority: group.priorities[at] ?? null };
        yield { number, unit, group, row };
      }
}

export function countOf(units: readonly LedgerUnit[]): { listed: number; leftOut: number } {
  const groups = units.flatMap(({ groups }) => groups);
  return {
    listed: groups.reduce((sum, { rows }) => sum + rows.length, 0),
    leftOut: groups.reduce((sum, { leftOut }) => sum + leftOut, 0),
  };
}
