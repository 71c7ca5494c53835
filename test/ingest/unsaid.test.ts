import { expect, test } from "vitest";
import { textsOf } from "../../src/ingest/text-row.ts";
import { openBytes } from "./read.ts";

const office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
const table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
const words = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
const text = (value: string) =>
  `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`;

const flat = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="${office}" xmlns:table="${table}" xmlns:text="${words}"
  office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet>
<table:table table:name="S">
<table:table-row>${text("甲")}${text("乙")}</table:table-row>
<table:table-row table:visibility="filter">${text("1")}<table:table-cell table:formula="of:=1+1"/></table:table-row>
<table:table-row>${text("2")}<table:table-cell table:formula="of:=1+1" office:value-type="float" office:value="2"><text:p>2</text:p></table:table-cell></table:table-row>
</table:table></office:spreadsheet></office:body></office:document>`;

const sheetMl = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Worksheet ss:Name="S"><Table>
<Row><Cell><Data ss:Type="String">甲</Data></Cell><Cell><Data ss:Type="String">乙</Data></Cell></Row>
<Row><Cell><Data ss:Type="String">1</Data></Cell><Cell ss:Formula="=1+1"/></Row>
<Row><Cell><Data ss:Type="String">2</Data></Cell><Cell ss:Formula="=1+1"><Data ss:Type="Number">2</Data></Cell></Row>
</Table></Worksheet></Workbook>`;

async function read(document: string) {
  const file = await openBytes(Buffer.from(document), "表.xls");
  const rows: string[] = [];
  const end = await file.sheets[0]?.scan((row) => {
    rows.push(`${row.number}${row.hidden ? " hidden" : ""}: ${textsOf(row).join(" ")}`);
    return true;
  });
  await file.close();
  return { rows, formulas: end?.formulasWithoutValue };
}

test("flat OpenDocument: formulas without a value and hidden rows are told", async () => {
  expect(await read(flat)).toEqual({
    rows: ["1: 甲 乙", "2 hidden: 1", "3: 2 2"],
    formulas: { cells: ["B2"], count: 1 },
  });
});

test("SpreadsheetML: formulas without a value are told", async () => {
  expect(await read(sheetMl)).toEqual({
    rows: ["1: 甲 乙", "2: 1", "3: 2 2"],
    formulas: { cells: ["B2"], count: 1 },
  });
});
