import type { SampleCell, SampleSheet } from "../model/sample-sheet.ts";
import { syntheticMark } from "../model/synthetic.ts";
import { stopZipClock } from "./zip-clock.ts";

// exceljs hands this on to its zip writer; its types leave the level out.
const smallest = { zip: { compression: "DEFLATE", compressionOptions: { level: 9 } } } as const;

/** Made-up exports as one workbook, a sheet each; the same sheets and day give the same bytes. */
export async function sampleWorkbook(
  sheets: readonly SampleSheet[],
  title: string,
  made: Date,
): Promise<Uint8Array> {
  const { default: ExcelJS } = await import("exceljs");
  const workbook = new ExcelJS.Workbook();
  // exceljs would write the clock into the file.
  workbook.created = made;
  workbook.modified = made;
  workbook.title = `${syntheticMark} ${title}`;
  for (const { name, above, headings, rows, below } of sheets) {
    const sheet = workbook.addWorksheet(name, { views: [{ state: "frozen", ySplit: above.length + 1 }] });
    for (const line of above) sheet.addRow([line]);
    sheet.addRow([...headings]).font = { bold: true };
    for (const row of rows) sheet.addRow([...row]);
    for (const line of below) sheet.addRow([line]);
    headings.forEach((heading, index) => {
      const column = sheet.getColumn(index + 1);
      column.width = widthOf(heading, rows, index);
      if (rows.some((row) => row[index] instanceof Date)) column.numFmt = "yyyy-mm-dd";
    });
  }
  return stopZipClock(new Uint8Array(await workbook.xlsx.writeBuffer(smallest)));
}

/** Chinese text is two columns wide a character; ids and names show whole up to a limit. */
function widthOf(heading: string, rows: readonly (readonly SampleCell[])[], index: number): number {
  const texts = rows.slice(0, 30).map((row) => row[index]);
  const longest = Math.max(
    heading.length * 2,
    ...texts.map((text) => (typeof text === "string" ? text.replace(/[^ -~]/g, "xx").length : 10)),
  );
  return Math.min(36, longest + 2);
}
