interface Listed {
  readonly unit: string;
  readonly group: string | null;
}

/** Units as a plan wants them listed, by their own names or their groups'; the others follow as they are. */
export function inOrder<Line extends Listed>(lines: readonly Line[], order: readonly string[]): Line[] {
  if (order.length === 0) return [...lines];
  const places = new Map(order.map((name, place) => [name, place]));
  const placeOf = ({ unit, group }: Listed) => places.get(unit) ?? places.get(group ?? "") ?? places.size;
  return lines.toSorted((a, b) => placeOf(a) - placeOf(b));
}
