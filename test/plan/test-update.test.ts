import { expect, test } from "vitest";
import { editYaml } from "../../src/plan/test-update.ts";

const at = (...path: (string | number)[]) => path;

test.each([
  ["a: { b: 1, c: 2 }", [{ path: at("a", "b"), value: null }], "a: { c: 2 }"],
  ["a: { b: 1, c: 2 }", [{ path: at("a", "c"), value: null }], "a: { b: 1 }"],
  [
    "a: { b: 1, c: 2 }",
    [
      { path: at("a", "b"), value: null },
      { path: at("a", "c"), value: null },
    ],
    "a: {  }",
  ],
  [
    "a: { b: 1, c: 2, d: 3 }",
    [
      { path: at("a", "c"), value: null },
      { path: at("a", "d"), value: "4" },
    ],
    "a: { b: 1, d: 4 }",
  ],
  [
    "a: { b: 1, c: 2, d: 3 }",
    [
      { path: at("a", "c"), value: null },
      { path: at("a", "d"), value: null },
    ],
    "a: { b: 1 }",
  ],
  [
    "a:\n  b: >-\n    1\n  c: |\n    2\n\n# end\n",
    [
      { path: at("a", "b"), value: "3" },
      { path: at("a", "c"), value: "4" },
    ],
    "a:\n  b: 3\n  c: 4\n\n# end\n",
  ],
  ["a:\n  b: >-\n    1\n  c: 2\n", [{ path: at("a", "b"), value: null }], "a:\n  c: 2\n"],
  ['a: { b: "1" } # note', [{ path: at("a", "b"), value: "2" }], "a: { b: 2 } # note"],
  ["a:\n  - b: 1\n    c: 2 # two\n", [{ path: at("a", 0, "c"), value: null }], "a:\n  - b: 1\n"],
  ["# 头\na: [{ b: x }]\n\n# 尾\n", [{ path: at("a", 0, "b"), value: "y" }], "# 头\na: [{ b: y }]\n\n# 尾\n"],
])("%j after %j", (text, edits, after) => {
  expect(editYaml(text, edits)).toEqual({ text: after, left: [] });
});

test.each([
  ["a: &x { b: 1 }\nc: *x\n", at("c", "b")],
  ["a: { b: &y 1 }\nc: *y\n", at("a", "b")],
  ["a: { b: 1 }\n", at("a", "d")],
])("what does not stand there by itself is left: %j", (text, path) => {
  const edit = { path, value: "2" };
  expect(editYaml(text, [edit])).toEqual({ text, left: [edit] });
});
