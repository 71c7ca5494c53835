import { describe, expect, test } from "vitest";
import { ProblemError, sentenceOf } from "../../../src/problem.ts";
import { openBytes, problemOf, read } from "../read.ts";
import { HEAD, relsXml, sheetXml, stringsXml, workbook, workbookEntries } from "../workbook.ts";
import { zip } from "../zip.ts";

const rows = Array.from({ length: 3000 }, (_, i) => `<row><c><v>${(i * 7919) % 10007}</v></c></row>`).join(
  "",
);
const good = workbook({ rows });

function withSheet(change: { crc?: number; size?: number; data?: string }): Buffer {
  return zip(
    workbookEntries({ rows }).map((entry) =>
      entry.name.includes("sheet1") ? { ...entry, ...change } : entry,
    ),
  );
}

/** The same file with a byte of the sheet's compressed data turned over. */
function flipped(): Buffer {
  const bytes = Buffer.from(good);
  const at = bytes.indexOf("xl/worksheets/sheet1.xml") + 2000;
  bytes[at] = (bytes[at] as number) ^ 0xff;
  return bytes;
}

describe("damaged workbooks end with a problem", () => {
  test.each([
    ["undamaged", good, "none"],
    ["a wrong checksum", withSheet({ crc: 1 }), "D005 crc"],
    ["longer than declared", withSheet({ size: 100 }), "D005 size"],
    ["shorter than declared", withSheet({ size: 1_000_000 }), "D005 size"],
    [
      "rows missing at the end",
      withSheet({ data: "<worksheet><sheetData><row><c><v>1</v></c></row>" }),
      "D005 markup",
    ],
    [
      "a tag cut at the end",
      withSheet({ data: "<worksheet><sheetData><row><c><v>1</v></c></row></sheetDa" }),
      "D005 markup",
    ],
    ["a cell in a cell", withSheet({ data: sheetXml("<row><c><c><v>1</v></c></c></row>") }), "D005 markup"],
    ["a row in a row", withSheet({ data: sheetXml("<row><row><c><v>1</v></c></row></row>") }), "D005 markup"],
    [
      "an index that is no number",
      withSheet({ data: sheetXml('<row><c t="s"><v>x</v></c></row>') }),
      "D005 markup",
    ],
    [
      "a string that is not there",
      workbook({ rows: '<row><c t="s"><v>5</v></c></row>', strings: stringsXml("<t>a</t>") }),
      "D005 sharedString",
    ],
    [
      "strings that are not there",
      workbook({ rows: '<row><c t="s"><v>0</v></c></row>' }),
      "D005 sharedString",
    ],
    ["strings cut short", workbook({ rows, strings: `${HEAD}<sst><si><t>a</t>` }), "D005 markup"],
    [
      "not UTF-8",
      workbook({ sheet: Buffer.from(sheetXml('<row><c t="str"><v>\xd6\xd0</v></c></row>'), "latin1") }),
      "D005 encoding",
    ],
    [
      "an unknown encoding",
      workbook({ sheet: '<?xml version="1.0" encoding="x-none"?><worksheet/>' }),
      "D005 encoding",
    ],
    [
      "a document type",
      workbook({ sheet: `<!DOCTYPE w [<!ENTITY a "b">]>${sheetXml(rows)}` }),
      "D005 doctype",
    ],
    [
      "an entity bomb in the strings",
      workbook({ rows, strings: `<!DOCTYPE s [<!ENTITY a "b">]>${stringsXml("<t>&a;</t>")}` }),
      "D005 doctype",
    ],
    [
      "no such sheet",
      workbook({ rows, rels: relsXml(["rId1", "worksheet", "worksheets/sheet9.xml"]) }),
      "D005 missing",
    ],
    [
      "no such relationship",
      workbook({ rows, rels: relsXml(["rId9", "worksheet", "worksheets/sheet1.xml"]) }),
      "D005 missing",
    ],
    ["a zip without a workbook", zip([{ name: "a.txt", data: "a" }]), "D004 zip"],
    ["a Word document", zip([{ name: "word/document.xml", data: "<w/>" }]), "D004 docx"],
    ["an OpenDocument sheet", zip([{ name: "content.xml", data: "<o/>" }]), "D005 unreadable"],
    [
      "a binary workbook",
      zip([{ name: "_rels/.rels", data: relsXml(["a", "officeDocument", "xl/workbook.bin"]) }]),
      "D005 unreadable",
    ],
  ])("%s", async (_, bytes, expected) => {
    expect(await problemOf(read(bytes))).toBe(expected);
  });

  test("a byte turned over in the compressed data", async () => {
    expect(await problemOf(read(flipped()))).toMatch(/^D005 (inflate|crc|markup|size)/);
  });

  test("cut short anywhere", async () => {
    for (let size = 4; size < good.length; size += 101) {
      expect(await problemOf(read(good.subarray(0, size)))).toMatch(/^D00[45] /);
    }
  });

  test("with an entry that is encrypted", async () => {
    const bytes = Buffer.from(good);
    for (let at = bytes.indexOf("PK\x01\x02"); at >= 0; at = bytes.indexOf("PK\x01\x02", at + 4)) {
      bytes[at + 8] = (bytes[at + 8] as number) | 1;
    }
    expect(await problemOf(read(bytes))).toBe("D008");
  });

  test("a damaged sheet is no matter to who stops before it", async () => {
    const file = await openBytes(withSheet({ crc: 1 }));
    const scan = file.sheets[0]?.scan(() => false);
    await expect(scan).resolves.toEqual({ formulasWithoutValue: { cells: [], count: 0 } });
  });

  test("the problem names file, sheet and cell, in both languages", async () => {
    const error = await read(workbook({ rows: '<row r="3"><c r="B3" t="s"><v>5</v></c></row>' })).catch(
      (e) => e,
    );
    expect(error).toBeInstanceOf(ProblemError);
    const [found] = (error as ProblemError).problems;
    expect(found?.at).toEqual({ file: "-", sheet: "表1", cell: "B3" });
    expect(found && sentenceOf(found, "zh")).toContain("引用了不存在的共享字符串 5");
    expect(found && sentenceOf(found, "en")).toContain("shared string 5");
  });
});
