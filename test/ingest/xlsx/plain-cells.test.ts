import fc from "fast-check";
import { expect, test } from "vitest";
import { defaultLimits, type RawRow } from "../../../src/ingest/reader.ts";
import { createSheetScanner } from "../../../src/ingest/xlsx/sheet-scanner.ts";
import { rowLine } from "../read.ts";
import { storedTexts } from "../stored-texts.ts";
import { sheetXml } from "../workbook.ts";

const shared = storedTexts("应急管理局", "", "a", "𠮷");

/**
 * The rows of a part that comes in chunks of a size, or the error that it ends with. Byte by byte no cell is
 * ever there as a whole: only the patient reader sees it.
 */
function rowsOf(xml: string, size: number): string[] {
  const rows: string[] = [];
  const tokens = new Map<string, string>();
  const sink = (row: RawRow) => {
    rows.push(rowLine(row));
    for (let column = 0; column < row.width; column++) {
      const text = row.text(column);
      const span = row.span(column);
      if (span !== null) expect(Buffer.from(span.bytes.subarray(span.from, span.to)).toString()).toBe(text);
      const token = row.token(column);
      if (token < 0) continue;
      const cell = `${row.kind[column]} ${text}`;
      expect(tokens.get(`${column} ${token}`) ?? cell).toBe(cell);
      tokens.set(`${column} ${token}`, cell);
    }
    return true;
  };
  const limits = { ...defaultLimits, maxColumns: 30, maxCellLength: 100 };
  const scanner = createSheetScanner({ part: "s", sharedStrings: shared, styles: [2, 3, 4], limits, sink });
  const bytes = Buffer.from(xml, "latin1");
  try {
    for (let at = 0; at < bytes.length; at += size) scanner.write(bytes.subarray(at, at + size));
    scanner.end();
    rows.push(JSON.stringify(scanner.result));
  } catch (error) {
    rows.push(JSON.stringify(error));
  }
  return rows;
}

const pick = fc.constantFrom;
const utf8 = (text: string) => Buffer.from(text).toString("latin1");
const text = pick(
  ...[
    "公安局",
    "a",
    "",
    " ",
    "　",
    "a&amp;b",
    "_x4E2D_",
    "a_b",
    "\r\n",
    "éa",
    "一二三四五",
    "1".repeat(101),
  ].map(utf8),
  "\xe5\xb1",
  "<![CDATA[x]]>",
  "<!-- -->",
);
const number = pick(
  "1",
  "-2.5",
  "44859.5",
  "1E-7",
  "1e5",
  " 1",
  "",
  "x",
  "1-2",
  "--1",
  "-",
  "0",
  "2",
  "9",
  "007",
);
const address = pick("A", "B", "C", "D", "E", "AA", "AE", "b", "").chain((column) =>
  pick("1", "7", "", "12345678901234").map((row) => column + row),
);
const attribute = fc.oneof(
  address.map((at) => `r="${at}"`),
  pick('s="1"', 's="0"', 's="2"', 's="77"', "s='1'", 's=""', 'cm="1"', 'x:r="D1"', 'vm=">"', ' s="1"'),
);
const type = pick("", 't="n"', 't="s"', 't="str"', 't="inlineStr"', 't="b"', 't="e"', 't="d"', 't="zz"');
const value = fc.oneof(
  { weight: 4, arbitrary: number.map((n) => `<v>${n}</v>`) },
  { weight: 4, arbitrary: text.map((t) => `<is><t>${t}</t></is>`) },
  text.map((t) => `<v>${t}</v>`),
  text.map((t) => `<is><t xml:space="preserve">${t}</t></is>`),
  text.map((t) => `<is><r><t>${t}</t></r><rPh><t>z</t></rPh></is>`),
  number.map((n) => `<f>A1</f><v>${n}</v>`),
  pick("", "<v/>", "<f>A1</f>", "<v>1</v>\n", "<is/>", "<is><t/></is>"),
);
const cell = fc
  .tuple(fc.array(attribute, { maxLength: 2 }), type, value, pick("", "", "", " ", "\n", "<!-- </row> -->"))
  .map(([attributes, type, value, after]) => {
    const tag = ["<c", ...attributes, ...(type === "" ? [] : [type])].join(" ");
    return value === "" ? `${tag}/>${after}` : `${tag}>${value}</c>${after}`;
  });
const plainCell = fc
  .tuple(pick("A", "B", "C", "D"), pick("", ' s="1"'), number)
  .map(([column, style, n]) => `<c r="${column}1"${style}><v>${n}</v></c>`);
const row = fc
  .tuple(
    pick(
      "",
      ' r="3"',
      ' r="5" spans="1:9"',
      ' r="7" hidden="1"',
      ' a=">"',
      " r='9'",
      ' x:dyDescent="0.2" r="2"',
    ),
    fc.array(fc.oneof(cell, plainCell, plainCell), { maxLength: 6 }),
    pick("", "", "", "\n"),
  )
  .map(([attributes, cells, after]) => `<row${attributes}>${cells.join("")}</row>${after}`);
const rows = fc.array(fc.oneof({ weight: 9, arbitrary: row }, pick('<row r="4"/>', "<row/>")), {
  maxLength: 6,
});

test("a sheet reads the same at once and byte by byte", () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 40, max: 900 }), (rows, size) => {
      const xml = sheetXml(rows.join(""));
      const patient = rowsOf(xml, 1);
      expect(rowsOf(xml, xml.length)).toEqual(patient);
      expect(rowsOf(xml, size)).toEqual(patient);
    }),
    { numRuns: 2_000 },
  );
});
