import { expect, test } from "vitest";
import { OptionReader } from "../../src/cli/options.ts";
import { parseDay } from "../../src/model/day.ts";
import { ProblemError, sentenceOf } from "../../src/problem.ts";

test.each([
  ["a day", (read: OptionReader) => read.day("asOf"), { asOf: "2022-10-25" }, parseDay("2022-10-25")],
  ["today", (read: OptionReader) => read.day("asOf"), { asOf: "today" }, "today"],
  ["no day", (read: OptionReader) => read.day("asOf"), {}, undefined],
  ["a score", (read: OptionReader) => read.number("failUnder", "decimal", 0), { failUnder: "79.5" }, 79.5],
  ["a score of 0", (read: OptionReader) => read.number("failUnder", "decimal", 0), { failUnder: "0" }, 0],
  [
    "a score of 100",
    (read: OptionReader) => read.number("failUnder", "decimal", 0),
    { failUnder: "100" },
    100,
  ],
  ["a count", (read: OptionReader) => read.number("maxRows", "whole", 1), { maxRows: "5000" }, 5000],
  ["a choice", (read: OptionReader) => read.oneOf("format", ["json", "csv"]), { format: "csv" }, "csv"],
  ["repeated names", (read: OptionReader) => read.texts("unit"), { unit: ["甲", "乙"] }, ["甲", "乙"]],
])("reads %s", (_, value, raw, expected) => {
  const read = new OptionReader(raw);
  expect(value(read)).toEqual(expected);
  expect(() => read.done()).not.toThrow();
});

test("refuses every wrong value at once", () => {
  const read = new OptionReader({
    asOf: "2022-02-30",
    failUnder: "high",
    maxRows: "0",
    format: "pdf",
    plan: "",
  });
  read.required("plan", "--plan", "evaluate --plan jiayuguan-2022 data.xlsx");
  read.day("asOf");
  read.number("failUnder", "decimal", 0);
  read.number("maxRows", "whole", 1);
  read.oneOf("format", ["json", "csv"]);
  let sentences: string[] = [];
  try {
    read.done();
  } catch (error) {
    if (error instanceof ProblemError) sentences = error.problems.map((found) => sentenceOf(found, "en"));
  }
  expect(sentences).toEqual([
    "--plan is missing. For example: evaluate --plan jiayuguan-2022 data.xlsx",
    'Option --as-of has the value "2022-02-30"; expected a date like 2022-10-25, or today.',
    'Option --fail-under has the value "high"; expected 0–100.',
    'Option --max-rows has the value "0"; expected 1, 2, 3 ….',
    'Option --format has the value "pdf"; expected json, csv.',
  ]);
});

test.each(["100.01", "150", "-1"])("refuses a score that none can have: %s", (failUnder) => {
  const read = new OptionReader({ failUnder });
  read.number("failUnder", "decimal", 0);
  expect(() => read.done()).toThrow(/0–100/);
});
