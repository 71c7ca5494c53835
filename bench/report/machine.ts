import { readFileSync } from "node:fs";
import { cpus, loadavg, release, totalmem } from "node:os";
import { join } from "node:path";
import { outsiders } from "../peers/commands.ts";
import { root } from "../place.ts";

const LIBRARIES = ["exceljs", "hucre", "@e965/xlsx", "csv-parse", "papaparse", "@duckdb/node-api"];

/** What the numbers depend on: machine, versions, date. */
export function machineLines(now: Date): string[] {
  const [first] = cpus();
  const versions = LIBRARIES.map((name) => `${name} ${versionOf(name)}`);
  const others = Object.values(outsiders()).map(
    ({ name, version }) => `${name} ${version ?? "not installed"}`,
  );
  return [
    `- ${now.toISOString().slice(0, 10)}; evaluate ${versionIn(join(root, "package.json"))}; Node ${process.version}; Linux ${release()}`,
    `- ${cpus().length} × ${first?.model.trim() ?? "unknown processor"}; ${Math.round(totalmem() / 1024 ** 3)} GB; load at the start ${loadavg()[0]?.toFixed(2)}`,
    `- ${[...versions, ...others].join(", ")}`,
  ];
}

const versionOf = (name: string): string => versionIn(join(root, "node_modules", name, "package.json"));

function versionIn(file: string): string {
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}
