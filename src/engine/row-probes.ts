import type { Evidence } from "../model/evidence.ts";
import type { Filter } from "../model/measure.ts";
import type { Indicator, Plan } from "../model/plan.ts";

/** Further counts of rows, asked of an engine as indicators of their own beside those of the plan. */
export class RowProbes {
  private readonly probes: Indicator[] = [];
  private readonly like: Indicator;

  constructor(like: Indicator) {
    this.like = like;
  }

  /** The handle by which the count is asked for afterwards. */
  add(dataset: string, by: string | null, where: Filter): string {
    // No rule can have this id, so nothing in 指标填报 is taken for it.
    const id = `#${this.probes.length}`;
    const of = { kind: "count", dataset, fields: [], where, by, together: [] } as const;
    const measure = {
      kind: "count",
      of,
      to: null,
      needs: "none",
      that: null,
      required: [],
      leftOut: null,
    } as const;
    this.probes.push({ ...this.like, id, clause: id, name: id, measure });
    return id;
  }

  beside(plan: Plan): Plan {
    return { ...plan, indicators: [...plan.indicators, ...this.probes] };
  }
}

/** Rows of the whole, or of a unit; null where a column or the dataset is lacking. */
export function probedRows(evidence: Evidence, probe: string, unit: string | null): number | null {
  const found = evidence.indicators.get(probe);
  if (found == null || found.whole === null) return null;
  return unit === null ? found.whole.of.rows : (found.units.get(unit)?.of.rows ?? 0);
}
