import type { Language } from "../../model/language.ts";
import type { LedgerUnit } from "../../model/ledger.ts";
import { clean, linesIn } from "./cell-text.ts";
import { columnsFor, type LedgerColumn, type LedgerLine, valueIn } from "./columns.ts";
import { countOf, type Listed, linesOf } from "./lines.ts";
import { looks } from "./looks.ts";
import { type Book, openPage } from "./page.ts";
import { isDay, rowXml, serialOf, type XmlCell } from "./row-xml.ts";
import { addRules } from "./rules.ts";
import { done } from "./writer.ts";

/** Excel has 1,048,576 rows. */
const MOST_LINES = 1_000_000;
const HEADING_ROW = 3;
const HEADING_HEIGHT = 32;
const LINE = 15;
const TALLEST = 409;

const none: Record<Language, string> = { zh: "没有需要整改的记录。", en: "There is nothing to put right." };

export interface List {
  readonly name: string;
  /** Whose list it is; "" for all. */
  readonly unit: string;
  readonly units: readonly LedgerUnit[];
  readonly which: Listed;
  /** `to-fill`: with the columns that people fill in. */
  readonly purpose: "overview" | "to-fill";
}

/** Rows under headings that stay in sight and filter. */
export async function listSheet(book: Book, { name, unit, units, which, purpose }: List): Promise<void> {
  const { ledger, language } = book;
  const toFill = purpose === "to-fill";
  const columns = columnsFor(ledger, { states: which !== "open" }).filter(
    ({ filledIn, id }) => toFill || !(filledIn || id === "id"),
  );
  const { listed, leftOut, past } = countOf(units, which);
  const shown = Math.min(listed + past, MOST_LINES);
  const { sheet, rows } = await openPage(book, {
    name,
    widths: columns.map(({ width }) => width),
    headings: HEADING_ROW,
    frozen: HEADING_ROW,
    hidden: toFill ? [columns.length] : [],
    unit,
    listed: shown,
    leftOut: leftOut + listed + past - shown,
  });
  const lines = new Lines(book, columns);
  await rows.add(lines.heading);
  for (const line of linesOf(units, ledger, which)) {
    if (line.number > shown) break;
    await rows.add(lines.of(line));
  }
  const last = HEADING_ROW + shown;
  sheet.autoFilter = { from: { row: HEADING_ROW, column: 1 }, to: { row: last, column: columns.length } };
  if (shown > 0) addRules(sheet, columns, { first: HEADING_ROW + 1, last, language, toFill });
  else await rows.add(rowXml(HEADING_ROW + 1, LINE, [{ value: none[language], style: 0 }]));
  await done(sheet, rows);
}

/** Rows as XML, in the looks of their columns. */
class Lines {
  private readonly columns: readonly LedgerColumn[];
  private readonly language: Language;
  private readonly styles: Record<keyof typeof looks, number>;

  constructor({ writer, language }: Book, columns: readonly LedgerColumn[]) {
    this.columns = columns;
    this.language = language;
    const numbered = Object.entries(looks).map(([look, style]) => [look, writer.styles.addStyleModel(style)]);
    this.styles = Object.fromEntries(numbered);
  }

  get heading(): string {
    const { columns, language, styles } = this;
    const cells = columns.map((column) => ({
      value: clean(column[language]),
      style: column.filledIn ? styles.toFill : styles.heading,
    }));
    return rowXml(HEADING_ROW, HEADING_HEIGHT, cells);
  }

  of(line: LedgerLine): string {
    let tallest = 1;
    const cells = this.columns.map((column): XmlCell => {
      const value = valueIn(column, line, this.language);
      if (typeof value === "number") return { value, style: this.styles.centred };
      if (column.isDay && isDay(value)) return { value: serialOf(value), style: this.styles.day };
      const text = clean(value);
      tallest = Math.max(tallest, linesIn(text, column.width));
      return { value: text, style: this.styleOf(column, text) };
    });
    return rowXml(HEADING_ROW + line.number, Math.min(TALLEST, tallest * LINE + 5), cells);
  }

  private styleOf({ centred, isDay, isText }: LedgerColumn, text: string): number {
    if (isText || /^\s*[=+\-@]/.test(text)) return this.styles.text;
    // Whoever fills it in sees a day as the others are.
    if (isDay && text === "") return this.styles.day;
    return centred ? this.styles.centred : this.styles.cell;
  }
}
