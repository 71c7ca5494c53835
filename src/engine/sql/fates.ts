import type { Day } from "../../model/day.ts";
import type { BoundTable } from "./bound-table.ts";
import type { Dialect, Sql } from "./dialect.ts";
import { allOf, anyOf, type Expr, FALSE, firstValue, isAmong, notOf } from "./expr.ts";
import type { Remarks } from "./readings.ts";

/** What becomes of a row, each the first that fits; `used` fits the rest, before repeats are left out. */
export interface Fates {
  readonly note: Sql;
  readonly total: Sql;
  readonly rejected: Sql;
  readonly "outside-period": Sql;
  readonly "after-as-of": Sql;
  readonly used: Sql;
  /** The row's date; NULL where the dataset has none. */
  readonly day: Sql;
}

export interface FateContext {
  readonly dialect: Dialect;
  readonly asOf: Day;
  readonly period: { readonly start: Day; readonly end: Day } | null;
  exprOf(field: string): Expr;
  /** By field, rows that are no records. */
  readonly remarks: ReadonlyMap<string, Remarks & { readonly text: Sql }>;
}

export function fatesOf(table: BoundTable, context: FateContext): Fates {
  const { dialect, asOf, period, exprOf } = context;
  const { dataset } = table;
  const remarks = [...context.remarks.values()];
  const note = anyOf(
    remarks.flatMap(({ text, notes, examples }) => {
      const noted = isAmong(dialect, text, [...notes]);
      if (table.few === undefined || noted === FALSE) return [noted];
      return [allOf([table.few, noted]), isAmong(dialect, text, [...examples])];
    }),
  );
  const total = anyOf(remarks.map(({ text, totals }) => isAmong(dialect, text, [...totals])));
  const key = keyOfTable(table);
  const rejected = anyOf(key.map((field) => `${exprOf(field).value} IS NULL`));
  const dates = dataset.date.filter((field) => table.columns.has(field)).map((field) => exprOf(field).value);
  const day = dates.length === 0 ? "NULL" : firstValue(dates);
  const dated = (test: string) => (dates.length === 0 ? FALSE : dialect.isTrue(`${day} ${test}`));
  const outside =
    period === null || !dataset.period
      ? FALSE
      : anyOf([dated(`< ${period.start}`), dated(`> ${period.end}`)]);
  const after = dated(`> ${asOf}`);
  const ordered = inOrder([note, total, rejected, outside, after]);
  const [isNote = FALSE, isTotal = FALSE, isRejected = FALSE, isOutside = FALSE, isAfter = FALSE] = ordered;
  const used = allOf([note, total, rejected, outside, after].map(notOf));
  return {
    note: isNote,
    total: isTotal,
    rejected: isRejected,
    "outside-period": isOutside,
    "after-as-of": isAfter,
    used,
    day,
  };
}

/** Each condition where none of those before holds. */
function inOrder(conditions: readonly Sql[]): Sql[] {
  return conditions.map((condition, at) =>
    condition === FALSE ? FALSE : allOf([...conditions.slice(0, at).map(notOf), condition]),
  );
}

/** The key's fields where all of them have a column; else none, and rows are read without this check. */
export function keyOfTable({ dataset, columns }: BoundTable): readonly string[] {
  return dataset.key.every((field) => columns.has(field)) ? dataset.key : [];
}
