import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { fail } from "../../../problem.ts";
import type { AnswerRow, Column, Database, Statement } from "../database.ts";
import { duckdb } from "./dialect.ts";
import { loadDuckDB } from "./load.ts";

export interface DuckDBOptions {
  /** The only files that it may touch, as absolute paths. */
  readonly files: readonly string[];
  /** Such as 4GB; null leaves it to DuckDB (80 % of the machine's). */
  readonly memoryLimit: string | null;
  readonly threads: number | null;
}

/** DuckDB in this process, in memory, which may read the files given to it and nothing else. */
export class DuckDBDatabase implements Database {
  readonly dialect = duckdb;
  readonly name = "duckdb";
  readonly format = "duckdb";
  /** The statements that made its views, for --explain-sql. */
  readonly made: string[] = [];
  private readonly instance: DuckDBInstance;
  private readonly connection: DuckDBConnection;
  private readonly views = new Set<string>();
  /** Views whose rows have not been asked for, with the columns to keep of them. */
  private readonly unread = new Map<string, readonly string[]>();
  /** Whether text files are read by one thread from their beginning. */
  private inOrder = false;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.instance = instance;
    this.connection = connection;
  }

  static async open({ files, memoryLimit, threads }: DuckDBOptions): Promise<DuckDBDatabase> {
    const { DuckDBInstance } = await loadDuckDB();
    const instance = await DuckDBInstance.create(":memory:", {
      autoinstall_known_extensions: "false",
      autoload_known_extensions: "false",
      allow_community_extensions: "false",
      temp_directory: join(tmpdir(), `evaluate-duckdb-${process.pid}`),
      ...(memoryLimit === null ? {} : { memory_limit: memoryLimit }),
      ...(threads === null ? {} : { threads: String(threads) }),
    });
    const database = new DuckDBDatabase(instance, await instance.connect());
    await database.lock(files);
    return database;
  }

  /** From here on it touches those files only, loads nothing, and keeps it so. */
  private async lock(files: readonly string[]): Promise<void> {
    const list = files.map((file) => duckdb.quoteText(file)).join(", ");
    await this.run(`SET allowed_paths = [${list}]`);
    await this.run("SET enable_external_access = false");
    await this.run("SET lock_configuration = true");
  }

  async tables(): Promise<readonly string[]> {
    return [...this.views];
  }

  columns(table: string): Promise<readonly Column[]> {
    return this.columnsOf(duckdb.quoteName(table));
  }

  /** Of anything that may stand behind FROM. */
  async columnsOf(source: string, file = ""): Promise<readonly Column[]> {
    const rows = await this.rows(`DESCRIBE SELECT * FROM ${source}`, file);
    return rows.map(([name, type]) => ({
      name: name ?? "",
      type: type ?? "",
      kind: duckdb.kindOf(type ?? ""),
    }));
  }

  source(table: string): string {
    return duckdb.quoteName(table);
  }

  /** `kept`: its columns as a copy in memory holds them, from its first statement on. */
  async makeView(name: string, query: string, kept: readonly string[] = []): Promise<void> {
    const sql = `CREATE VIEW ${duckdb.quoteName(name)} AS\n${query}`;
    await this.rows(sql, "");
    this.made.push(sql);
    this.views.add(name);
    if (kept.length > 0) this.unread.set(name, kept);
  }

  async ask({ sql, dataset }: Statement): Promise<readonly AnswerRow[]> {
    await this.readOnce(dataset);
    const rows = await this.rows(marked(sql), dataset);
    return rows.map((row) => row.map((cell) => cell?.slice(MARK.length) ?? null));
  }

  /** Files are read and their cells understood once, however many statements there are. */
  private async readOnce(name: string): Promise<void> {
    const kept = this.unread.get(name);
    if (kept === undefined) return;
    this.unread.delete(name);
    const [view, copy] = [duckdb.quoteName(name), duckdb.quoteName(`evaluate_read_${name}`)];
    await this.rows(`CREATE TABLE ${copy} AS\nSELECT ${kept.join(",\n       ")}\nFROM ${view}`, name);
    await this.rows(`CREATE OR REPLACE VIEW ${view} AS\nSELECT * FROM ${copy}`, name);
  }

  private async rows(sql: string, about: string): Promise<readonly AnswerRow[]> {
    try {
      return await this.run(sql);
    } catch (error) {
      if (this.inOrder || !QUOTED_BREAK.test(messageOf(error))) return refuse(error, about);
      await this.readInOrder();
      return this.rows(sql, about);
    }
  }

  /** Threads that begin in the midst of a text cannot tell a line break in a cell from the end of a row. */
  private async readInOrder(): Promise<void> {
    this.inOrder = true;
    for (const view of this.made) {
      const ordered = view.replaceAll(PADDED, `${PADDED}, parallel = false`);
      if (ordered !== view) await this.run(ordered.replace(/^CREATE VIEW/, "CREATE OR REPLACE VIEW"));
    }
  }

  private async run(sql: string): Promise<AnswerRow[]> {
    const reader = await this.connection.runAndReadAll(sql);
    return reader.getRows().map((row) => row.map((cell) => (cell === null ? null : String(cell))));
  }

  async close(): Promise<void> {
    this.connection.interrupt();
    this.connection.disconnectSync();
    this.instance.closeSync();
  }
}

// The client takes a byte order mark for none of a text's characters where it stands first.
const MARK = "=";

function marked(sql: string): string {
  return `SELECT '${MARK}' || CAST(COLUMNS(*) AS VARCHAR) FROM (\n${sql}\n)`;
}

const QUOTED_BREAK = /null_padding in conjunction with quoted new lines/i;

/** As readers of text files say that a short line ends in blanks. */
export const PADDED = "null_padding = true";

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\s+/g, " ");
}

function refuse(error: unknown, about: string): never {
  const text = messageOf(error);
  const file = /file "([^"]+)"/i.exec(text)?.[1] ?? about;
  if (/not utf-8|invalid unicode|invalid utf-?8|byte sequence mismatch/i.test(text))
    return fail("D039", { file });
  return fail("D038", {}, { database: "DuckDB", dataset: about, text: text.slice(0, 300) });
}
