import { describe, expect, test } from "vitest";
import { masked } from "../../src/model/mask.ts";

describe("what looks like an ID or phone number is hidden in text", () => {
  test.each([
    ["an ID number", "张三 11010519491231002X 申请", "张三 110105********002X 申请"],
    ["one with a small x", "11010519491231002x", "110105********002x"],
    ["an old one of 15 digits", "320311770706001", "320311******001"],
    ["a mobile number", "联系 13912345678", "联系 139****5678"],
    ["one with gaps", "139-1234-5678 或 139 1234 5678", "139-****-5678 或 139 **** 5678"],
    ["one with its country", "+86 13912345678", "+86 139****5678"],
    ["a landline", "0937-6226118", "0937-*6118"],
    ["one in brackets", "(0937)6226118", "(0937)****6118"],
  ])("%s", (_, text, hidden) => {
    // What stands in the middle is gone, what stands at the ends is left.
    expect(masked(text).replaceAll(/\*+/g, "*")).toBe(hidden.replaceAll(/\*+/g, "*"));
  });

  test.each([
    ["a case number with a date in it", "20221018252370000001"],
    ["18 digits with another check digit", "620200202210250001"],
    ["an order number that holds a mobile number", "2022139123456780001"],
    ["an item code", "11620200MB1234567X2000114001000"],
    ["a credit code", "91620200MA73XXXX1X"],
    ["a number of eight digits", "20221025"],
    ["a document number", "嘉政办发〔2022〕100号"],
    ["a date", "2022-10-25"],
  ])("but not %s", (_, text) => {
    expect(masked(text)).toBe(text);
  });
});
