import { describe, expect, test } from "vitest";
import { apportion, EvenChance } from "../../src/sample/apportion.ts";

describe("apportion", () => {
  test.each([
    [10, [1, 1, 1], [4, 3, 3]],
    [7, [0, 5, 0], [0, 7, 0]],
    [100, [1, 2, 4], [14, 29, 57]],
    [3, [0, 0], [0, 0]],
    [5, [], []],
  ])("%i by %j is %j", (total, weights, parts) => {
    expect(apportion(total, weights)).toEqual(parts);
  });
});

describe("an even chance", () => {
  test.each([
    [0.72, 50, 36],
    [0.03, 100, 3],
    [1, 9, 9],
    [0, 9, 0],
  ])("of %d in %i rows says yes %i times", (share, rows, yes) => {
    const even = new EvenChance();
    expect(Array.from({ length: rows }, () => even.says("a", share)).filter(Boolean)).toHaveLength(yes);
  });

  test("counts each name for itself", () => {
    const even = new EvenChance();
    const heard = ["a", "b", "a", "b"].map((name) => even.says(name, 0.5));
    expect(heard).toEqual([true, true, false, false]);
  });
});
