import type { Assessment } from "../../model/assessment.ts";
import type { Language } from "../../model/language.ts";
import { printable } from "../../model/printable.ts";
import type { IndicatorReport } from "../../model/report.ts";
import { cut, daysText, directionInForce, grouped, halfUp, targetText } from "../figures.ts";
import { directionWords, unitWord } from "../words.ts";
import { blank, type SheetCell, text } from "./sheet.ts";

const MOST_DIGITS = 10;

// Excel refuses a workbook with a format of more than 255 characters.
const LONGEST_WORDS = 60;

/** A number with words around it that stay out of its value: 43 is shown as "43.00%". */
export function figure(value: number, digits: number, after = "", before = ""): SheetCell {
  const format = `${quoted(before)}#,##0${digits > 0 ? `.${"0".repeat(digits)}` : ""}${quoted(after)}`;
  return { kind: "number", value, format, shown: `${before}${grouped(halfUp(value, digits))}${after}` };
}

/** Quotes cannot be escaped within a quoted part of a number format. */
function quoted(words: string): string {
  const short = [...printable(words)].slice(0, LONGEST_WORDS).join("");
  return short === "" ? "" : `"${short.replaceAll('"', "”")}"`;
}

export function count(value: number | null): SheetCell {
  return value === null ? blank() : figure(value, 0);
}

/** As many decimals as it has, up to six. */
export function amount(value: number | null): SheetCell {
  return value === null ? blank() : figure(value, decimalsOf(String(Number(value.toFixed(6)))));
}

/** Cut as everywhere else, so that 89.996 does not look like the band that begins at 90. */
export function score(value: number | null): SheetCell {
  return value === null ? blank() : figure(Number(cut(value, 2)), 2);
}

/** A share of 0-1, cut to a tenth of a percent. */
export function share(value: number | null): SheetCell {
  if (value === null) return blank();
  const percent = Number(cut(value * 100, 1));
  const digits = Number.isInteger(percent) ? 0 : 1;
  const format = digits === 0 ? "0%" : "0.0%";
  return { kind: "number", value: Number((percent / 100).toFixed(3)), format, shown: `${percent}%` };
}

/** A part of 0-1 to a tenth of a percent, rounded as in the other formats. */
export function portion(value: number): SheetCell {
  return {
    kind: "number",
    value: Number(halfUp(value, 3)),
    format: "0.0%",
    shown: `${halfUp(100 * value, 1)}%`,
  };
}

export function valueCell(indicator: IndicatorReport, found: Assessment, language: Language): SheetCell {
  const { value, display, threshold } = found;
  if (value === null) return blank();
  return rounded(value, threshold, decimalsOf(display.value), afterFigure(indicator, language));
}

/** Spreadsheets only round; where that would show the target as reached, further digits tell. */
function rounded(value: number, threshold: number | null, least: number, after: string): SheetCell {
  const side = (number: number) => Math.sign(number - (threshold ?? 0));
  let digits = least;
  if (threshold !== null)
    while (side(Number(halfUp(value, digits))) !== side(value) && digits < MOST_DIGITS) digits += 1;
  return figure(value, digits, after);
}

/** A rate of a unit, or of the whole without it. */
export function rate(value: number, indicator: IndicatorReport, language: Language): SheetCell {
  return rounded(value, indicator.whole.threshold, 2, afterFigure(indicator, language));
}

/** "+2.10 分"; a gain too small for two decimals shows more. */
export function points(gain: number, language: Language): SheetCell {
  let digits = 2;
  while (gain > 0 && Number(halfUp(gain, digits)) === 0 && digits < MOST_DIGITS) digits += 1;
  return figure(gain, digits, language === "zh" ? " 分" : "", "+");
}

export function targetCell(indicator: IndicatorReport, found: Assessment, language: Language): SheetCell {
  const direction = directionInForce(indicator, found);
  if (direction === "improve" || direction === "reduce")
    return text(targetText(indicator, found, language), "muted");
  if (found.threshold === null) return blank();
  const { sign } = directionWords[direction];
  const digits = decimalsOf(found.display.threshold);
  return figure(found.threshold, digits, afterFigure(indicator, language), `${sign} `);
}

export function gapCell(indicator: IndicatorReport, found: Assessment, language: Language): SheetCell {
  if (found.gap === null || found.gap === 0) return blank();
  const points = language === "zh" ? " 个百分点" : " pp";
  const after = indicator.measuredIn === "%" ? points : afterFigure(indicator, language);
  return figure(found.gap, decimalsOf(found.display.gap), after);
}

/** One format for days to come, gone by, and today; it reads as the other formats do. */
function daysFormat(days: number, language: Language): string {
  if (language === "zh") return '"还有 "#,##0" 天";[Red]"已逾期 "#,##0" 天";"今天到期"';
  const word = Math.abs(days) === 1 ? "day" : "days";
  return `#,##0" ${word} left";[Red]#,##0" ${word} overdue";"due today"`;
}

/** How near the deadline is, as long as there is something left to do. */
export function daysCell(
  { status, daysLeft }: { readonly status: string; readonly daysLeft: number | null },
  language: Language,
): SheetCell {
  if (daysLeft === null || (status !== "open" && status !== "overdue")) return blank();
  return {
    kind: "number",
    value: daysLeft,
    format: daysFormat(daysLeft, language),
    shown: daysText(daysLeft, language),
  };
}

function afterFigure({ measuredIn }: IndicatorReport, language: Language): string {
  if (measuredIn === "" || measuredIn === "%") return measuredIn;
  return ` ${unitWord(measuredIn, language)}`.trimEnd();
}

function decimalsOf(number: string): number {
  return Math.min(MOST_DIGITS, /\.(\d+)/.exec(number)?.[1]?.length ?? 0);
}
