import type { UnitNumber } from "./tally.ts";

/** Counts by unit, whose numbers are small and nearly without gaps. */
export class UnitCounts {
  private counts = new Uint32Array(32);
  private readonly order: UnitNumber[] = [];

  add(unit: UnitNumber, count: number): void {
    if (unit >= this.counts.length) this.grow(unit);
    const before = this.counts[unit] as number;
    if (before === 0) this.order.push(unit);
    this.counts[unit] = before + count;
  }

  private grow(unit: UnitNumber): void {
    const larger = new Uint32Array(Math.max(unit + 1, this.counts.length * 2));
    larger.set(this.counts);
    this.counts = larger;
  }

  /** Units that have any, in the order of their coming. */
  each(visit: (unit: UnitNumber, count: number) => void): void {
    for (const unit of this.order) visit(unit, this.counts[unit] as number);
  }
}
