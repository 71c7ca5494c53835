import type { Language } from "../../model/language.ts";
import type { Ledger } from "../../model/ledger.ts";
import { syntheticMark } from "../../model/synthetic.ts";
import { counted } from "../figures.ts";
import type { Batch } from "./batch.ts";
import { clean, printed } from "./cell-text.ts";
import { looks } from "./looks.ts";
import { rowXml } from "./row-xml.ts";
import { type BookWriter, rowsOf, type SheetWriter } from "./writer.ts";

const A4 = 9;
const MARGINS = { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 };

const texts = {
  zh: {
    title: (plan: string, unit: string) => `${plan} 整改台账${unit === "" ? "" : `（${unit}）`}`,
    about: (asOf: string, listed: number, leftOut: number) =>
      `数据截至 ${asOf}，共 ${counted(listed)} 条${leftOut > 0 ? `，另有 ${counted(leftOut)} 条未列出（见“说明”）` : ""}`,
    synthetic: `【${syntheticMark}】不是真实情况`,
    pages: ["第 ", " 页，共 ", " 页"],
  },
  en: {
    title: (plan: string, unit: string) => `${plan}: rectification ledger${unit === "" ? "" : ` (${unit})`}`,
    about: (asOf: string, listed: number, leftOut: number) =>
      `Data as of ${asOf}; ${counted(listed)} rows${leftOut > 0 ? `, ${counted(leftOut)} more not listed (see "About")` : ""}`,
    synthetic: `[SYNTHETIC DATA / ${syntheticMark}] not real figures`,
    pages: ["page ", " of ", ""],
  },
} as const;

export function ledgerTitle({ plan }: Ledger, language: Language, unit = ""): string {
  return texts[language].title(plan.title, unit);
}

/** A workbook that is being written. */
export interface Book {
  readonly writer: BookWriter;
  readonly ledger: Ledger;
  readonly language: Language;
}

export interface Page {
  readonly name: string;
  readonly widths: readonly number[];
  /** The row of headings, which stand on each printed page. */
  readonly headings: number;
  /** Rows that stay in sight; 0 for none. */
  readonly frozen: number;
  readonly hidden: readonly number[];
  /** Whose page it is; "" for all. */
  readonly unit: string;
  readonly listed: number;
  readonly leftOut: number;
}

/** A sheet with its title in the first row and what it holds in the second. */
export async function openPage(
  { writer, ledger, language }: Book,
  page: Page,
): Promise<{ readonly sheet: SheetWriter; readonly rows: Batch }> {
  const say = texts[language];
  const [before, between, after] = say.pages;
  const { frozen } = page;
  const sheet = writer.addWorksheet(page.name, {
    views: [{ showGridLines: false, ...(frozen === 0 ? {} : { state: "frozen", ySplit: frozen }) }],
    pageSetup: {
      paperSize: A4,
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: MARGINS,
      printTitlesRow: `${page.headings}:${page.headings}`,
    },
    headerFooter: {
      oddHeader: ledger.synthetic ? `&C${say.synthetic}` : "",
      oddFooter: `&L${printed(ledgerTitle(ledger, language))}&R${before}&P${between}&N${after}`,
    },
  });
  for (const [at, width] of page.widths.entries()) sheet.getColumn(at + 1).width = width;
  for (const at of page.hidden) sheet.getColumn(at).hidden = true;
  // The library's own row: with it the sheet's columns are written.
  const title = sheet.getRow(1);
  Object.assign(title.getCell(1), {
    value: clean(ledgerTitle(ledger, language, page.unit)),
    style: looks.title,
  });
  title.height = 32;
  title.commit();
  const about = say.about(ledger.asOf, page.listed, page.leftOut);
  const value = ledger.synthetic ? `${say.synthetic}  ${about}` : about;
  const style = writer.styles.addStyleModel(looks.note);
  const rows = rowsOf(sheet);
  await rows.add(rowXml(2, 20, [{ value, style }]));
  return { sheet, rows };
}
