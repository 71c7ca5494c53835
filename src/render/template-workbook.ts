import type { Cell, DataValidation, Workbook, Worksheet } from "exceljs";
import type { FieldType } from "../model/dataset.ts";
import { exampleMark, type Template, type TemplateColumn, type TemplateSheet } from "../model/template.ts";
import { guidePage, markLine, type TemplatePage, type TemplateTable, tasksPage } from "./template-guide.ts";
import { displayWidth, wrap } from "./text.ts";
import { stopZipClock } from "./zip-clock.ts";

const HEADINGS = 2;
const EXAMPLE = 3;
const FIRST = 4;
// Further rows are read all the same; each cell of a range costs readers that unfold it.
const LAST = 5_000;
const MS_PER_DAY = 86_400_000;
const LIST_SHEET = "选项";

const blue = "FF1F4E79";
const colours = { required: blue, optional: "FF5B7F9F", example: "FF8C8C8C", rule: "FFBFBFBF" };

const formats = {
  id: "@",
  text: "@",
  number: "#,##0.##########",
  rate: "0.##%",
  limit: "General",
  date: "yyyy-mm-dd",
  year: "0",
  flag: "@",
  code: "@",
  set: "@",
} satisfies Record<FieldType, string>;

/** An empty workbook to fill by hand; the same template gives the same bytes. */
export async function templateWorkbook(template: Template): Promise<Uint8Array> {
  const { default: ExcelJS } = await import("exceljs");
  const workbook = new ExcelJS.Workbook();
  // exceljs would write the clock into the file.
  workbook.created = new Date(template.plan.issued * MS_PER_DAY);
  workbook.modified = workbook.created;
  workbook.title = template.plan.title;
  addPage(workbook, guidePage(template));
  const ranges = rangesOf(template);
  for (const sheet of template.sheets) addSheet(workbook, sheet, template, ranges);
  const tasks = tasksPage(template);
  if (tasks !== null) addPage(workbook, tasks);
  addLists(workbook, template);
  return stopZipClock(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

type Ranges = ReadonlyMap<string, string>;

function rangesOf({ lists }: Template): Ranges {
  return new Map(
    [...lists].map(([name, values], index) => {
      const column = letterOf(index + 1);
      return [name, `${LIST_SHEET}!$${column}$3:$${column}$${values.length + 2}`];
    }),
  );
}

/** Excel holds 255 characters of a drop-down in the cell itself; longer ones must stand on a sheet. */
function addLists(workbook: Workbook, template: Template): void {
  const sheet = workbook.addWorksheet(LIST_SHEET, { state: "hidden" });
  sheet.getCell(1, 1).value = markLine(template);
  [...template.lists].forEach(([name, values], index) => {
    [name, ...values].forEach((value, row) => {
      sheet.getCell(row + 2, index + 1).value = value;
    });
  });
}

function addSheet(
  workbook: Workbook,
  { dataset, columns }: TemplateSheet,
  { plan, unit, language }: Template,
  ranges: Ranges,
): void {
  const sheet = workbook.addWorksheet(sheetName(dataset.name), {
    views: [{ state: "frozen", xSplit: 1, ySplit: HEADINGS }],
    pageSetup: { paperSize: 9, orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    properties: { defaultRowHeight: 20 },
  });
  sheet.pageSetup.printTitlesRow = `1:${HEADINGS}`;
  const label = language === "en" ? `${dataset.name} (${dataset.label})` : dataset.name;
  const whose = unit === null ? [] : [unit.name];
  sheet.getCell(1, 1).value = [label, plan.title, ...whose].join(" · ");
  sheet.getRow(1).font = { bold: true, size: 13, color: { argb: blue } };
  sheet.getRow(1).height = 30;
  sheet.getRow(HEADINGS).height = 48;
  columns.forEach((column, index) => {
    addColumn(sheet, column, index + 1, ranges);
  });
  // The reader knows the row by how it begins.
  const first = sheet.getCell(EXAMPLE, 1);
  first.value = `${exampleMark}${first.text}`;
  if (columns[0]?.example instanceof Object) first.value = exampleMark + dayText(columns[0].example.day);
  const corner = { row: HEADINGS, column: 1 };
  sheet.autoFilter = { from: corner, to: { row: EXAMPLE, column: Math.max(1, columns.length) } };
}

function addColumn(sheet: Worksheet, column: TemplateColumn, at: number, ranges: Ranges): void {
  const { field, heading, required, comment, example } = column;
  const written = sheet.getColumn(at);
  written.numFmt = formats[field.type];
  written.width = widthOf(column, at === 1);
  const top = sheet.getCell(HEADINGS, at);
  top.value = heading;
  decorateHeading(top, required ? colours.required : colours.optional);
  top.note = { texts: [{ font: { size: 9 }, text: comment }], protection: { locked: "True" } };
  const shown = sheet.getCell(EXAMPLE, at);
  shown.value = typeof example === "object" ? new Date(example.day * MS_PER_DAY) : example;
  shown.font = { italic: true, color: { argb: colours.example } };
  const checked = validationOf(column, ranges);
  if (checked !== null) validations(sheet).add(`${letterOf(at)}${FIRST}:${letterOf(at)}${LAST}`, checked);
}

function decorateHeading(cell: Cell, colour: string): void {
  cell.font = { bold: true, color: { argb: "FFFFFFFF" } };
  cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: colour } };
  cell.alignment = { horizontal: "center", vertical: "middle", wrapText: true };
  cell.border = { right: { style: "thin", color: { argb: "FFFFFFFF" } } };
}

/** What a cell accepts: values off a list are asked about, since the reader knows further spellings. */
function validationOf({ field, choices, comment }: TemplateColumn, ranges: Ranges): DataValidation | null {
  const range = ranges.get(choices?.list ?? "");
  const error = comment.replaceAll("\n", " · ").slice(0, 220);
  const base = { allowBlank: true, showErrorMessage: true, errorTitle: field.name.slice(0, 32), error };
  if (choices !== null && range !== undefined) {
    return {
      ...base,
      type: "list",
      formulae: [range],
      errorStyle: "warning",
      showErrorMessage: !choices.open,
    };
  }
  switch (field.type) {
    case "number":
      return { ...base, type: "decimal", operator: "greaterThanOrEqual", formulae: [0], errorStyle: "stop" };
    case "rate":
      return { ...base, type: "decimal", operator: "between", formulae: [0, 1], errorStyle: "stop" };
    case "year":
      return { ...base, type: "whole", operator: "between", formulae: [1950, 2100], errorStyle: "stop" };
    case "date": {
      const start = new Date(Date.UTC(1950, 0, 1));
      return { ...base, type: "date", operator: "greaterThanOrEqual", formulae: [start], errorStyle: "stop" };
    }
    default:
      return null;
  }
}

// exceljs writes rules for ranges, but its types know only those of single cells.
function validations(sheet: Worksheet): { add(range: string, rule: DataValidation): void } {
  return (sheet as Worksheet & { dataValidations: { add(range: string, rule: DataValidation): void } })
    .dataValidations;
}

const PAGE_WIDTHS = [30, 14, 36, 64, 38, 30];

function addPage(workbook: Workbook, { name, title, lines, tables }: TemplatePage): void {
  const sheet = workbook.addWorksheet(sheetName(name), {
    views: [{ showGridLines: false }],
    pageSetup: { paperSize: 9, orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  PAGE_WIDTHS.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
  const head = sheet.addRow([title]);
  head.font = { bold: true, size: 15, color: { argb: blue } };
  head.height = 30;
  for (const [index, text] of lines.entries()) {
    const row = sheet.addRow([text]);
    if (index === 0) row.font = { size: 9, color: { argb: colours.example } };
    row.alignment = { vertical: "middle" };
    row.height = 19;
  }
  for (const table of tables) addTable(sheet, table);
}

function addTable(sheet: Worksheet, { caption, headings, rows }: TemplateTable): void {
  sheet.addRow([]);
  if (caption !== "") sheet.addRow([caption]).font = { bold: true, size: 12, color: { argb: blue } };
  sheet.addRow([...headings]).eachCell((cell) => decorateHeading(cell, blue));
  for (const cells of rows) {
    const row = sheet.addRow([...cells]);
    row.alignment = { vertical: "top", wrapText: true };
    const lines = cells.map((text, index) => wrap(text, (PAGE_WIDTHS[index] ?? 20) - 2).length);
    row.height = 4 + 15 * Math.max(...lines);
    row.eachCell((cell) => {
      cell.border = { bottom: { style: "hair", color: { argb: colours.rule } } };
    });
  }
}

/** Chinese characters are two columns wide; a heading may stand on two lines, the example shows whole. */
function widthOf({ heading, example }: TemplateColumn, isFirst: boolean): number {
  const text = typeof example === "object" ? dayText(example.day) : String(example);
  const shown = displayWidth(isFirst ? exampleMark + text : text);
  return Math.min(46, Math.max(15, Math.ceil(displayWidth(heading) / 2) + 4, shown + 3));
}

function dayText(day: number): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

function sheetName(name: string): string {
  return name.replace(/[\\/?*:[\]]/g, "-").slice(0, 31);
}

function letterOf(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest === 0 ? "" : letterOf(rest)) + String.fromCharCode(65 + ((column - 1) % 26));
}
