import type { Cell, ConditionalFormattingRule, Style, Workbook, Worksheet } from "exceljs";
import { harmless } from "../model/printable.ts";
import type { Tone } from "./blocks.ts";
import { type Layout, layoutOf, type PlacedCell, type PlacedTable } from "./sheets/layout.ts";
import type { Sheet, SheetCell } from "./sheets/sheet.ts";
import { stopZipClock } from "./zip-clock.ts";

export interface WorkbookFacts {
  readonly title: string;
  readonly subject: string;
  readonly creator: string;
  /** By which a later run knows the workbook among its inputs. */
  readonly keywords: string;
  readonly date: string;
  /** Of the page: what it says above, at its foot, and of its number. */
  readonly header: string;
  readonly footer: string;
  readonly pages: readonly [before: string, between: string, after: string];
}

const FONT = "微软雅黑";
const LONGEST_TEXT = 32_767;
const A4 = 9;

const colours = {
  blue: "FF1F4E79",
  link: "FF0563C1",
  ink: "FF262626",
  pale: "FFEEF3F8",
  rule: "FFBFBFBF",
  white: "FFFFFFFF",
};

const tones: Record<Tone, string> = {
  good: "FF2E6B2E",
  warn: "FF8A4B00",
  bad: "FFB00020",
  muted: "FF6B6B6B",
  strong: colours.ink,
};

/** By the sign that every status begins with; the words stay, so nothing hangs on colour. */
const statusLooks: readonly (readonly [sign: string, ink: string, fill: string])[] = [
  ["✓", "FF1E5C1E", "FFE2F0D9"],
  ["✗", "FF7F4F00", "FFFFF2CC"],
  ["!", "FF9C0006", "FFFFD9D6"],
  ["?", "FF595959", "FFEDEDED"],
  ["-", "FF595959", "FFF7F7F7"],
  ["~", "FF44546A", "FFDDEBF7"],
];

/** Writes sheets as a workbook; the same sheets and facts give the same bytes. */
export async function reportWorkbook(sheets: readonly Sheet[], facts: WorkbookFacts): Promise<Uint8Array> {
  const { default: ExcelJS } = await import("exceljs");
  const workbook = new ExcelJS.Workbook();
  describe(workbook, facts);
  const layouts = sheets.map(layoutOf);
  const targets = targetsOf(layouts);
  const styles = new Map<string, Partial<Style>>();
  for (const layout of layouts) {
    const sheet = addSheet(workbook, layout, facts);
    writeRows(sheet, layout, targets, styles);
    for (const table of layout.tables) colourTable(sheet, table);
  }
  return stopZipClock(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

// exceljs would write the clock into the file.
function describe(workbook: Workbook, { title, subject, creator, keywords, date }: WorkbookFacts): void {
  workbook.created = new Date(`${date}T00:00:00Z`);
  workbook.modified = workbook.created;
  workbook.title = clean(title);
  workbook.subject = clean(subject);
  workbook.creator = creator;
  workbook.lastModifiedBy = creator;
  workbook.keywords = keywords;
}

function targetsOf(layouts: readonly Layout[]): Map<string, string> {
  const targets = new Map<string, string>();
  // The dollar signs keep exceljs from writing the target a second time, in a form that Excel does not follow.
  for (const { sheet, anchors } of layouts)
    for (const [anchor, row] of anchors) targets.set(anchor, `#'${sheet.name}'!$A$${row}`);
  return targets;
}

function addSheet(workbook: Workbook, { sheet, tables, rows }: Layout, facts: WorkbookFacts): Worksheet {
  const head = sheet.isList ? tables[0] : undefined;
  const frozen = head === undefined ? {} : ({ state: "frozen", ySplit: head.heading } as const);
  const columns = letterOf(sheet.printed ?? sheet.grid.length);
  const [before, between, after] = facts.pages;
  const added = workbook.addWorksheet(sheet.name, {
    views: [{ showGridLines: false, zoomScale: 100, ...frozen }],
    properties: { defaultRowHeight: 20, ...(sheet.anchor.startsWith("unit ") ? {} : tab) },
    pageSetup: {
      paperSize: A4,
      orientation: sheet.portrait ? "portrait" : "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
      // exceljs sets a dollar sign before each of the two addresses, and only there.
      printArea: `A$1:${columns}$${Math.max(1, rows.length)}`,
      ...(head === undefined ? {} : { printTitlesRow: `${head.heading}:${head.heading}` }),
    },
    headerFooter: {
      oddHeader: facts.header === "" ? "" : `&C&"${FONT}"&9${printed(facts.header)}`,
      oddFooter: `&L&"${FONT}"&8 ${printed(facts.footer)}&R&"${FONT}"&8 ${before}&P${between}&N${after}`,
    },
  });
  sheet.grid.forEach((width, index) => {
    added.getColumn(index + 1).width = width;
  });
  if (head !== undefined)
    added.autoFilter = {
      from: { row: head.heading, column: 1 },
      to: { row: Math.max(head.last, head.heading), column: head.columns.at(-1)?.to ?? 1 },
    };
  return added;
}

const tab = { tabColor: { argb: colours.blue } };

// Excel allows 255 characters of codes and text together, and takes "&" for the beginning of a code.
function printed(text: string): string {
  return clean(text).replaceAll("\n", " ").slice(0, 80).replaceAll("&", "&&");
}

function writeRows(
  sheet: Worksheet,
  { rows }: Layout,
  targets: ReadonlyMap<string, string>,
  styles: Map<string, Partial<Style>>,
): void {
  for (const [index, { height, cells }] of rows.entries()) {
    const row = sheet.getRow(index + 1);
    row.height = height;
    for (const placed of cells) {
      const written = row.getCell(placed.from);
      write(written, placed.cell, targets);
      written.style = styleOf(placed, targets, styles);
      if (placed.to > placed.from) sheet.mergeCells(index + 1, placed.from, index + 1, placed.to);
    }
  }
}

function write(written: Cell, cell: SheetCell, targets: ReadonlyMap<string, string>): void {
  switch (cell.kind) {
    case "none":
      return;
    case "number":
      written.value = cell.value;
      return;
    case "day":
      written.value = new Date(`${cell.day}T00:00:00Z`);
      return;
    case "text": {
      const target = cell.link === undefined ? undefined : targets.get(cell.link);
      const text = clean(cell.text);
      written.value = target === undefined ? text : { text, hyperlink: target };
      return;
    }
    default:
      cell satisfies never;
  }
}

/** Text of data as it stands: nothing that XML or Excel would read as a sign of its own. */
function clean(text: string): string {
  const plain = harmless(text.replace(/\r\n?/g, "\n")).replace(/_x([0-9a-f]{4})_/gi, "_x005F_x$1_");
  return plain.length > LONGEST_TEXT ? `${plain.slice(0, LONGEST_TEXT - 1)}…` : plain;
}

function styleOf(
  { cell, look, align }: PlacedCell,
  targets: ReadonlyMap<string, string>,
  styles: Map<string, Partial<Style>>,
): Partial<Style> {
  const format = formatOf(cell);
  const tone = cell.kind === "text" ? cell.tone : undefined;
  const isLink = cell.kind === "text" && cell.link !== undefined && targets.has(cell.link);
  const key = JSON.stringify([look, align, format, tone, isLink, cell.kind]);
  const known = styles.get(key);
  if (known !== undefined) return known;
  const style: Partial<Style> = {
    ...lookOf(look),
    font: { ...fontOf(look), ...(tone === undefined ? {} : toned(tone)), ...(isLink ? linked : {}) },
    alignment: {
      vertical: "middle",
      horizontal: align === "centre" ? "center" : align,
      ...(look === "body" && align !== "centre" ? { indent: 1 } : {}),
      ...(cell.kind === "text" ? { wrapText: true } : { shrinkToFit: true }),
    },
    ...(format === null ? {} : { numFmt: format }),
  };
  styles.set(key, style);
  return style;
}

/** Text that looks like a formula stays text, even after someone has edited the cell. */
function formatOf(cell: SheetCell): string | null {
  if (cell.kind === "number") return cell.format;
  if (cell.kind === "day") return "yyyy-mm-dd";
  return cell.kind === "text" && /^\s*[=+\-@]/.test(clean(cell.text)) && cell.text.length <= 255 ? "@" : null;
}

const linked = { color: { argb: colours.link }, underline: true };

function toned(tone: Tone): Partial<Style["font"]> {
  return { color: { argb: tones[tone] }, ...(tone === "strong" || tone === "bad" ? { bold: true } : {}) };
}

function fontOf(look: PlacedCell["look"]): Partial<Style["font"]> {
  const font = { name: FONT, color: { argb: colours.ink } };
  const blue = { ...font, color: { argb: colours.blue }, bold: true };
  switch (look) {
    case "title":
      return { ...blue, size: 17 };
    case "caption":
      return { ...blue, size: 12 };
    case "figure":
      return { ...blue, size: 18 };
    case "heading":
      return { ...font, size: 10, bold: true, color: { argb: colours.white } };
    case "label":
      return { ...font, size: 9, color: { argb: tones.muted } };
    case "about":
      return { ...font, size: 10, color: { argb: tones.muted } };
    default:
      return { ...font, size: 10 };
  }
}

function lookOf(look: PlacedCell["look"]): Partial<Style> {
  const fill = (argb: string) => ({
    fill: { type: "pattern", pattern: "solid", fgColor: { argb } } as const,
  });
  const thin = (argb: string) => ({ style: "thin", color: { argb } }) as const;
  switch (look) {
    case "heading":
      return {
        ...fill(colours.blue),
        border: { left: thin(colours.white), right: thin(colours.white), bottom: thin(colours.blue) },
      };
    case "body": {
      const line = thin(colours.rule);
      return { border: { top: line, bottom: line, left: line, right: line } };
    }
    case "label":
      return { ...fill(colours.pale), border: { left: thin(colours.white), right: thin(colours.white) } };
    case "figure":
      return { ...fill(colours.pale), border: { left: thin(colours.white), right: thin(colours.white) } };
    default:
      return {};
  }
}

function colourTable(sheet: Worksheet, { heading, last, table, columns }: PlacedTable): void {
  if (last === heading) return;
  colourTrends(sheet, { heading, last, table, columns });
  table.columns.forEach(({ isStatus, barTo }, index) => {
    const letter = letterOf(columns[index]?.from ?? 1);
    const first = `${letter}${heading + 1}`;
    const ref = `${first}:${letter}${last}`;
    if (isStatus) sheet.addConditionalFormatting({ ref, rules: statusRules(first) });
    if (barTo !== undefined) sheet.addConditionalFormatting({ ref, rules: [barRule(barTo)] });
  });
}

/** Each row by itself, since rows measure different things. */
function colourTrends(sheet: Worksheet, { heading, last, table, columns }: PlacedTable): void {
  const days = columns.filter((_, index) => table.columns[index]?.isTrend);
  const [first, end] = [days[0], days.at(-1)];
  if (first === undefined || end === undefined) return;
  for (let row = heading + 1; row <= last; row += 1) {
    const ref = `${letterOf(first.from)}${row}:${letterOf(end.to)}${row}`;
    sheet.addConditionalFormatting({ ref, rules: [scaleRule] });
  }
}

const scaleRule: ConditionalFormattingRule = {
  type: "colorScale",
  priority: statusLooks.length + 2,
  cfvo: [{ type: "min" }, { type: "max" }],
  color: [{ argb: "FFFFFFFF" }, { argb: "FF9DC3E6" }],
};

function statusRules(first: string): ConditionalFormattingRule[] {
  return statusLooks.map(([sign, ink, fill], index) => ({
    type: "expression",
    priority: index + 1,
    formulae: [`LEFT(${first},1)="${sign}"`],
    style: {
      font: { color: { argb: ink }, bold: sign === "!" },
      fill: { type: "pattern", pattern: "solid", bgColor: { argb: fill } },
    },
  }));
}

// A bar without gradient would get a random id in the file.
function barRule(full: number): ConditionalFormattingRule {
  const rule = {
    type: "dataBar",
    priority: statusLooks.length + 1,
    gradient: true,
    cfvo: [
      { type: "num", value: 0 },
      { type: "num", value: full },
    ],
    color: { argb: "FF9DC3E6" },
  };
  return rule as unknown as ConditionalFormattingRule;
}

function letterOf(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest === 0 ? "" : letterOf(rest)) + String.fromCharCode(65 + ((column - 1) % 26));
}
