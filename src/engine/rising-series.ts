import type { UnitNumber } from "../measure/tally.ts";
import type { Day } from "../model/day.ts";
import { compareExact, type Exact } from "../model/exact.ts";

/** A running total on a day, and where it stands. */
export interface Standing<Place> {
  readonly day: Day;
  readonly total: Exact;
  readonly place: Place;
}

/**
 * Running totals unit by unit, each row held against the one read before it: rows may come newest
 * first. What is called a fall is one; only in rows without any order may one be missed.
 */
export class RisingSeries<Place> {
  private readonly before = new Map<UnitNumber, Standing<Place>>();

  /** The earlier and the later standing, where the later is less. */
  fall(
    unit: UnitNumber,
    next: Standing<Place>,
  ): { earlier: Standing<Place>; later: Standing<Place> } | undefined {
    const last = this.before.get(unit);
    this.before.set(unit, next);
    if (last === undefined || last.day === next.day) return undefined;
    const [earlier, later] = last.day < next.day ? [last, next] : [next, last];
    return compareExact(later.total, earlier.total) < 0 ? { earlier, later } : undefined;
  }
}
