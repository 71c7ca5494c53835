import { describe, expect, test } from "vitest";
import { openBytes, problemOf, read, rowsOf } from "../read.ts";
import { HEAD, sheetXml, workbook } from "../workbook.ts";

describe("where rows and cells stand", () => {
  test.each([
    [
      "gaps between cells are blank",
      '<row r="2"><c r="B2"><v>1</v></c><c r="D2"><v>2</v></c></row>',
      ["2:  | 1 number |  | 2 number"],
    ],
    [
      "gaps between rows",
      '<row r="2"><c r="A2"><v>1</v></c></row><row r="9"><c r="A9"><v>2</v></c></row>',
      ["2: 1 number", "9: 2 number"],
    ],
    [
      "without addresses",
      "<row><c><v>1</v></c><c/><c><v>3</v></c></row><row><c><v>4</v></c></row>",
      ["1: 1 number |  | 3 number", "2: 4 number"],
    ],
    [
      "after a numbered row",
      '<row r="5"><c><v>1</v></c></row><row><c><v>2</v></c></row>',
      ["5: 1 number", "6: 2 number"],
    ],
    ["only cells are addressed", '<row><c r="C7"><v>1</v></c></row>', ["7:  |  | 1 number"]],
    [
      "rows out of order",
      '<row r="3"><c r="A3"><v>3</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>',
      ["3: 3 number", "1: 1 number"],
    ],
    [
      "cells out of order",
      '<row r="1"><c r="C1"><v>3</v></c><c r="A1"><v>1</v></c></row>',
      ["1: 1 number |  | 3 number"],
    ],
    [
      "an address twice: the last counts",
      '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>',
      ["1: 2 number"],
    ],
    [
      "columns of two letters",
      '<row r="1"><c r="AB1"><v>1</v></c></row>',
      [`1: ${" | ".repeat(27)}1 number`],
    ],
    [
      "phantom rows",
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="2" s="1"/><row r="3"><c r="A3" s="1"/></row>',
      ["1: 1 number"],
    ],
    ["trailing blank cells", '<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"/></row>', ["1: 1 number"]],
    [
      "a short row after a long one",
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2"><c r="B2"><v>3</v></c></row>',
      ["1: 1 number | 2 number", "2:  | 3 number"],
    ],
    [
      "hidden rows",
      '<row r="1" hidden="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="true"><c r="A2"><v>2</v></c></row><row r="3" hidden="0"><c r="A3"><v>3</v></c></row>',
      ["1 hidden: 1 number", "2 hidden: 2 number", "3: 3 number"],
    ],
    [
      "other attributes",
      '<row r="1" spans="1:2" ht="20" x14ac:dyDescent="0.2"><c r="A1" vm="1" cm="1"><v>1</v></c></row>',
      ["1: 1 number"],
    ],
  ])("%s", async (_, rows, expected) => {
    expect(await read(workbook({ rows }))).toEqual(expected);
  });

  test.each([
    [
      "a wrong dimension",
      `${HEAD}<worksheet><dimension ref="A1"/><cols><col min="1"/></cols><sheetData><row r="1"><c r="B1"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells></worksheet>`,
    ],
    [
      "prefixed names",
      `${HEAD}<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="B1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
    ],
    [
      "the strict namespace",
      '<worksheet xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"><sheetData><row r="1"><c r="B1"><v>1</v></c></row></sheetData></worksheet>',
    ],
    ["a byte order mark", `\uFEFF${sheetXml('<row r="1"><c r="B1"><v>1</v></c></row>')}`],
    [
      "UTF-16 little endian",
      Buffer.from(`\uFEFF${sheetXml('<row r="1"><c r="B1"><v>1</v></c></row>')}`, "utf16le"),
    ],
    [
      "UTF-16 big endian",
      Buffer.from(`\uFEFF${sheetXml('<row r="1"><c r="B1"><v>1</v></c></row>')}`, "utf16le").swap16(),
    ],
    [
      "rows outside sheetData",
      `${HEAD}<worksheet><row r="9"><c r="A9"><v>9</v></c></row><sheetData><row r="1"><c r="B1"><v>1</v></c></row></sheetData><ext><row r="8"><c><v>8</v></c></row></ext></worksheet>`,
    ],
  ])("%s", async (_, sheet) => {
    expect(await read(workbook({ sheet }))).toEqual(["1:  | 1 number"]);
  });

  test("GB18030 parts", async () => {
    const xml =
      '<?xml version="1.0" encoding="GB18030"?><worksheet><sheetData><row><c t="str"><v>@@</v></c></row></sheetData></worksheet>';
    const sheet = Buffer.from(xml.replace("@@", "\xd6\xd0\xce\xc4"), "latin1");
    expect(await read(workbook({ sheet }))).toEqual(["1: 中文"]);
  });

  test("an empty sheet", async () => {
    expect(await read(workbook({ sheet: `${HEAD}<worksheet><sheetData/></worksheet>` }))).toEqual([]);
    expect(await read(workbook({ sheet: `${HEAD}<worksheet/>` }))).toEqual([]);
  });
});

describe("scanning", () => {
  const rows = Array.from(
    { length: 5000 },
    (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>${i}</v></c></row>`,
  );

  test("can stop early, and be done again", async () => {
    const file = await openBytes(workbook({ rows: rows.join("") }));
    const sheet = file.sheets[0];
    for (let pass = 0; pass < 3; pass++) {
      let seen = 0;
      await sheet?.scan(() => ++seen < 100);
      expect(seen).toBe(100);
    }
    expect(await rowsOf(sheet)).toHaveLength(5000);
    await file.close();
  });

  test("a sink that throws ends the scan with its own error", async () => {
    const file = await openBytes(workbook({ rows: rows.join("") }));
    const scan = file.sheets[0]?.scan(() => {
      throw new RangeError("from the sink");
    });
    await expect(scan).rejects.toThrow(new RangeError("from the sink"));
  });

  test("formulas without a value are counted by address", async () => {
    const sheet =
      '<row r="2"><c r="B2"><f>SUM(A:A)</f></c><c r="C2"><f t="shared" si="0"/></c><c r="D2" t="str"><f>""</f><v></v></c><c r="E2"><f>1</f><v>1</v></c></row>';
    const file = await openBytes(workbook({ rows: sheet }));
    expect(await file.sheets[0]?.scan(() => true)).toEqual({
      formulasWithoutValue: { cells: ["B2", "C2"], count: 2 },
    });
  });

  test.each([
    ["rows", { maxRows: 4999 }, "D006 rows"],
    ["inflated bytes", { maxBytes: 100_000 }, "D006 bytes"],
    ["nothing", { maxRows: 5000 }, "none"],
  ])("limits: %s", async (_, limits, expected) => {
    expect(await problemOf(read(workbook({ rows: rows.join("") }), limits))).toBe(expected);
  });

  test.each([
    ["columns", '<row r="1"><c r="XFE1"><v>1</v></c></row>', "D006 columns"],
    ["the last column", '<row r="1"><c r="XFD1"><v>1</v></c></row>', "none"],
    ["cell length", `<row r="1"><c r="A1" t="str"><v>${"长".repeat(2000)}</v></c></row>`, "D006 cell"],
    ["markup length", `<row r="1"><!--${"-x".repeat(1_000_000)}--></row>`, "D005 token"],
  ])("limits: %s", async (_, sheet, expected) => {
    expect(await problemOf(read(workbook({ rows: sheet }), { maxCellLength: 1000 }))).toBe(expected);
  });
});
