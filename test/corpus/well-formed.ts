import * as XLSX from "@e965/xlsx";
import ExcelJS from "exceljs";
import { writeXlsx } from "hucre/xlsx";
import { stringsXml, stylesXml, workbook, workbookXml } from "../ingest/workbook.ts";

export type Value = string | number | boolean | Date | null;

/** A table of whatever exports hold, the same for the same seed. */
export function someTable(seed: number, rows: number, columns: number): Value[][] {
  let state = seed;
  const random = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const words = [
    "市公安局",
    "𠮷野 <家>",
    "a\"b'c&d",
    " 前后 ",
    "行一\n行二",
    "＝SUM",
    "=1+1",
    "_x4E2D_",
    "Ａ１",
    "é́",
    "0012",
  ];
  const value = (): Value => {
    switch (random(9)) {
      case 0:
        return null;
      case 1:
        return random(2) === 0;
      case 2:
        return random(1_000_000) - 500_000;
      case 3:
        return (random(2 ** 31) - 2 ** 30) / 1000;
      case 4:
        return (random(1000) + 1) / 3 / 10 ** random(12);
      case 5:
        return new Date(Date.UTC(2000 + random(30), random(12), 1 + random(28), random(24), random(60)));
      case 6:
        return `62020012345678${String(random(10_000)).padStart(4, "0")}`;
      default:
        return `${words[random(words.length)]}${random(3)}`;
    }
  };
  const heading = Array.from({ length: columns }, (_, i) => `列${i + 1}`);
  return [heading, ...Array.from({ length: rows }, () => Array.from({ length: columns }, value))];
}

export async function byExceljs(table: readonly Value[][], date1904 = false): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.properties.date1904 = date1904;
  const sheet = book.addWorksheet("表1");
  for (const row of table) sheet.addRow(row);
  return Buffer.from((await book.xlsx.writeBuffer()) as ArrayBuffer);
}

export function bySheetJs(table: readonly Value[][], bookSST: boolean): Buffer {
  const sheet = XLSX.utils.aoa_to_sheet(table as Value[][], { UTC: true });
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, "表1");
  return XLSX.write(book, { type: "buffer", bookType: "xlsx", bookSST, compression: true }) as Buffer;
}

export async function byHucre(table: readonly Value[][]): Promise<Buffer> {
  return Buffer.from(await writeXlsx({ sheets: [{ name: "表1", rows: table as Value[][] }] }));
}

const type = (part: string, kind: string) =>
  `<Override PartName="/xl/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
const CONTENT_TYPES = `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${type("workbook", "sheet.main")}${type("worksheets/sheet1", "worksheet")}${type("sharedStrings", "sharedStrings")}${type("styles", "styles")}</Types>`;

/** Markup as Excel and WPS write it: shared and rich strings, formulas, every type of cell, a leap. */
export function byHand(): Buffer {
  return workbook({
    rows:
      '<row r="1" spans="1:5"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>44859</v></c><c r="C1" s="2"><v>0.985</v></c><c r="D1" t="b"><v>1</v></c><c r="E1" t="e"><v>#N/A</v></c></row>' +
      '<row r="4"><c r="B4" t="s"><v>1</v></c><c r="C4"><f>SUM(A1:A3)</f><v>12.5</v></c><c r="D4" t="str"><f>A1</f><v>甲</v></c><c r="F4" s="1"/></row>' +
      '<row r="5" hidden="1"><c r="A5"><v>1.0000000000000001E-5</v></c><c r="B5" t="inlineStr"><is><t xml:space="preserve"> 内 </t></is></c></row>',
    strings: stringsXml("<t>市公安局</t>", "<r><t>市</t></r><r><rPr><b/></rPr><t>直</t></r>"),
    styles: stylesXml(0, 14, 10),
    workbook: workbookXml('<sheet name="表1" sheetId="1" r:id="rId1"/>', "<workbookPr/>"),
    more: [{ name: "[Content_Types].xml", data: CONTENT_TYPES }],
  });
}
