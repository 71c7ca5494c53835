import type { Ledger, LedgerMark, LedgerUnit } from "../../model/ledger.ts";
import { masked } from "../../model/mask.ts";
import type { LedgerLine } from "./columns.ts";

const noMarks: readonly LedgerMark[] = [];
const nothing = { filled: {}, marks: noMarks };

/** The lines of some units, numbered from 1; made as they are asked for. */
export function* linesOf(
  units: readonly LedgerUnit[],
  { mask, notes }: Pick<Ledger, "mask" | "notes">,
): Generator<LedgerLine> {
  let number = 0;
  for (const { unit, groups, past = [] } of units) {
    for (const group of groups)
      for (const [at, found] of group.rows.entries()) {
        number += 1;
        const label = found.label === null || !mask ? found.label : masked(found.label);
        const id = group.ids[at] ?? "";
        const { filled, marks } = notes?.get(id) ?? nothing;
        const row = { ...found, label, id, priority: group.priorities[at] ?? null, filled, marks };
        yield { kind: "found", number, unit, group, row };
      }
    for (const row of past) {
      number += 1;
      yield { kind: "past", number, unit, row };
    }
  }
}

export interface LedgerCount {
  /** Rows to put right. */
  readonly listed: number;
  readonly leftOut: number;
  /** Rows of an earlier ledger that are right now. */
  readonly past: number;
}

export function countOf(units: readonly LedgerUnit[]): LedgerCount {
  const groups = units.flatMap(({ groups }) => groups);
  return {
    listed: groups.reduce((sum, { rows }) => sum + rows.length, 0),
    leftOut: groups.reduce((sum, { leftOut }) => sum + leftOut, 0),
    past: units.reduce((sum, { past = [] }) => sum + past.length, 0),
  };
}
