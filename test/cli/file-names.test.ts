import { expect, test } from "vitest";
import { fileNames } from "../../src/cli/file-names.ts";

test.each([
  [
    ["市公安局", "市教育局"],
    ["市公安局.xlsx", "市教育局.xlsx"],
  ],
  [["../../etc/passwd"], ["／..／etc／passwd.xlsx"]],
  [
    ["A", "a", "Ａ"],
    ["A.xlsx", "a~2.xlsx", "Ａ~3.xlsx"],
  ],
  [
    ["con", "..."],
    ["con_.xlsx", "_.xlsx"],
  ],
  [['a:b*c?"<d>|'], ["a：b＊c？”＜d＞｜.xlsx"]],
])("the files of %j are %j", (units, files) => {
  expect(fileNames(units, ".xlsx")).toEqual(files);
});

test("a long name is cut between characters", () => {
  const [name = ""] = fileNames(["局".repeat(200)], ".xlsx");
  expect(name).toBe(`${"局".repeat(60)}.xlsx`);
});
