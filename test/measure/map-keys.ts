/** What a table of keys does, the slow and obvious way: a map from all parts to the order of their coming. */
export class MapKeys {
  private readonly ordinals = new Map<string, number>();

  enter(parts: readonly string[]): number {
    const key = JSON.stringify(parts);
    const ordinal = this.ordinals.get(key) ?? this.ordinals.size;
    this.ordinals.set(key, ordinal);
    return ordinal;
  }

  find(parts: readonly string[]): number {
    return this.ordinals.get(JSON.stringify(parts)) ?? -1;
  }

  get size(): number {
    return this.ordinals.size;
  }
}
