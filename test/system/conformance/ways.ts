import { type Cluster, startCluster } from "../clickhouse/cluster.ts";
import { loadClickhouse } from "./clickhouse.ts";
import { writeParquets } from "./duckdb.ts";
import { csvsOf } from "./places.ts";
import type { Story } from "./story.ts";

/** The same rows in another place: what stands on the command line for them, and in the environment. */
export interface Way {
  readonly form: "text" | "typed";
  command(story: Story): Promise<{ args: string[]; env?: Record<string, string> }>;
}

export interface Ways {
  readonly all: Readonly<Record<string, Way>>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Every way of a database; those of ClickHouse where its program is there. */
export function databaseWays(program: string | null): Ways {
  let cluster: Cluster | null = null;
  const parquet = (form: "text" | "typed"): Way => ({
    form,
    command: async (story) => ({
      args: ["--engine", "duckdb", await writeParquets(csvsOf(story).folder, story, form)],
    }),
  });
  const tables = (form: "text" | "typed"): Way => ({
    form,
    command: async (story) => {
      if (cluster === null) throw new Error("no cluster");
      const database = await loadClickhouse(cluster, story, form);
      const connection = cluster.connection.replace(/[^/]*$/, database);
      return { args: ["--engine", "clickhouse", "--connection", connection], env: cluster.env() };
    },
  });
  const csv: Way = {
    form: "text",
    command: async (story) => ({ args: ["--engine", "duckdb", csvsOf(story).csv] }),
  };
  return {
    all: {
      "duckdb, CSV": csv,
      "duckdb, Parquet as text": parquet("text"),
      "duckdb, Parquet with types": parquet("typed"),
      ...(program === null
        ? {}
        : {
            "clickhouse, two shards, all String": tables("text"),
            "clickhouse, two shards, with types": tables("typed"),
          }),
    },
    start: async () => {
      if (program !== null) cluster = await startCluster(program);
    },
    stop: async () => {
      await cluster?.close();
    },
  };
}
