import { CellKind } from "../reader.ts";

type NumberKind = typeof CellKind.number | typeof CellKind.date | typeof CellKind.percent;

// Formats that Excel knows without writing them down; 27-36 and 50-58 are those of Chinese editions.
const builtInDates: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

/** What numbers under a format are: Excel stores dates and percentages as plain numbers. */
export function kindOfFormat(id: number, code: string | undefined): NumberKind {
  if (code !== undefined) return kindOfCode(code);
  if (id === 9 || id === 10) return CellKind.percent;
  return builtInDates.some(([from, to]) => id >= from && id <= to) ? CellKind.date : CellKind.number;
}

export function kindOfCode(code: string): NumberKind {
  const bare = code
    .replace(/"[^"]*"?/g, "")
    .replace(/\\.|_.|\*./gs, "")
    .replace(/\[(h+|m+|s+)\]/gi, "$1")
    .replace(/\[[^\]]*\]?/g, "")
    .replace(/general|standard/gi, "");
  if (/[ymdhs]/i.test(bare)) return CellKind.date;
  if (/[年月日]/.test(bare) && !/[0#?]/.test(bare)) return CellKind.date;
  return bare.includes("%") ? CellKind.percent : CellKind.number;
}
