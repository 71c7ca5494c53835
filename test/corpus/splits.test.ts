import fc from "fast-check";
import { expect, test } from "vitest";
import { IrregularLines } from "../../src/ingest/csv/irregular-lines.ts";
import { readRecords } from "../../src/ingest/csv/records.ts";
import { asUtf8Chunks, type TextEncodingName } from "../../src/ingest/csv/text-encoding.ts";
import { defaultLimits } from "../../src/ingest/reader.ts";
import { asUtf8 } from "../../src/ingest/xlsx/part-encoding.ts";
import { createSheetScanner } from "../../src/ingest/xlsx/sheet-scanner.ts";
import { openContainer } from "../../src/ingest/zip/container.ts";
import { rowLine } from "../ingest/read.ts";
import { storedTexts } from "../ingest/stored-texts.ts";
import { bySheetJs, someTable } from "./well-formed.ts";

const cuts = fc.array(fc.nat(), { minLength: 1, maxLength: 60 });

function split(bytes: Buffer, places: readonly number[]): Buffer[] {
  const ends = [...places.map((at) => at % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  return ends.map((to, i) => bytes.subarray(ends[i - 1] ?? 0, to));
}

async function sheetPart(): Promise<Buffer> {
  const container = await openContainer(bySheetJs(someTable(8, 40, 8), false), defaultLimits);
  const chunks: Buffer[] = [];
  const part = container.part("xl/worksheets/sheet1.xml");
  for await (const chunk of part?.chunks() ?? []) chunks.push(chunk);
  container.close();
  return Buffer.concat(chunks);
}

function rowsOf(chunks: readonly Buffer[]): string[] {
  const rows: string[] = [];
  const sink = (row: Parameters<typeof rowLine>[0]) => rows.push(rowLine(row)) > 0;
  const context = {
    part: "sheet1.xml",
    sharedStrings: storedTexts(),
    styles: [2, 3],
    limits: defaultLimits,
    sink,
  };
  const consumer = asUtf8("sheet1.xml", createSheetScanner(context));
  for (const chunk of chunks) consumer.write(chunk);
  consumer.end();
  return rows;
}

test("a sheet of every kind of cell, cut in random places, reads the same", async () => {
  const xml = await sheetPart();
  const whole = rowsOf([xml]);
  expect(whole).toHaveLength(41);
  const utf16 = Buffer.from(`\uFEFF${xml.toString("utf8").replace("UTF-8", "UTF-16")}`, "utf16le");
  fc.assert(
    fc.property(cuts, fc.constantFrom(xml, utf16), (places, bytes) => {
      expect(rowsOf(split(bytes, places))).toEqual(whole);
    }),
    { numRuns: 300 },
  );
});

const text = '编号,部门,"说明"\r\n1,市公安局𠮷,"一\n二""三"\n2,"x"y,5"屏\r\n'.repeat(20);
// What a GB18030 file holds in the same places: characters of one, two and four bytes.
const gb = Buffer.from(
  `b1e0bac52cb2bfc3c50a${"312c9532823622b0ecbcfe220d0a".replaceAll("22", "")}`.repeat(20),
  "hex",
);
const files: readonly [TextEncodingName, Buffer][] = [
  ["utf-8", Buffer.from(text)],
  ["utf-16le", Buffer.from(text, "utf16le")],
  ["utf-16be", Buffer.from(text, "utf16le").swap16()],
  ["gb18030", gb],
];

async function recordsOf(chunks: readonly Buffer[], encoding: TextEncodingName): Promise<string[]> {
  const records: string[] = [];
  const found = new IrregularLines();
  const source = (async function* () {
    yield* chunks;
  })();
  const write = (fields: readonly string[], line: number) => records.push(`${line}: ${fields.join("|")}`) > 0;
  await readRecords(asUtf8Chunks(source, encoding, "a.csv"), ",", "a.csv", defaultLimits, write, found);
  return [...records, `irregular ${found.lines}`];
}

test.each(files)("text in %s, cut in random places, reads the same", async (encoding, bytes) => {
  const whole = await recordsOf([bytes], encoding);
  expect(whole.length).toBeGreaterThan(20);
  await fc.assert(
    fc.asyncProperty(cuts, async (places) => {
      expect(await recordsOf(split(bytes, places), encoding)).toEqual(whole);
    }),
    { numRuns: 150 },
  );
});
