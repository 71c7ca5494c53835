/** The values of drop-downs; columns that offer the same share one list. */
export class Lists {
  readonly byName = new Map<string, readonly string[]>();

  /** Adds a list and says under which name it stands. */
  add(name: string, values: readonly string[]): string {
    const same = [...this.byName].find(([, known]) => known.join("\n") === values.join("\n"));
    if (same !== undefined) return same[0];
    let free = name;
    for (let copy = 2; this.byName.has(free); copy += 1) free = `${name}${copy}`;
    this.byName.set(free, values);
    return free;
  }
}
