import type { Language } from "../../model/language.ts";

const FONT = "微软雅黑";
const ink = { argb: "FF262626" };
const blue = { argb: "FF1F4E79" };
const white = { argb: "FFFFFFFF" };
const line = { style: "thin", color: { argb: "FFBFBFBF" } } as const;
const box = { top: line, bottom: line, left: line, right: line };
const fill = (argb: string) => ({ type: "pattern", pattern: "solid", fgColor: { argb } }) as const;

const cell = {
  font: { name: FONT, size: 10, color: ink },
  alignment: { vertical: "middle", wrapText: true },
  border: box,
} as const;
const centred = { ...cell, alignment: { ...cell.alignment, horizontal: "center" } } as const;

/** One object for each look: the writer knows a style again by its object. */
export const looks = {
  title: { font: { name: FONT, size: 17, bold: true, color: blue }, alignment: { vertical: "middle" } },
  note: { font: { name: FONT, size: 10, color: { argb: "FF6B6B6B" } }, alignment: { vertical: "middle" } },
  heading: {
    font: { name: FONT, size: 10, bold: true, color: white },
    fill: fill("FF1F4E79"),
    alignment: { vertical: "middle", horizontal: "center", wrapText: true },
    border: { left: { style: "thin", color: white }, right: { style: "thin", color: white } },
  },
  /** Of columns that people fill in. */
  toFill: {
    font: { name: FONT, size: 10, bold: true, color: ink },
    fill: fill("FFFFE699"),
    alignment: { vertical: "middle", horizontal: "center", wrapText: true },
    border: box,
  },
  cell,
  centred,
  day: { ...centred, numFmt: "yyyy-mm-dd" },
  /** Text that begins like a formula stays text, even after someone has edited the cell. */
  text: { ...cell, numFmt: "@" },
} as const;

const shades = {
  bad: ["FF9C0006", "FFFFD9D6"],
  warn: ["FF7F4F00", "FFFFF2CC"],
  good: ["FF1E5C1E", "FFE2F0D9"],
} as const;

/** Colours rows' words on time, priority and progress; the words stay, so nothing hangs on colour. */
export function colourRules(
  first: string,
  words: readonly (readonly [text: string, shade: keyof typeof shades])[],
  from: number,
) {
  return words.map(([text, shade], index) => ({
    type: "expression" as const,
    priority: from + index,
    formulae: [`ISNUMBER(SEARCH("${text}",${first}))`],
    style: {
      font: { color: { argb: shades[shade][0] } },
      fill: { type: "pattern" as const, pattern: "solid" as const, bgColor: { argb: shades[shade][1] } },
    },
  }));
}

export const lateWords: Record<Language, readonly (readonly [string, keyof typeof shades])[]> = {
  zh: [
    ["逾期", "bad"],
    ["今天", "warn"],
    ["已过", "warn"],
  ],
  en: [
    ["overdue", "bad"],
    ["today", "warn"],
    ["passed", "warn"],
  ],
};
export const doneWords: Record<Language, readonly (readonly [string, keyof typeof shades])[]> = {
  zh: [
    ["已完成", "good"],
    ["进行中", "warn"],
  ],
  en: [
    ["done", "good"],
    ["in progress", "warn"],
  ],
};
export const markedWords: Record<Language, readonly (readonly [string, keyof typeof shades])[]> = {
  zh: [
    ["声称完成", "bad"],
    ["冲突", "bad"],
    ["请核实", "warn"],
    ["再次出现", "warn"],
    ["整改到位", "good"],
  ],
  en: [
    ["said to be done", "bad"],
    ["conflict", "bad"],
    ["please check", "warn"],
    ["wrong again", "warn"],
    ["put right", "good"],
  ],
};
