import { Chalk } from "chalk";
import { describe, expect, test } from "vitest";
import { exitCodeOf, problemText } from "../../src/cli/print-problems.ts";
import { type Problem, problem } from "../../src/problem.ts";

const plain = new Chalk({ level: 0 });

describe("problemText", () => {
  test.each([
    ["usage: no place", problem("U001", {}, { name: "x" }), "error U001 There is no command"],
    [
      "a rule file",
      problem("R017", { file: "rules/x.yaml", line: 14, column: 9 }, { id: "a" }),
      'rules/x.yaml:14:9 error R017 The id "a" is used twice.',
    ],
    ["a whole file", problem("D008", { file: "a.xlsx" }), "a.xlsx: error D008 The file is encrypted."],
    [
      "a cell",
      problem("D011", { file: "a.xlsx", sheet: "事项清单", cell: "C12" }, { text: "…" }),
      "a.xlsx › 事项清单 › C12: error D011 --strict: …",
    ],
  ])("%s", (_, found, start) => {
    expect(problemText(found, "en", plain).startsWith(start)).toBe(true);
  });

  test("the code frame stands below", () => {
    const found: Problem = {
      ...problem("R017", { file: "x.yaml", line: 1 }, { id: "a" }),
      frame: "> 1 | id: a\n",
    };
    expect(problemText(found, "zh", plain)).toBe("x.yaml:1 error R017 编号“a”用了两次。\n> 1 | id: a");
  });
});

test.each([
  [["U001"], 2],
  [["R001", "U003"], 2],
  [["R001", "D001"], 3],
  [["D001", "O001", "R001"], 4],
] as const)("%j end with %i", (codes, exit) => {
  expect(exitCodeOf(codes.map((code) => problem(code, {})))).toBe(exit);
});
