import { expect, test } from "vitest";
import { defaultLimits } from "../../../src/ingest/reader.ts";
import type { PartConsumer } from "../../../src/ingest/xlsx/markup-scanner.ts";
import { asUtf8 } from "../../../src/ingest/xlsx/part-encoding.ts";
import { createSharedStringsScanner } from "../../../src/ingest/xlsx/shared-strings.ts";
import { createSheetScanner } from "../../../src/ingest/xlsx/sheet-scanner.ts";
import { rowLine } from "../read.ts";
import { storedTexts } from "../stored-texts.ts";
import { sheetXml, stringsXml } from "../workbook.ts";

// Everything that a chunk could cut: three- and four-byte characters, entities, quoted attributes,
// CDATA, comments, escapes, rich text, self-closing tags.
const sheet = sheetXml(
  `<row r="1" spans='1:4'><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>😀东城区&amp;&#x5E94;急</t></is></c></row>` +
    `<!-- 注释 --><row r="12" hidden="1"><c r='A12' s="1"><v>44859.5</v></c><c r="C12" t="s"><v>1</v></c>` +
    `<c r="D12" t="str"><f>A1&amp;"&gt;"</f><v><![CDATA[<𠮷]]>野_x4E2D_</v></c><c r="E12" t="e"><v>#N/A</v></c></row>` +
    `<?pi ?><row><c/><c><v>-0.25</v></c><c t="b"><v>1</v></c></row><row r="20"/>`,
);
const strings = stringsXml(
  "<t>应急管理局</t>",
  "<r><rPr><b/></rPr><t>市𠮷</t></r><r><t>&lt;局</t></r><rPh><t>x</t></rPh>",
);

const expected = [
  "1: 应急管理局 | 😀东城区&应急",
  "12 hidden: 44859.5 date |  | 市𠮷<局 | <𠮷野中 | #N/A error",
  "13:  | -0.25 number | 1 boolean",
];

function feed(consumer: PartConsumer, chunks: readonly Buffer[]): void {
  const utf8 = asUtf8("part.xml", consumer);
  for (const chunk of chunks) utf8.write(chunk);
  utf8.end();
}

function readStrings(chunks: readonly Buffer[]): (string | undefined)[] {
  const scanner = createSharedStringsScanner("sharedStrings.xml", defaultLimits);
  feed(scanner, chunks);
  return [0, 1, 2].map((index) => scanner.strings.at(index)).filter((text) => text !== undefined);
}

function readRows(chunks: readonly Buffer[]): string[] {
  const rows: string[] = [];
  const scanner = createSheetScanner({
    part: "sheet1.xml",
    sharedStrings: storedTexts("应急管理局", "市𠮷<局"),
    styles: [2, 3],
    limits: defaultLimits,
    sink: (row) => {
      rows.push(rowLine(row));
      return true;
    },
  });
  feed(scanner, chunks);
  return rows;
}

function bytesOf(bytes: Buffer): Buffer[] {
  return Array.from(bytes, (_, i) => bytes.subarray(i, i + 1));
}

function* halvings(bytes: Buffer): Generator<Buffer[]> {
  for (let at = 0; at <= bytes.length; at++) yield [bytes.subarray(0, at), bytes.subarray(at)];
}

const encodings = [
  ["UTF-8", (text: string) => Buffer.from(text)],
  ["UTF-16", (text: string) => Buffer.from(`\uFEFF${text}`, "utf16le")],
] as const;

for (const [encoding, encode] of encodings) {
  test(`a sheet in ${encoding} cut anywhere reads the same`, () => {
    const bytes = encode(sheet);
    for (const chunks of halvings(bytes)) expect(readRows(chunks)).toEqual(expected);
    expect(readRows(bytesOf(bytes))).toEqual(expected);
  });

  test(`shared strings in ${encoding} cut anywhere read the same`, () => {
    const bytes = encode(strings);
    for (const chunks of halvings(bytes)) expect(readStrings(chunks)).toEqual(["应急管理局", "市𠮷<局"]);
    expect(readStrings(bytesOf(bytes))).toEqual(["应急管理局", "市𠮷<局"]);
  });
}
