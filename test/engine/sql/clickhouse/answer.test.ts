import { expect, test } from "vitest";
import { readBody } from "../../../../src/engine/sql/clickhouse/answer.ts";

const meta = [
  { name: "unit", type: "Nullable(String)" },
  { name: "n", type: "UInt64" },
  { name: "flag", type: "UInt8" },
];
const body = (data: unknown[], rows = data.length, types = meta) =>
  JSON.stringify({ meta: types, data, rows });

test("every cell as text, with all digits", () => {
  const text = body([
    ["甲局", "18446744073709551615", 1],
    [null, "0", 0],
  ]);
  expect(readBody(text)).toEqual({
    whole: true,
    rows: [
      ["甲局", "18446744073709551615", "1"],
      [null, "0", "0"],
    ],
  });
  expect(readBody(body([]))).toEqual({ whole: true, rows: [] });
});

test.each([
  ["fewer rows than it says", body([["甲", "1", 1]], 2)],
  ["a row that is too short", body([["甲", "1"]])],
  ["no number of rows", JSON.stringify({ meta, data: [] })],
  ["no data", JSON.stringify({ meta, rows: 0 })],
  ["half of it", body([["甲", "1", 1]]).slice(0, -3)],
  ["nothing", ""],
  ["a page", "<html>Code: x</html>"],
  ["another JSON", '{"error":"no"}'],
])("%s is no answer", (_, text) => {
  expect(readBody(text)).toEqual({ whole: false, exception: null });
});

test("an exception in the body is found, in it or behind it", () => {
  const said = "Code: 241, e.displayText() = DB::Exception: Memory limit exceeded";
  expect(readBody(`${body([["甲", "1", 1]]).slice(0, 40)}\n${said}`)).toEqual({
    whole: false,
    exception: said,
  });
  const inside = JSON.stringify({ meta, data: [], rows: 0, exception: said });
  expect(readBody(inside)).toEqual({ whole: false, exception: said });
});

test.each(["Decimal(38, 10)", "Float64", "UInt64"])(
  "a bare number of type %s would lose digits: a bug of ours",
  (type) => {
    expect(() => readBody(body([[1.5]], 1, [{ name: "x", type }]))).toThrow(type);
  },
);

test("decimals that 18.16 prints with NULs are refused", () => {
  expect(() =>
    readBody(body([["1\u0000\u000000000000000000000000"]], 1, [{ name: "x", type: "String" }])),
  ).toThrow("D064");
});
