import { count, megabytes, seconds, type Table, times } from "../report/table.ts";
import { ADDITIVE, FILES, ONE, REFUSED, REPEATS, type ScaleCost, TWO } from "./contest.ts";

const total = ({ own, servers }: ScaleCost): number => own + servers;

export function tablesOf(costs: readonly ScaleCost[]): Table[] {
  const sizes = [...new Set(costs.map(({ rows }) => rows))];
  const bySize = sizes.map((rows) =>
    sizeTable(
      rows,
      costs.filter((cost) => cost.rows === rows),
    ),
  );
  return [...bySize, growthTable(sizes, costs), shardTable(sizes, costs)];
}

function sizeTable(rows: number, costs: readonly ScaleCost[]): Table {
  const files = costs.find(({ name }) => name === FILES);
  return {
    title: `${count(rows)} cases`,
    head: [
      "engine",
      "CPU s",
      "of it servers",
      "wall s",
      "× files, CPU",
      "peak MB",
      "servers, MB more",
      "right",
    ],
    rows: costs.map((cost) => [
      cost.name,
      seconds(total(cost)),
      cost.servers === 0 ? "–" : seconds(cost.servers),
      seconds(cost.wall),
      files === undefined ? "–" : times(total(cost) / total(files)),
      megabytes(cost.peak),
      cost.servers === 0 ? "–" : megabytes(cost.serverPeak),
      cost.right,
    ]),
    notes: [],
  };
}

function growthTable(sizes: readonly number[], costs: readonly ScaleCost[]): Table {
  const names = [...new Set(costs.map(({ name }) => name))];
  const [first = 0] = sizes;
  const of = (name: string, rows: number) =>
    costs.find((cost) => cost.name === name && cost.rows === rows && cost.right !== REFUSED);
  return {
    title: "Growth with rows",
    head: [
      "engine",
      ...sizes.map((rows) => `CPU s at ${count(rows)}`),
      ...sizes.slice(1).map((rows) => `÷ ${count(first)}`.concat(` at ${count(rows)}`)),
    ],
    rows: names.map((name) => {
      const start = of(name, first);
      const cells = sizes.map((rows) => of(name, rows));
      return [
        name,
        ...cells.map((cost) => (cost === undefined ? "–" : seconds(total(cost)))),
        ...cells
          .slice(1)
          .map((cost) =>
            cost === undefined || start === undefined ? "–" : times(total(cost) / total(start)),
          ),
      ];
    }),
    notes: [`Rows grow by ${sizes.map((rows) => times(rows / first)).join(", ")}.`],
  };
}

function shardTable(sizes: readonly number[], costs: readonly ScaleCost[]): Table {
  const cpu = (name: string, rows: number): string => {
    const cost = costs.find((one) => one.name === name && one.rows === rows);
    if (cost === undefined) return "–";
    return cost.right === REFUSED ? REFUSED : seconds(cost.servers);
  };
  return {
    title: "What shards, repeats and exact distincts cost the servers (CPU s)",
    head: [
      "cases",
      "two shards, repeats left out",
      "one shard, unique",
      "two shards, unique",
      "two shards, unique, no distincts",
    ],
    rows: sizes.map((rows) => [count(rows), ...[REPEATS, ONE, TWO, ADDITIVE].map((name) => cpu(name, rows))]),
    notes: [
      "Both servers share the processors of one machine: two shards here show that the work divides and what dividing costs, not how much sooner two machines are done.",
      "Every 500th row repeats another; with unique: true, over a table without such rows, nobody looks for them. The user may have 3.73 GiB for a statement: what needs more is refused, exit code 3.",
    ],
  };
}
