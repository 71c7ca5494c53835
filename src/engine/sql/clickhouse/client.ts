import { randomUUID } from "node:crypto";
import type { ClickHouseClient } from "@clickhouse/client";
import { fail, type ProblemError } from "../../../problem.ts";
import type { AnswerRow } from "../database.ts";
import { readBody } from "./answer.ts";
import type { Connection } from "./connection.ts";
import { type Asked, bodyProblem, serverProblem, wireProblem } from "./errors.ts";
import { type Settings, settingsFor } from "./settings.ts";

// Beyond the server's own limit, which some phases of a query do not look at.
const GRACE_SECONDS = 60;
const KILL_WITHIN_MS = 3_000;
// The format is named behind a statement.
const SPARE_BYTES = 100;

/** Asks statements, each under an id by which it can be killed. */
export class Client {
  private readonly connection: Connection;
  private readonly grace: number;
  private readonly run = `evaluate-${randomUUID()}`;
  private readonly running = new Map<string, AbortController>();
  private http: ClickHouseClient | null = null;
  private settings: Settings = {};
  private statements = 0;
  /** Bytes of a statement; of a longer one a server reads the beginning, and calls it wrong. */
  private longest = Number.POSITIVE_INFINITY;
  private closed = false;

  constructor(connection: Connection, grace = GRACE_SECONDS) {
    this.connection = connection;
    this.grace = grace;
  }

  /** Makes sure of the server, the account and its settings. */
  async open(): Promise<void> {
    this.http = await this.connect(false);
    const held = await this.ask("SELECT name, value FROM system.settings", "");
    this.settings = settingsFor(held, this.connection.seconds);
    const longest = held.find(([name]) => name === "max_query_size")?.[1];
    this.longest = Number(this.settings.max_query_size ?? longest ?? 0) || Number.POSITIVE_INFINITY;
    if (this.settings.enable_http_compression !== "1") return;
    await this.http.close();
    this.http = await this.connect(true);
  }

  /** Whether the account may choose settings. */
  get chooses(): boolean {
    return Object.keys(this.settings).length > 0;
  }

  /** @throws ProblemError for whatever is less than the whole answer. */
  async ask(sql: string, dataset: string, more: Settings = {}): Promise<readonly AnswerRow[]> {
    const bytes = Buffer.byteLength(sql) + SPARE_BYTES;
    if (bytes > this.longest) fail("D065", {}, { dataset, bytes, most: this.longest });
    this.statements += 1;
    const id = `${this.run}-${this.statements}`;
    const abort = new AbortController();
    this.running.set(id, abort);
    const asked = { dataset, seconds: this.connection.seconds };
    // The wire's own limit begins anew with every byte: of an answer that drips it would never end.
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        abort.abort();
        reject(wireProblem(new Error("Timeout error."), this.connection, asked));
      }, this.patience + KILL_WITHIN_MS);
    });
    const answer = this.fetch(sql, id, abort.signal, asked, more);
    // After the deadline nobody waits for it.
    answer.catch(() => {});
    try {
      return await Promise.race([answer, late]);
    } catch (error) {
      // Whoever ends the database waits for no answer, and wants no complaint about it.
      if (this.closed) return await new Promise(() => {});
      throw error;
    } finally {
      clearTimeout(timer);
      this.running.delete(id);
    }
  }

  private get patience(): number {
    return (this.connection.seconds + this.grace) * 1_000;
  }

  /** Kills what still runs: a query goes on when the one who asked it hangs up. */
  async close(): Promise<void> {
    const ids = [...this.running.keys()];
    this.closed = true;
    for (const abort of this.running.values()) abort.abort();
    await this.kill(ids);
    await this.http?.close();
  }

  private async fetch(
    sql: string,
    id: string,
    signal: AbortSignal,
    asked: Asked,
    more: Settings,
  ): Promise<readonly AnswerRow[]> {
    const { connection } = this;
    let text: string;
    try {
      const answer = await this.http?.query({
        query: sql,
        format: "JSONCompact",
        query_id: id,
        abort_signal: signal,
        clickhouse_settings: { ...this.settings, ...more, wait_end_of_query: 1 },
      });
      text = (await answer?.text()) ?? "";
    } catch (error) {
      throw await this.explained(error, id, asked);
    }
    const body = readBody(text);
    if (body.whole) return body.rows;
    throw body.exception === null
      ? bodyProblem(connection, asked)
      : serverProblem(body.exception, connection, asked);
  }

  /** An error of the server says its code; any other is of the wire, and leaves the query running. */
  private async explained(error: unknown, id: string, asked: Asked): Promise<ProblemError> {
    const { message, code } = error as { message?: string; code?: unknown };
    const coded = typeof code === "string" && /^\d+$/.test(code);
    const text = coded ? `Code: ${code}. ${message}` : String(message);
    if (/Code: \d+/.test(text)) return serverProblem(text, this.connection, asked);
    await this.kill([id]);
    return wireProblem(error, this.connection, asked);
  }

  private async kill(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const listed = ids.map((id) => `'${id}'`).join(", ");
    try {
      await this.http?.command({
        query: `KILL QUERY WHERE query_id IN (${listed})`,
        abort_signal: AbortSignal.timeout(KILL_WITHIN_MS),
      });
    } catch {
      // It is over already, or ends by its time limit.
    }
  }

  private async connect(compressed: boolean): Promise<ClickHouseClient> {
    const { ClickHouseLogLevel, createClient } = await import("@clickhouse/client");
    const { url, database, user, password } = this.connection;
    return createClient({
      url,
      database,
      username: user,
      password,
      application: "evaluate",
      compression: { response: compressed, request: false },
      request_timeout: this.patience,
      // A connection that the server has dropped meanwhile would look like a failure.
      keep_alive: { enabled: false },
      log: { level: ClickHouseLogLevel.OFF },
    });
  }
}
