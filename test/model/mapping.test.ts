import { expect, test } from "vitest";
import { fitsPattern, type Mapping, type MappingRule, ruleFor } from "../../src/model/mapping.ts";

test.each([
  ["办件明细.xlsx", "办件*.xlsx", true],
  ["办件.XLSX", "办件*.xlsx", true],
  ["办件（1）.xlsx", "办件(?).xlsx", true],
  ["办件.xls", "办件*.xlsx", false],
  ["办件a.xlsx", "办件??.xlsx", false],
  ["", "*", true],
  ["abc", "", false],
  ["a.b", "a?b", true],
  ["axb", "a.b", false],
  ["[1].csv", "[1].csv", true],
  ["exports/周报/办件.csv", "exports/*.csv", true],
  [`${"a".repeat(200)}b`, `${"a*".repeat(60)}c`, false],
])("%s fits %s: %s", (name, pattern, fits) => expect(fitsPattern(name, pattern)).toBe(fits));

const rule = (match: string, sheet: string | null = null): MappingRule => ({
  match,
  sheet,
  dataset: null,
  headerRow: null,
  headings: new Map(),
  codes: new Map(),
  skip: false,
});
const mapping: Mapping = {
  name: "weekly",
  tables: null,
  rules: [rule("办件*.xlsx", "明细*"), rule("办件*.xlsx"), rule("旧/*"), rule("包.zip › *"), rule("-")],
};

test.each([
  ["办件.xlsx", "明细1", 0],
  ["办件.xlsx", "汇总", 1],
  ["2022/办件.xlsx", "汇总", 1],
  ["旧/好差评.csv", "好差评", 2],
  ["包.zip › 里/办件.xlsx", "x", 1],
  ["包.zip › 证照.csv", "证照", 3],
  ["-", "-", 4],
  ["好差评.csv", "好差评", undefined],
])("%s › %s goes by rule %s, the first that fits", (file, sheet, index) => {
  const found = ruleFor(mapping, file, sheet);
  expect(found === undefined ? undefined : mapping.rules.indexOf(found)).toBe(index);
});
