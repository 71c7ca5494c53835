import type { Words } from "../../model/dataset.ts";
import { spelling } from "../../model/reading/text.ts";
import { fail } from "../../problem.ts";
import type { BoundTable } from "./bound-table.ts";
import type { AnswerRow } from "./database.ts";
import type { Dialect, Sql } from "./dialect.ts";
import { allOf, anyOf, daysOf, decimalsOf, type FieldColumn, isAmong, notOf } from "./expr.ts";
import { BESIDE } from "./readings.ts";
import { select } from "./statement.ts";

const MOST_UNITS = 100_000;
const MOST_CODES = 5_000;
const MOST_ODD = 10_000;

/** How much of a column is listed: every cell, or those that SQL alone does not understand. */
export interface Listing {
  readonly column: FieldColumn;
  /** The cell, with the unit beside it where there is one. */
  readonly text: Sql;
  readonly whole: boolean;
  readonly most: number;
  readonly where: Sql;
}

/** How the fields of a table are to be listed before anything is counted. */
export function listingsOf(
  table: BoundTable,
  fields: Iterable<string>,
  { dialect, words, timezone, unitFields }: ListingContext,
): Listing[] {
  return [...fields].flatMap((name): Listing[] => {
    const column = table.columns.get(name);
    if (column === undefined || column.constant !== undefined) return [];
    const { field } = column;
    const text = textOf(column, table, dialect);
    const whole = { column, text, whole: true, where: `${text} IS NOT NULL` };
    if (unitFields.has(name)) return [{ ...whole, most: MOST_UNITS }];
    if (
      finiteTypes.has(field.type) ||
      (field.type === "number" && column.unit !== null) ||
      column.codes !== null
    )
      return [{ ...whole, most: MOST_CODES }];
    const odd = oddness(column, table, { dialect, words, timezone });
    return odd === null ? [] : [{ column, text, whole: false, most: MOST_ODD, where: odd }];
  });
}

export interface ListingContext {
  readonly dialect: Dialect;
  readonly words: Words;
  readonly timezone: string;
  /** Fields that name units, of which every form is looked up in the directory. */
  readonly unitFields: ReadonlySet<string>;
}

const finiteTypes: ReadonlySet<string> = new Set(["flag", "code", "set", "limit", "year", "rate"]);

function textOf({ field, column, kind }: FieldColumn, { columns }: BoundTable, dialect: Dialect): Sql {
  const bare = dialect.textOf(column, kind);
  if (field.unitColumn === null) return bare;
  const { mark, inCell, between } = BESIDE;
  const text = `replace(${bare}, ${dialect.quoteText(mark)}, ${dialect.quoteText(inCell)})`;
  const beside = columns.get(field.unitColumn);
  if (beside === undefined) return text;
  const unit = dialect.textOf(beside.column, beside.kind);
  const both = `concat(${text}, ${dialect.quoteText(between)}, ${unit})`;
  return `CASE WHEN ${text} IS NULL THEN NULL WHEN ${unit} IS NULL THEN ${text} ELSE ${both} END`;
}

// Printable ASCII and common Chinese characters, without spaces at the ends: nothing folds them.
const PLAIN = "^[!-~\u4e00-\u9fff]([ -~\u4e00-\u9fff]*[!-~\u4e00-\u9fff])?$";
// 1.1620E+17 has lost digits.
const EXPONENT = "^[+-]?[0-9]([.][0-9]+)?[eE][+]?[0-9]+$";

/** Cells that only the reader of files understands; null where there are none by the column's type. */
function oddness(
  fieldColumn: FieldColumn,
  table: BoundTable,
  { dialect, words, timezone }: Omit<ListingContext, "unitFields">,
): Sql | null {
  const { field, column, kind } = fieldColumn;
  const text = dialect.textOf(column, kind);
  const there = `${text} IS NOT NULL`;
  if (field.type === "date") {
    if (kind === "date" || kind === "time") return null;
    return allOf([there, `${daysOf(fieldColumn, dialect, timezone)} IS NULL`]);
  }
  if (field.type === "number") {
    if (kind === "integer") return null;
    return allOf([there, `${decimalsOf(fieldColumn, dialect)} IS NULL`]);
  }
  if (kind !== "text") return null;
  const missing = [...new Set(words.missing.map(spelling))];
  const plain = dialect.isTrue(dialect.matches(text, PLAIN));
  const odd = [notOf(plain), isAmong(dialect, dialect.spelling(text), missing)];
  if (field.type === "id") odd.push(dialect.isTrue(dialect.matches(text, EXPONENT)));
  if (table.dataset.key.includes(field.name)) odd.push(...labelled(text, words, dialect));
  return allOf([there, anyOf(odd)]);
}

/** 合计 and the like in a key column: no record. */
function labelled(text: Sql, words: Words, dialect: Dialect): Sql[] {
  const { totals, subtotals, averages, notes } = words;
  const ends = [...new Set([...totals, ...subtotals, ...averages].map(spelling))];
  const starts = [...new Set(notes.map(spelling))];
  const either = (list: readonly string[]) => list.map(escaped).join("|");
  const shape = `(${either(ends)})[^0-9]?$|^(${either(starts)})`;
  return [dialect.isTrue(dialect.matches(dialect.spelling(text), shape))];
}

function escaped(text: string): string {
  return text
    .replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")
    .replaceAll("\\/", "/")
    .replaceAll("\\-", "-");
}

/** Under this name stand first cells among what was written. */
export const FIRST = "evaluate_first";

/** What stands first in rows that lack a part of their key: a total, a remark, or a bad row. */
function firstCells({ first, dataset, columns }: BoundTable, dialect: Dialect): Part[] {
  if (first === undefined) return [];
  const key = dataset.key.flatMap((field) => columns.get(field) ?? []);
  const lacks = anyOf(key.map(({ column, kind }) => `${dialect.textOf(column, kind)} IS NULL`));
  return [{ name: FIRST, text: first, where: allOf([lacks, `${first} IS NOT NULL`]), most: MOST_ODD }];
}

interface Part {
  readonly name: string;
  readonly text: Sql;
  readonly where: Sql;
  readonly most: number;
}

/** One statement for all listings of a table: its rows, then each cell by field with how many rows hold it. */
export function writtenSelect(table: BoundTable, listings: readonly Listing[], dialect: Dialect): Sql {
  const { source, where } = table;
  const [field, cell, rows] = ["field", "cell", "rows"].map((name) => dialect.quoteName(`evaluate_${name}`));
  const nothing = dialect.quoteText("");
  const total = select({
    columns: [`${nothing} AS ${field}`, `${nothing} AS ${cell}`, `count(*) AS ${rows}`],
    from: source,
    where,
  });
  const named = listings.map(({ column, ...rest }): Part => ({ name: column.field.name, ...rest }));
  const parts = [...named, ...firstCells(table, dialect)].map(({ name, text, where: listed, most }) =>
    select({
      columns: [`${dialect.quoteText(name)} AS ${field}`, `${text} AS ${cell}`, `count(*) AS ${rows}`],
      from: source,
      where: allOf([where, listed]),
      groupBy: [text],
      limit: most + 1,
    }),
  );
  return [total, ...parts].map((part) => `SELECT * FROM (\n${part}\n)`).join("\nUNION ALL\n");
}

export interface Written {
  readonly rows: number;
  /** By field, cell and rows. */
  readonly cells: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** @throws ProblemError where a column holds too much to be looked at. */
export function writtenIn(answer: readonly AnswerRow[], listings: readonly Listing[]): Written {
  const cells = new Map<string, Map<string, number>>(
    listings.map(({ column }) => [column.field.name, new Map()]),
  );
  cells.set(FIRST, new Map());
  let rows = 0;
  for (const [field, cell, count] of answer) {
    if (field === "") rows = Number(count);
    else cells.get(field ?? "")?.set(cell ?? "", Number(count));
  }
  for (const { column, most } of listings) {
    if ((cells.get(column.field.name)?.size ?? 0) <= most) continue;
    fail("D033", {}, { dataset: "", field: column.field.name, column: column.heading, most });
  }
  return { rows, cells };
}
