import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { csv } from "./parts/csv.ts";
import { growth } from "./parts/growth.ts";
import { jobs } from "./parts/jobs.ts";
import type { Part, PartResult } from "./parts/part.ts";
import { startup } from "./parts/startup.ts";
import { xlsx } from "./parts/xlsx.ts";
import { made, root } from "./place.ts";
import { machineLines } from "./report/machine.ts";
import { markdownOf, type Table, textOf } from "./report/table.ts";
import { targetRow } from "./report/targets.ts";

const parts = { startup, xlsx, csv, jobs, growth } satisfies Record<string, Part>;

const HELP = `npm run bench -- [--size 10k,100k,253k,1m] [--rounds 3] [--only ${Object.keys(parts).join(",")}] [--write]
`;

const { values } = parseArgs({
  options: {
    size: { type: "string", default: "10k,100k,253k,1m" },
    rounds: { type: "string", default: "3" },
    only: { type: "string", default: Object.keys(parts).join(",") },
    write: { type: "boolean", default: false },
    help: { type: "boolean", short: "h", default: false },
  },
});

if (values.help) process.stdout.write(HELP);
else await bench();

async function bench(): Promise<void> {
  const started = new Date();
  const setting = {
    sizes: values.size.split(",").map(sizeOf),
    rounds: Math.max(1, Number(values.rounds)),
    data: made,
    say: (line: string) => process.stderr.write(`${line}\n`),
  };
  const machine = machineLines(started);
  const results: PartResult[] = [];
  for (const name of values.only.split(",")) results.push(await partOf(name)(setting));
  const targets: Table = {
    title: "Targets",
    head: ["target", "limit", "measured", "result"],
    rows: results.flatMap((result) => result.targets).map(targetRow),
    notes: [
      `Medians of up to ${setting.rounds} interleaved rounds, whole processes, user and system time of all threads.`,
    ],
  };
  const tables = [targets, ...results.flatMap((result) => result.tables)];
  const faults = results.flatMap((result) => result.faults);
  process.stdout.write(`${machine.join("\n")}\n\n${tables.map(textOf).join("\n")}`);
  if (values.write) {
    for (const [name, content] of results.flatMap(({ files }) => files ?? [])) {
      writeFileSync(join(root, "bench", name), content);
    }
    writeFileSync(join(root, "bench/RESULTS.md"), resultsOf(machine, tables, results));
  }
  for (const fault of faults) process.stderr.write(`WRONG ${fault}\n`);
  const minutes = (Date.now() - started.getTime()) / 60_000;
  process.stderr.write(`${minutes.toFixed(1)} minutes\n`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}

function resultsOf(
  machine: readonly string[],
  tables: readonly Table[],
  results: readonly PartResult[],
): string {
  const head = [
    "# Results",
    "",
    "Written by `npm run bench -- --write`; [README.md](README.md) says how to repeat it.",
    "",
    ...machine,
    "",
  ];
  const plots = results.flatMap(({ files }) => files ?? []).map(([name]) => `![${name}](${name})\n`);
  // Written by hand: figures say what a run costs, a profile says why.
  const profile = readFileSync(join(root, "bench/PROFILE.md"), "utf8");
  return `${[...head, ...tables.map(markdownOf), ...plots, profile].join("\n").trimEnd()}\n`;
}

function partOf(name: string): Part {
  const part = Object.hasOwn(parts, name) ? parts[name as keyof typeof parts] : undefined;
  if (part === undefined) throw new Error(`no part "${name}"; there are ${Object.keys(parts).join(", ")}`);
  return part;
}

/** 10k, 253k, 1m, 2000. */
function sizeOf(text: string): number {
  const [, digits, unit] = /^(\d+)([km]?)$/i.exec(text.trim()) ?? [];
  if (digits === undefined) throw new Error(`--size takes 10k, 253k, 1m and the like, not "${text}"`);
  return Number(digits) * { "": 1, k: 1000, m: 1_000_000 }[unit?.toLowerCase() as "" | "k" | "m"];
}
