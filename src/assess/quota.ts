import Fraction from "fraction.js";

/** Splits a number in proportion by largest remainder; ties go in the order given, the sum is exact. */
export function splitQuota(total: Fraction, shares: ReadonlyMap<string, Fraction>): Map<string, Fraction> {
  const sum = [...shares.values()].reduce((so, share) => so.add(share), new Fraction(0));
  if (sum.equals(0)) return new Map();
  // Counted out in the total's last decimal place: 25.2 is 252 tenths.
  const step = stepOf(total);
  const parts = [...shares].map(([unit, share], order) => {
    const exact = total.mul(share).div(sum).div(step);
    const floor = exact.floor();
    return { unit, order, floor, remainder: exact.sub(floor) };
  });
  const given = parts.reduce((so, part) => so.add(part.floor), new Fraction(0));
  let left = Number(total.div(step).sub(given).floor().valueOf());
  const extra = new Set<string>();
  for (const part of [...parts].sort((a, b) => b.remainder.compare(a.remainder) || a.order - b.order)) {
    if (left <= 0) break;
    extra.add(part.unit);
    left -= 1;
  }
  return new Map(parts.map(({ unit, floor }) => [unit, (extra.has(unit) ? floor.add(1) : floor).mul(step)]));
}

function stepOf(total: Fraction): Fraction {
  let step = new Fraction(1);
  while (total.div(step).d !== 1n) step = step.div(10);
  return step;
}
