import { expect, test } from "vitest";
import { isDamagedKey, isSameKey } from "../../src/ledger/listings.ts";

// What a spreadsheet makes of a number when it opens a CSV file and saves it again.
test.each([
  ["A1", "A1", true],
  [" a1 ", "A1", true],
  ["Ａ１", "A1", true],
  ["12", "0012", true],
  ["12", "0013", false],
  ["620200199001011000000", "620200199001011234567", true],
  ["620200199001012000000", "620200199001011234567", false],
  ["620200199001011000000", "620200199001011", false],
  ["620200199001010000000", "620200199001010234567", true],
  ["6.202E+20", "620200199001011234567", true],
  ["6.20E+20", "620200199001011234567", true],
  ["6.203E+20", "620200199001011234567", false],
  ["6.202E+19", "620200199001011234567", false],
  ["1e3", "A1000", false],
  ["", "0", false],
])("%j came back for %j: %s", (written, key, same) => {
  expect(isSameKey(written, key)).toBe(same);
});

test.each([
  ["6.202E+20", true],
  ["620200199001010000000", true],
  ["620200199001011234567", false],
  ["A1", false],
  ["1000", false],
])("%j may have been rounded: %s", (key, damaged) => {
  expect(isDamagedKey(key)).toBe(damaged);
});
