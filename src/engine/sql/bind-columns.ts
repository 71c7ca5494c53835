import { HeadingBook, type Recognition } from "../../ingest/headings.ts";
import type { Dictionary } from "../../model/dataset.ts";
import type { Column } from "./database.ts";

/** What the columns of a table or file hold, told by their names as headings of a sheet would be. */
export function recogniseColumns(
  table: string,
  columns: readonly Column[],
  dictionary: Dictionary,
): Recognition["binding"] | null {
  const head = [{ number: 1, text: columns.map(({ name }) => name) }];
  return new HeadingBook(dictionary).candidates(table, head, 1)[0]?.binding ?? null;
}
