import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { IrregularLines } from "../../../src/ingest/csv/irregular-lines.ts";
import { readRecords } from "../../../src/ingest/csv/records.ts";
import { defaultLimits } from "../../../src/ingest/reader.ts";
import { problemOf } from "../read.ts";

async function records(chunks: readonly Buffer[], irregular = new IrregularLines()): Promise<string[][]> {
  const found: string[][] = [];
  async function* stream() {
    yield* chunks;
  }
  const write = (fields: readonly string[]) => {
    found.push([...fields]);
    return true;
  };
  await readRecords(stream(), ",", "a.csv", defaultLimits, write, irregular);
  return found;
}

/** What csv-parse makes of it, or null when it gives up. */
function oracle(text: string): string[][] | null {
  try {
    const record_delimiter = ["\r\n", "\n", "\r"];
    return parse(text, { relax_quotes: true, relax_column_count: true, record_delimiter });
  } catch {
    return null;
  }
}

function cut(bytes: Buffer, cuts: readonly number[]): Buffer[] {
  const places = [0, ...cuts.map((at) => at % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  return places.slice(1).map((to, i) => bytes.subarray(places[i], to));
}

const characters = fc.constantFrom("a", "1", "局", "𠮷", ",", ",", '"', '"', "\n", "\r\n", "\r", " ");

test("any text, cut anywhere, splits as csv-parse splits it", async () => {
  const texts = fc.array(characters, { maxLength: 40 }).map((parts) => parts.join(""));
  await fc.assert(
    fc.asyncProperty(texts, fc.array(fc.nat(), { maxLength: 4 }), async (text, cuts) => {
      const chunks = cut(Buffer.from(text), cuts);
      const expected = oracle(text);
      if (expected === null) expect(await problemOf(records(chunks))).toBe("D005 quote");
      else expect(await records(chunks)).toEqual(expected);
    }),
    { numRuns: 3000 },
  );
});
