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

/** Names one after another; beyond `most` the rest is counted, in Chinese with the word for such things. */
export function listed(
  names: readonly string[],
  language: Language,
  most = Number.POSITIVE_INFINITY,
  counter = "个",
): string {
  const shown = names.slice(0, most).join(language === "zh" ? "、" : ", ");
  if (names.length <= most) return shown;
  return language === "zh"
    ? `${shown}等 ${counted(names.length)} ${counter}`
    : `${shown} and ${counted(names.length - most)} more`;
}

export function listedUnits(
  names: readonly string[],
  language: Language,
  most = Number.POSITIVE_INFINITY,
): string {
  return listed(names, language, most, "个单位");
}

/** Some of the units whose count was said just before. */
export function someUnits(units: readonly string[], language: Language, most: number): string {
  if (units.length <= most || language === "en") return listedUnits(units, language, most);
  return `${listedUnits(units.slice(0, most), language)}等`;
}

export function listedRules(
  rules: readonly { readonly name: string }[],
  language: Language,
  most = Number.POSITIVE_INFINITY,
): string {
  return listed(
    rules.map((rule) => ruleName(rule, language)),
    language,
    most,
    "项",
  );
}

/** Numbered where there is more than one. */
export function numbered(texts: readonly string[]): string[] {
  const said = texts.filter((text) => text !== "");
  return said.length === 1 ? said : said.map((text, index) => `${index + 1}. ${text}`);
}

/** Parts of a sentence that an office may leave out. */
export function joined(parts: readonly string[], language: Language): string {
  return parts.filter((part) => part !== "").join(language === "zh" ? "，" : ", ");
}

/** Whole sentences one after another. */
export function inOne(sentences: readonly string[], language: Language): string {
  return sentences.filter((one) => one !== "").join(language === "zh" ? "" : " ");
}

const DAY = 86_400_000;

/** How far off a day is, counted from the day of the data: a paper is read later than it is made. */
export function distanceText(from: string, to: string, language: Language): string {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / DAY);
  if (language === "zh") return days === 0 ? "即数据截至日" : `距数据截至日 ${counted(days)} 天`;
  if (days === 0) return "the day of the data";
  return `${counted(days)} ${days === 1 ? "day" : "days"} after the data`;
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
