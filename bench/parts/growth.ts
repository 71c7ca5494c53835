import type { BenchReport } from "../aggregates.ts";
import { grown, type Step } from "../generate/growing.ts";
import { interleaved } from "../measure/interleave.ts";
import { ours } from "../peers/commands.ts";
import { plotOf, type Series } from "../report/plot.ts";
import { count, megabytes, seconds, type Table } from "../report/table.ts";
import type { Part } from "./part.ts";

const BASE: Step = { rows: 100_000, units: 60, indicators: 26, keys: 1000 };

interface Growth {
  readonly what: "units" | "indicators" | "keys";
  readonly words: string;
  readonly steps: readonly Step[];
}

/** What one measure costs as it grows and all others stay; at a small size only the first steps. */
function growths(small: boolean): Growth[] {
  const base = small ? { ...BASE, rows: 5000 } : BASE;
  const upTo = (values: readonly number[]) => (small ? values.slice(0, 2) : values);
  return [
    {
      what: "units",
      words: "units",
      steps: upTo([10, 60, 250, 1000, 2000]).map((units) => ({ ...base, units })),
    },
    {
      what: "indicators",
      words: "indicators",
      steps: upTo([26, 100, 250, 500]).map((indicators) => ({ ...base, indicators })),
    },
    {
      what: "keys",
      words: "distinct keys",
      steps: upTo([1000, 100_000, 1_000_000, 5_000_000]).map((keys) => ({
        ...base,
        keys: small ? Math.min(keys, 5000) : keys,
        rows: small ? 5000 : Math.max(1_000_000, keys),
      })),
    },
  ];
}

export const growth: Part = async ({ sizes, data, say }) => {
  const small = Math.max(...sizes) < 100_000;
  const tables: Table[] = [];
  const series: Series[] = [];
  const faults: string[] = [];
  for (const { what, words, steps } of growths(small)) {
    say(`growth: ${words}`);
    const points = [];
    for (const step of steps) {
      const { plan, csv } = await grown(data, step);
      const check = (stdout: string) => keysRight(stdout, step);
      const [cost] = await interleaved(
        [{ name: `${count(step[what])} ${words}`, command: ours(plan, [csv]), check }],
        1,
        say,
      );
      if (cost === undefined) continue;
      if (cost.right !== "yes") faults.push(`growth, ${cost.name}: ${cost.right}`);
      points.push({ at: step[what], rows: step.rows, cost });
    }
    tables.push({
      title: `Growth: ${words}`,
      head: [words, "rows", "CPU s", "CPU s per M rows", "peak MB"],
      rows: points.map(({ at, rows, cost }) => [
        count(at),
        count(rows),
        seconds(cost.cpu),
        seconds((cost.cpu * 1e6) / rows),
        megabytes(cost.peak),
      ]),
      notes: [
        boundOf(
          points.map(({ at, rows, cost }) => ({ at, rows, cpu: cost.cpu, peak: cost.peak ?? 0 })),
          words,
        ),
      ],
    });
    // Only the keys need more rows to be met.
    const level = new Set(steps.map(({ rows }) => rows)).size === 1;
    series.push({
      title: words,
      cpuOf: level ? "run" : "M rows",
      points: points.map(({ at, rows, cost }) => ({
        at,
        cpu: level ? cost.cpu : (cost.cpu * 1e6) / rows,
        peak: cost.peak ?? 0,
      })),
    });
  }
  return { tables, targets: [], faults, files: [["growth.svg", await plotOf(series)]] };
};

/** The whole has met every key once, and every row. */
function keysRight(stdout: string, { keys, rows }: Step): string[] {
  const { indicators, inputs } = JSON.parse(stdout) as BenchReport;
  const found = indicators[0]?.whole.numerator;
  const read = inputs[0]?.sheets[0]?.rows;
  const lost = read === rows ? [] : [`${read} rows of ${rows}`];
  return found === keys ? lost : [...lost, `${found} distinct keys of ${keys}`];
}

interface Point {
  readonly at: number;
  readonly rows: number;
  readonly cpu: number;
  readonly peak: number;
}

/** From the first to the last point: what one more costs, in time and in memory. */
function boundOf(points: readonly Point[], words: string): string {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || first.at === last.at) return "";
  const times = last.at / first.at;
  const perRow = (point: Point) => point.cpu / point.rows;
  const bytes = ((last.peak - first.peak) * 1024 * 1024) / (last.at - first.at);
  return `${times.toFixed(0)} × the ${words}: ${(perRow(last) / perRow(first)).toFixed(2)} × the CPU of a row, ${last.peak < first.peak ? "no more memory" : `about ${count(Math.round(bytes))} bytes of peak memory for each`}.`;
}
