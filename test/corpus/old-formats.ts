import { inflateRawSync } from "node:zlib";
import type { BookType, CellObject, WorkBook } from "@e965/xlsx";
import * as XLSX from "@e965/xlsx";
import { zip } from "../ingest/zip.ts";
import type { Situation } from "./situation.ts";

const cell = (v: number, z: string): CellObject => ({ t: "n", v, z });

/** One table with every kind of cell, as any of the formats. */
export function table(type: BookType, change: (book: WorkBook) => void = () => {}): Buffer {
  const sheet = XLSX.utils.aoa_to_sheet([
    ["办件编号", "时间", "满意率", "是否", "错误"],
    ["620200123456789012", cell(44859.5, "yyyy/m/d h:mm"), cell(0.985, "0.00%"), true, { t: "e", v: 42 }],
    [],
    ["  ", 0.1 + 0.2, -1e-7, false, "末尾 "],
    [12345678901234, cell(44859, '[$-804]yyyy"年"m"月"d"日"'), cell(1, "0%"), null, "a\nb<&>\"'"],
  ]);
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, "办件明细");
  change(book);
  return XLSX.write(book, { type: "buffer", bookType: type, compression: true }) as Buffer;
}

export const tableRows = [
  "1: 办件编号 | 时间 | 满意率 | 是否 | 错误",
  "2: 620200123456789012 | 44859.5 date | 0.985 percent | 1 boolean | #N/A error",
  "4:  | 0.30000000000000004 number | -1e-7 number | 0 boolean | 末尾 ",
  "5: 12345678901234 number | 44859 date | 1 percent |  | a\nb<&>\"'",
];

function second(book: WorkBook): void {
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([["字典"], ["甲"]]), "字典");
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
  const [name = ""] = book.SheetNames;
  const sheet = book.Sheets[name];
  if (sheet !== undefined) sheet["!rows"] = [{}, { hidden: true }];
}

const hiding = (rows: readonly string[]) => rows.map((row) => row.replace(/^2:/, "2 hidden:"));

/** GBK strings, which the library cannot write: placeholders of the same length are overwritten. */
function biff5(): Buffer {
  const sheet = XLSX.utils.aoa_to_sheet([
    ["AAAABBBB", "CCCC"],
    ["DDDDDDDD", 12.5],
  ]);
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, "EEEEFFFF");
  const bytes = XLSX.write(book, { type: "buffer", bookType: "biff5" }) as Buffer;
  const words = {
    AAAABBBB: "b0ecbcfeb1e0bac5",
    CCCC: "cafdc1bf",
    DDDDDDDD: "bcced3f8b9d8cad0",
    EEEEFFFF: "b0ecbcfec3f7cfb8",
  };
  for (const [placeholder, hex] of Object.entries(words)) {
    const word = Buffer.from(hex, "hex");
    for (let at = bytes.indexOf(placeholder); at >= 0; at = bytes.indexOf(placeholder)) word.copy(bytes, at);
  }
  // The record CodePage (0x0042, 2 bytes) says 1252; 936 is GBK.
  const codepage = bytes.indexOf(Buffer.from("42000200", "hex"));
  bytes.writeUInt16LE(936, codepage + 4);
  return bytes;
}

/** Found by turning over bytes: a record in which the library walks in circles. */
const endless = inflateRawSync(Buffer.from("4+TgYGBgZWWAgYMMTAyoIIZhFIyCUUAnAAA=", "base64"));

/** An old workbook whose chain of sectors, or whose directory, leads back to itself. */
function circular(part: "chain" | "directory"): Buffer {
  const bytes = table("biff8");
  const directory = 512 + bytes.readUInt32LE(0x30) * 512;
  const fat = 512 + bytes.readUInt32LE(0x4c) * 512;
  const first = bytes.readUInt32LE(directory + 128 + 116);
  if (part === "chain") bytes.writeUInt32LE(first, fat + first * 4);
  else bytes.writeUInt32LE(0, directory + 128 + 76);
  return bytes;
}

/** The stream of an old workbook without the OLE file around it. */
function bareStream(): Buffer {
  const container = XLSX.CFB.read(table("biff8"), { type: "buffer" });
  return Buffer.from(XLSX.CFB.find(container, "/Workbook")?.content as Uint8Array);
}

const GLOBALS = 0x05;
const SHEET = 0x10;

function hiddenRow(row: number): Buffer {
  const record = Buffer.alloc(20);
  record.writeUInt16LE(0x0208, 0);
  record.writeUInt16LE(16, 2);
  record.writeUInt16LE(row, 4);
  record.writeUInt16LE(0x0120, 16);
  return record;
}

/** An .xls that asks for a password: FILEPASS follows the first record. */
export function encryptedXls(): Buffer {
  const pass = Buffer.from(`2f003600${"0100"}${"0100"}${"0100"}${"5a".repeat(48)}`, "hex");
  return withRecord(table("biff8"), GLOBALS, pass);
}

/** An old workbook with a record more after the first one of a substream; offsets of sheets keep up. */
function withRecord(bytes: Buffer, substream: number, record: Buffer): Buffer {
  const container = XLSX.CFB.read(bytes, { type: "buffer" });
  const entry = XLSX.CFB.find(container, "/Workbook");
  if (entry === null) throw new Error("no stream");
  const stream = Buffer.from(entry.content as Uint8Array);
  let at = 0;
  while (stream.readUInt16LE(at) !== 0x0809 || stream.readUInt16LE(at + 6) !== substream) {
    if (stream.readUInt16LE(at) === 0x0085 && substream === GLOBALS) {
      stream.writeUInt32LE(stream.readUInt32LE(at + 4) + record.length, at + 4);
    }
    at += 4 + stream.readUInt16LE(at + 2);
  }
  at += 4 + stream.readUInt16LE(at + 2);
  const content = Buffer.concat([stream.subarray(0, at), record, stream.subarray(at)]);
  entry.content = content;
  entry.size = content.length;
  return Buffer.from(XLSX.CFB.write(container, { type: "buffer" }) as Uint8Array);
}

export function encryptedXlsx(): Buffer {
  const container = XLSX.CFB.utils.cfb_new();
  XLSX.CFB.utils.cfb_add(container, "/EncryptionInfo", Buffer.from("04000400", "hex"));
  XLSX.CFB.utils.cfb_add(container, "/EncryptedPackage", Buffer.alloc(20_000, 7));
  return Buffer.from(XLSX.CFB.write(container, { type: "buffer" }) as Uint8Array);
}

function dated(type: BookType, format: string): Buffer {
  const sheet = XLSX.utils.aoa_to_sheet([[cell(44859, format), 44859]]);
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, "办件明细");
  return XLSX.write(book, { type: "buffer", bookType: type }) as Buffer;
}

/** The writer has no format 31: it is put in the place of 14, m/d/yy, in the records of cell styles. */
function chineseDates(type: "biff8" | "xlsb"): Buffer {
  const container = XLSX.CFB.read(dated(type, "m/d/yy"), { type: "buffer" });
  const entry = XLSX.CFB.find(container, type === "xlsb" ? "styles.bin" : "/Workbook");
  if (entry === null) throw new Error("no styles");
  const bytes = Buffer.from(entry.content as Uint8Array);
  const [record, format] = type === "xlsb" ? ["2f100000", 4] : ["e0001400", 6];
  for (let at = bytes.indexOf(record, 0, "hex"); at >= 0; at = bytes.indexOf(record, at + 1, "hex")) {
    if (bytes.readUInt16LE(at + format) === 14) bytes.writeUInt16LE(31, at + format);
  }
  entry.content = bytes;
  const fileType = type === "xlsb" ? "zip" : "cfb";
  return Buffer.from(XLSX.CFB.write(container, { type: "buffer", fileType }) as Uint8Array);
}

function oddFormat(type: "biff8" | "xlsb"): Buffer {
  return dated(type, "yyyy年m月d日");
}

const page = (body: string, head = "") => `<html><head>${head}</head><body>${body}</body></html>`;
const gbk = Buffer.from("b0ecbcfe", "hex");

/** A page of a platform that names itself gb2312 and is. */
const gbkPage = Buffer.concat([
  Buffer.from('<html><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><table><tr><td>'),
  gbk,
  Buffer.from("</td></tr></table></html>"),
]);

const xml2003 = (cells: string, rest = "") =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">${rest}<Worksheet ss:Name="办件"><Table>${cells}</Table></Worksheet></Workbook>`;

const ods = (rows: string) => {
  const names =
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"';
  return `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${names} office:version="1.2"><office:body><office:spreadsheet><table:table table:name="表">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`;
};
const odsFile = (rows: string) =>
  zip([
    { name: "mimetype", data: "application/vnd.oasis.opendocument.spreadsheet", stored: true },
    { name: "content.xml", data: ods(rows) },
    { name: "META-INF/manifest.xml", data: "<manifest/>" },
    { name: "styles.xml", data: '<?xml version="1.0"?><office:document-styles/>' },
  ]);
const odsText = (text: string, attributes = "") =>
  `<table:table-cell office:value-type="string" ${attributes}><text:p>${text}</text:p></table:table-cell>`;

const plainRows = tableRows.map((row) => row);

export const oldFormats: readonly Situation[] = [
  { name: "Excel 97 workbook", bytes: () => table("biff8"), reads: ["[办件明细] xls", ...plainRows] },
  {
    name: "Excel 97 with a hidden sheet",
    bytes: () => table("biff8", second),
    reads: ["[办件明细] xls", ...tableRows, "[字典, hidden] xls", "1: 字典", "2: 甲"],
  },
  {
    name: "Excel 97 with a hidden row",
    bytes: () => withRecord(table("biff8"), SHEET, hiddenRow(1)),
    reads: ["[办件明细] xls", ...hiding(tableRows)],
  },
  {
    name: "Excel 97 with the dates of Chinese editions, whose formats no file writes down",
    bytes: () => chineseDates("biff8"),
    reads: ["[办件明细] xls", "1: 44859 date | 44859 number"],
  },
  {
    name: ".xlsb with the dates of Chinese editions",
    bytes: () => chineseDates("xlsb"),
    reads: ["[办件明细] xlsb", "1: 44859 date | 44859 number"],
  },
  {
    name: "Excel 97 with a format that nobody can print",
    bytes: () => oddFormat("biff8"),
    reads: ["[办件明细] xls", "1: 44859 date | 44859 number"],
  },
  {
    name: ".xlsb with a format that nobody can print",
    bytes: () => oddFormat("xlsb"),
    reads: ["[办件明细] xlsb", "1: 44859 date | 44859 number"],
  },
  {
    name: "Excel 97 that counts days from 1904",
    bytes: () =>
      table("biff8", (book) => {
        book.Workbook = { WBProps: { date1904: true } };
      }),
    reads: ["[办件明细, 1904] xls", ...tableRows],
  },
  {
    name: "Excel 95 in GBK",
    bytes: biff5,
    reads: ["[办件明细] xls", "1: 办件编号 | 数量", "2: 嘉峪关市 | 12.5 number"],
  },
  {
    name: "a workbook stream without its OLE file",
    bytes: bareStream,
    reads: ["[办件明细] xls", ...tableRows],
  },
  { name: "binary workbook .xlsb", bytes: () => table("xlsb"), reads: ["[办件明细] xlsb", ...tableRows] },
  {
    name: ".xlsb with a hidden sheet and a hidden row",
    bytes: () => table("xlsb", second),
    reads: ["[办件明细] xlsb", ...hiding(tableRows), "[字典, hidden] xlsb", "1: 字典", "2: 甲"],
  },
  {
    name: "SpreadsheetML 2003 with a hidden sheet and a hidden row",
    bytes: () => table("xlml", second),
    reads: ["[办件明细] xml", ...hiding(tableRows), "[字典, hidden] xml", "1: 字典", "2: 甲"],
  },
  {
    name: "SpreadsheetML 2003 in UTF-16",
    bytes: () => Buffer.from(`\uFEFF${table("xlml").toString("utf8")}`, "utf16le"),
    reads: ["[办件明细] xml utf-16le", ...tableRows],
  },
  {
    name: "SpreadsheetML with leaps, rich text and dates",
    bytes: () =>
      xml2003(
        '<Row ss:Index="3"><Cell ss:Index="2"><Data ss:Type="String">甲<B>乙</B>&amp;&#20013;</Data></Cell></Row><Row><Cell><Data ss:Type="DateTime">2022-10-25T12:00:00.000</Data></Cell><Cell><Data ss:Type="Number">1.50</Data></Cell></Row>',
      ),
    reads: ["[办件] xml", "3:  | 甲乙&中", "4: 44859.5 date | 1.5 number"],
  },
  {
    name: "SpreadsheetML whose entities would explode",
    bytes: () =>
      xml2003('<Row><Cell><Data ss:Type="String">&b;</Data></Cell></Row>').replace(
        "<Workbook",
        '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><Workbook',
      ),
    reads: "D005 doctype",
  },
  {
    name: "SpreadsheetML that reads a file of the machine",
    bytes: () =>
      xml2003('<Row><Cell><Data ss:Type="String">&b;</Data></Cell></Row>').replace(
        "<Workbook",
        '<!DOCTYPE x [<!ENTITY b SYSTEM "file:///etc/passwd">]><Workbook',
      ),
    reads: "D005 doctype",
  },
  {
    name: "SpreadsheetML with a column that spans a thousand million",
    bytes: () =>
      xml2003('<Column ss:Span="1000000000"/><Row><Cell><Data ss:Type="String">a</Data></Cell></Row>'),
    reads: "D005 markup",
  },
  {
    name: "SpreadsheetML whose last row is very far down",
    bytes: () => xml2003('<Row ss:Index="1048576"><Cell><Data ss:Type="String">末</Data></Cell></Row>'),
    reads: ["[办件] xml", "1048576: 末"],
  },
  {
    name: "OpenDocument sheet",
    bytes: () =>
      odsFile(
        `<table:table-row>${odsText("办件")}${odsText("甲", 'table:number-columns-repeated="2"')}<table:table-cell office:value-type="percentage" office:value="0.985"><text:p>98.5%</text:p></table:table-cell></table:table-row>` +
          `<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>` +
          `<table:table-row><table:table-cell office:value-type="date" office:date-value="2022-10-25"><text:p>22-10-25</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="1e-7"><text:p>0</text:p></table:table-cell><table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>TRUE</text:p></table:table-cell>${odsText("620200123456789012")}</table:table-row>` +
          '<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>',
      ),
    reads: [
      "[表] ods",
      "1: 办件 | 甲 | 甲 | 0.985 percent",
      "5: 44859 date | 1e-7 number | 1 boolean | 620200123456789012",
    ],
  },
  {
    name: "flat OpenDocument in one XML file",
    bytes: () =>
      ods(`<table:table-row>${odsText("办件")}${odsText("甲")}</table:table-row>`)
        .replaceAll("document-content", "document")
        .replace(
          "<office:document ",
          '<office:document office:mimetype="application/vnd.oasis.opendocument.spreadsheet" ',
        ),
    reads: ["[表] ods", "1: 办件 | 甲"],
  },
  {
    name: "an OpenDocument cell repeated a million million times",
    bytes: () =>
      odsFile(
        `<table:table-row table:number-rows-repeated="1048576">${odsText("甲", 'table:number-columns-repeated="16384"')}</table:table-row>`,
      ),
    reads: "D005 repeats",
  },
  {
    name: "an OpenDocument text",
    bytes: () =>
      zip([
        { name: "mimetype", data: "application/vnd.oasis.opendocument.text", stored: true },
        { name: "content.xml", data: "<o/>" },
      ]),
    reads: "D004 odt",
  },
  {
    name: "an HTML table named .xls",
    bytes: () =>
      page(
        '<table border="1"><tr><th>办件编号</th><th>满意率</th></tr><tr><td x:str>0062020012345678901</td><td>98.5%&nbsp;</td></tr><tr><td></td><td>a&lt;b &amp; &#20013;<br/>文</td></tr></table>',
      ),
    reads: ["[-] html", "1: 办件编号 | 满意率", "2: 0062020012345678901 | 98.5% ", "3:  | a<b & 中\n文"],
  },
  {
    name: "an HTML table with merged headings",
    bytes: () =>
      page(
        "<table><tr><td rowspan=2>部门</td><td colspan=2>办件</td></tr><tr><td>总数</td><td>好评</td></tr><tr><td>市公安局</td><td>10</td><td>9</td></tr></table>",
      ),
    reads: ["[-] html", "1: 部门 | 办件", "2:  | 总数 | 好评", "3: 市公安局 | 10 | 9"],
  },
  {
    name: "an HTML page with two tables",
    bytes: () => page("<TABLE><TR><TD>a</TD></TR></TABLE><p>x</p><table><tr><td>b</td></tr></table>"),
    reads: ["[- 1] html", "1: a", "[- 2] html", "1: b"],
  },
  { name: "an HTML table in GBK", bytes: () => gbkPage, reads: ["[-] html gb18030", "1: 办件"] },
  {
    name: "an HTML table that says GBK and is UTF-8",
    bytes: () => page("<table><tr><td>办件</td></tr></table>", '<meta charset="gb2312">'),
    reads: ["[-] html", "1: 办件"],
  },
  {
    name: "an HTML table in UTF-16",
    bytes: () => Buffer.from(`\uFEFF${page("<table><tr><td>办件</td></tr></table>")}`, "utf16le"),
    reads: ["[-] html utf-16le", "1: 办件"],
  },
  {
    name: "an HTML table in Big5",
    bytes: () =>
      Buffer.concat([
        Buffer.from('<html><meta charset="big5"><table><tr><td>'),
        Buffer.from("bfecb3a1", "hex"),
        Buffer.from("</td></tr></table>"),
      ]),
    reads: ["[-] html big5", "1: 辦部"],
  },
  { name: "a login page instead of an export", bytes: () => page("<p>请登录</p>"), reads: "D004 page" },
  {
    name: "an HTML table of a hundred thousand merged cells",
    bytes: () => page(`<table>${"<tr><td rowspan=2>a</td><td>b</td></tr>".repeat(100_000)}</table>`),
    reads: "D004 merged",
  },
  {
    name: "an .xls in which reading never ends",
    bytes: () => endless,
    limits: { patience: 0.5 },
    reads: "D005 endless",
  },
  {
    name: "an .xls whose sectors lead back to themselves",
    bytes: () => circular("chain"),
    reads: "D005 container",
  },
  {
    name: "an .xls whose directory is a circle",
    bytes: () => circular("directory"),
    reads: "D005 container",
  },
  { name: "an .xls with a password", bytes: encryptedXls, reads: "D008" },
  { name: "an .xlsx with a password", bytes: encryptedXlsx, reads: "D008" },
  {
    name: "an .xls larger than memory should hold",
    bytes: () => table("biff8"),
    limits: { maxWholeBytes: 2000 },
    reads: "D006 whole",
  },
  {
    name: "an .xlsb that inflates past the limit",
    bytes: () => table("xlsb"),
    limits: { maxWholeBytes: 2000 },
    reads: "D006 whole",
  },
  {
    name: "too many rows, in an old format",
    bytes: () => table("biff8"),
    limits: { maxRows: 3 },
    reads: "D006 rows",
  },
  {
    name: "too many columns, in an old format",
    bytes: () => table("xlsb"),
    limits: { maxColumns: 3 },
    reads: "D006 columns",
  },
  {
    name: "too long a cell, in an old format",
    bytes: () => table("xlml"),
    limits: { maxCellLength: 10 },
    reads: "D006 cell",
  },
];
