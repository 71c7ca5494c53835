import { expect, test } from "vitest";
import { createMentionSearch } from "../../../src/ingest/xlsx/merged-ranges.ts";

const part = Buffer.from('<sheetData/><mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>');
const without = Buffer.from("<sheetData><row><c><v>1</v></c></row></sheetData><mergeCel/>");

test.each([1, 2, 3, 5, 8, 9, 10, 20, 200])("merged cells are seen in chunks of %i bytes", (size) => {
  for (const [bytes, there] of [
    [part, true],
    [without, false],
  ] as const) {
    const search = createMentionSearch();
    for (let at = 0; at < bytes.length; at += size) search.write(bytes.subarray(at, at + size));
    expect(search.found).toBe(there);
  }
});
