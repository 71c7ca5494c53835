interface Ranked<Item> {
  readonly rank: number;
  readonly item: Item;
}

/** The items of lowest rank, the earlier of equals first; keeps no more than twice as many as are wanted. */
export class BestFew<Item> {
  /** All that were offered. */
  offered = 0;
  private kept: Ranked<Item>[] = [];
  /** Once enough are kept, ranks from here on are of no interest. */
  private bar = Number.POSITIVE_INFINITY;
  private full = false;
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  /** `make` is called only where the item may be among the best. */
  offer(rank: number, make: () => Item): void {
    this.offered += 1;
    if (this.full && rank >= this.bar) return;
    this.kept.push({ rank, item: make() });
    if (this.kept.length >= this.most * 2) this.prune();
    else if (!this.full && this.kept.length === this.most) this.prune();
  }

  private prune(): void {
    // Sorting is stable: of equals the earlier stay.
    this.kept.sort((a, b) => a.rank - b.rank);
    this.kept.length = Math.min(this.kept.length, this.most);
    this.full = this.kept.length === this.most;
    if (this.full) this.bar = this.kept.at(-1)?.rank ?? this.bar;
  }

  get best(): Item[] {
    this.prune();
    return this.kept.map(({ item }) => item);
  }
}
