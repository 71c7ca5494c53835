import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Cluster, needsClickhouse, startCluster } from "./cluster.ts";
import { reader, strictReader } from "./server-config.ts";

const program = needsClickhouse();

describe.skipIf(program === null)("a cluster of two servers", () => {
  let cluster: Cluster;
  beforeAll(async () => {
    cluster = await startCluster(program ?? "");
    await cluster.table("numbers", "n UInt32, name String");
    const rows = Array.from({ length: 100 }, (_, n) => `${n}\t第${n}个`);
    await cluster.load("numbers", `${rows.join("\n")}\n`, "TabSeparated");
  });
  afterAll(() => cluster?.close());

  test("holds half of the rows on each, and all of them together", async () => {
    const counts = await Promise.all(
      [0, 1].map(async (shard) =>
        Number(await cluster.ask("SELECT count() FROM gov.numbers_local", { shard })),
      ),
    );
    expect(Math.min(...counts)).toBeGreaterThan(10);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(100);
    for (const as of [reader, strictReader])
      expect(await cluster.ask("SELECT count(), sum(n) FROM gov.numbers", { as })).toBe("100\t4950\n");
  });

  test("gives its readers nothing but reading", async () => {
    for (const as of [reader, strictReader])
      await expect(cluster.ask("TRUNCATE TABLE gov.numbers_local", { as })).rejects.toThrow(/readonly/);
  });

  test("lacks half of its rows while a shard is stopped, and has them again after", async () => {
    await cluster.stop(1);
    await expect(cluster.ask("SELECT count() FROM gov.numbers")).rejects.toThrow(/279|All connection tries/);
    // The trap: the answer is smaller and looks right.
    const settings = { skip_unavailable_shards: "1" };
    expect(Number(await cluster.ask("SELECT count() FROM gov.numbers", { settings }))).toBeLessThan(100);
    await cluster.start(1);
    expect(await cluster.ask("SELECT count() FROM gov.numbers")).toBe("100\n");
  });
});
