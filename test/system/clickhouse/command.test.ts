import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { tablesOf } from "../conformance/bundled.ts";
import { loadClickhouse, ORDER } from "../conformance/clickhouse.ts";
import { type Account, type Cluster, needsClickhouse, reader, startCluster } from "./cluster.ts";
import { type Between, startProxy } from "./proxy.ts";
import { plainReader, poorReader, strictReader } from "./server-config.ts";

// Whole runs are killed, so the product must have been built: npm run build.
const command = fileURLToPath(new URL("../../../bin/evaluate.js", import.meta.url));
const root = fileURLToPath(new URL("../../..", import.meta.url));
const PLAN = ["run", "-p", "jiayuguan-2022", "--as-of", "2022-10-25", "--lang", "en"];
const MANY = 400_000;

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Whether it wrote one; there is never half of one. */
  readonly report: string | null;
}

describe.skipIf(needsClickhouse() === null)("evaluate --engine clickhouse, as it is typed", () => {
  let cluster: Cluster;
  let proxy: Between;
  let cwd: string;
  let database: string;
  beforeAll(async () => {
    expect(existsSync(join(root, "dist", "bundle", "main.js")), "npm run build").toBe(true);
    cwd = mkdtempSync(join(tmpdir(), "evaluate-command-"));
    cluster = await startCluster("clickhouse-server");
    const tables = await tablesOf("jiayuguan-2022", join(root, "fixtures/jiayuguan-2022/data.xlsx"), root);
    const story = { name: "fixture", asOf: "2022-10-25", measures: "", tables, expected: {} };
    database = await loadClickhouse(cluster, story, "typed");
    // Exports hold rows of one key that differ: a database is told which of them counts.
    const lines = Object.keys(tables).map((name) => `  ${name}: { table: ${name}, newest: ${ORDER} }\n`);
    writeFileSync(join(cwd, "tables.yaml"), `mapping: tables\ntables:\n${lines.join("")}`);
    proxy = await startProxy(cluster.shards[0]?.http ?? 0);
    // The same tables, but for one that is slow, and one that is large.
    for (const other of ["slow", "large"]) {
      await cluster.onEach(`CREATE DATABASE ${other}`);
      for (const table of Object.keys(tables)) {
        const rows = `SELECT * FROM ${database}.\`${table}\``;
        const slow = `${rows} WHERE sleepEachRow(0.02) = 0`;
        const large = `SELECT toNullable(toString(number)) AS \`办件编号\` FROM system.numbers LIMIT ${MANY}`;
        const of = { slow, large }[other] ?? rows;
        await cluster.ask(`CREATE VIEW ${other}.\`${table}\` AS ${table === "办件明细" ? of : rows}`);
      }
    }
  });
  afterEach(async () => {
    proxy.meddle = (body) => ({ body });
    proxy.before = async () => {};
    rmSync(join(cwd, "report.json"), { force: true });
    await cluster.start(1);
  });
  afterAll(async () => {
    await proxy?.close();
    await cluster?.close();
    if (cwd !== undefined) rmSync(cwd, { recursive: true, force: true });
  });

  const at = (port: number | undefined, name = database) => `http://127.0.0.1:${port}/${name}`;
  const http = () => cluster.shards[0]?.http;

  function start(connection: string, as: Account = reader, more: readonly string[] = []): ChildProcess {
    const mapping = /slow|large/.test(connection) ? [] : ["--mapping", "tables.yaml"];
    const engine = ["--engine", "clickhouse", "--connection", connection, ...mapping];
    const args = [...PLAN, ...engine, "-o", "report.json", ...more];
    const { EVALUATE_USER: user, EVALUATE_PASSWORD: password } = cluster.env(as);
    const env = { PATH: process.env.PATH, NO_COLOR: "1", EVALUATE_USER: user, EVALUATE_PASSWORD: password };
    return spawn(process.execPath, [command, ...args], { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  }

  async function ended(child: ChildProcess): Promise<Ended> {
    const texts = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"] as const)
      child[name]?.on("data", (part: Buffer) => {
        texts[name] += part.toString();
      });
    const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
    const file = join(cwd, "report.json");
    const report = existsSync(file) ? readFileSync(file, "utf8") : null;
    for (const text of [texts.stdout, texts.stderr, report ?? ""])
      expect(text).not.toContain(reader.password);
    return { code, ...texts, report };
  }

  const run = (...asked: Parameters<typeof start>) => ended(start(...asked));

  test.each([
    ["that may choose settings", reader],
    ["that may not", strictReader],
    ["with nothing but readonly = 1", plainReader],
  ])("a user that only reads suffices, one %s", async (_, as) => {
    const { code, stderr, report } = await run(at(http()), as);
    expect(code, stderr).toBe(0);
    const { inputs, overall } = JSON.parse(report ?? "") as {
      inputs: { file: string; format: string }[];
      overall: { score: number };
    };
    expect(inputs[0]?.file).toMatch(`clickhouse://127.0.0.1:${http()}/${database}`);
    expect(overall.score).toBeGreaterThan(0);
  });

  test("the same data gives the same bytes", async () => {
    const first = await run(at(http()));
    const again = await run(at(http()));
    expect(again.report).toBe(first.report);
  });

  test("a shard that is stopped before the run ends it", async () => {
    const second = `127.0.0.1:${cluster.shards[1]?.tcp}`;
    await cluster.stop(1);
    const { code, stderr, report } = await run(at(http()));
    expect({ code, report }).toEqual({ code: 3, report: null });
    expect(stderr).toMatch(/D054/);
    expect(stderr).toContain(second);
  });

  test.each(["counts and sums by unit", "every row has one fate", "exact distinct values"])(
    "a shard that is stopped in the midst of it ends it: %s",
    async (part) => {
      const second = `127.0.0.1:${cluster.shards[1]?.tcp}`;
      let asked = 0;
      proxy.before = async (statement) => {
        if (!statement.includes(part)) return;
        asked += 1;
        if (asked === 1) await cluster.stop(1);
      };
      const { code, stderr, report } = await run(at(proxy.port));
      expect(asked).toBeGreaterThan(0);
      expect({ code, report }).toEqual({ code: 3, report: null });
      expect(stderr).toMatch(/D054/);
      expect(stderr).toContain(second);
    },
  );

  test("a shard that dies while it counts ends it", async () => {
    const end = ended(start(at(http(), "slow")));
    await expect.poll(() => processes(1), { timeout: 60_000, interval: 20 }).not.toBe("");
    const second = `127.0.0.1:${cluster.shards[1]?.tcp}`;
    await cluster.stop(1);
    const { code, stderr, report } = await end;
    expect({ code, report }).toEqual({ code: 3, report: null });
    expect(stderr).toMatch(/D054/);
    expect(stderr).toContain(second);
  });

  test.each([
    ["cut", () => "cut" as const],
    ["ended", () => "half" as const],
    [
      "told to be out of memory with status 200",
      (body: Buffer) => ({
        body: Buffer.concat([
          body.subarray(0, body.length / 2),
          Buffer.from("\nCode: 241, e.displayText() = DB::Exception: Memory limit"),
        ]),
      }),
    ],
  ])("an answer that is %s midway ends it", async (_, meddle) => {
    proxy.meddle = (body, statement) =>
      statement.includes("counts and sums by unit") ? meddle(body) : { body };
    const { code, stderr, report } = await run(at(proxy.port));
    expect({ code, report }).toEqual({ code: 3, report: null });
    expect(stderr).toMatch(/D05[67]/);
  });

  test("a wrong password, and credentials on the command line", async () => {
    const wrong = await run(at(http()), { user: reader.user, password: "sesame" });
    expect([wrong.code, wrong.report]).toEqual([3, null]);
    expect(wrong.stderr).toMatch(/D051/);
    expect(wrong.stderr).not.toContain("sesame");
    const shown = await run(at(http()).replace("//", "//reader:sesame@"));
    expect([shown.code, shown.report]).toEqual([2, null]);
    expect(shown.stderr).toMatch(/U041/);
    expect(shown.stderr).not.toContain("sesame");
  });

  test("time and memory that run out end it", async () => {
    const late = await run(`${at(http(), "slow")}?seconds=1`);
    expect([late.code, late.report]).toEqual([3, null]);
    expect(late.stderr).toMatch(/D055/);
    const large = await run(at(http(), "large"), poorReader);
    expect([large.code, large.report]).toEqual([3, null]);
    expect(large.stderr).toMatch(/D056/);
  });

  test.each(["SIGINT", "SIGTERM"] as const)(
    "%s kills its query on all shards, and ends with 130",
    async (signal) => {
      const child = start(at(http(), "slow"));
      const end = ended(child);
      await expect.poll(() => processes(1), { timeout: 60_000, interval: 20 }).not.toBe("");
      child.kill(signal);
      const { code, report, stderr } = await end;
      expect({ code, report, stderr }).toEqual({ code: 130, report: null, stderr: "" });
      await expect.poll(() => processes(0), { timeout: 5_000 }).toBe("");
      await expect.poll(() => processes(1), { timeout: 5_000 }).toBe("");
    },
  );

  test("statements are printed without being run, and without credentials", async () => {
    const { code, stdout, report } = await run(at(http()), reader, ["--explain-sql"]);
    expect({ code, report }).toEqual({ code: 0, report: null });
    expect(stdout).toContain("GROUP BY");
  });

  /** What runs of ours on a shard: queries of the slow view. */
  function processes(shard: number): Promise<string> {
    const asked =
      "SELECT query_id FROM system.processes WHERE query LIKE '%sleepEachRow%' AND query NOT LIKE '%processes%'";
    const initial =
      "SELECT query_id FROM system.processes WHERE query LIKE '%slow%' AND query NOT LIKE '%processes%'";
    return cluster.ask(shard === 0 ? initial : asked, { shard });
  }
});
