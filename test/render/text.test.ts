import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { clean, displayWidth, wrap } from "../../src/render/text.ts";

describe("wrapping", () => {
  it.each([
    ["即办件占比(行政许可)", 10, ["即办件占比", "(行政许可)"]],
    ["还差 20 件，或新增合格 37 件", 14, ["还差 20 件，或", "新增合格 37 件"]],
    ["新增合格 37 件", 13, ["新增合格", "37 件"]],
    ["目标 ≥ 252,000 人", 14, ["目标", "≥ 252,000 人"]],
    ["一二三四，五六", 8, ["一二三", "四，五六"]],
    ["一二三（四五）六", 8, ["一二三", "（四五）", "六"]],
    ["put 20 ratings right", 10, ["put 20", "ratings", "right"]],
    ["aaaaaaaaaaaa", 5, ["aaaaa", "aaaaa", "aa"]],
    ["", 5, [""]],
  ] as const)("%s at %i", (text, width, expected) => {
    expect(wrap(text, width)).toEqual(expected);
  });

  it("keeps every line within the width and every character but spaces", () => {
    const word = fc.constantFrom("市", "公安局", "（", "）", "，", "20", " ", "45.00%", "a", "é", "≥ ", "👮");
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), fc.integer({ min: 2, max: 30 }), (words, width) => {
        const text = words.join("");
        const lines = wrap(text, width);
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
        expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
      }),
    );
  });
});

it("measures as string-width does, whatever the characters", () => {
  const text = fc.string({ unit: "grapheme" });
  const usual = fc.string({ unit: fc.constantFrom(..."市（），20 45.00%aé≥≤·—✓✗“”…、〔〕　～") });
  fc.assert(
    fc.property(fc.oneof(text, usual), (one) => {
      expect(displayWidth(one)).toBe(stringWidth(one));
    }),
    { numRuns: 1000 },
  );
});

describe("cleaning", () => {
  it.each([
    ["\u001b[31m红\u001b[0m", "红"],
    ["a\r\nb\tc", "a b c"],
    ["\u202e倒\u2066写", "倒写"],
    ["零\u200b宽\ufeff", "零宽"],
    ["半\ud800个", "半\ufffd个"],
    ["\u009b31m响\u0007", "响"],
  ])("%j", (text, expected) => {
    expect(clean(text)).toBe(expected);
  });
});
