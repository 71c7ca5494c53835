import type { Outcome } from "./outcome.ts";

/** What a database by design does not tell as files do. Everything else must be equal. */
interface Exception {
  readonly story: string;
  /** Which ways; all databases where it is left out. */
  readonly way?: RegExp;
  /** Which figures. */
  readonly figure: RegExp;
  readonly because: string;
}

const exceptions: readonly Exception[] = [
  {
    story: "workdays",
    figure: /^rejected cells$/,
    because:
      "files list each date outside the calendar as a cell; a database has the computed day missing, which every figure shows",
  },
];

/** Parts of `quality` that are not held against each other, since a table has no cells, sheets or order of rows. */
export const notCompared = {
  totals: "a table has no rows of totals that could be added up again",
  suspicions: "doubts look at every row; they change no figure",
  freshness: "told with the doubts",
  notes: "the sentences name sheets and headings, or tables and columns",
} as const;

export function except(outcome: Outcome, story: string, way: string): Outcome {
  const held = exceptions.filter((one) => one.story === story && (one.way?.test(way) ?? true));
  return new Map([...outcome].filter(([name]) => !held.some(({ figure }) => figure.test(name))));
}
