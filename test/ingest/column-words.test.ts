import fc from "fast-check";
import { expect, test } from "vitest";
import { ColumnWords } from "../../src/ingest/column-words.ts";

test("the same text has the same number, and no other text has it", () => {
  const cells = fc.array(fc.tuple(fc.stringMatching(/^[ab局é]{0,4}$/), fc.integer({ min: 1, max: 3 })), {
    maxLength: 2_000,
  });
  fc.assert(
    fc.property(cells, (cells) => {
      const words = new ColumnWords();
      const known = new Map<string, number>();
      const texts = new Map<number, string>();
      for (const [text, kind] of cells) {
        const bytes = Buffer.from(`<${text}>`);
        const word = words.find(bytes, 1, bytes.length - 1, kind);
        const cell = `${kind} ${text}`;
        expect(word).toBe(known.get(cell) ?? known.size);
        expect(texts.get(word) ?? cell).toBe(cell);
        known.set(cell, word);
        texts.set(word, cell);
      }
    }),
  );
});

test("a column of ids is left alone, one of codes is not", () => {
  const ids = new ColumnWords();
  const codes = new ColumnWords();
  const last = { id: 0, code: 0 };
  for (let row = 0; row < 20_000; row++) {
    const id = Buffer.from(`62020020220000${row}`);
    const code = Buffer.from(`code ${row % 3_000}`);
    last.id = ids.find(id, 0, id.length, 1);
    last.code = codes.find(code, 0, code.length, 1);
  }
  expect(last.id).toBe(-1);
  expect(last.code).toBe(19_999 % 3_000);
});

test("a text too long to be a word of a column has no number", () => {
  const bytes = Buffer.alloc(200, "长");
  expect(new ColumnWords().find(bytes, 0, bytes.length, 1)).toBe(-1);
});
