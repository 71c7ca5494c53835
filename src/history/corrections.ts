import type { Correction, Past } from "../model/past.ts";

/** The figures that a result of the same day has otherwise than another: of the whole (null), then of units. */
export function correctionsOf(then: Past, now: Past): Correction[] {
  const all = changesOf(then, now);
  return [...all.filter(({ unit }) => unit === null), ...all.filter(({ unit }) => unit !== null)];
}

function changesOf(then: Past, now: Past): Correction[] {
  const before = new Map(then.indicators.map((one) => [one.id, one]));
  return now.indicators.flatMap(({ id, whole, units }) => {
    const old = before.get(id);
    if (old === undefined) return [];
    const lines = new Map(old.units.map((line) => [line.unit, line]));
    const pairs = [
      { unit: null, from: old.whole, to: whole },
      ...units.map((to) => ({ unit: to.unit, from: lines.get(to.unit), to })),
    ];
    return pairs.flatMap(({ unit, from, to }) =>
      from === undefined || from.value === to.value
        ? []
        : [{ indicator: id, unit, from: from.value, to: to.value }],
    );
  });
}

/** Corrected more than once: what was said first, and what is said now. */
export function joined(earlier: readonly Correction[], later: readonly Correction[]): Correction[] {
  const keyOf = ({ indicator, unit }: Correction) => JSON.stringify([indicator, unit]);
  const all = new Map(earlier.map((one) => [keyOf(one), one]));
  for (const one of later) {
    const from = all.has(keyOf(one)) ? (all.get(keyOf(one))?.from ?? null) : one.from;
    all.set(keyOf(one), { ...one, from });
  }
  return [...all.values()].filter(({ from, to }) => from !== to);
}
