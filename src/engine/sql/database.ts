import type { ColumnKind, Dialect } from "./dialect.ts";

export interface Column {
  readonly name: string;
  /** As the database calls it, for messages. */
  readonly type: string;
  readonly kind: ColumnKind;
}

/** What a statement is for: said in its comment, in messages, and by --explain-sql. */
export const purposes = [
  "written",
  "fates",
  "keys",
  "figures",
  "distinct",
  "distinct-by-unit",
  "latest",
  "rows",
  "ledger",
] as const;
export type Purpose = (typeof purposes)[number];

/** One SELECT, with its comment in it. */
export interface Statement {
  readonly sql: string;
  readonly dataset: string;
  readonly purpose: Purpose;
  /** Stands for the answer where nothing is asked: statements to come are made from it. */
  readonly sample?: readonly AnswerRow[];
}

/** Every cell as text: numbers in full digits, true as 1 and false as 0; null where nothing is there. */
export type AnswerRow = readonly (string | null)[];

/**
 * Where rows are counted. What goes wrong (a server or a shard down, partial results, time or memory
 * out, an answer that breaks off) ends as a ProblemError of the D family, never as fewer rows.
 */
export interface Database {
  readonly dialect: Dialect;
  /** For reports, without credentials: clickhouse://host:8123/db. */
  readonly name: string;
  /** What reports call the format of its tables. */
  readonly format: "duckdb" | "clickhouse";
  tables(): Promise<readonly string[]>;
  /** Of a table as `tables` names it. @throws ProblemError where there is no such table. */
  columns(table: string): Promise<readonly Column[]>;
  /** What stands behind FROM for a table. */
  source(table: string): string;
  ask(statement: Statement): Promise<readonly AnswerRow[]>;
  /** Also ends what is still running. */
  close(): Promise<void>;
}
