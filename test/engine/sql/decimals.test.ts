import Fraction from "fraction.js";
import { describe, expect, test } from "vitest";
import { decimalText } from "../../../src/engine/sql/decimals.ts";

describe("a number in full digits", () => {
  test.each([
    ["0.0625", "0.0625"],
    ["-3", "-3"],
    ["0", "0"],
    [`${"9".repeat(28)}.0000000001`, `${"9".repeat(28)}.0000000001`],
  ])("%s", (written, text) => {
    expect(decimalText(new Fraction(written))).toBe(text);
  });

  test.each(["1/3", "0.00000000001", `1${"0".repeat(28)}`, "9".repeat(38), `-${"9".repeat(29)}.5`])(
    "%s is refused before a database can",
    (written) => {
      expect(() => decimalText(new Fraction(written))).toThrow(/D034/);
    },
  );
});
