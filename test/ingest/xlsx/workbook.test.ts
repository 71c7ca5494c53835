import { describe, expect, test } from "vitest";
import { openBytes, read, rowsOf } from "../read.ts";
import { HEAD, relsXml, sheetXml, stringsXml, workbook, workbookEntries, workbookXml } from "../workbook.ts";
import { zip } from "../zip.ts";

const oneRow = sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>');

describe("finding sheets", () => {
  test.each([
    ["relative", "worksheets/数据.xml", "xl/worksheets/数据.xml"],
    ["absolute", "/xl/worksheets/a.xml", "xl/worksheets/a.xml"],
    ["backslashes", "worksheets\\a.xml", "xl/worksheets/a.xml"],
    ["backslashes in the zip too", "worksheets\\a.xml", "xl\\worksheets\\a.xml"],
    ["up and down", "../other/./a.xml", "other/a.xml"],
    ["percent-encoded, in the zip too", "worksheets/sheet%201.xml", "xl/worksheets/sheet%201.xml"],
    [
      "percent-encoded, but not in the zip",
      "worksheets/%E6%95%B0%E6%8D%AE%201.xml",
      "xl/worksheets/数据 1.xml",
    ],
    [
      "plain, but percent-encoded in the zip",
      "worksheets/数据 1.xml",
      "xl/worksheets/%e6%95%b0%E6%8D%AE%201.xml",
    ],
    ["with a percent sign that encodes nothing", "worksheets/100%.xml", "xl/worksheets/100%.xml"],
    ["another case", "Worksheets/A.xml", "xl/worksheets/a.xml"],
  ])("by a target that is %s", async (_, target, name) => {
    const rels = relsXml(["rId1", "worksheet", target]);
    expect(await read(workbook({ rels, more: [{ name, data: oneRow }] }))).toEqual(["1: 1 number"]);
  });

  test("in the order of their tabs, chart and dialog sheets left out", async () => {
    const file = await openBytes(
      workbook({
        workbook: workbookXml(
          '<sheet name="乙&amp;b" sheetId="7" r:id="r2"/><sheet name="图" sheetId="3" r:id="r3"/><sheet name="框" sheetId="4" r:id="r4"/><sheet name="甲" sheetId="1" state="hidden" r:id="r1"/><sheet name="丙" sheetId="9" state="veryHidden" r:id="r1"/>',
        ),
        rels: relsXml(
          ["r1", "worksheet", "worksheets/sheet1.xml"],
          ["r2", "worksheet", "worksheets/sheet2.xml"],
          ["r3", "chartsheet", "chartsheets/sheet1.xml"],
          ["r4", "dialogsheet", "dialogsheets/sheet1.xml"],
        ),
        more: [{ name: "xl/worksheets/sheet2.xml", data: oneRow }],
      }),
    );
    expect(file.sheets.map((sheet) => [sheet.name, sheet.hidden])).toEqual([
      ["乙&b", false],
      ["甲", true],
      ["丙", true],
    ]);
    expect(await rowsOf(file.sheets[0])).toEqual(["1: 1 number"]);
  });

  test("in a strict workbook with prefixes, under another name", async () => {
    const office = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    const bytes = zip([
      {
        name: "_rels/.rels",
        data: `<Relationships><Relationship Id="a" Type='${office}/officeDocument' Target='/docs/workbook2.xml'/></Relationships>`,
      },
      {
        name: "docs/workbook2.xml",
        data: `<x:workbook xmlns:x="m"><x:workbookPr date1904='true'/><x:sheets><x:sheet name='表' rel:id='q'/></x:sheets></x:workbook>`,
      },
      {
        name: "docs/_rels/workbook2.xml.rels",
        data: `<p:Relationships><p:Relationship Id="q" Type="${office}/worksheet" Target="s.xml"/></p:Relationships>`,
      },
      { name: "docs/s.xml", data: sheetXml('<row><c t="s"><v>0</v></c></row>') },
      { name: "docs/sharedStrings.xml", data: stringsXml("<t>文字</t>"), stored: true },
    ]);
    const file = await openBytes(bytes);
    expect(file.sheets[0]?.date1904).toBe(true);
    expect(await rowsOf(file.sheets[0])).toEqual(["1: 文字"]);
  });

  test.each([
    ["", false],
    ["<workbookPr/>", false],
    ['<workbookPr date1904="0"/>', false],
    ['<workbookPr date1904="false"/>', false],
    ['<workbookPr date1904="1"/>', true],
    ['<workbookPr defaultThemeVersion="1" date1904="true"/>', true],
  ])("date system of %s", async (properties, date1904) => {
    const file = await openBytes(
      workbook({ workbook: workbookXml('<sheet name="a" r:id="rId1"/>', properties) }),
    );
    expect(file.sheets[0]?.date1904).toBe(date1904);
  });
});

test("a zip64 container", async () => {
  const entries = workbookEntries({ sheet: oneRow });
  expect(await read(zip(entries, true))).toEqual(["1: 1 number"]);
});

describe("shared strings", () => {
  const rows = sheetXml('<row r="1"><c r="A1" t="s"><v>1</v></c></row>');
  const strings = { name: "xl/sharedStrings.xml", data: stringsXml("<t>甲</t>", "<t>乙</t>") };
  const entries = workbookEntries({ sheet: rows });

  test.each([
    ["before the sheets", [strings, ...entries]],
    ["after the sheets", [...entries, strings]],
    ["stored without compression", [...entries, { ...strings, stored: true }]],
    [
      "in a part with another prefix",
      [
        ...entries,
        { ...strings, data: `${HEAD}<q:sst><q:si><q:t>甲</q:t></q:si><q:si><q:t>乙</q:t></q:si></q:sst>` },
      ],
    ],
  ])("%s", async (_, all) => {
    expect(await read(zip(all))).toEqual(["1: 乙"]);
  });
});
