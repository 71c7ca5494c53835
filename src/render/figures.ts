import type { Assessment } from "../model/assessment.ts";
import type { Language } from "../model/language.ts";
import type { Direction } from "../model/plan.ts";
import type { IndicatorReport } from "../model/report.ts";
import { NOTHING } from "./blocks.ts";
import { directionOf, directionWords, plural, unitWord } from "./words.ts";

const PLAIN_NUMBER = /^(-?)(\d+)(\.\d+)?$/;

/** "252000.5" → "252,000.5"; anything that is not a plain number stays as it is. */
export function grouped(number: string): string {
  const match = PLAIN_NUMBER.exec(number);
  if (match === null) return number;
  return `${match[1]}${match[2]?.replace(/\B(?=(\d{3})+$)/g, ",")}${match[3] ?? ""}`;
}

export function counted(count: number): string {
  return grouped(String(count));
}

/** Half up at the decimal that is written, where binary toFixed makes 1.005 into 1.00. */
export function halfUp(value: number, digits: number): string {
  return (Math.round(scaled(value, digits)) / 10 ** digits).toFixed(digits);
}

/** Moves the decimal point in the written number, which multiplying would not do exactly. */
function scaled(value: number, digits: number): number {
  const text = String(value);
  return text.includes("e") ? value * 10 ** digits : Number(`${text}e${digits}`);
}

/** Cut, not rounded: 99.996 must not look like 100.00, nor 89.996 like a band that begins at 90. */
export function cut(value: number, digits: number): string {
  return (Math.floor(scaled(value, digits) + 1e-9) / 10 ** digits).toFixed(digits);
}

/** "+1.20", "−0.50", "±0": a change, half up; one too small to show keeps its sign. */
export function signed(change: number, digits: number): string {
  if (change === 0) return "±0";
  const sign = change > 0 ? "+" : "−";
  const text = halfUp(Math.abs(change), digits);
  return Number(text) === 0 ? `${sign}< ${(10 ** -digits).toFixed(digits)}` : sign + grouped(text);
}

export function scoreText(score: number | null): string {
  return score === null ? NOTHING : cut(score, 2);
}

/** "430/1,000": what a rate was computed from; null where there is no denominator. */
export function partsText({ numerator, denominator }: Assessment): string | null {
  if (numerator === null || denominator === null) return null;
  return `${exactly(numerator)}/${exactly(denominator)}`;
}

function exactly(number: number): string {
  return grouped(String(Number(number.toFixed(6))));
}

/** Cut, not rounded: 79.96 % must not look like the 80 % that a firm score needs. */
export function coverageText(coverage: number | null): string {
  return coverage === null ? NOTHING : `${String(Math.floor(scaled(coverage, 3) + 1e-9) / 10)}%`;
}

/** An amount of work, rounded up: less than this would not do. */
export function upToCents(amount: number): string {
  return String(Math.ceil(scaled(amount, 2) - 1e-9) / 100);
}

export function withUnit(number: string, measuredIn: string, language: Language): string {
  const figure = grouped(number);
  if (measuredIn === "" || number.endsWith(measuredIn)) return figure;
  if (measuredIn === "%") return `${figure}%`;
  return `${figure} ${unitWord(measuredIn, language)}`.trimEnd();
}

export function valueText(indicator: IndicatorReport, found: Assessment, language: Language): string {
  return found.value === null ? NOTHING : withUnit(found.display.value, indicator.measuredIn, language);
}

export function directionInForce(indicator: IndicatorReport, found: Assessment): Direction {
  return directionOf(found.stages.find(({ current }) => current)?.direction ?? indicator.direction);
}

export function targetText(indicator: IndicatorReport, found: Assessment, language: Language): string {
  const direction = directionInForce(indicator, found);
  const { sign } = directionWords[direction];
  if (direction === "improve" || direction === "reduce") return baselineText(indicator, sign, language);
  if (found.threshold === null) return NOTHING;
  return `${sign} ${withUnit(found.display.threshold, indicator.measuredIn, language)}`;
}

function baselineText({ baseline, measuredIn }: IndicatorReport, sign: string, language: Language): string {
  const better = language === "zh" ? "优于基线" : "better than baseline";
  if (baseline === null) return better;
  const limit = `${sign} ${withUnit(String(baseline.value), measuredIn, language)}`;
  return language === "zh" ? `${better}（${limit}）` : `${better} (${limit})`;
}

export function gapText({ measuredIn }: IndicatorReport, found: Assessment, language: Language): string {
  if (found.gap === null || found.gap === 0) return NOTHING;
  const points = language === "zh" ? " 个百分点" : " pp";
  if (measuredIn === "%") return grouped(found.display.gap) + points;
  return withUnit(found.display.gap, measuredIn, language);
}

export function daysText(daysLeft: number, language: Language): string {
  if (daysLeft === 0) return language === "zh" ? "今天到期" : "due today";
  const days = Math.abs(daysLeft);
  if (language === "zh") return daysLeft > 0 ? `还有 ${counted(days)} 天` : `已逾期 ${counted(days)} 天`;
  return daysLeft > 0 ? `${plural(days, "day")} left` : `${plural(days, "day")} overdue`;
}

/** The deadline, and how near it is as long as there is something left to do. */
export function deadlineTexts(
  found: Pick<Assessment, "deadline" | "daysLeft" | "status">,
  language: Language,
): string[] {
  if (found.deadline === null) return [NOTHING];
  const pending = found.status === "open" || found.status === "overdue";
  if (!pending || found.daysLeft === null) return [found.deadline];
  const days = daysText(found.daysLeft, language);
  return [found.deadline, language === "zh" ? days : `(${days})`];
}
