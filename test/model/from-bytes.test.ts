import fc from "fast-check";
import { expect, test } from "vitest";
import { CellKind } from "../../src/model/cell.ts";
import type { FieldType } from "../../src/model/dataset.ts";
import { readDate, readYear } from "../../src/model/reading/dates.ts";
import { bytesReadOf } from "../../src/model/reading/from-bytes.ts";
import { readNumber } from "../../src/model/reading/numbers.ts";

const careful: Partial<Record<FieldType, (text: string, kind: CellKind, date1904: boolean) => unknown>> = {
  date: (text, kind, date1904) => readDate(text, kind, date1904, "Asia/Shanghai"),
  year: (text, kind, date1904) => readYear(text, kind, date1904, "Asia/Shanghai"),
  number: (text, kind) => readNumber(text, kind, null, new Set()),
};

function fromBytes(type: FieldType, text: string, kind: CellKind, date1904 = false): number {
  const bytes = Buffer.from(`#${text}#`);
  return bytesReadOf(type, date1904)?.(bytes, 1, bytes.length - 1, kind) ?? Number.NaN;
}

test.each([
  ["date", "2022-10-25", CellKind.text, 19_290],
  ["date", "2022/10/25 09:30", CellKind.text, 19_290],
  ["date", "2024-02-29T23:59:59", CellKind.text, 19_782],
  ["date", "2023-02-29", CellKind.text, Number.NaN],
  ["date", "2100-02-29", CellKind.text, Number.NaN],
  ["date", "2022-10-25 25:00", CellKind.text, Number.NaN],
  ["date", "2022-10/25", CellKind.text, Number.NaN],
  ["date", "44859", CellKind.date, 19_290],
  ["date", "44859.9895833333", CellKind.date, 19_290],
  ["date", "44859.99999999999", CellKind.date, Number.NaN],
  ["date", "60", CellKind.date, Number.NaN],
  ["date", "44859", CellKind.text, Number.NaN],
  ["year", "2022-10-25", CellKind.text, 19_290],
  ["year", "2022", CellKind.text, Number.NaN],
  ["number", "0012", CellKind.text, 12],
  ["number", "999999999999999", CellKind.number, 999_999_999_999_999],
  ["number", "9999999999999999", CellKind.number, Number.NaN],
  ["number", "1.5", CellKind.number, Number.NaN],
  ["number", "5", CellKind.percent, Number.NaN],
  ["text", "5", CellKind.text, Number.NaN],
] as const)("%s %s of kind %i is %d", (type, text, kind, expected) => {
  expect(fromBytes(type, text, kind)).toBe(expected);
});

const two = fc.integer({ min: 0, max: 99 }).map((n) => String(n).padStart(2, "0"));
const written = fc
  .tuple(
    fc.integer({ min: 1895, max: 3001 }),
    fc.constantFrom("-", "/", "."),
    two,
    two,
    fc.constantFrom(" ", "T", ""),
    fc.array(two, { maxLength: 3 }),
  )
  .map(
    ([year, mark, month, date, gap, clock]) => `${year}${mark}${month}${mark}${date}${gap}${clock.join(":")}`,
  );
const months = fc
  .integer({ min: -30_000, max: 380_000 })
  .map((day) => new Date(day * 86_400_000).toISOString());
const likely = fc.oneof(
  written,
  months.map((day) => day.slice(0, 10)),
  months.map((day) => day.slice(0, 19).replace("T", " ")),
  fc.double({ min: 0, max: 3_000_000, noNaN: true }).map(String),
  fc.integer({ min: -5, max: 3_000_000 }).map(String),
  fc
    .tuple(fc.integer({ min: 1, max: 80_000 }), fc.stringMatching(/^9{0,12}[0-9]{0,6}$/))
    .map((two) => two.join(".")),
  fc.stringMatching(/^[-+0-9./: T年%,万]{0,20}$/),
);

test("whatever is read from bytes is what the careful reader makes of it", () => {
  fc.assert(
    fc.property(
      fc.constantFrom<FieldType>("date", "year", "number"),
      likely,
      fc.constantFrom(...Object.values(CellKind)),
      fc.boolean(),
      (type, text, kind, date1904) => {
        const value = fromBytes(type, text, kind, date1904);
        if (!Number.isNaN(value)) expect(value).toBe(careful[type]?.(text, kind, date1904));
      },
    ),
    { numRuns: 20_000 },
  );
});

test("every day of the calendar is read from bytes", () => {
  for (let day = -25_567; day < 376_200; day += 1) {
    const text = new Date(day * 86_400_000).toISOString().slice(0, 10);
    if (fromBytes("date", text, CellKind.text) !== day) expect(text).toBe(day);
  }
});
