import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { root } from "../place.ts";
import { machineLines } from "../report/machine.ts";
import { markdownOf, textOf } from "../report/table.ts";
import { contest, contestants, REFUSED, type ScaleCost } from "./contest.ts";
import { make, remove } from "./data.ts";
import { startServers } from "./servers.ts";
import { tablesOf } from "./tables.ts";

const HELP = `npm run bench -- scale [--rows 1m,3m,10m] [--rounds 1] [--only files,duckdb,clickhouse] [--write]
`;

const { values } = parseArgs({
  args: process.argv.slice(process.argv.indexOf("scale") + 1),
  options: {
    rows: { type: "string", default: "1m,3m,10m" },
    rounds: { type: "string", default: "1" },
    only: { type: "string", default: "files,duckdb,clickhouse" },
    write: { type: "boolean", default: false },
    help: { type: "boolean", short: "h", default: false },
  },
});

if (values.help) process.stdout.write(HELP);
else await scale();

async function scale(): Promise<void> {
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const machine = machineLines(new Date());
  const folder = mkdtempSync(join(tmpdir(), "evaluate-scale-"));
  // Servers do not hold the process open, as tests want it.
  const open = setInterval(() => undefined, 60_000);
  const servers = await startServers();
  const costs: ScaleCost[] = [];
  const engines = values.only.split(",");
  try {
    const version = (await servers.cluster.ask("SELECT version()")).trim();
    for (const rows of values.rows.split(",").map(sizeOf)) {
      const made = await make(join(folder, String(rows)), rows);
      await servers.load(made);
      say(`${rows} rows`);
      const list = contestants(made, servers).filter(({ name }) => engines.includes(name.replace(/,.*/, "")));
      costs.push(...(await contest(list, made, servers, Number(values.rounds), say)));
      remove(join(folder, String(rows)));
    }
    const tables = tablesOf(costs);
    process.stdout.write(`${machine.join("\n")}\n\n${tables.map(textOf).join("\n")}`);
    if (values.write) {
      const head = ["# Scale", "", "Written by `npm run bench -- scale --write`.", "", ...machine];
      const server = `- ClickHouse ${version}, two servers on this one machine that share its processors`;
      const body = tables.map(markdownOf).join("\n").trimEnd();
      writeFileSync(join(root, "bench/SCALE.md"), `${[...head, server].join("\n")}\n\n${body}\n`);
    }
    process.exitCode = costs.every(({ right }) => right === "yes" || right === REFUSED) ? 0 : 1;
  } finally {
    await servers.close();
    remove(folder);
    clearInterval(open);
  }
}

/** 10k, 3m. */
function sizeOf(text: string): number {
  const [, digits, unit] = /^(\d+)([km]?)$/i.exec(text.trim()) ?? [];
  if (digits === undefined) throw new Error(`--rows takes 300k, 10m and the like, not "${text}"`);
  return Number(digits) * { "": 1, k: 1000, m: 1_000_000 }[unit?.toLowerCase() as "" | "k" | "m"];
}
