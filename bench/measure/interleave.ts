import { type Measurement, measured } from "./child.ts";

export interface Contestant {
  readonly name: string;
  readonly command: readonly string[];
  /** Fewer rounds for those that take minutes. */
  readonly rounds?: number;
  /** Looks at what it printed; returns what is wrong with it. */
  readonly check?: (stdout: string) => string[];
}

export interface Cost {
  readonly name: string;
  readonly cpu: number;
  readonly wall: number;
  readonly peak: number | null;
  readonly rounds: number;
  /** "yes", or the first thing that is wrong. */
  readonly right: string;
}

/** Each in turn, then all again: a busy minute of the machine hits them alike. Medians. */
export async function interleaved(
  contestants: readonly Contestant[],
  rounds: number,
  say: (line: string) => void,
): Promise<Cost[]> {
  const runs = new Map<string, Measurement[]>(contestants.map(({ name }) => [name, []]));
  const wrong = new Map<string, string>();
  for (let round = 0; round < rounds; round++) {
    for (const { name, command, rounds: own = rounds, check } of contestants) {
      if (round >= own || wrong.has(name)) continue;
      const run = await measured(command);
      say(
        `  ${name}: ${run.cpu.toFixed(2)} CPU s, ${run.wall.toFixed(2)} s, ${run.peak?.toFixed(0) ?? "–"} MB`,
      );
      const faults = run.exit === 0 ? (check?.(run.stdout) ?? []) : [`ended with exit code ${run.exit}`];
      if (faults[0] !== undefined)
        wrong.set(name, `${faults[0]}${faults.length > 1 ? ` (and ${faults.length - 1} more)` : ""}`);
      runs.get(name)?.push(run);
    }
  }
  return contestants.map(({ name }) => {
    const of = runs.get(name) ?? [];
    const peaks = of.flatMap(({ peak }) => (peak === null ? [] : [peak]));
    return {
      name,
      cpu: median(of.map(({ cpu }) => cpu)),
      wall: median(of.map(({ wall }) => wall)),
      peak: peaks.length === 0 ? null : median(peaks),
      rounds: of.length,
      right: wrong.get(name) ?? "yes",
    };
  });
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle - 0.5)] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}
