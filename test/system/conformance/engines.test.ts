import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Cluster, needsClickhouse, startCluster } from "../clickhouse/cluster.ts";
import { loadClickhouse } from "./clickhouse.ts";
import { writeParquets } from "./duckdb.ts";
import { except } from "./exceptions.ts";
import { differences, type Outcome } from "./outcome.ts";
import { csvsOf, removePlaces } from "./places.ts";
import { writePlan } from "./plan-file.ts";
import { ran } from "./run.ts";
import { stories } from "./stories.ts";
import type { Story } from "./story.ts";

const clickhouse = needsClickhouse();
let cluster: Cluster | null = null;

beforeAll(async () => {
  if (clickhouse !== null) cluster = await startCluster(clickhouse);
});
afterAll(async () => {
  await cluster?.close();
  removePlaces();
});

/** The same rows in another place: what stands on the command line for them, and in the environment. */
interface Way {
  readonly form: "text" | "typed";
  args(story: Story): Promise<{ args: string[]; env?: Record<string, string> }>;
}

const duckdbParquet = (form: "text" | "typed"): Way => ({
  form,
  args: async (story) => ({
    args: ["--engine", "duckdb", await writeParquets(csvsOf(story).folder, story, form)],
  }),
});

const clickhouseTables = (form: "text" | "typed"): Way => ({
  form,
  args: async (story) => {
    if (cluster === null) throw new Error("no cluster");
    const database = await loadClickhouse(cluster, story, form);
    const connection = cluster.connection.replace(/[^/]*$/, database);
    return { args: ["--engine", "clickhouse", "--connection", connection], env: cluster.env() };
  },
});

const ways: Readonly<Record<string, Way>> = {
  "duckdb, CSV": {
    form: "text",
    args: async (story) => ({ args: ["--engine", "duckdb", csvsOf(story).csv] }),
  },
  "duckdb, Parquet as text": duckdbParquet("text"),
  "duckdb, Parquet with types": duckdbParquet("typed"),
  ...(clickhouse === null
    ? {}
    : {
        "clickhouse, two shards, all String": clickhouseTables("text"),
        "clickhouse, two shards, with types": clickhouseTables("typed"),
      }),
};

describe.each(stories.map((story) => [story.name, story] as const))("%s", (_, story) => {
  let files: Outcome;
  beforeAll(async () => {
    const { folder, csv } = csvsOf(story);
    files = (await ran({ plan: writePlan(folder, story).plan, asOf: story.asOf, args: [csv] })).outcome;
  });

  test.each(Object.entries(ways).filter(([, { form }]) => story.not?.[form] === undefined))(
    "comes to the same with %s",
    async (way, { args }) => {
      const { plan, mapping } = writePlan(csvsOf(story).folder, story);
      const { code, stderr, outcome } = await ran({
        plan,
        mapping,
        asOf: story.asOf,
        ...(await args(story)),
      });
      expect({ code, stderr: code === 0 ? "" : stderr }).toEqual({ code: 0, stderr: "" });
      expect(files.size).toBeGreaterThan(10);
      expect(differences(except(files, story, way), except(outcome, story, way))).toEqual([]);
    },
  );
});
