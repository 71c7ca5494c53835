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

export const exceptions: readonly Exception[] = [];

export function except(outcome: Outcome, story: string, way: string): Outcome {
  const held = exceptions.filter((one) => one.story === story && (one.way?.test(way) ?? true));
  return new Map([...outcome].filter(([name]) => !held.some(({ figure }) => figure.test(name))));
}
