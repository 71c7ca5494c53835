import type { Cost } from "../measure/interleave.ts";
import type { Table } from "../report/table.ts";
import type { Target } from "../report/targets.ts";

export interface Setting {
  readonly sizes: readonly number[];
  readonly rounds: number;
  /** Where the made files are kept. */
  readonly data: string;
  readonly say: (line: string) => void;
}

export interface PartResult {
  readonly tables: readonly Table[];
  readonly targets: readonly Target[];
  /** What turned out wrong, not slow: makes the benchmark fail. */
  readonly faults: readonly string[];
  /** Files to write beside the results: name and content. */
  readonly files?: readonly (readonly [string, string])[];
}

export type Part = (setting: Setting) => Promise<PartResult>;

export const SIZE = 253_000;
export const LARGE = 1_000_000;

export const costOf = (costs: readonly Cost[], name: string): Cost | null =>
  costs.find((one) => one.name === name && one.rounds > 0) ?? null;

export function ratio(of: number | undefined, to: number | undefined): number | null {
  return of === undefined || to === undefined || to === 0 ? null : of / to;
}

/** Where a contestant came to other numbers than the files hold. */
export const faultsOf = (title: string, costs: readonly Cost[]): string[] =>
  costs.filter(({ right }) => right !== "yes").map(({ name, right }) => `${title}: ${name}: ${right}`);
