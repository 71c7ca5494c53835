import { syntheticMark } from "../model/synthetic.ts";

export type SampleCell = string | number | Date | null;

export interface SampleTable {
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly SampleCell[])[];
}

/** The tables as a workbook, a sheet each, every sheet headed by what it is: synthetic. */
export async function sampleWorkbook(
  tables: readonly SampleTable[],
  title: string,
  made: Date,
): Promise<Uint8Array> {
  const { default: ExcelJS } = await import("exceljs");
  const workbook = new ExcelJS.Workbook();
  // exceljs would write the clock into the file.
  workbook.created = made;
  workbook.modified = made;
  workbook.title = `${syntheticMark} ${title}`;
  for (const { name, headings, rows } of tables) {
    const sheet = workbook.addWorksheet(name, { views: [{ state: "frozen", ySplit: 2 }] });
    sheet.addRow([`${syntheticMark}（演示用，非真实数据）：${title}`]);
    sheet.addRow([...headings]).font = { bold: true };
    for (const row of rows) sheet.addRow([...row]);
    headings.forEach((heading, index) => {
      const column = sheet.getColumn(index + 1);
      column.width = Math.max(12, heading.length * 2 + 2);
      if (rows.some((row) => row[index] instanceof Date)) column.numFmt = "yyyy-mm-dd";
    });
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
