import { expect, test } from "vitest";
import { sparkline } from "../../src/render/sparkline.ts";
import { displayWidth } from "../../src/render/text.ts";

test.each<[string, (number | null)[], string]>([
  ["from the least to the most", [0, 25, 50, 75, 100], "▁▂▃▅▇"],
  ["a flat line runs in the middle", [3, 3, 3], "▃▃▃"],
  ["what is missing is a dot", [1, null, 2], "▁·▇"],
  ["nothing known", [null, null], "··"],
  ["nothing at all", [], ""],
  ["the last points where there are more", [9, 9, 9, 0, 1], "▁▇"],
])("%s", (name, values, drawn) => {
  expect(sparkline(values, name.startsWith("the last") ? 2 : 20)).toBe(drawn);
});

test("a column a point, so that lines below each other align", () => {
  expect(displayWidth(sparkline([1, null, 2, 3, 4, 5], 10))).toBe(6);
});
