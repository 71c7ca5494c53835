import type { Assessment } from "../../model/assessment.ts";
import type { Language } from "../../model/language.ts";
import type { IndicatorReport } from "../../model/report.ts";
import { counted, directionInForce, targetText, withUnit } from "../figures.ts";
import { directionWords } from "../words.ts";

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** "2022年10月5日", "5 October 2022". */
export function dayText(day: string, language: Language): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return language === "zh" ? `${year}年${month}月${date}日` : `${date} ${months[month - 1]} ${year}`;
}

const numerals = "零一二三四五六七八九";

/** 1 is 一, 12 is 十二, 20 is 二十. */
export function numeral(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const ten = tens === 0 ? "" : `${tens === 1 ? "" : numerals.charAt(tens)}十`;
  return `${ten}${ones === 0 && tens > 0 ? "" : numerals.charAt(ones)}`;
}

export function headingOf(level: 1 | 2, number: number, text: string, language: Language): string {
  if (language === "zh") return level === 1 ? `${numeral(number)}、${text}` : `（${numeral(number)}）${text}`;
  return level === 1 ? `${number}. ${text}` : `(${number}) ${text}`;
}

/** Names one after another; beyond `most` the rest is counted. */
export function listed(
  names: readonly string[],
  language: Language,
  most = Number.POSITIVE_INFINITY,
): string {
  const shown = names.slice(0, most).join(language === "zh" ? "、" : ", ");
  if (names.length <= most) return shown;
  return language === "zh"
    ? `${shown}等 ${counted(names.length)} 个`
    : `${shown} and ${counted(names.length - most)} more`;
}

const HAN = "[\\p{Script=Han}，。、；：（）《》“”]";
const SPACED = new RegExp(`(?<=${HAN}) +(?=[\\d.+≥≤=<>-])|(?<=[\\d%]) +(?=${HAN})`, "gu");

/** Word sets figures off from Chinese by itself: a typed space would be a second one. */
export function tight(text: string, language: Language): string {
  return language === "zh" ? text.replace(SPACED, "") : text;
}

/** Chinese brackets around Chinese: 三(十二) is 三（十二） in print. */
export function inPrint(text: string, language: Language): string {
  return language === "zh" ? text.replaceAll("(", "（").replaceAll(")", "）") : text;
}

/** A text that goes into a sentence with an end of its own. */
export function unended(text: string): string {
  return text.trim().replace(/[。．.；;]+$/u, "");
}

/** What a rule is called in a sentence; its clause stands in the annexes. */
export function ruleName({ name }: { readonly name: string }, language: Language): string {
  return inPrint(name, language);
}

/** "不低于45%": the target in words. */
export function targetPhrase(indicator: IndicatorReport, found: Assessment, language: Language): string {
  const direction = directionInForce(indicator, found);
  if (direction === "improve" || direction === "reduce" || found.threshold === null)
    return targetText(indicator, found, language);
  const limit = withUnit(found.display.threshold, indicator.measuredIn, language);
  const full = direction === "at-least" && indicator.measuredIn === "%" && found.threshold === 100;
  const none = direction === "at-most" && found.threshold === 0;
  if (full || none) return language === "zh" ? `为 ${limit}` : limit;
  return `${directionWords[direction][language]} ${limit}`;
}
