import fc from "fast-check";
import { expect, test } from "vitest";
import { KeyPrint, keySeed, shareKeySeed } from "../../src/measure/key-print.ts";
import { KeyTable } from "../../src/measure/key-table.ts";
import { MapKeys } from "./map-keys.ts";

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
    fc.property(keys, keys, (entered, asked) => {
      const table = new KeyTable();
      const map = new MapKeys();
      for (const parts of entered) expect(table.enterPrint(printOf(parts))).toBe(map.enter(parts));
      expect(table.size).toBe(map.size);
      for (const parts of [...entered, ...asked])
        expect(table.findPrint(printOf(parts))).toBe(map.find(parts));
    }),
  );
});

test("one key is the same by itself as in a print of one part", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme" })), (entered) => {
      const table = new KeyTable();
      const ordinals = entered.map((key) => table.enter(key));
      expect(ordinals).toEqual(entered.map((key) => table.findPrint(printOf([key]))));
      expect(ordinals).toEqual(entered.map((key) => table.find(key)));
    }),
  );
});

test("threads that share a seed make the same prints", () => {
  const own = keySeed();
  const before = [...printOf(["甲", "1"]).words];
  shareKeySeed(own.map((word) => word ^ 1));
  expect([...printOf(["甲", "1"]).words]).not.toEqual(before);
  const table = new KeyTable();
  table.enter("甲");
  shareKeySeed(own);
  expect(table.has("甲")).toBe(false);
  expect([...printOf(["甲", "1"]).words]).toEqual(before);
});

test("parts are kept apart", () => {
  const table = new KeyTable();
  const ordinals = [
    ["ab", "c"],
    ["a", "bc"],
    ["abc"],
    ["abc", ""],
    ["", "abc"],
    [],
    ["abc\u0000"],
    ["\u0003"],
  ].map((parts) => table.enterPrint(printOf(parts)));
  expect(ordinals).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
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
