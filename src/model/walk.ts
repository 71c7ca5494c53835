export interface Walk {
  /** Every name, each after those that it leads to. */
  readonly order: readonly string[];
  /** Names that lead back to themselves, the first one again at the end; each circle once. */
  readonly circles: readonly (readonly string[])[];
}

/** Follows names to those that they lead to; without recursion, so that no chain is too long for it. */
export function walk(names: Iterable<string>, leadsTo: (name: string) => Iterable<string>): Walk {
  const order: string[] = [];
  const circles: string[][] = [];
  const done = new Set<string>();
  // Insertion order is the way from the start to where the walk stands.
  const way = new Map<string, Iterator<string>>();
  const enter = (name: string) => way.set(name, leadsTo(name)[Symbol.iterator]());
  for (const start of names) {
    if (done.has(start)) continue;
    const stack = [start];
    enter(start);
    while (stack.length > 0) {
      const here = stack.at(-1) as string;
      const next = way.get(here)?.next();
      if (next === undefined || next.done === true) {
        stack.pop();
        way.delete(here);
        done.add(here);
        order.push(here);
      } else if (way.has(next.value)) {
        circles.push([...stack.slice(stack.indexOf(next.value)), next.value]);
      } else if (!done.has(next.value)) {
        stack.push(next.value);
        enter(next.value);
      }
    }
  }
  return { order, circles };
}
