import fc from "fast-check";
import { expect, test } from "vitest";
import { KeyPrint } from "../../src/measure/key-print.ts";
import { KeyTable } from "../../src/measure/key-table.ts";

function printOf(parts: readonly string[]): KeyPrint {
  const print = new KeyPrint().start();
  for (const part of parts) print.add(part);
  return print.end();
}

const keys = fc.array(
  fc.array(fc.string({ maxLength: 4, unit: "grapheme" }), { minLength: 1, maxLength: 3 }),
);

test("numbers keys as a map of their parts does", () => {
  fc.assert(
    fc.property(keys, (entered) => {
      const table = new KeyTable();
      const map = new Map<string, number>();
      for (const parts of entered) {
        const plain = JSON.stringify(parts);
        const ordinal = map.get(plain) ?? map.size;
        map.set(plain, ordinal);
        expect(table.enterPrint(printOf(parts))).toBe(ordinal);
      }
      expect(table.size).toBe(map.size);
      for (const [plain, ordinal] of map) expect(table.findPrint(printOf(JSON.parse(plain)))).toBe(ordinal);
      expect(table.findPrint(printOf(["not", "among", "them", "all"]))).toBe(-1);
    }),
  );
});

test("parts are kept apart", () => {
  const table = new KeyTable();
  const ordinals = [["ab", "c"], ["a", "bc"], ["abc"], ["abc", ""], ["", "abc"], []].map((parts) =>
    table.enterPrint(printOf(parts)),
  );
  expect(ordinals).toEqual([0, 1, 2, 3, 4, 5]);
});

test("300,000 ids that differ in one digit stay apart as the table grows", () => {
  const table = new KeyTable();
  const id = (at: number) => `6202002022${String(at).padStart(12, "0")}`;
  let astray = 0;
  for (let at = 0; at < 300_000; at += 1) if (table.enter(id(at)) !== at) astray += 1;
  expect(astray).toBe(0);
  for (let at = 0; at < 300_000; at += 997) expect(table.find(id(at))).toBe(at);
});

test("tables merge into the table of all keys, telling which were there", () => {
  const left = new KeyTable();
  const right = new KeyTable();
  for (const key of ["甲", "乙", "丙"]) left.enter(key);
  for (const key of ["丁", "乙"]) right.enter(key);
  const told: [number, number][] = [];
  left.enterAll(right, (ordinal, other) => told.push([ordinal, other]));
  expect(told).toEqual([
    [3, 0],
    [1, 1],
  ]);
  expect(left.size).toBe(4);
});
