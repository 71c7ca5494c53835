import { type Aggregate, everyRow, type Filter, type Measure } from "../model/measure.ts";

export interface Chain {
  readonly dataset: string;
  readonly by: string | null;
  readonly side: "both" | "numerator" | "denominator";
  readonly steps: readonly FilterStep[];
}

export interface FilterStep {
  readonly role: "used" | "where" | "that";
  /** What this step adds. */
  readonly filter: Filter;
  /** All steps up to this one. */
  readonly so: Filter;
}

/** The filters of a measure one after another: a share's `that` comes after its `where`. */
export function chainsOf({ kind, of, to }: Measure): Chain[] {
  if (of === null) return [];
  if (to === null || kind === "share")
    return [chainOf(of, "both", to === null ? null : partsOf(to.where).length)];
  const same = of.dataset === to.dataset && JSON.stringify(of.where) === JSON.stringify(to.where);
  return same
    ? [chainOf(of, "both", null)]
    : [chainOf(of, "numerator", null), chainOf(to, "denominator", null)];
}

function chainOf({ dataset, by, where }: Aggregate, side: Chain["side"], thatFrom: number | null): Chain {
  const parts = partsOf(where);
  const steps = parts.map(
    (filter, at): FilterStep => ({
      role: thatFrom !== null && at >= thatFrom ? "that" : "where",
      filter,
      so: { kind: "all", filters: parts.slice(0, at + 1) },
    }),
  );
  return { dataset, by, side, steps: [{ role: "used", filter: everyRow, so: everyRow }, ...steps] };
}

function partsOf(filter: Filter): readonly Filter[] {
  return filter.kind === "all" ? filter.filters : [filter];
}
