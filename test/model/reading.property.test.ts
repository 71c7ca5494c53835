import fc from "fast-check";
import Fraction from "fraction.js";
import { describe, expect, test } from "vitest";
import { CellKind } from "../../src/model/cell.ts";
import { type Day, dayOf, formatDay } from "../../src/model/day.ts";
import { fraction, parseExact } from "../../src/model/exact.ts";
import { readingOf } from "../../src/model/reading/reading.ts";
import { bundledDictionary, fieldIn } from "./cells.ts";

const dictionary = await bundledDictionary();
const readingFor = readingOf({ dictionary, timezone: "Asia/Shanghai", date1904: false });
const readingFor1904 = readingOf({ dictionary, timezone: "Asia/Shanghai", date1904: true });
const number = readingFor(fieldIn(dictionary, "事项清单.到办事现场次数"));
const limit = readingFor(fieldIn(dictionary, "事项清单.承诺办结时限"));
const date = readingFor(fieldIn(dictionary, "办件明细.受理时间"));
const date1904 = readingFor1904(fieldIn(dictionary, "办件明细.受理时间"));
const id = readingFor(fieldIn(dictionary, "办件明细.办件编号"));

const fullWidth = (text: string) =>
  text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
const grouped = (digits: string) => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
const two = (part: number) => String(part).padStart(2, "0");

/** A decimal as written: sign, whole digits, up to six places. */
const decimal = fc
  .record({
    minus: fc.boolean(),
    whole: fc.integer({ min: 0, max: 99_999_999 }),
    places: fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 6 }),
  })
  .map(({ minus, whole, places }) => ({ minus, whole: String(whole), places: places.join("") }));

const day = fc.integer({ min: dayOf(1950, 1, 1) as Day, max: dayOf(2099, 12, 31) as Day });

describe("a printed value reads back to itself", () => {
  test("numbers: plain, grouped, full-width, with a counter, in 万, in percent", () => {
    fc.assert(
      fc.property(decimal, ({ minus, whole, places }) => {
        const sign = minus ? "-" : "";
        const tail = places === "" ? "" : `.${places}`;
        const plain = `${sign}${whole}${tail}`;
        const value = new Fraction(plain);
        const forms: [string, Fraction][] = [
          [plain, value],
          [`${sign}${grouped(whole)}${tail}`, value],
          [fullWidth(plain), value],
          [` ${plain} 次`, value],
          [`${plain}%`, value],
          [`${plain}万`, value.mul(10_000)],
          [`${plain}亿人`, value.mul(100_000_000)],
        ];
        for (const [form, meant] of forms) {
          const read = number(form, CellKind.text, null);
          expect(read, form).not.toBeUndefined();
          expect(fraction(read as number).equals(meant), form).toBe(true);
        }
      }),
    );
  });

  test("numbers that a spreadsheet stores with binary noise are the decimals that were typed", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: 1, max: 6 }), (digits, places) => {
        const typed = new Fraction(digits, 10 ** places);
        const stored = (digits / 10 ** places).toPrecision(17);
        expect(fraction(number(stored, CellKind.number, null) as number).equals(typed), stored).toBe(true);
      }),
    );
  });

  test("dates: every way to write one, with a time or without, and serials of both systems", () => {
    const time = fc.record({
      h: fc.integer({ min: 0, max: 23 }),
      m: fc.integer({ min: 0, max: 59 }),
      s: fc.integer({ min: 0, max: 59 }),
    });
    fc.assert(
      fc.property(day, time, (meant, { h, m, s }) => {
        const [year = "", month = "", date_ = ""] = formatDay(meant).split("-");
        const [shortMonth, shortDate] = [Number(month), Number(date_)];
        const clock = `${two(h)}:${two(m)}:${two(s)}`;
        // In the summers of 1986 to 1991 Shanghai kept +09:00: an hour before midnight was the next day.
        const early = `${two(Math.min(h, 22))}:${two(m)}:${two(s)}`;
        const forms = [
          `${year}-${month}-${date_}`,
          `${year}/${shortMonth}/${shortDate}`,
          `${year}.${month}.${date_}`,
          `${year}年${shortMonth}月${shortDate}日`,
          fullWidth(`${year}-${month}-${date_}`),
          `${year}${month}${date_}`,
          `${year}${month}${date_}${two(h)}${two(m)}${two(s)}`,
          `${year}-${month}-${date_} ${clock}`,
          `${year}-${month}-${date_}T${clock}`,
          `${year}-${month}-${date_}T${early}+08:00`,
          `${year}/${shortMonth}/${shortDate} ${h}:${two(m)}`,
          `${year}年${shortMonth}月${shortDate}日${h}时${m}分`,
        ];
        for (const form of forms) expect(date(form, CellKind.text, null), form).toBe(meant);
        const serial = meant + 25_569 + (h * 3600 + m * 60 + s) / 86_400;
        expect(date(String(serial), CellKind.date, null)).toBe(meant);
        expect(date1904(String(serial - 1_462), CellKind.date, null)).toBe(meant);
      }),
    );
  });

  test("limits: n of each unit is n times its working days, in the cell or beside it", () => {
    const units = [...dictionary.limits].filter(([, factor]) => factor !== "none");
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), fc.constantFrom(...units), (n, [unit, factor]) => {
        const meant = new Fraction(factor).mul(n);
        for (const read of [
          limit(`${n}${unit}`, CellKind.text, null),
          limit(fullWidth(String(n)) + unit, CellKind.text, "年"),
          limit(String(n), CellKind.number, unit),
        ]) {
          expect(fraction(read as number).equals(meant), `${n}${unit}`).toBe(true);
        }
      }),
    );
  });

  test("ids of any length keep every digit", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[1-9][0-9]{0,39}$/), (digits) => {
        expect(id(digits, CellKind.text, null)).toBe(digits);
        expect(id(digits, CellKind.number, null)).toBe(digits);
        expect(id(fullWidth(digits), CellKind.text, null)).toBe(digits);
      }),
    );
  });
});

test("no text whatever makes a reader throw, or a number out of nothing", () => {
  const fields = [...dictionary.datasets.values()].flatMap((dataset) => [...dataset.fields.values()]);
  const readers = fields.filter((field) => field.derived === null).map((field) => readingFor(field));
  const kinds = Object.values(CellKind);
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.constantFrom(...kinds), (text, kind) => {
      for (const read of readers) read(text, kind, null);
      if (!/\p{N}/u.test(text)) expect(number(text, CellKind.text, null) ?? null).toBeNull();
    }),
  );
});

describe("exact decimals", () => {
  test("every exponent form is the number written out in full", () => {
    fc.assert(
      fc.property(decimal, fc.integer({ min: -20, max: 20 }), ({ minus, whole, places }, exponent) => {
        const text = `${minus ? "-" : ""}${whole}.${places}`;
        const meant = new Fraction(places === "" ? text.slice(0, -1) : text).mul(
          new Fraction(10).pow(exponent) ?? 1,
        );
        const read = parseExact(`${text}e${exponent}`);
        expect(read).not.toBeNull();
        expect(fraction(read as number).equals(meant), `${text}e${exponent}`).toBe(true);
      }),
    );
  });

  test.each(["", "-", ".", "1e", "e5", "1.2.3", "1,2", "0x10", "NaN", "1e41", "9".repeat(61)])(
    "%j is none",
    (text) => {
      expect(parseExact(text)).toBeNull();
    },
  );
});
