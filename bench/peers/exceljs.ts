import ExcelJs from "exceljs";
import type { Peer } from "./peer.ts";

export const exceljs: Peer = async (file) => {
  const sheets: Record<string, number> = {};
  const reader = new ExcelJs.stream.xlsx.WorkbookReader(file, {
    worksheets: "emit",
    sharedStrings: "cache",
    styles: "cache",
    hyperlinks: "ignore",
  });
  let at = 0;
  for await (const sheet of reader) {
    let rows = 0;
    let cells = 0;
    for await (const row of sheet) {
      rows++;
      cells += Array.isArray(row.values) ? row.values.length : 0;
    }
    if (cells > 0) sheets[String(at++)] = rows;
  }
  return { sheets };
};
