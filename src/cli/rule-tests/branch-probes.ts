import { probedRows, RowProbes } from "../../engine/row-probes.ts";
import type { Evidence } from "../../model/evidence.ts";
import type { Filter } from "../../model/measure.ts";
import type { Indicator, Plan } from "../../model/plan.ts";
import type { Branch } from "../../plan/branches.ts";

/** Which ways a branch has been seen to go, over all cases. */
export interface Seen {
  readonly branch: Branch;
  yes: boolean;
  no: boolean;
}

export function unseen(branches: readonly Branch[]): Seen[] {
  return branches.map((branch) => ({ branch, yes: false, no: false }));
}

/** Counts, beside an indicator, the rows for which each of its branches holds and does not. */
export class BranchProbes {
  private readonly probes: RowProbes;
  private readonly watched: readonly { seen: Seen; yes: string; no: string }[];

  constructor(indicator: Indicator, all: readonly Seen[]) {
    this.probes = new RowProbes(indicator);
    this.watched = all
      .filter(({ branch }) => branch.indicator === indicator.id)
      .map((seen) => {
        const { dataset, by, context, filter } = seen.branch;
        const not: Filter = { kind: "none", filters: [filter] };
        const add = (part: Filter) => this.probes.add(dataset, by, { kind: "all", filters: [context, part] });
        return { seen, yes: add(filter), no: add(not) };
      });
  }

  beside(plan: Plan): Plan {
    return this.probes.beside(plan);
  }

  note(evidence: Evidence): void {
    const any = (probe: string) => (probedRows(evidence, probe, null) ?? 0) > 0;
    for (const { seen, yes, no } of this.watched) {
      seen.yes ||= any(yes);
      seen.no ||= any(no);
    }
  }
}
