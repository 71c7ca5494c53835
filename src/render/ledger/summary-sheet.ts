import type { LedgerUnit } from "../../model/ledger.ts";
import { clean, linesIn } from "./cell-text.ts";
import { countOf } from "./lines.ts";
import { looks } from "./looks.ts";
import { type Book, openPage } from "./page.ts";
import { rowXml } from "./row-xml.ts";
import { summaryOf, type Where } from "./summary.ts";
import { done } from "./writer.ts";

const LINE = 15;
const WIDTHS = [18, 34, 14, 14, 44, 10, 10, 10, 14];
const TITLE_ROWS = 2;

/** What the workbook holds, how it is meant to be used, and how much there is to do by unit and indicator. */
export async function summarySheet(
  book: Book,
  { name, unit, where }: { readonly name: string; readonly unit: string; readonly where: Where },
  units: readonly LedgerUnit[],
): Promise<void> {
  const { notes, headings, rows } = summaryOf(book.ledger, units, where, book.language);
  const { listed, leftOut } = countOf(units, "open");
  const first = TITLE_ROWS + notes.length + 2;
  const page = await openPage(book, {
    name,
    widths: WIDTHS,
    headings: first,
    frozen: 0,
    hidden: [],
    unit,
    listed,
    leftOut,
  });
  const style = (look: keyof typeof looks) => book.writer.styles.addStyleModel(looks[look]);
  for (const [at, note] of notes.entries())
    await page.rows.add(rowXml(TITLE_ROWS + 1 + at, LINE + 3, [{ value: note, style: style("note") }]));
  for (const [index, cells] of [headings, ...rows].entries()) {
    const texts = cells.map((cell) => (typeof cell === "string" ? clean(cell) : cell));
    const lines = texts.map((text, at) => (typeof text === "string" ? linesIn(text, WIDTHS[at] ?? 10) : 1));
    const look = (cell: string | number) =>
      style(index === 0 ? "heading" : typeof cell === "number" ? "centred" : "cell");
    const row = texts.map((value) => ({ value, style: look(value) }));
    await page.rows.add(rowXml(first + index, Math.max(...lines) * LINE + 5, row));
  }
  const columns = headings.length;
  page.sheet.autoFilter = {
    from: { row: first, column: 1 },
    to: { row: first + rows.length, column: columns },
  };
  await done(page.sheet, page.rows);
}
