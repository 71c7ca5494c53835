import fc from "fast-check";
import { expect, test } from "vitest";
import { RecordStarts } from "../../src/ingest/record-starts.ts";

const characters = fc.constantFrom("a", "局", ",", '"', "\n", "\n", "\r\n");

/** The first line end outside quotes at or after each step, counted from the last one. */
function expected(bytes: Buffer, step: number): number[] {
  const found: number[] = [];
  let quotes = 0;
  let next = step;
  for (const [at, byte] of bytes.entries()) {
    if (byte === 0x22) quotes += 1;
    if (byte !== 0x0a || quotes % 2 === 1 || at < next) continue;
    found.push(at + 1);
    next = at + 1 + step;
  }
  return found;
}

test("records may begin behind line ends outside quotes, however a text is cut", () => {
  const texts = fc.array(characters, { maxLength: 200 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(
      texts,
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 30 }),
      (text, step, size) => {
        const bytes = Buffer.from(text);
        const starts = new RecordStarts(step);
        for (let at = 0; at < bytes.length; at += size) starts.add(bytes.subarray(at, at + size));
        expect(starts.offsets).toEqual(expected(bytes, step));
      },
    ),
    { numRuns: 2_000 },
  );
});
