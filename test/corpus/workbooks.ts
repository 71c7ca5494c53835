import {
  HEAD,
  relsXml,
  sheetXml,
  stringsXml,
  stylesXml,
  workbook,
  workbookEntries,
  workbookXml,
} from "../ingest/workbook.ts";
import { zip } from "../ingest/zip.ts";
import type { Situation } from "./situation.ts";

const text = (value: string) => `<c t="str"><v>${value}</v></c>`;
const one = `<row r="1">${text("甲")}</row>`;
const read = ["[表1] xlsx", "1: 甲"];
const strict = (xml: string) =>
  xml
    .replaceAll(
      "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
      "http://purl.oclc.org/ooxml/spreadsheetml/main",
    )
    .replaceAll(
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
      "http://purl.oclc.org/ooxml/officeDocument/relationships",
    );
const sheets = (...names: string[]) =>
  names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId1"/>`).join("");

/** Every point that a reader of xlsx gets wrong somewhere, one file each. */
export const workbooks: readonly Situation[] = [
  { name: "the smallest workbook", bytes: () => workbook({ rows: one }), reads: read },
  { name: "sizes as 64-bit numbers", bytes: () => zip(workbookEntries({ rows: one }), true), reads: read },
  {
    name: "parts stored without compression",
    bytes: () => zip(workbookEntries({ rows: one }).map((entry) => ({ ...entry, stored: true }))),
    reads: read,
  },
  {
    name: "an absolute path to the sheet, with backslashes in the container",
    bytes: () =>
      zip([
        { name: "_rels/.rels", data: relsXml(["a", "officeDocument", "/xl/workbook.xml"]) },
        { name: "xl\\workbook.xml", data: workbookXml(sheets("表1")) },
        { name: "xl/_rels/workbook.xml.rels", data: relsXml(["rId1", "worksheet", "\\xl\\sheets\\甲.xml"]) },
        { name: "xl/sheets/甲.xml", data: sheetXml(one) },
      ]),
    reads: read,
  },
  {
    name: "part names in other cases",
    bytes: () =>
      zip(workbookEntries({ rows: one }).map((entry) => ({ ...entry, name: entry.name.toUpperCase() }))),
    reads: read,
  },
  {
    name: "strict OOXML",
    bytes: () =>
      zip(
        workbookEntries({ rows: '<row><c t="s"><v>0</v></c></row>', strings: stringsXml("<t>甲</t>") }).map(
          (entry) => ({ ...entry, data: strict(String(entry.data)) }),
        ),
      ),
    reads: read,
  },
  {
    name: "every name under a prefix",
    bytes: () =>
      workbook({
        sheet: `${HEAD}<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c t="str"><x:v>甲</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
      }),
    reads: read,
  },
  {
    name: "attributes in single quotes",
    bytes: () => workbook({ rows: "<row r='2'><c r='B2' t='str'><v>甲</v></c></row>" }),
    reads: ["[表1] xlsx", "2:  | 甲"],
  },
  {
    name: "rows and cells without addresses",
    bytes: () => workbook({ rows: `<row>${text("甲")}${text("乙")}</row><row>${text("丙")}</row>` }),
    reads: ["[表1] xlsx", "1: 甲 | 乙", "2: 丙"],
  },
  {
    name: "CDATA, comments and instructions between the cells",
    bytes: () =>
      workbook({
        rows: '<!-- <row> --><row><?x?><c t="str"><v><![CDATA[a<b&c]]></v></c><!-- <c/> --></row>',
      }),
    reads: ["[表1] xlsx", "1: a<b&c"],
  },
  {
    name: "escapes of Excel",
    bytes: () =>
      workbook({ rows: `<row>${text("a_x000D_b")}${text("_x005F_x4E2D_")}${text("_x4E2D_")}</row>` }),
    reads: ["[表1] xlsx", "1: a\rb | _x4E2D_ | 中"],
  },
  {
    name: "rich text with phonetic runs",
    bytes: () =>
      workbook({
        rows: '<row><c t="s"><v>0</v></c></row>',
        strings: stringsXml(
          '<r><t>市公</t></r><r><rPr><b/></rPr><t>安局</t></r><rPh sb="0" eb="1"><t>shi</t></rPh>',
        ),
      }),
    reads: ["[表1] xlsx", "1: 市公安局"],
  },
  {
    name: "inline strings, with a value beside them too",
    bytes: () =>
      workbook({
        rows: '<row><c t="inlineStr"><is><t>甲</t></is></c><c t="inlineStr"><is><r><t>乙</t></r><r><t>丙</t></r></is></c><c t="inlineStr"><v>丁</v></c></row>',
      }),
    reads: ["[表1] xlsx", "1: 甲 | 乙丙 | 丁"],
  },
  {
    name: "formulas with cached values of every type, and without",
    bytes: () =>
      workbook({
        rows: '<row><c><f>1</f><v>2</v></c><c t="str"><f>a</f><v>甲</v></c><c t="b"><f>x</f><v>1</v></c><c t="e"><f>y</f><v>#DIV/0!</v></c><c r="E1"><f>SUM(A1)</f></c><c t="str"><f>b</f><v></v></c></row>',
      }),
    reads: ["[表1] xlsx", "1: 2 number | 甲 | 1 boolean | #DIV/0! error", "hollow: E1"],
  },
  {
    name: "ISO dates, numbers in E notation, 17 digits",
    bytes: () =>
      workbook({
        rows: '<row><c t="d"><v>2022-10-25T12:00:00</v></c><c><v>1E+21</v></c><c><v>0.30000000000000004</v></c><c><v>620200123456789012</v></c></row>',
      }),
    reads: [
      "[表1] xlsx",
      "1: 2022-10-25T12:00:00 | 1E+21 number | 0.30000000000000004 number | 620200123456789012 number",
    ],
  },
  ...["1", "true"].map((value) => ({
    name: `days counted from 1904, said as ${value}`,
    bytes: () =>
      workbook({
        rows: '<row><c s="0"><v>43397</v></c></row>',
        styles: stylesXml(14),
        workbook: workbookXml(sheets("表1"), `<workbookPr date1904="${value}"/>`),
      }),
    reads: ["[表1, 1904] xlsx", "1: 43397 date"],
  })),
  {
    name: "the formats of Chinese editions",
    bytes: () =>
      workbook({
        rows: `<row>${[0, 1, 2, 3, 4, 5].map((s) => `<c s="${s}"><v>44859</v></c>`).join("")}</row>`,
        styles: stylesXml(27, 31, 36, 50, 58, "yyyy&quot;年&quot;m&quot;月&quot;"),
      }),
    reads: ["[表1] xlsx", `1: ${Array(6).fill("44859 date").join(" | ")}`],
  },
  {
    name: "a dimension that lies",
    bytes: () =>
      workbook({
        sheet: sheetXml(`<row r="7"><c r="C7" t="str"><v>甲</v></c></row>`).replace(
          "<sheetData>",
          '<dimension ref="A1"/><sheetData>',
        ),
      }),
    reads: ["[表1] xlsx", "7:  |  | 甲"],
  },
  {
    name: "a million rows that hold nothing but formats",
    bytes: () => workbook({ rows: `${one}${'<row><c s="1"/></row>'.repeat(1_000_000)}` }),
    reads: read,
  },
  {
    name: "shared strings after the sheets, in a part of another name",
    bytes: () =>
      zip([
        ...workbookEntries({
          rows: '<row><c t="s"><v>0</v></c></row>',
          rels: relsXml(
            ["rId1", "worksheet", "worksheets/sheet1.xml"],
            ["rId2", "sharedStrings", "words.xml"],
          ),
        }),
        { name: "xl/words.xml", data: stringsXml("<t>甲</t>") },
      ]),
    reads: read,
  },
  {
    name: "parts in UTF-16",
    bytes: () =>
      workbook({ sheet: Buffer.from(`\uFEFF${sheetXml(one).replace("UTF-8", "UTF-16")}`, "utf16le") }),
    reads: read,
  },
  {
    name: "parts in GB18030",
    bytes: () =>
      workbook({
        sheet: Buffer.concat([
          Buffer.from('<?xml version="1.0" encoding="GB18030"?><worksheet><sheetData><row><c t="str"><v>'),
          Buffer.from("b0ecbcfe", "hex"),
          Buffer.from("</v></c></row></sheetData></worksheet>"),
        ]),
      }),
    reads: ["[表1] xlsx", "1: 办件"],
  },
  {
    name: "hidden sheets and rows",
    bytes: () =>
      workbook({
        rows: `<row r="1" hidden="1">${text("甲")}</row>`,
        workbook: workbookXml('<sheet name="表1" sheetId="1" state="veryHidden" r:id="rId1"/>'),
      }),
    reads: ["[表1, hidden] xlsx", "1 hidden: 甲"],
  },
  {
    name: "sheets named like prototypes",
    bytes: () => workbook({ rows: one, workbook: workbookXml(sheets("__proto__", "constructor")) }),
    reads: ["[__proto__] xlsx", "1: 甲", "[constructor] xlsx", "1: 甲"],
  },
  {
    name: "no sheet at all",
    bytes: () => workbook({ rows: one, workbook: workbookXml("") }),
    reads: "D004 sheetless",
  },
  {
    name: "a character in every place where chunks can meet",
    bytes: () => workbook({ rows: `<row>${text("局𠮷&amp;".repeat(50_000))}</row>` }),
    reads: ["[表1] xlsx", `1: ${"局𠮷&".repeat(50_000)}`],
  },
  {
    name: "an entity bomb",
    bytes: () =>
      workbook({
        sheet: `<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${sheetXml(`<row>${text("&b;")}</row>`)}`,
      }),
    reads: "D005 doctype",
  },
  {
    name: "an external entity",
    bytes: () =>
      workbook({
        sheet: `<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>${sheetXml(`<row>${text("&a;")}</row>`)}`,
      }),
    reads: "D005 doctype",
  },
  { name: "cut short", bytes: () => workbook({ rows: one }).subarray(0, 700), reads: "D005 truncated" },
  {
    name: "a wrong checksum",
    bytes: () =>
      zip(
        workbookEntries({ rows: one }).map((entry) =>
          entry.name.includes("sheet1") ? { ...entry, crc: 1 } : entry,
        ),
      ),
    reads: "D005 crc",
  },
  {
    name: "larger than it says",
    bytes: () =>
      zip(
        workbookEntries({ rows: one }).map((entry) =>
          entry.name.includes("sheet1") ? { ...entry, size: 9 } : entry,
        ),
      ),
    reads: "D005 size",
  },
  {
    name: "a cell further right than any sheet goes",
    bytes: () => workbook({ rows: '<row><c r="XFE1"><v>1</v></c></row>' }),
    reads: "D006 columns",
  },
  {
    name: "a Word document",
    bytes: () => zip([{ name: "word/document.xml", data: "<w/>" }]),
    reads: "D004 docx",
  },
];
