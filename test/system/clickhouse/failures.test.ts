import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { connectionOf } from "../../../src/engine/sql/clickhouse/connection.ts";
import { openClickhouse } from "../../../src/engine/sql/clickhouse/database.ts";
import type { Database } from "../../../src/engine/sql/database.ts";
import { type Problem, ProblemError, sentenceOf } from "../../../src/problem.ts";
import { type Account, type Cluster, loader, needsClickhouse, reader, startCluster } from "./cluster.ts";
import { type Between, startProxy } from "./proxy.ts";
import { carelessReader, fencedReader, plainReader, poorReader, strictReader } from "./server-config.ts";
import { freePorts } from "./server-process.ts";

const program = needsClickhouse();
const PARTS = 5;
const ROWS_OF_PART = 1_000;
const ROWS = PARTS * ROWS_OF_PART;
// Each shard takes 2.5 seconds for each part, which is as long as a server may sleep at once.
const SLOW = "SELECT toString(count()) FROM gov.cases WHERE sleepEachRow(0.005) = 0";

describe.skipIf(program === null)("what goes wrong between us and a cluster", () => {
  let cluster: Cluster;
  let proxy: Between;
  const opened: Database[] = [];
  beforeAll(async () => {
    cluster = await startCluster(program ?? "");
    // Parts of different partitions are never merged into longer ones.
    const orderBy = `n PARTITION BY intDiv(n, ${ROWS_OF_PART})`;
    await cluster.table("cases", "n UInt32", { shardBy: "n", orderBy });
    for (let part = 0; part < PARTS; part += 1) {
      const rows = Array.from({ length: ROWS_OF_PART }, (_, n) => `${part * ROWS_OF_PART + n}\n`);
      await cluster.load("cases", rows.join(""), "TabSeparated");
    }
    proxy = await startProxy(cluster.shards[0]?.http ?? 0);
  });
  afterEach(async () => {
    proxy.meddle = (body) => ({ body });
    await Promise.all(opened.splice(0).map((database) => database.close()));
    await cluster.start(1);
  });
  afterAll(async () => {
    await proxy?.close();
    await cluster?.close();
  });

  const open = async (address: string, as: Account = reader): Promise<Database> => {
    const database = await openClickhouse(connectionOf(address, cluster.env(as)));
    opened.push(database);
    return database;
  };
  const ask = (database: Database, sql: string) =>
    database.ask({ sql, dataset: "办件明细", purpose: "rows" });
  const count = "SELECT toString(count()) FROM gov.cases";

  /** The one problem that work ends with, never with the password in it. */
  async function problemOf(work: Promise<unknown>): Promise<Problem> {
    const error = await work.then(
      (answer) => new Error(`an answer: ${JSON.stringify(answer)}`),
      (reason: unknown) => reason,
    );
    if (!(error instanceof ProblemError)) throw error;
    const [problem] = error.problems;
    if (problem === undefined) throw error;
    for (const language of ["zh", "en"] as const)
      for (const { password } of [reader, loader])
        expect(sentenceOf(problem, language)).not.toContain(password);
    return problem;
  }

  test.each([
    ["may choose settings", reader],
    ["may not", strictReader],
    ["sees one database", fencedReader],
    ["has nothing but readonly = 1", plainReader],
  ])("a user that only reads suffices, one that %s", async (_, as) => {
    const database = await open(cluster.connection, as);
    expect(database.name).toBe(cluster.connection.replace("http", "clickhouse"));
    expect(await database.columns("cases")).toEqual([{ name: "n", type: "UInt32", kind: "integer" }]);
    expect(await ask(database, count)).toEqual([[String(ROWS)]]);
  });

  test("a strict user whose settings would cut answers short is told which", async () => {
    const { code, with: with_ } = await problemOf(open(cluster.connection, carelessReader));
    expect([code, with_.settings]).toEqual(["D058", "<skip_unavailable_shards>0</skip_unavailable_shards>"]);
  });

  test("a statement that is too long for a strict user is not sent", async () => {
    const long = `SELECT toString(${"1 + ".repeat(10)}length('${"x".repeat(300_000)}'))`;
    expect(await ask(await open(cluster.connection), long)).toEqual([["300010"]]);
    expect(await ask(await open(cluster.connection, strictReader), long)).toEqual([["300010"]]);
    const { code, with: with_ } = await problemOf(ask(await open(cluster.connection, plainReader), long));
    expect([code, with_.most]).toEqual(["D065", 262_144]);
  });

  test("nobody listens", async () => {
    const [port = 0] = await freePorts(1);
    const { code, with: with_ } = await problemOf(open(`http://127.0.0.1:${port}/gov`));
    expect([code, with_.server]).toEqual(["D050", `127.0.0.1:${port}`]);
  });

  test.each([
    ["a wrong password", { user: reader.user, password: "wrong" }, "D051"],
    ["an unknown user", { user: "nobody", password: "" }, "D051"],
  ])("%s", async (_, as, code) => {
    expect((await problemOf(open(cluster.connection, as))).code).toBe(code);
  });

  test("an unknown database, table, column and function", async () => {
    expect((await problemOf(open(cluster.connection.replace("/gov", "/nowhere")))).code).toBe("D052");
    const database = await open(cluster.connection);
    expect((await problemOf(database.columns("nothing"))).code).toBe("D053");
    expect((await problemOf(ask(database, "SELECT 1 FROM gov.nothing"))).code).toBe("D053");
    expect((await problemOf(ask(database, "SELECT nothing FROM gov.cases"))).code).toBe("D062");
    expect((await problemOf(ask(database, "SELECT nothing()"))).code).toBe("D062");
  });

  test("a database that the user may not see", async () => {
    await cluster.ask("CREATE DATABASE other");
    await cluster.ask("CREATE TABLE other.secret (n UInt32) ENGINE = Memory");
    const database = await open(cluster.connection, fencedReader);
    expect((await problemOf(ask(database, "SELECT n FROM other.secret"))).code).toBe("D059");
    expect(["D053", "D059"]).toContain((await problemOf(database.columns("other.secret"))).code);
  });

  test("a Distributed table whose local table one shard lacks", async () => {
    await cluster.ask("CREATE TABLE gov.half_local (n UInt32) ENGINE = MergeTree ORDER BY n");
    await cluster.ask("CREATE TABLE gov.half (n UInt32) ENGINE = Distributed(two_shards, gov, half_local)");
    const problem = await problemOf((await open(cluster.connection)).columns("half"));
    expect([problem.code, problem.with.detail]).toEqual(["D053", expect.stringContaining("half_local")]);
  });

  test("a shard is down: no answer is given, and it is named", async () => {
    const second = `127.0.0.1:${cluster.shards[1]?.tcp}`;
    const database = await open(cluster.connection);
    const strict = await open(cluster.connection, strictReader);
    await cluster.stop(1);
    for (const work of [
      () => database.columns("cases"),
      () => strict.columns("cases"),
      () => ask(database, count),
      () => ask(strict, count),
    ]) {
      const { code, with: with_ } = await problemOf(work());
      expect([code, with_.shard]).toEqual(["D054", second]);
    }
    await cluster.start(1);
    expect(await ask(database, count)).toEqual([[String(ROWS)]]);
  });

  test("a shard dies while it is asked", async () => {
    const database = await open(cluster.connection);
    await database.columns("cases");
    const asked = problemOf(ask(database, SLOW));
    await running(1);
    await cluster.stop(1);
    const { code, with: with_ } = await asked;
    expect([code, with_.shard]).toEqual(["D054", `127.0.0.1:${cluster.shards[1]?.tcp}`]);
  });

  test("time runs out", async () => {
    const database = await open(`${cluster.connection}?seconds=1`);
    const { code, with: with_ } = await problemOf(ask(database, SLOW));
    expect([code, with_.seconds]).toEqual(["D055", 1]);
    await gone();
  });

  test("memory runs out", async () => {
    const database = await open(cluster.connection, poorReader);
    const many = "SELECT toString(uniqExact(number)) FROM system.numbers LIMIT 10000000";
    expect((await problemOf(ask(database, many))).code).toBe("D056");
  });

  test("somebody kills the query", async () => {
    const database = await open(cluster.connection);
    const asked = problemOf(ask(database, SLOW));
    await running(0);
    await cluster.ask("KILL QUERY WHERE user = 'evaluate' AND query LIKE '%sleepEachRow%'");
    expect((await asked).code).toBe("D061");
  });

  const said = (body: Buffer, text: string) => ({ body: Buffer.concat([body, Buffer.from(text)]) });
  const meddlings: [what: string, code: string, meddle: Between["meddle"]][] = [
    ["the stream is reset midway", "D057", () => "cut"],
    ["the stream ends midway", "D057", () => "half"],
    ["the body is shorter than it was", "D057", (body) => ({ body: body.subarray(0, body.length - 20) })],
    ["the body is empty", "D057", () => ({ body: Buffer.alloc(0) })],
    ["a page of a proxy", "D057", () => ({ body: Buffer.from("<html>504 Gateway Time-out</html>") })],
    ["a page of a proxy that says so", "D057", () => ({ status: 504, body: Buffer.from("<html></html>") })],
    ["a row is gone", "D057", (body) => ({ body: Buffer.from(body.toString().replace('["1"],', "")) })],
    ["a cell is gone", "D057", (body) => ({ body: Buffer.from(body.toString().replace('["1"]', "[]")) })],
    [
      "an exception stands behind the rows",
      "D056",
      (body) => said(body, "\nCode: 241, e.displayText() = DB::Exception: Memory limit (for query) exceeded"),
    ],
    [
      "an exception stands in the midst of them",
      "D055",
      (body) =>
        said(
          body.subarray(0, body.length / 2),
          "Code: 159, e.displayText() = DB::Exception: Timeout exceeded: elapsed 1 seconds, maximum: 1",
        ),
    ],
    [
      "an exception is a part of the body, as newer servers write it",
      "D054",
      (body) => ({
        body: Buffer.from(
          body
            .toString()
            .replace(
              /\}\s*$/,
              ', "exception": "Code: 279. DB::Exception: All connection tries failed: (ch-2:9000)"}',
            ),
        ),
      }),
    ],
    [
      "an exception stands behind a mark of newer servers",
      "D056",
      (body) =>
        said(
          body.subarray(0, body.length / 2),
          "\r\n__exception__\r\nabc\r\nCode: 241. DB::Exception: memory limit exceeded (MEMORY_LIMIT_EXCEEDED)\r\n",
        ),
    ],
  ];
  test.each(meddlings)("with status 200, %s", async (_, code, meddle) => {
    const database = await open(`http://127.0.0.1:${proxy.port}/gov`);
    const numbers = "SELECT toString(n) FROM gov.cases WHERE n < 100 ORDER BY n";
    expect(await ask(database, numbers)).toHaveLength(100);
    proxy.meddle = (body, statement) => (statement.includes("n < 100") ? meddle(body, statement) : { body });
    expect((await problemOf(ask(database, numbers))).code).toBe(code);
  });

  test("whoever hangs up leaves no query behind, on any shard", async () => {
    const database = await open(cluster.connection);
    const strict = await open(cluster.connection, strictReader);
    for (const each of [database, strict]) void ask(each, SLOW);
    await running(1);
    await Promise.all([database.close(), strict.close()]);
    await gone();
  });

  test("a proxy that hangs up leaves no query behind", async () => {
    const database = await open(`http://127.0.0.1:${proxy.port}/gov`);
    const asked = problemOf(ask(database, SLOW));
    await running(1);
    proxy.drop();
    expect((await asked).code).toBe("D057");
    await gone();
  });

  async function processes(): Promise<string[]> {
    const asked =
      "SELECT query FROM system.processes WHERE query LIKE '%sleepEachRow%' AND query NOT LIKE '%processes%'";
    const answers = await Promise.all(
      cluster.shards.map((_, shard) => cluster.ask(asked, { shard }).catch(() => "")),
    );
    return answers;
  }

  /** Waits until a shard works on the slow statement. */
  async function running(shard: number): Promise<void> {
    while ((await processes())[shard] === "") await sleep(20);
  }

  /** Waits until none does. */
  async function gone(): Promise<void> {
    await expect.poll(processes, { timeout: 5_000 }).toEqual(["", ""]);
  }
});
