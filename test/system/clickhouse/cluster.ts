import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { needs } from "../programs.ts";
import { type Account, clusterName, loader, type Ports, reader } from "./server-config.ts";
import { freePorts, type Server, startServer } from "./server-process.ts";

export { type Account, clusterName, loader, reader } from "./server-config.ts";

/** To be called once in a test file: its path, or null where it is missing, which is said loudly and fails on CI. */
export function needsClickhouse(): string | null {
  process.env.PATH = `${process.env.PATH ?? ""}:/usr/sbin`;
  const how = "apt-get install clickhouse-server clickhouse-client";
  return needs("ClickHouse", ["clickhouse-server"], how, process.env.EVALUATE_WITHOUT_CLICKHOUSE);
}

export type Format = "CSVWithNames" | "CSV" | "TabSeparated" | "TabSeparatedWithNames" | "JSONEachRow";

export interface Asking {
  /** Which server is asked: 0 or 1. */
  readonly shard?: number;
  readonly as?: Account;
  readonly settings?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

export interface Shard {
  readonly http: number;
  readonly tcp: number;
  readonly pid: number | null;
}

/** Two servers of one machine that are one cluster: each holds half of the rows. */
export interface Cluster {
  readonly database: string;
  readonly shards: readonly Shard[];
  /** http://127.0.0.1:port/database of the first server, without credentials. */
  readonly connection: string;
  /** What a command needs in its environment to be the reader. */
  env(as?: Account): Record<string, string>;
  /** Asks one server; the answer as TSV, or an error with the server's text. */
  ask(statement: string, asking?: Asking): Promise<string>;
  /** The same on every server: tables, databases. */
  onEach(statement: string): Promise<void>;
  /** `NAME_local` on each server and the Distributed table `NAME` above them; rows go by `shardBy`, else at random. */
  table(name: string, columns: string, options?: { orderBy?: string; shardBy?: string }): Promise<void>;
  /** Rows through a Distributed table (or into a server's own), waiting until all shards have them. */
  load(table: string, rows: string | Readable, format: Format, asking?: Asking): Promise<void>;
  stop(shard: number): Promise<void>;
  start(shard: number): Promise<void>;
  close(): Promise<void>;
}

/** Starts both servers in a folder of their own; all of it goes away with `close`, and when the process ends. */
export async function startCluster(program: string, database = "gov"): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), "evaluate-clickhouse-"));
  const keeper = spawn("sh", ["-c", 'read -r _; sleep 1; rm -rf "$1"', "keeper", folder], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  keeper.unref();
  const [httpA = 0, tcpA = 0, httpB = 0, tcpB = 0] = await freePorts(4);
  const shards: Ports[] = [
    { http: httpA, tcp: tcpA },
    { http: httpB, tcp: tcpB },
  ];
  const servers: (Server | null)[] = [null, null];
  const start = async (shard: number) => {
    const ports = shards[shard];
    if (ports === undefined || servers[shard] !== null) return;
    const own = join(folder, `shard${shard}`);
    mkdirSync(own, { recursive: true });
    servers[shard] = await startServer(program, own, ports, shards);
  };
  const stop = async (shard: number) => {
    const server = servers[shard];
    servers[shard] = null;
    await server?.kill();
  };
  const ask: Cluster["ask"] = (statement, { shard = 0, as = loader, settings = {}, signal } = {}) =>
    post(shards[shard] ?? { http: 0, tcp: 0 }, as, { ...settings, query: "" }, statement, signal);
  const onEach = async (statement: string) => {
    for (const shard of shards.keys()) await ask(statement, { shard });
  };
  await Promise.all([start(0), start(1)]);
  await onEach(`CREATE DATABASE IF NOT EXISTS ${database}`);
  return {
    database,
    get shards() {
      return shards.map((ports, at) => ({ ...ports, pid: servers[at]?.pid ?? null }));
    },
    connection: `http://127.0.0.1:${httpA}/${database}`,
    env: ({ user, password } = reader) => ({ EVALUATE_USER: user, EVALUATE_PASSWORD: password }),
    ask,
    onEach,
    table: async (name, columns, { orderBy = "tuple()", shardBy = "rand()" } = {}) => {
      const own = `${database}.\`${name}_local\``;
      await onEach(`CREATE TABLE ${own} (${columns}) ENGINE = MergeTree ORDER BY ${orderBy}`);
      await onEach(
        `CREATE TABLE ${database}.\`${name}\` (${columns})
         ENGINE = Distributed(${clusterName}, ${database}, \`${name}_local\`, ${shardBy})`,
      );
    },
    load: async (table, rows, format, { shard = 0, as = loader, settings = {} } = {}) => {
      const query = `INSERT INTO ${database}.\`${table}\` FORMAT ${format}`;
      const asked = { insert_distributed_sync: "1", ...settings, query };
      await post(shards[shard] ?? { http: 0, tcp: 0 }, as, asked, rows);
    },
    start,
    stop,
    close: async () => {
      await Promise.all([stop(0), stop(1)]);
      rmSync(folder, { recursive: true, force: true });
      keeper.stdin.end();
    },
  };
}

async function post(
  { http }: Ports,
  { user, password }: Account,
  parameters: Readonly<Record<string, string>>,
  body: string | Readable,
  signal?: AbortSignal,
): Promise<string> {
  const { query, ...settings } = parameters;
  const search = new URLSearchParams({ ...settings, ...(query === "" ? {} : { query: query ?? "" }) });
  const answer = await fetch(`http://127.0.0.1:${http}/?${search}`, {
    method: "POST",
    headers: {
      "X-ClickHouse-User": user,
      "X-ClickHouse-Key": latin1(password),
    },
    body: body as string,
    ...(typeof body === "string" ? {} : { duplex: "half" }),
    ...(signal === undefined ? {} : { signal }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${answer.status} ${text.trim()}`);
  return text;
}

/** Headers are bytes: UTF-8 passes as the characters of its bytes. */
function latin1(text: string): string {
  return Buffer.from(text, "utf8").toString("latin1");
}
