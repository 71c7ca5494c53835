import type { Field } from "../../model/dataset.ts";
import type { Value } from "../../model/value.ts";
import type { ColumnKind, Dialect, Sql } from "./dialect.ts";

/** How a field's values lie in SQL: days are integers since 1970, decimals exact, sets and flags text. */
export type SqlType = "text" | "decimal" | "day";

/** A field of a row as SQL; NULL where it is missing. */
export interface Expr {
  readonly field: Field;
  readonly type: SqlType;
  readonly value: Sql;
  /** Where all that the column holds is known, so that tests on it are answered here. */
  readonly finite: Finite | null;
}

export interface Finite {
  /** Null where the field has no column: then `blank` holds for every row. */
  readonly text: Sql | null;
  /** By cell as written, the value read from it. */
  readonly outcomes: ReadonlyMap<string, Value>;
  /** Of rows with nothing in it. */
  readonly blank: Value;
}

/** A column of a table that holds a field. */
export interface FieldColumn {
  readonly heading: string;
  readonly field: Field;
  readonly column: Sql;
  readonly kind: ColumnKind;
  /** The unit in the heading's bracket. */
  readonly unit: string | null;
  /** Its days or decimals, where the source has them ready beside the text. */
  readonly ready?: Sql;
  /** Said by the mapping of every row; then there is no column. */
  readonly constant?: string;
  /** How many places of a binary float count. */
  readonly scale?: number;
  /** What cells stand for, by the cell as looked up. */
  readonly codes: ReadonlyMap<string, string> | null;
}

/** The days of a column, as far as SQL understands them. */
export function daysOf({ column, kind, ready }: FieldColumn, dialect: Dialect, timezone: string): Sql {
  return ready ?? dialect.dayOf(column, kind, timezone);
}

export function decimalsOf({ column, kind, ready }: FieldColumn, dialect: Dialect): Sql {
  return ready ?? dialect.decimalOf(column, kind);
}

export const TRUE: Sql = "1 = 1";
export const FALSE: Sql = "1 = 0";

export function allOf(conditions: readonly Sql[]): Sql {
  const parts = [...new Set(conditions)].filter((part) => part !== TRUE);
  if (parts.includes(FALSE)) return FALSE;
  return parts.length === 0 ? TRUE : joined(parts, " AND ");
}

export function anyOf(conditions: readonly Sql[]): Sql {
  const parts = [...new Set(conditions)].filter((part) => part !== FALSE);
  if (parts.includes(TRUE)) return TRUE;
  return parts.length === 0 ? FALSE : joined(parts, " OR ");
}

/** Of a two-valued condition. */
export function notOf(condition: Sql): Sql {
  if (condition === TRUE) return FALSE;
  return condition === FALSE ? TRUE : `NOT (${condition})`;
}

function joined([first = "", ...rest]: readonly Sql[], by: string): Sql {
  return rest.length === 0 ? first : `(${[first, ...rest].join(by)})`;
}

/** Two-valued: whether a text is one of these. */
export function isAmong(dialect: Dialect, text: Sql, texts: readonly string[]): Sql {
  const [only] = texts;
  if (only === undefined) return FALSE;
  const quoted = texts.map((each) => dialect.quoteText(each));
  return dialect.isTrue(texts.length === 1 ? `${text} = ${quoted[0]}` : `${text} IN (${quoted.join(", ")})`);
}

/** What rows are grouped by: nothing where one value stands for all of them. */
export function groupedBy({ value, finite }: Expr): Sql[] {
  return finite !== null && finite.text === null ? [] : [value];
}

/** The first of some values that is not NULL. */
export function firstValue(values: readonly Sql[]): Sql {
  const [first = "NULL", ...rest] = values;
  return rest.length === 0
    ? first
    : `CASE WHEN ${first} IS NOT NULL THEN ${first} ELSE ${firstValue(rest)} END`;
}
