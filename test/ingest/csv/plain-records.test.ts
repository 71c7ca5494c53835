import fc from "fast-check";
import { expect, test } from "vitest";
import { IrregularLines } from "../../../src/ingest/csv/irregular-lines.ts";
import { readRecords } from "../../../src/ingest/csv/records.ts";
import { RowWriter } from "../../../src/ingest/csv/row-writer.ts";
import { defaultLimits, type RawRow } from "../../../src/ingest/reader.ts";
import { rowLine } from "../read.ts";

/** The rows of a text that is cut into chunks of a size; records of a width by their bytes, or none. */
async function rowsOf(text: string, size: number, width: number | null): Promise<string[]> {
  const bytes = Buffer.from(text);
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const found: string[] = [];
  const tokens = new Map<string, string>();
  const sink = (row: RawRow) => {
    found.push(rowLine(row));
    for (let column = 0; column < row.width; column++) {
      const span = row.span(column);
      const text = row.text(column);
      if (span !== null) expect(Buffer.from(span.bytes.subarray(span.from, span.to)).toString()).toBe(text);
      const token = row.token(column);
      if (token < 0) continue;
      const name = `${column} ${token}`;
      expect(tokens.get(name) ?? text).toBe(text);
      tokens.set(name, text);
    }
    return true;
  };
  const rows = new RowWriter("a.csv", { ...defaultLimits, maxCellLength: 9 }, sink);
  const write = (fields: readonly string[], line: number) => rows.write(fields, line);
  const plain =
    width === null ? null : { width, row: rows.row, write: (line: number) => rows.writeNoted(width, line) };
  try {
    await readRecords(chunks(), ",", "a.csv", defaultLimits, write, new IrregularLines(), plain);
  } catch (error) {
    found.push(String(error));
  }
  return found;
}

const field = fc.oneof(
  fc.constantFrom("", " ", "　", "a", "0123", "市公安局", '="0123"', "=1", '"a,b"', '"a""b"', '"=""007"""'),
  fc.constantFrom(
    '"一\n二"',
    '""',
    '" "',
    "\u00a0",
    "éa",
    "𠮷",
    '5"屏',
    "123456789",
    "1234567890",
    '"12345""6789"',
  ),
  fc.stringMatching(/^[a-c局 =]{0,5}$/),
);
const record = fc.array(field, { minLength: 1, maxLength: 4 }).map((fields) => fields.join(","));
const texts = fc.array(record, { maxLength: 12 }).map((records) => records.join("\n"));

test("records read by their bytes are what they are as strings", async () => {
  await fc.assert(
    fc.asyncProperty(
      texts,
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 80 }),
      async (text, width, size) => {
        expect(await rowsOf(text, size, width)).toEqual(await rowsOf(text, size, null));
      },
    ),
    { numRuns: 1_500 },
  );
});
