import { fail, ProblemError } from "../../../problem.ts";
import type { AnswerRow, Column, Database, Statement } from "../database.ts";
import { Client } from "./client.ts";
import type { Connection } from "./connection.ts";
import { clickhouse } from "./dialect.ts";

/** A ClickHouse server, and the cluster that it stands for. @throws ProblemError when it cannot be used. */
export async function openClickhouse(connection: Connection): Promise<Database> {
  const client = new Client(connection);
  await client.open();
  return new Clickhouse(client, connection);
}

interface Place {
  readonly database: string;
  readonly table: string;
}

class Clickhouse implements Database {
  readonly dialect = clickhouse;
  readonly format = "clickhouse";
  readonly name: string;
  private readonly client: Client;
  private readonly connection: Connection;
  private readonly places = new Map<string, Place>();

  constructor(client: Client, connection: Connection) {
    this.client = client;
    this.connection = connection;
    this.name = `clickhouse://${connection.host}/${connection.database}`;
  }

  async tables(): Promise<readonly string[]> {
    const rows = await this.client.ask(
      `SELECT name FROM system.tables WHERE database = ${text(this.connection.database)} ORDER BY name`,
      "",
    );
    return rows.flatMap(([name]) => (name == null || name.startsWith(".inner") ? [] : [name]));
  }

  /** Also sees to it that every shard of the table answers. */
  async columns(table: string): Promise<readonly Column[]> {
    for (const place of this.placesOf(table)) {
      const rows = await this.client.ask(
        `SELECT name, type FROM system.columns WHERE ${at(place, "table")}`,
        table,
      );
      if (rows.length === 0) continue;
      this.places.set(table, place);
      await this.checkShards(table, place);
      return rows.map(([name, type]) => ({
        name: name ?? "",
        type: type ?? "",
        kind: clickhouse.kindOf(type ?? ""),
      }));
    }
    return fail("D053", {}, { dataset: table, detail: this.name });
  }

  source(table: string): string {
    const place = this.places.get(table) ?? this.placesOf(table)[0];
    return place === undefined ? clickhouse.quoteName(table) : quoted(place);
  }

  async ask({ sql, dataset }: Statement): Promise<readonly AnswerRow[]> {
    try {
      return await this.client.ask(sql, dataset);
    } catch (error) {
      throw (await this.namingShard(error)) ?? error;
    }
  }

  close(): Promise<void> {
    return this.client.close();
  }

  /** `cases` and `other_db.cases`; a dot may also be part of a name. */
  private placesOf(table: string): Place[] {
    const own = { database: this.connection.database, table };
    const [database = "", ...rest] = table.split(".");
    return rest.length === 0 ? [own] : [own, { database, table: rest.join(".") }];
  }

  /** A shard that broke off has no name in the error; asked again, it cannot be connected to, and has. */
  private async namingShard(error: unknown): Promise<unknown> {
    const nameless = error instanceof ProblemError && error.problems[0]?.with.shard === "";
    if (!nameless || error.problems[0]?.code !== "D054") return null;
    for (const [table, place] of this.places) {
      try {
        await this.checkShards(table, place);
      } catch (again) {
        if (again instanceof ProblemError && again.problems[0]?.code === "D054") return again;
      }
    }
    return null;
  }

  private async checkShards(table: string, place: Place): Promise<void> {
    const { client } = this;
    const found = await client.ask(
      `SELECT engine_full FROM system.tables WHERE ${at(place, "name")} AND engine = 'Distributed'`,
      table,
    );
    const cluster = /^Distributed\(\s*'?([^',\s)]+)/.exec(found[0]?.[0] ?? "")?.[1];
    if (cluster === undefined) return;
    const shards = await client.ask(
      `SELECT DISTINCT shard_num FROM system.clusters WHERE cluster = ${text(cluster)}`,
      table,
    );
    const count = `SELECT count() FROM ${quoted(place)} WHERE 0`;
    // One row from each shard, were it but a zero. Who may not choose settings gets their sum, or an error.
    const each = client.chooses ? { distributed_group_by_no_merge: "1" } : {};
    const answered = await client.ask(count, table, each);
    if (client.chooses && answered.length < shards.length)
      fail("D063", {}, { table, cluster, shards: shards.length, answered: answered.length });
  }
}

function at({ database, table }: Place, column: string): string {
  return `database = ${text(database)} AND ${column} = ${text(table)}`;
}

function quoted({ database, table }: Place): string {
  return `${clickhouse.quoteName(database)}.${clickhouse.quoteName(table)}`;
}

function text(value: string): string {
  return clickhouse.quoteText(value);
}
