/** A piece of SQL; never text from data or rules that has not gone through a dialect's quoting. */
export type Sql = string;

/** How the values of a column lie in a table; null and low-cardinality wrappers are looked through. */
export type ColumnKind = "text" | "integer" | "decimal" | "float" | "date" | "time" | "flag" | "other";

/** The other table of a look-up, which has at most one row for each key. */
export interface Join {
  /** The key in the rows that look up: the column's quoted name, or an expression. */
  readonly on: Sql;
  /** A SELECT of the key and the fields looked up, by the quoted names below. */
  readonly query: Sql;
  readonly key: Sql;
  readonly fields: readonly Sql[];
}

/**
 * What differs between databases. Statements use, apart from these: SELECT, FROM, WHERE, GROUP BY, ORDER
 * BY, LIMIT, UNION ALL, AND, OR, NOT, IN (list), IS NULL, CASE WHEN, comparisons, minus, count(*), min,
 * max; subqueries only behind FROM and in `isIn`.
 */
export interface Dialect {
  readonly name: "duckdb" | "clickhouse";
  quoteName(name: string): Sql;
  quoteText(text: string): Sql;
  /** By a type as the database names it. */
  kindOf(type: string): ColumnKind;

  /** A cell as it would be typed: numbers in full digits, flags 1 and 0, days 2022-10-25; null where it is null or ''. */
  textOf(column: Sql, kind: ColumnKind): Sql;
  /** A text without the spaces inside it, in lower case (ASCII is enough). */
  spelling(text: Sql): Sql;
  /** Whether a text matches an RE2 pattern, which says itself where it is anchored; UTF-8. */
  matches(text: Sql, pattern: string): Sql;
  contains(text: Sql, part: string): Sql;
  /** For a text that is one of these, what stands for it; else `otherwise`. An outcome of null is NULL. */
  pick(text: Sql, outcomes: readonly (readonly [from: string, to: string | null])[], otherwise: Sql): Sql;
  /** The same, with outcomes that are pieces of SQL of one type. */
  pickSql(text: Sql, outcomes: readonly (readonly [from: string, to: Sql])[], otherwise: Sql): Sql;

  /**
   * Days since 1970-01-01 as an integer. Of a moment: its day in the time zone. Of a text: 2022-10-25,
   * 2022/1/5, 2022.1.5, 20221025, 20221025093000, each also with a time behind a space or T; NULL for
   * any other text, for days that do not exist and for years outside 1900-2999.
   */
  dayOf(column: Sql, kind: ColumnKind, timezone: string): Sql;
  /** The n-th day of a list, from 1, as days since 1970; NULL outside the list, where it is NULL, or for NULL. */
  nth(days: readonly (number | null)[], index: Sql): Sql;

  /**
   * An exact decimal with up to 28 digits before and 10 after the point; NULL for text that is no plain
   * decimal (-12, 3.50, .5) or that does not fit. Never by way of a binary float.
   */
  decimalOf(column: Sql, kind: ColumnKind): Sql;
  /** A literal that compares exactly with `decimalOf`. */
  decimal(written: string): Sql;
  /** An integer, such as a difference of days, as an exact decimal. */
  decimalOfInteger(value: Sql): Sql;

  /** Rows for which a condition holds; `null` counts all. */
  countIf(condition: Sql | null): Sql;
  /** The exact sum of decimals as text, over rows where the condition holds; NULL or 0 where none does. */
  sumIf(value: Sql, condition: Sql | null): Sql;
  /** Exact distinct combinations, none of whose values is null where the condition holds. */
  distinctIf(values: readonly Sql[], condition: Sql | null): Sql;
  /** About as many, where a plan says that this will do. */
  nearlyDistinctIf(values: readonly Sql[], condition: Sql | null): Sql;

  /** Two-valued: unknown is false. */
  isTrue(condition: Sql): Sql;
  /** Whether one value, or a combination of several, is among the rows of a SELECT without nulls. */
  isIn(values: readonly Sql[], query: Sql): Sql;
  /** What stands behind FROM for a source whose rows look up others; without a partner the fields are NULL. */
  lookUp(source: Sql, joins: readonly Join[]): Sql;
  /** Any value as text, as answers carry it. */
  written(value: Sql): Sql;
}
