import { once } from "node:events";
import { PassThrough } from "node:stream";
import type { stream as exceljs, PaperSize, Row, Style, Worksheet } from "exceljs";
import type { Language } from "../model/language.ts";
import type { Ledger, LedgerUnit } from "../model/ledger.ts";
import { progressWords, stateWords } from "../model/ledger-columns.ts";
import { ownReportMark } from "../model/own-report.ts";
import { harmless } from "../model/printable.ts";
import { syntheticMark } from "../model/synthetic.ts";
import { counted } from "./figures.ts";
import { columnsFor, type LedgerColumn, type LedgerLine, valueIn } from "./ledger/columns.ts";
import { countOf, type Listed, linesOf } from "./ledger/lines.ts";
import { colourRules, doneWords, lateWords, looks, markedWords } from "./ledger/looks.ts";
import { summaryOf, type Where } from "./ledger/summary.ts";
import { unconfirmed } from "./ledger/words.ts";
import { MOST_UNIT_SHEETS } from "./sheets/limits.ts";
import { unitSheetNames } from "./sheets/names.ts";
import { stopZipClock } from "./zip-clock.ts";

type Writer = InstanceType<typeof exceljs.xlsx.WorkbookWriter>;

// A ledger is wide: it is printed on A3, which the types do not know.
const A3 = 8 as number;
/** Excel has 1,048,576 rows. */
const MOST_LINES = 1_000_000;
/** After so many rows the packer gets its turn. */
const ROWS_A_TURN = 200;
const HEADING_ROW = 3;
const LINE = 15;
const TALLEST = 409;
/** Of rules that colour, after those for time and progress. */
const PRIORITY_OF_MARKS = 20;
const LINE_BREAK = 10;
/** Chinese characters and their signs begin here. */
const FIRST_WIDE = 0x2e80;

const texts = {
  zh: {
    notes: "说明",
    all: "全部",
    title: (plan: string, unit: string) => `${plan} 整改台账${unit === "" ? "" : `（${unit}）`}`,
    about: (asOf: string, listed: number, leftOut: number) =>
      `数据截至 ${asOf}，共 ${counted(listed)} 条${leftOut > 0 ? `，另有 ${counted(leftOut)} 条未列出（见“说明”）` : ""}`,
    none: "没有需要整改的记录。",
    synthetic: `【${syntheticMark}】不是真实情况`,
    pages: ["第 ", " 页，共 ", " 页"],
    onlyThese: "只能选未启动、进行中、已完成",
  },
  en: {
    notes: "About",
    all: "All",
    title: (plan: string, unit: string) => `${plan}: rectification ledger${unit === "" ? "" : ` (${unit})`}`,
    about: (asOf: string, listed: number, leftOut: number) =>
      `Data as of ${asOf}; ${counted(listed)} rows${leftOut > 0 ? `, ${counted(leftOut)} more not listed (see "About")` : ""}`,
    none: "There is nothing to put right.",
    synthetic: `[SYNTHETIC DATA / ${syntheticMark}] not real figures`,
    pages: ["page ", " of ", ""],
    onlyThese: "not started, in progress or done",
  },
} as const;

/** Every unit's rows, in a sheet of its own each, and all together to look through. */
export async function ledgerWorkbook(ledger: Ledger, language: Language): Promise<Uint8Array> {
  const say = texts[language];
  const { units } = ledger;
  const apart = units.length > 1 && units.length <= MOST_UNIT_SHEETS;
  return written(ledger, units, language, async (book) => {
    await book.summary(apart ? "unit-sheets" : "one-sheet");
    await book.list(say.all, "", units, apart ? "overview" : "to-fill");
    const others = otherSheets(units, language);
    const taken = [say.notes, say.all, ...others.map(({ name }) => name)];
    const names = unitSheetNames(
      [...taken, ...units.map(({ unit }) => unit ?? unconfirmed[language])],
      language,
    );
    for (const [at, one] of apart ? units.entries() : [])
      await book.list(names[at + taken.length] ?? "", one.unit ?? unconfirmed[language], [one], "to-fill");
    for (const { name, listed } of others) await book.list(name, name, units, "to-fill", listed);
  });
}

/** One unit's rows, to be handed to it. */
export async function unitLedgerWorkbook(
  ledger: Ledger,
  unit: LedgerUnit,
  language: Language,
): Promise<Uint8Array> {
  const name = unit.unit ?? unconfirmed[language];
  const others = otherSheets([unit], language);
  const taken = [texts[language].notes, ...others.map((other) => other.name)];
  const sheet = unitSheetNames([...taken, name], language).at(-1) ?? "";
  return written(ledger, [unit], language, async (book) => {
    await book.list(sheet, name, [unit], "to-fill");
    for (const other of others)
      await book.list(other.name, `${name} ${other.name}`, [unit], "to-fill", other.listed);
    await book.summary("one-sheet");
  });
}

/** What earlier ledgers have beside the list. */
function otherSheets(units: readonly LedgerUnit[], language: Language) {
  const states = ["closed", "unmatched"] as const;
  return states
    .filter((listed) => countOf(units, listed).past > 0)
    .map((listed) => ({ name: stateWords[listed][language], listed }));
}

/** The same ledger gives the same bytes. */
async function written(
  ledger: Ledger,
  units: readonly LedgerUnit[],
  language: Language,
  fill: (book: LedgerBook) => Promise<void>,
): Promise<Uint8Array> {
  const { default: ExcelJS } = await import("exceljs");
  const chunks: Buffer[] = [];
  const stream = new PassThrough();
  // A chunk may be a small part of a large buffer, which it would keep.
  stream.on("data", (chunk: Buffer) => chunks.push(Buffer.from(chunk)));
  const created = new Date(`${ledger.asOf}T00:00:00Z`);
  const creator = `${ledger.tool.name} ${ledger.tool.version}`;
  const options = {
    stream,
    useStyles: true,
    useSharedStrings: false,
    created,
    modified: created,
    creator,
    lastModifiedBy: creator,
  };
  const writer = new ExcelJS.stream.xlsx.WorkbookWriter(options);
  Object.assign(writer, { title: texts[language].title(ledger.plan.title, ""), keywords: ownReportMark });
  await fill(new LedgerBook(writer, ledger, units, language));
  await writer.commit();
  return stopZipClock(Buffer.concat(chunks));
}

class LedgerBook {
  private readonly writer: Writer;
  private readonly ledger: Ledger;
  private readonly units: readonly LedgerUnit[];
  private readonly language: Language;

  constructor(writer: Writer, ledger: Ledger, units: readonly LedgerUnit[], language: Language) {
    this.writer = writer;
    this.ledger = ledger;
    this.units = units;
    this.language = language;
  }

  /** Rows under headings that stay in sight and filter; `to-fill`: with the columns that people fill in. */
  async list(
    name: string,
    unit: string,
    units: readonly LedgerUnit[],
    purpose: "overview" | "to-fill",
    which: Listed = "open",
  ): Promise<void> {
    const { ledger, language } = this;
    const toFill = purpose === "to-fill";
    const columns = columnsFor(ledger, { states: which !== "open" }).filter(
      ({ filledIn, id }) => toFill || !(filledIn || id === "id"),
    );
    const { listed, leftOut, past } = countOf(units, which);
    const lines = listed + past;
    const sheet = this.sheet(
      name,
      columns.map(({ width }) => width),
      HEADING_ROW,
    );
    const shown = Math.min(lines, MOST_LINES);
    const last = HEADING_ROW + shown;
    if (toFill) sheet.getColumn(columns.length).hidden = true;
    this.head(sheet, unit, texts[language].about(ledger.asOf, shown, leftOut + lines - shown));
    const heading = sheet.getRow(HEADING_ROW);
    for (const [at, column] of columns.entries())
      put(heading, at, column[language], column.filledIn ? looks.toFill : looks.heading);
    heading.height = 32;
    heading.commit();
    await this.lines(sheet, columns, linesOf(units, ledger, which), shown);
    sheet.autoFilter = {
      from: { row: HEADING_ROW, column: 1 },
      to: { row: Math.max(last, HEADING_ROW), column: columns.length },
    };
    if (shown > 0) this.rules(sheet, columns, last, toFill);
    else sheet.addRow([texts[language].none]).commit();
    await this.done(sheet);
  }

  private async lines(
    sheet: Worksheet,
    columns: readonly LedgerColumn[],
    lines: Iterable<LedgerLine>,
    most: number,
  ): Promise<void> {
    for (const line of lines) {
      if (line.number > most) return;
      const row = sheet.getRow(HEADING_ROW + line.number);
      const height = this.line(row, columns, line);
      row.height = height;
      row.commit();
      if (line.number % ROWS_A_TURN === 0) await packed(sheet);
    }
  }

  private line(row: Row, columns: readonly LedgerColumn[], line: LedgerLine): number {
    let tallest = 1;
    for (const [at, column] of columns.entries()) {
      const value = valueIn(column, line, this.language);
      if (column.isDay && isDay(value)) {
        put(row, at, new Date(`${value}T00:00:00Z`), looks.day);
        continue;
      }
      const text = typeof value === "string" ? clean(value) : value;
      put(row, at, text, lookFor(column, text));
      if (typeof text === "string") tallest = Math.max(tallest, linesIn(text, column.width));
    }
    return Math.min(TALLEST, tallest * LINE + 5);
  }

  private rules(sheet: Worksheet, columns: readonly LedgerColumn[], last: number, toFill: boolean): void {
    const { ledger, language } = this;
    const refOf = (id: string) => {
      const letter = letterOf(columns.findIndex((column) => column.id === id) + 1);
      return { first: `${letter}${HEADING_ROW + 1}`, ref: `${letter}${HEADING_ROW + 1}:${letter}${last}` };
    };
    const late = refOf("lateness");
    const rules = colourRules(late.first, lateWords[language], 1);
    sheet.addConditionalFormatting({ ref: late.ref, rules });
    if (!toFill) return;
    const progress = refOf("progress");
    sheet.addConditionalFormatting({
      ref: progress.ref,
      rules: colourRules(progress.first, doneWords[language], rules.length + 1),
    });
    if (ledger.notes !== undefined) {
      const marks = refOf("mark");
      const shades = colourRules(marks.first, markedWords[language], PRIORITY_OF_MARKS);
      sheet.addConditionalFormatting({ ref: marks.ref, rules: shades });
    }
    const choices = progressWords.map((word) => word[language]).join(",");
    validations(sheet).add(progress.ref, {
      type: "list",
      allowBlank: true,
      formulae: [`"${choices}"`],
      showErrorMessage: true,
      error: texts[language].onlyThese,
    });
  }

  async summary(where: Where): Promise<void> {
    const { ledger, units, language } = this;
    const { notes, headings, rows } = summaryOf(ledger, units, where, language);
    const widths = [18, 34, 14, 14, 44, 10, 10, 10, 14];
    const sheet = this.sheet(texts[language].notes, widths, 0);
    const { listed, leftOut } = countOf(units, "open");
    this.head(sheet, "", texts[language].about(ledger.asOf, listed, leftOut));
    for (const note of notes) {
      const row = sheet.addRow([note]);
      row.getCell(1).style = looks.note;
      row.commit();
    }
    sheet.addRow([]).commit();
    for (const [index, cells] of [headings, ...rows].entries()) {
      const row = sheet.addRow([]);
      const look = (cell: string | number) =>
        index === 0 ? looks.heading : typeof cell === "number" ? looks.centred : looks.cell;
      for (const [at, cell] of cells.entries())
        put(row, at, typeof cell === "string" ? clean(cell) : cell, look(cell));
      const lines = cells.map((cell, at) => (typeof cell === "string" ? linesIn(cell, widths[at] ?? 10) : 1));
      row.height = Math.max(...lines) * LINE + 5;
      row.commit();
      if (index % ROWS_A_TURN === 0) await turn();
    }
    await this.done(sheet);
  }

  private sheet(name: string, widths: readonly number[], frozen: number): Worksheet {
    const { ledger, language } = this;
    const say = texts[language];
    const [before, between, after] = say.pages;
    const sheet = this.writer.addWorksheet(name, {
      views: [
        frozen === 0 ? { showGridLines: false } : { showGridLines: false, state: "frozen", ySplit: frozen },
      ],
      pageSetup: {
        paperSize: A3 as PaperSize,
        orientation: "landscape",
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
        margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
        ...(frozen === 0 ? {} : { printTitlesRow: `${frozen}:${frozen}` }),
      },
      headerFooter: {
        oddHeader: ledger.synthetic ? `&C${say.synthetic}` : "",
        oddFooter: `&L${printed(say.title(ledger.plan.title, ""))}&R${before}&P${between}&N${after}`,
      },
    });
    for (const [at, width] of widths.entries()) sheet.getColumn(at + 1).width = width;
    return sheet;
  }

  private head(sheet: Worksheet, unit: string, about: string): void {
    const { ledger, language } = this;
    const say = texts[language];
    const title = sheet.getRow(1);
    put(title, 0, clean(say.title(ledger.plan.title, unit)), looks.title);
    title.height = 32;
    title.commit();
    const row = sheet.getRow(2);
    put(row, 0, ledger.synthetic ? `${say.synthetic}  ${about}` : about, looks.note);
    row.height = 20;
    row.commit();
  }

  /** Waits until the sheet is packed, so that no two wait in memory. */
  private async done(sheet: Worksheet): Promise<void> {
    const { stream } = sheet as unknown as { stream: NodeJS.EventEmitter };
    const packed = new Promise<void>((resolve) => stream.once("zipped", () => resolve()));
    (sheet as unknown as { commit(): void }).commit();
    await packed;
    await turn();
  }
}

function isDay(value: string | number): boolean {
  return typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value);
}

function put(row: Row, at: number, value: string | number | Date, look: Partial<Style>): void {
  const cell = row.getCell(at + 1);
  if (value !== "") cell.value = value;
  cell.style = look;
}

function lookFor(column: LedgerColumn, value: string | number): Partial<Style> {
  if (typeof value === "string" && /^\s*[=+\-@]/.test(value)) return looks.text;
  return column.centred ? looks.centred : looks.cell;
}

/** How many lines a cell takes, by a quick look: measuring every character of a long ledger takes minutes. */
function linesIn(text: string, width: number): number {
  const room = Math.max(4, width - 1);
  let [lines, wide] = [1, 0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const size = code >= FIRST_WIDE ? 2 : 1;
    const breaks = code === LINE_BREAK;
    if (breaks || wide + size > room) lines += 1;
    wide = breaks ? 0 : wide + size > room ? size : wide + size;
  }
  return lines;
}

// The streaming writer has these, its types do not.
function validations(sheet: Worksheet): { add(ref: string, rule: object): void } {
  return (sheet as unknown as { dataValidations: { add(ref: string, rule: object): void } }).dataValidations;
}

/** What the packer reads from is a stream of an older kind, which says in its own way that it is full. */
interface Pipe extends NodeJS.EventEmitter {
  readonly _writableState?: { readonly needDrain: boolean };
}

/** Lets the packer catch up, so that rows do not pile up as XML in memory. */
async function packed(sheet: Worksheet): Promise<void> {
  const { stream } = sheet as unknown as { stream: { readonly pipes?: readonly Pipe[] } };
  for (const pipe of stream.pipes ?? []) if (pipe._writableState?.needDrain) await once(pipe, "drain");
  await turn();
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Text of data as it stands: nothing that XML or Excel would read as a sign of its own. */
function clean(text: string): string {
  return harmless(text.replace(/\r\n?/g, "\n"))
    .replace(/_x([0-9a-f]{4})_/gi, "_x005F_x$1_")
    .slice(0, 32_000);
}

function printed(text: string): string {
  return clean(text).replaceAll("\n", " ").slice(0, 80).replaceAll("&", "&&");
}

function letterOf(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest === 0 ? "" : letterOf(rest)) + String.fromCharCode(65 + ((column - 1) % 26));
}
