/** Splits a whole number in proportion to weights; the largest remainders get what is left over. */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (sum === 0) return weights.map(() => 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const parts = exact.map(Math.floor);
  const left = total - parts.reduce((all, part) => all + part, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of byRemainder.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}

/**
 * Says yes as often as asked, to within one: 72 % of 50 rows are 36, not 36 give or take 6. Keeps a
 * count of its own for each name.
 */
export class EvenChance {
  private readonly owed = new Map<string, number>();

  says(name: string, probability: number): boolean {
    const owed = (this.owed.get(name) ?? 0.5) + probability;
    this.owed.set(name, owed >= 1 ? owed - 1 : owed);
    return owed >= 1;
  }
}
