import { expect, test } from "vitest";
import { titleLines } from "../../../src/render/word/title-lines.ts";

test.each([
  ["关于情况的通报", ["关于情况的通报"]],
  [
    "关于《嘉峪关市一体化政务服务能力提升实施方案》落实情况的通报",
    ["关于《嘉峪关市一体化政务服务能力", "提升实施方案》落实情况的通报"],
  ],
])("%s stands on equal lines, no word of it broken", (title, lines) => {
  expect(titleLines(title)).toEqual(lines);
});

test("a title of any length is told, and what is no title any more is left as it is", () => {
  const long = "进一步推进一体化政务服务能力提升".repeat(10);
  expect(titleLines(long).join("")).toBe(long);
  expect(titleLines(long).length).toBeGreaterThan(5);
  const endless = long.repeat(100);
  expect(titleLines(endless)).toEqual([endless]);
  expect(titleLines("x".repeat(60))).toEqual(["x".repeat(60)]);
});
