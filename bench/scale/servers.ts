import { createReadStream, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type Cluster, clusterName, startCluster } from "../../test/system/clickhouse/cluster.ts";
import { casesSheet } from "../generate/cases.ts";
import { worldOf } from "../generate/data.ts";
import { type Made, slice } from "./data.ts";

const PROGRAM = "/usr/sbin/clickhouse-server";
const AT_ONCE = 1_000_000;
const DATES = new Set(["申请时间", "受理时间", "承诺办结时间", "办结时间"]);

/** Two shards of one cluster; and on the first of them alone a table that has all rows. */
export interface Servers {
  readonly cluster: Cluster;
  /** Half of the rows on each server; the same without the repeats of exports; these on one server alone. */
  readonly connections: Readonly<Record<"two" | "clean" | "alone", string>>;
  load(made: Made): Promise<void>;
  /** CPU seconds of both servers since they were started. */
  cpu(): number;
  /** Resident megabytes of the two, now. */
  memory(): number;
  close(): Promise<void>;
}

export async function startServers(): Promise<Servers> {
  const cluster = await startCluster(PROGRAM);
  await cluster.ask("CREATE DATABASE IF NOT EXISTS alone");
  await cluster.onEach("CREATE DATABASE IF NOT EXISTS clean");
  const to = (database: string) => cluster.connection.replace(/[^/]*$/, database);
  const pids = () => cluster.shards.flatMap(({ pid }) => (pid === null ? [] : [pid]));
  return {
    cluster,
    connections: { two: cluster.connection, clean: to("clean"), alone: to("alone") },
    load: (made) => load(cluster, made),
    cpu: () => pids().reduce((sum, pid) => sum + cpuOf(pid), 0),
    memory: () => pids().reduce((sum, pid) => sum + residentOf(pid), 0),
    close: () => cluster.close(),
  };
}

async function load(cluster: Cluster, made: Made): Promise<void> {
  const { headings } = casesSheet(worldOf(1));
  const columns = headings
    .map((name) => `\`${name}\` ${DATES.has(name) ? "Nullable(DateTime)" : "String"}`)
    .join(", ");
  for (const database of ["gov", "alone", "clean"]) {
    for (const table of ["办件明细", "办件明细_local"])
      await cluster.onEach(`DROP TABLE IF EXISTS ${database}.\`${table}\``).catch(() => undefined);
  }
  await cluster.table("办件明细", columns, { shardBy: "cityHash64(`办件编号`)" });
  await cluster.ask(`CREATE TABLE alone.\`办件明细\` (${columns}) ENGINE = MergeTree ORDER BY tuple()`);
  const file = join(made.parquet, "../slice.tsv");
  for (let from = 0; from < made.rows; from += AT_ONCE) {
    await slice(made, from, AT_ONCE, file);
    await cluster.load("办件明细", createReadStream(file), "TabSeparated");
    rmSync(file);
  }
  await cluster.onEach(
    `CREATE TABLE clean.\`办件明细_local\` (${columns}) ENGINE = MergeTree ORDER BY tuple()`,
  );
  await cluster.onEach(
    `CREATE TABLE clean.\`办件明细\` (${columns})
     ENGINE = Distributed(${clusterName}, clean, \`办件明细_local\`, rand())`,
  );
  // Every 500th row repeats the one before it; a case lies on one shard, so each cleans its own.
  await cluster.onEach(
    "INSERT INTO clean.`办件明细_local` SELECT * FROM gov.`办件明细_local` WHERE toUInt64(`序号`) % 500 != 0",
  );
  await cluster.ask("INSERT INTO alone.`办件明细` SELECT * FROM clean.`办件明细`");
  // Merges would otherwise go on while others are measured.
  await cluster.onEach("OPTIMIZE TABLE gov.`办件明细_local` FINAL");
  await cluster.onEach("OPTIMIZE TABLE clean.`办件明细_local` FINAL");
  await cluster.ask("OPTIMIZE TABLE alone.`办件明细` FINAL");
}

/** User and system time; a tick is a hundredth of a second. */
function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /, "")
    .split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

function residentOf(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
}
