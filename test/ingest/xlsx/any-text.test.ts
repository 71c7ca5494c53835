import fc from "fast-check";
import { expect, test } from "vitest";
import { defaultLimits, type RawRow } from "../../../src/ingest/reader.ts";
import { textsOf } from "../../../src/ingest/text-row.ts";
import { createSheetScanner } from "../../../src/ingest/xlsx/sheet-scanner.ts";
import { storedTexts } from "../stored-texts.ts";
import { sheetXml } from "../workbook.ts";

const characters = fc.constantFrom(
  "a",
  "_x0041_",
  "_",
  "x",
  "局",
  "𠮷",
  "&",
  "<",
  ">",
  '"',
  "]]>",
  "\n",
  "\r",
  " ",
  "0",
);

function escaped(text: string): string {
  return text
    .replace(/_(?=x[0-9A-F]{4}_)/g, "_x005F_")
    .replace(/\r/g, "_x000D_")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&#62;");
}

test("any text survives, whatever the chunks", () => {
  const cells = fc.array(
    fc.array(characters, { maxLength: 8 }).map((parts) => `.${parts.join("")}`),
    { minLength: 1, maxLength: 4 },
  );
  fc.assert(
    fc.property(cells, fc.integer({ min: 1, max: 60 }), (texts, step) => {
      const row = texts.map(
        (text) => `<c t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`,
      );
      const bytes = Buffer.from(sheetXml(`<row>${row.join("")}</row>`));
      const rows: string[][] = [];
      const sink = (found: RawRow) => {
        rows.push(textsOf(found));
        return true;
      };
      const scanner = createSheetScanner({
        part: "s",
        sharedStrings: storedTexts(),
        styles: [],
        limits: defaultLimits,
        sink,
      });
      for (let at = 0; at < bytes.length; at += step) scanner.write(bytes.subarray(at, at + step));
      scanner.end();
      expect(rows).toEqual([texts]);
    }),
    { numRuns: 1000 },
  );
});
