import { measured } from "../measure/child.ts";
import { median } from "../measure/interleave.ts";
import { ours } from "../peers/commands.ts";
import { casesPlan, root } from "../place.ts";
import type { Made } from "./data.ts";
import type { Servers } from "./servers.ts";

export interface Contestant {
  readonly name: string;
  readonly command: readonly string[];
  /** Whether the servers work for it. */
  readonly served: boolean;
}

export interface ScaleCost {
  readonly name: string;
  readonly rows: number;
  /** CPU seconds of the command, and of the servers while it ran. */
  readonly own: number;
  readonly servers: number;
  readonly wall: number;
  /** Peak megabytes of the command, and of the servers together beyond what they held before. */
  readonly peak: number | null;
  readonly serverPeak: number;
  readonly right: string;
}

export const FILES = "files, CSV";
export const DUCK_CSV = "duckdb, CSV";
export const DUCK_PARQUET = "duckdb, Parquet";
export const REPEATS = "clickhouse, two shards, repeats left out";
export const ONE = "clickhouse, one shard, unique: true";
export const TWO = "clickhouse, two shards, unique: true";
export const ADDITIVE = "clickhouse, two shards, unique: true, no distincts";

export function contestants(made: Made, { connections }: Servers): Contestant[] {
  const additive = `${root}/bench/scale/additive.yaml`;
  const unique = ["--mapping", `${root}/bench/scale/unique.yaml`];
  const clickhouse = (at: keyof Servers["connections"]) => [
    ...["--engine", "clickhouse", "--connection", connections[at]],
    ...(at === "two" ? [] : unique),
  ];
  return [
    { name: FILES, command: ours(casesPlan, [made.csv]), served: false },
    { name: DUCK_CSV, command: ours(casesPlan, [made.csv], "--engine", "duckdb"), served: false },
    { name: DUCK_PARQUET, command: ours(casesPlan, [made.parquet], "--engine", "duckdb"), served: false },
    { name: REPEATS, command: ours(casesPlan, [], ...clickhouse("two")), served: true },
    { name: ONE, command: ours(casesPlan, [], ...clickhouse("alone")), served: true },
    { name: TWO, command: ours(casesPlan, [], ...clickhouse("clean")), served: true },
    { name: ADDITIVE, command: ours(additive, [], ...clickhouse("clean")), served: true },
  ];
}

/** Ended with an error, such as for want of memory: no report, and no smaller numbers. */
export const REFUSED = "refused: no report";
const POLL = 50;

/** Each in turn, round by round; medians. All must come to the figures of the first. */
export async function contest(
  list: readonly Contestant[],
  made: Made,
  servers: Servers,
  rounds: number,
  say: (line: string) => void,
): Promise<ScaleCost[]> {
  Object.assign(process.env, servers.cluster.env());
  const runs = new Map<string, ScaleCost[]>(list.map(({ name }) => [name, []]));
  let first: Figures | null = null;
  for (let round = 0; round < rounds; round += 1) {
    for (const one of list) {
      const { cost, stdout } = await measure(one, made, servers);
      const figures = figuresOf(stdout);
      first ??= figures;
      const right = figures === null || first === null ? REFUSED : compared(first, figures);
      say(
        `  ${one.name}: ${cost.own.toFixed(1)} + ${cost.servers.toFixed(1)} CPU s, ${cost.wall.toFixed(1)} s, ${right}`,
      );
      runs.get(one.name)?.push({ ...cost, right });
    }
  }
  return list.map(({ name }) => medianOf(name, made.rows, runs.get(name) ?? []));
}

async function measure({ name, command, served }: Contestant, { rows }: Made, servers: Servers) {
  const before = servers.cpu();
  const held = servers.memory();
  let most = held;
  const poll = setInterval(() => {
    most = Math.max(most, servers.memory());
  }, POLL);
  const { cpu, wall, peak, stdout } = await measured(command);
  clearInterval(poll);
  const cost = {
    name,
    rows,
    own: cpu,
    servers: served ? servers.cpu() - before : 0,
    wall,
    peak,
    serverPeak: served ? most - held : 0,
  };
  return { cost, stdout };
}

type Figures = ReadonlyMap<string, string>;

interface ReportShape {
  readonly indicators: readonly {
    readonly id: string;
    readonly whole: { readonly numerator: number | null; readonly denominator: number | null };
    readonly units: readonly { unit: string; numerator: number | null; denominator: number | null }[];
  }[];
}

function figuresOf(stdout: string): Figures | null {
  if (stdout === "") return null;
  const { indicators } = JSON.parse(stdout) as ReportShape;
  return new Map(
    indicators.flatMap(({ id, whole, units }) =>
      [{ ...whole, unit: "" }, ...units].map(
        ({ unit, numerator, denominator }) => [`${id} ${unit}`, `${numerator} ÷ ${denominator}`] as const,
      ),
    ),
  );
}

/** Of the figures that both have: a plan with fewer indicators has fewer. */
function compared(first: Figures, other: Figures): string {
  const wrong = [...other].filter(([name, figure]) => first.get(name) !== figure);
  return wrong.length === 0 ? "yes" : `${wrong.length} figures differ, ${wrong[0]?.[0]}`;
}

function medianOf(name: string, rows: number, runs: readonly ScaleCost[]): ScaleCost {
  const of = (pick: (run: ScaleCost) => number) => median(runs.map(pick));
  return {
    name,
    rows,
    own: of(({ own }) => own),
    servers: of(({ servers }) => servers),
    wall: of(({ wall }) => wall),
    peak: of(({ peak }) => peak ?? 0),
    serverPeak: of(({ serverPeak }) => serverPeak),
    right: runs.find(({ right }) => right !== "yes")?.right ?? "yes",
  };
}
