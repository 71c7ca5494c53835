import type { Table, TableRow } from "docx";
import type { Language } from "../../model/language.ts";
import { displayWidth } from "../text.ts";
import type { Docx } from "./docx.ts";
import { fontOf } from "./look.ts";
import { type Face, fromMillimetres, sizes } from "./page.ts";
import type { FormCell, PaperColumn, PaperForm, PaperTable } from "./paper.ts";
import { wordText } from "./word-text.ts";

interface Setting {
  readonly docx: Docx;
  readonly language: Language;
}

const TWELFTHS = 12;
const LINE = 15 * 20;
const SHADE = "F2F2F2";
/** Columns of text that fill about half a page: a row that is longer may be taller than a page. */
const LONG = 800;
const padding = { top: 40, bottom: 40, left: 50, right: 50 };

/** A list whose headings are repeated on each page, and whose rows are not torn apart. */
export function tableOf({ columns, rows }: PaperTable, width: number, setting: Setting): Table {
  const { docx } = setting;
  const widths = shared(width, columns);
  const heading = new docx.TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ title }, index) =>
      cellOf(title, { width: widths[index] ?? 0, face: "black", align: "center", shaded: true }, setting),
    ),
  });
  const body = rows.map((row) => {
    if ("across" in row) {
      const look = { width, face: "black" as const, span: columns.length, shaded: true, keepNext: true };
      return new docx.TableRow({ cantSplit: true, children: [cellOf(row.across, look, setting)] });
    }
    return new docx.TableRow({
      cantSplit: row.every((text) => displayWidth(text) <= LONG),
      children: columns.map(({ align }, index) =>
        cellOf(
          row[index] ?? "",
          { width: widths[index] ?? 0, face: "body", ...(align && { align }) },
          setting,
        ),
      ),
    });
  });
  return made([heading, ...body], widths, width, setting);
}

/** Boxes of twelfths of the width. */
export function formOf({ rows }: PaperForm, width: number, setting: Setting): Table {
  const { docx } = setting;
  const twelfth = Math.floor(width / TWELFTHS);
  const widths = Array.from({ length: TWELFTHS }, () => twelfth);
  const made_ = rows.map(
    ({ cells, height }, index) =>
      new docx.TableRow({
        cantSplit: true,
        height: { value: fromMillimetres(height), rule: docx.HeightRule.ATLEAST },
        children: cells.map((cell) => formCell(cell, twelfth, index < rows.length - 1, setting)),
      }),
  );
  return made(made_, widths, twelfth * TWELFTHS, setting);
}

function formCell({ text, span, label }: FormCell, twelfth: number, keepNext: boolean, setting: Setting) {
  const look = { width: twelfth * span, span, keepNext };
  return label === true
    ? cellOf(text, { ...look, face: "black", align: "center", shaded: true }, setting)
    : cellOf(text, { ...look, face: "body" }, setting);
}

interface CellLook {
  readonly width: number;
  readonly face: Face;
  readonly align?: "center" | "right";
  readonly span?: number;
  readonly shaded?: boolean;
  readonly keepNext?: boolean;
}

function cellOf(text: string, look: CellLook, { docx, language }: Setting) {
  const run = new docx.TextRun({
    text: wordText(text),
    font: fontOf(look.face, language),
    size: sizes.五号,
    ...(language === "en" && look.face !== "body" ? { bold: true } : {}),
  });
  return new docx.TableCell({
    width: { size: look.width, type: docx.WidthType.DXA },
    verticalAlign: docx.VerticalAlignTable.CENTER,
    margins: { ...padding, marginUnitType: docx.WidthType.DXA },
    ...(look.span === undefined ? {} : { columnSpan: look.span }),
    ...(look.shaded ? { shading: { fill: SHADE, type: docx.ShadingType.CLEAR, color: "auto" } } : {}),
    children: [
      new docx.Paragraph({
        spacing: { line: LINE, lineRule: "exact" },
        alignment: look.align ?? "left",
        ...(look.keepNext ? { keepNext: true } : {}),
        children: [run],
      }),
    ],
  });
}

function made(rows: readonly TableRow[], widths: readonly number[], width: number, { docx }: Setting): Table {
  return new docx.Table({
    rows,
    width: { size: width, type: docx.WidthType.DXA },
    columnWidths: widths,
    layout: docx.TableLayoutType.FIXED,
    alignment: docx.AlignmentType.CENTER,
  });
}

/** Whole twips by proportion; the last column takes what rounding leaves. */
function shared(width: number, columns: readonly PaperColumn[]): number[] {
  const all = columns.reduce((sum, column) => sum + column.width, 0);
  const widths = columns.map((column) => Math.floor((width * column.width) / all));
  const left = width - widths.reduce((sum, one) => sum + one, 0);
  return widths.map((one, index) => (index === widths.length - 1 ? one + left : one));
}
