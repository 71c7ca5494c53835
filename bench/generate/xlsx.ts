import { type Cell, type Sheet, Stamp, serialOf, Unique } from "./sheet.ts";
import { ZipWriter } from "./zip-writer.ts";

export interface Form {
  readonly strings: "shared" | "inline";
  /** In which order the parts stand. */
  readonly order: "excel" | "wps" | "exceljs";
  /** A title and an export time above the headings. */
  readonly titles: boolean;
}

const NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const CHUNK = 1 << 17;

/** Writes the sheets as Excel, WPS or exceljs would; the order of the parts is what differs. */
export async function writeXlsx(
  file: string,
  sheets: readonly Sheet[],
  unique: { count: number; at(index: number): string },
  form: Form,
): Promise<void> {
  const zip = new ZipWriter(file);
  const strings = new Strings(unique.count);
  const body = async (): Promise<void> => {
    for (const [index, sheet] of sheets.entries()) {
      await zip.add(`xl/worksheets/sheet${index + 1}.xml`, chunked(sheetXml(sheet, strings, form)));
    }
  };
  const texts = async (): Promise<void> => {
    if (form.strings === "shared") {
      await zip.add("xl/sharedStrings.xml", chunked(sharedXml(strings, unique)));
    }
  };
  const part = (name: string, xml: string): Promise<void> => zip.add(name, [HEAD + xml]);
  const types = () => part("[Content_Types].xml", typesXml(sheets, form));
  const relations = () => part("_rels/.rels", relationsXml([["officeDocument", "xl/workbook.xml"]]));
  const book = () => part("xl/workbook.xml", workbookXml(sheets));
  const bookRelations = () => part("xl/_rels/workbook.xml.rels", relationsXml(bookParts(sheets, form)));
  const styles = () => part("xl/styles.xml", stylesXml);

  // WPS lists the strings before the sheets that use them, so they have to be known by then.
  if (form.order === "wps" && form.strings === "shared")
    for (const one of sheets) exhaust(sheetXml(one, strings, form));
  const orders = {
    excel: [types, relations, book, bookRelations, body, styles, texts],
    wps: [relations, bookRelations, texts, styles, book, body, types],
    exceljs: [body, types, relations, styles, texts, bookRelations, book],
  } satisfies Record<Form["order"], (() => Promise<void>)[]>;
  for (const write of orders[form.order]) await write();
  zip.close();
}

/** Texts of single rows come first and need no table; the vocabulary follows as it is met. */
class Strings {
  readonly vocabulary = new Map<string, number>();
  private readonly base: number;
  constructor(base: number) {
    this.base = base;
  }
  indexOf(text: string): number {
    let index = this.vocabulary.get(text);
    if (index === undefined) {
      index = this.base + this.vocabulary.size;
      this.vocabulary.set(text, index);
    }
    return index;
  }
}

function* sheetXml(sheet: Sheet, strings: Strings, { strings: how, titles }: Form): Generator<string> {
  const columns = sheet.headings.map((_, at) => columnName(at));
  const cell = (value: Cell, column: string, row: number): string => {
    if (value === null) return "";
    const at = `<c r="${column}${row}"`;
    if (typeof value === "number") return `${at}><v>${value}</v></c>`;
    if (value instanceof Stamp) return `${at} s="${value.clock ? 1 : 2}"><v>${serialOf(value)}</v></c>`;
    if (how === "inline")
      return `${at} t="inlineStr"><is><t>${escaped(value instanceof Unique ? value.text : value)}</t></is></c>`;
    return `${at} t="s"><v>${value instanceof Unique ? value.index : strings.indexOf(value)}</v></c>`;
  };
  const row = (number: number, cells: readonly Cell[]): string => {
    let xml = `<row r="${number}" spans="1:${columns.length}">`;
    for (let at = 0; at < cells.length; at++) xml += cell(cells[at] ?? null, columns[at] ?? "A", number);
    return `${xml}</row>`;
  };
  const above: Cell[][] = titles
    ? [[`嘉峪关市${sheet.name}导出（合成数据）`], ["导出时间：2022-10-25 17:30:00"]]
    : [];
  const headings = above.length + 1;
  yield `${HEAD}<worksheet ${NS} xmlns:r="${OFFICE}"><dimension ref="A1:${columns.at(-1)}${headings + sheet.rows}"/><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/><sheetData>`;
  for (const [at, cells] of [...above, sheet.headings].entries()) yield row(at + 1, cells);
  for (let at = 0; at < sheet.rows; at++) yield row(headings + 1 + at, sheet.row(at));
  yield '</sheetData><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>';
}

function* sharedXml(
  { vocabulary }: Strings,
  unique: { count: number; at(index: number): string },
): Generator<string> {
  yield `${HEAD}<sst ${NS} uniqueCount="${unique.count + vocabulary.size}">`;
  for (let at = 0; at < unique.count; at++) yield `<si><t>${unique.at(at)}</t></si>`;
  for (const text of vocabulary.keys()) yield `<si><t>${escaped(text)}</t></si>`;
  yield "</sst>";
}

function* chunked(pieces: Iterable<string>): Generator<string> {
  let chunk = "";
  for (const piece of pieces) {
    chunk += piece;
    if (chunk.length >= CHUNK) {
      yield chunk;
      chunk = "";
    }
  }
  if (chunk !== "") yield chunk;
}

function exhaust(pieces: Iterable<string>): void {
  for (const _ of pieces);
}

function escaped(text: string): string {
  return /[<>&]/.test(text)
    ? text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
    : text;
}

function columnName(at: number): string {
  return at < 26 ? String.fromCharCode(65 + at) : columnName(Math.floor(at / 26) - 1) + columnName(at % 26);
}

const stylesXml = `<styleSheet ${NS}><numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" xfId="0"/><xf numFmtId="176" xfId="0" applyNumberFormat="1"/><xf numFmtId="14" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`;

function workbookXml(sheets: readonly Sheet[]): string {
  const list = sheets.map(
    ({ name }, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  return `<workbook ${NS} xmlns:r="${OFFICE}"><workbookPr/><sheets>${list.join("")}</sheets></workbook>`;
}

function bookParts(sheets: readonly Sheet[], { strings }: Form): [string, string][] {
  const pages = sheets.map((_, at): [string, string] => ["worksheet", `worksheets/sheet${at + 1}.xml`]);
  const shared: [string, string][] = strings === "shared" ? [["sharedStrings", "sharedStrings.xml"]] : [];
  return [...pages, ["styles", "styles.xml"], ...shared];
}

function relationsXml(parts: readonly (readonly [string, string])[]): string {
  const list = parts.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${list.join("")}</Relationships>`;
}

function typesXml(sheets: readonly Sheet[], { strings }: Form): string {
  const type = (part: string, kind: string) =>
    `<Override PartName="/xl/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  const parts = [
    type("workbook.xml", "sheet.main"),
    ...sheets.map((_, at) => type(`worksheets/sheet${at + 1}.xml`, "worksheet")),
    type("styles.xml", "styles"),
    ...(strings === "shared" ? [type("sharedStrings.xml", "sharedStrings")] : []),
  ];
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${parts.join("")}</Types>`;
}
