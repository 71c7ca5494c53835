import { clean } from "../model/reading/text.ts";
import type { SheetBinding } from "./binding.ts";
import type { HeadRow } from "./heading-rows.ts";
import type { HeadingBook } from "./headings.ts";

/** The headings of a table that lies on its side, down one of its first columns; null for any other sheet. */
export function turnedTable(head: readonly HeadRow[], book: HeadingBook): SheetBinding | null {
  for (const column of [0, 1, 2]) {
    const labels = head.map(({ text }) => clean(text[column] ?? ""));
    if (!book.isHeadings({ number: 1, text: labels })) continue;
    const binding = book.candidates("", [{ number: 1, text: labels }])[0]?.binding;
    if (binding === undefined) continue;
    const figures = binding.columns.filter(({ column: at }) =>
      (head[at]?.text ?? []).slice(column + 1).some((cell) => /^[\d.,%]+$/.test(clean(cell))),
    );
    if (figures.length >= 2) return binding;
  }
  return null;
}
