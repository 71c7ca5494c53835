import { Chalk } from "chalk";
import { describe, expect, test } from "vitest";
import { exitCodeOf, problemText, sayProblems } from "../../src/cli/print-problems.ts";
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

test("a name cannot steer the terminal", () => {
  const name = "甲\u001b[2J\u0007\u202e乙\u0000";
  const found: Problem = { ...problem("U001", { file: name }, { name }), frame: `> 1 | ${name}\n     ^` };
  expect(problemText(found, "zh", plain)).toBe(
    "甲乙: error U001 没有叫“甲乙”的命令。用 evaluate --help 看全部命令。\n> 1 | 甲乙\n     ^",
  );
});

test("of very many problems the first hundred are told, and the rest counted", async () => {
  const told: string[] = [];
  const take = async (line: string) => void told.push(line);
  const shell = { language: "zh", colour: { stdout: 0, stderr: 0 }, say: take, sayPainted: take } as const;
  const many = Array.from({ length: 150 }, () => problem("U011", {}, { command: "run" }));
  await sayProblems(many, shell);
  expect(told).toHaveLength(101);
  expect(told.at(-1)).toBe("另有 50 个问题没有列出。改正以上各处后再运行一次。");
});

test.each([
  [["U001"], 2],
  [["R001", "U003"], 2],
  [["R001", "D001"], 3],
  [["D001", "O001", "R001"], 4],
] as const)("%j end with %i", (codes, exit) => {
  expect(exitCodeOf(codes.map((code) => problem(code, {})))).toBe(exit);
});
