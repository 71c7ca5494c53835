import { keyOf } from "../../measure/surroundings.ts";
import type { Field } from "../../model/dataset.ts";
import type { Day } from "../../model/day.ts";
import { type Exact, fraction } from "../../model/exact.ts";
import type { Value } from "../../model/value.ts";
import { decimalText } from "./decimals.ts";
import type { Dialect, Sql } from "./dialect.ts";
import { daysOf, decimalsOf, type Expr, type FieldColumn, type Finite, type SqlType } from "./expr.ts";
import type { Read } from "./readings.ts";
import type { Listing } from "./written.ts";

export const sqlTypes = {
  id: "text",
  text: "text",
  flag: "text",
  code: "text",
  set: "text",
  number: "decimal",
  rate: "decimal",
  limit: "decimal",
  date: "day",
  year: "day",
} satisfies Record<Field["type"], SqlType>;

export interface ColumnContext {
  readonly dialect: Dialect;
  readonly timezone: string;
  readonly asOf: Day;
}

/** A field that no column holds: missing, or what its absence means. */
export function absentExpr(field: Field, dialect: Dialect): Expr {
  const value = field.absent === null ? "NULL" : dialect.quoteText(field.absent);
  const finite = { text: null, outcomes: new Map(), blank: field.absent };
  return { field, type: sqlTypes[field.type], value, finite };
}

/** A field that a column holds, by what was found written in it. */
export function columnExpr(listing: Listing, read: Read, context: ColumnContext): Expr {
  const { field } = listing.column;
  const { dialect, timezone, asOf } = context;
  const outcomes = field.event ? heldBack(read.outcomes, asOf) : read.outcomes;
  const type = sqlTypes[field.type];
  if (listing.whole) return finiteExpr(field, { text: listing.text, outcomes, blank: null }, dialect);
  const plain = {
    text: listing.text,
    decimal: decimalsOf(listing.column, dialect),
    day: daysOf(listing.column, dialect, timezone),
  }[type];
  const value = patched(listing.text, outcomes, plain, type, dialect);
  return { field, type, value: field.event ? untilAsOf(value, asOf) : value, finite: null };
}

/** A field whose column needs no listing: its type leaves nothing to be read. */
export function typedExpr(of: FieldColumn, { dialect, timezone, asOf }: ColumnContext): Expr {
  const { field, column, kind } = of;
  const type = sqlTypes[field.type];
  const value = {
    text: dialect.textOf(column, kind),
    decimal: decimalsOf(of, dialect),
    day: daysOf(of, dialect, timezone),
  }[type];
  return { field, type, value: field.event ? untilAsOf(value, asOf) : value, finite: null };
}

/** What is known of every cell: text where each stands for itself, else a list of what stands for what. */
export function finiteExpr(field: Field, finite: Finite, dialect: Dialect): Expr {
  const type = sqlTypes[field.type];
  const { text, outcomes } = finite;
  if (text === null) return { field, type, value: constant(finite.blank, type, dialect), finite };
  const differs = [...outcomes].some(([cell, value]) => value !== cell);
  if (type === "text" && !differs && finite.blank === null) return { field, type, value: text, finite };
  const known = new Map([...outcomes].filter(([, value]) => value !== null));
  const picked = patched(text, known, "NULL", type, dialect);
  const blank = constant(finite.blank, type, dialect);
  const value = finite.blank === null ? picked : `CASE WHEN ${text} IS NULL THEN ${blank} ELSE ${picked} END`;
  return { field, type, value, finite };
}

function constant(value: Value, type: SqlType, dialect: Dialect): Sql {
  if (value === null) return "NULL";
  return type === "text" ? dialect.quoteText(keyOf(value)) : number(value as Exact, type, dialect);
}

/** Cells that are read here, the others as SQL understands them. */
function patched(
  text: Sql,
  outcomes: ReadonlyMap<string, Value>,
  otherwise: Sql,
  type: SqlType,
  dialect: Dialect,
): Sql {
  const cells = [...outcomes];
  if (cells.length === 0) return otherwise;
  if (type === "text") {
    const texts = cells.map(([cell, value]) => [cell, value === null ? null : keyOf(value)] as const);
    return dialect.pick(text, texts, otherwise);
  }
  // What SQL does not understand is NULL already.
  const known = cells.flatMap(([cell, value]) =>
    value === null ? [] : [[cell, number(value as Exact, type, dialect)] as const],
  );
  return known.length === 0 ? otherwise : dialect.pickSql(text, known, otherwise);
}

function number(value: Exact, type: SqlType, dialect: Dialect): Sql {
  return type === "day" ? String(value) : dialect.decimal(decimalText(fraction(value)));
}

/** Events dated after as-of have not happened yet. */
function untilAsOf(value: Sql, asOf: Day): Sql {
  return `CASE WHEN ${value} <= ${asOf} THEN ${value} ELSE NULL END`;
}

function heldBack(outcomes: ReadonlyMap<string, Value>, asOf: Day): ReadonlyMap<string, Value> {
  return new Map(
    [...outcomes].map(([cell, value]) => [cell, typeof value === "number" && value > asOf ? null : value]),
  );
}

/** The same field where its value stands in a column of a subquery, as text or number already. */
export function rebased({ field, type, finite }: Expr, column: Sql): Expr {
  if (finite === null || type !== "text") return { field, type, value: column, finite: null };
  const values = [finite.blank, ...finite.outcomes.values()].filter((value) => value !== null);
  const outcomes = new Map(values.map((value) => [keyOf(value), value]));
  return { field, type, value: column, finite: { text: column, outcomes, blank: null } };
}
