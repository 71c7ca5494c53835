import { expect, test } from "vitest";
import { shortNames } from "../../../src/engine/ledger/short-names.ts";

test.each([
  [["导出/事项.xlsx"], ["事项.xlsx"]],
  [
    ["../../家/张三/事项.xlsx", "办件.csv"],
    ["事项.xlsx", "办件.csv"],
  ],
  [["C:\\用户\\张三\\事项.xlsx"], ["事项.xlsx"]],
  [["甲/导出.zip › 十月/事项.xlsx"], ["导出.zip › 事项.xlsx"]],
  [["-"], ["-"]],
  // Which of two is meant must stay plain.
  [
    ["十月/事项.xlsx", "九月/事项.xlsx", "九月/办件.csv"],
    ["十月/事项.xlsx", "九月/事项.xlsx", "办件.csv"],
  ],
  [
    ["事项.xlsx", "事项.xlsx"],
    ["事项.xlsx", "事项.xlsx"],
  ],
])("%j are named %j", (files, names) => {
  expect(files.map(shortNames(files))).toEqual(names);
});
