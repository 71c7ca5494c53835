import type {
  FoundRow,
  Ledger,
  LedgerMark,
  LedgerNote,
  LedgerRow,
  LedgerUnit,
  PastState,
  Priority,
} from "../../model/ledger.ts";
import { masked } from "../../model/mask.ts";
import type { LedgerLine } from "./columns.ts";

/** `open`: what is to be put right, and what is kept beside it. */
export type Listed = "open" | "closed" | "unmatched" | "all";

const noMarks: readonly LedgerMark[] = [];
const nothing: LedgerNote = { filled: {}, marks: noMarks };
const noneAdded: ReadonlyMap<string, string> = new Map();

/** The lines of some units, numbered from 1; made as they are asked for. */
export function* linesOf(
  units: readonly LedgerUnit[],
  { mask, notes }: Pick<Ledger, "mask" | "notes">,
  listed: Listed,
): Generator<LedgerLine> {
  let number = 0;
  for (const { unit, groups, past = [] } of units) {
    for (const group of isFound(listed) ? groups : [])
      for (const [at, found] of group.rows.entries()) {
        number += 1;
        const id = group.ids[at] ?? "";
        const label = found.label === null || !mask ? found.label : masked(found.label);
        const row = rowOf(found, label, id, group.priorities[at] ?? null, notes?.get(id) ?? nothing);
        yield { kind: "found", number, unit, group, row };
      }
    for (const row of past) {
      if (!isPast(row.state, listed)) continue;
      number += 1;
      yield { kind: "past", number, unit, row };
    }
  }
}

/** Written out: an object that is spread into another outlives the garbage collector's short rounds. */
function rowOf(
  { key, identity, owner, day, fault, weight, place }: FoundRow,
  label: string | null,
  id: string,
  priority: Priority | null,
  { filled, marks, added = noneAdded }: LedgerNote,
): LedgerRow {
  return { key, identity, label, owner, day, fault, weight, place, id, priority, filled, marks, added };
}

function isFound(listed: Listed): boolean {
  return listed === "open" || listed === "all";
}

function isPast(state: PastState, listed: Listed): boolean {
  if (listed === "open") return state === "open" || state === "kept";
  return listed === "all" || state === listed;
}

export interface LedgerCount {
  /** Rows to put right. */
  readonly listed: number;
  readonly leftOut: number;
  /** Rows of an earlier ledger that are not among them. */
  readonly past: number;
}

export function countOf(units: readonly LedgerUnit[], listed: Listed): LedgerCount {
  const groups = isFound(listed) ? units.flatMap(({ groups }) => groups) : [];
  const past = units.flatMap(({ past = [] }) => past).filter(({ state }) => isPast(state, listed));
  return {
    listed: groups.reduce((sum, { rows }) => sum + rows.length, 0),
    leftOut: groups.reduce((sum, { leftOut }) => sum + leftOut, 0),
    past: past.length,
  };
}
