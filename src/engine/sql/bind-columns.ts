import { HeadingBook, type Recognition } from "../../ingest/headings.ts";
import type { Dictionary } from "../../model/dataset.ts";
import type { Column } from "./database.ts";
import type { Dialect } from "./dialect.ts";
import type { FieldColumn } from "./expr.ts";

/** What the columns of a table or file hold, told by their names as headings of a sheet would be. */
export function recogniseColumns(
  table: string,
  columns: readonly Column[],
  dictionary: Dictionary,
): Recognition["binding"] | null {
  const head = [{ number: 1, text: columns.map(({ name }) => name) }];
  return new HeadingBook(dictionary).candidates(table, head, 1)[0]?.binding ?? null;
}

export function fieldColumns(
  binding: Recognition["binding"],
  columns: readonly Column[],
  dialect: Dialect,
): Map<string, FieldColumn> {
  return new Map(
    binding.columns.flatMap(({ column, field, heading, unit }) => {
      const found = columns[column];
      if (found === undefined) return [];
      const { name, kind } = found;
      return [[field.name, { heading, field, column: dialect.quoteName(name), kind, unit, codes: null }]];
    }),
  );
}
