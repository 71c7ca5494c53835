import fc from "fast-check";
import { expect, test } from "vitest";
import { combined } from "../../src/ledger/copies.ts";
import type { FilledRow } from "../../src/ledger/filled.ts";

const copy = (file: string, cause: string | undefined, row = 4): FilledRow => ({
  file,
  sheet: "表",
  row,
  cells: {},
  filled: cause === undefined ? {} : { cause },
  added: new Map(),
  closed: false,
});

test.each([
  ["alike", [copy("甲.xlsx", "系统"), copy("乙.xlsx", " 系统 ")], "系统", 0],
  ["one is blank", [copy("甲.xlsx", undefined), copy("乙.xlsx", "系统")], "系统", 0],
  ["they differ", [copy("甲.xlsx", "系统"), copy("乙.xlsx", "人手")], "甲.xlsx：系统；乙.xlsx：人手", 1],
  [
    "of one name",
    [copy("a/甲.xlsx", "系统"), copy("b/甲.xlsx", "人手")],
    "a/甲.xlsx：系统；b/甲.xlsx：人手",
    1,
  ],
  [
    "of one file",
    [copy("甲.xlsx", "系统"), copy("甲.xlsx", "人手", 9)],
    "甲.xlsx 表 第 4 行：系统；甲.xlsx 表 第 9 行：人手",
    1,
  ],
  [
    "one holds both already",
    [copy("丙.xlsx", "甲.xlsx：系统；乙.xlsx：人手"), copy("乙.xlsx", "人手")],
    "甲.xlsx：系统；乙.xlsx：人手",
    1,
  ],
  [
    "nobody has settled it",
    [copy("丙.xlsx", "甲.xlsx：系统；乙.xlsx：人手")],
    "甲.xlsx：系统；乙.xlsx：人手",
    1,
  ],
  ["a file is named in passing", [copy("甲.xlsx", "见佐证.xlsx：第 3 页")], "见佐证.xlsx：第 3 页", 0],
])("copies of a cell: %s", (_, copies, text, conflicts) => {
  const found = combined(copies, "zh");
  expect([found.filled.cause, found.conflicts.length]).toEqual([text, conflicts]);
});

test("nothing that anybody wrote is lost", () => {
  const words = fc.string({ minLength: 1, maxLength: 20 }).filter((text) => text.trim() === text);
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 4 }), (texts) => {
      const copies = texts.map((text, at) => copy(`${at}.xlsx`, text));
      const { filled } = combined(copies, "zh");
      for (const text of texts)
        expect(filled.cause?.normalize("NFKC").toLowerCase().replace(/\s+/g, "")).toContain(
          text.normalize("NFKC").toLowerCase().replace(/\s+/g, ""),
        );
    }),
  );
});
