import type { Shortfall } from "../../model/effort.ts";
import type { Language } from "../../model/language.ts";
import { wholeName } from "../../model/presentation.ts";
import type { IndicatorReport, Report } from "../../model/report.ts";
import {
  type Block,
  type Column,
  cell,
  heading,
  line,
  NOTHING,
  type Row,
  row,
  type TableSection,
  table,
} from "../blocks.ts";
import { shortText } from "../effort-words.ts";
import { cut, halfUp, targetText, valueText, withUnit } from "../figures.ts";

const SHOWN = 5;

const texts = {
  zh: {
    heading: "差在哪些单位",
    summary: (count: number) => `${count} 项汇总指标的差额分布`,
    columns: (whole: string) => ["单位", "本单位现状", "按目标差", "占差额", `${whole}去掉该单位`],
    folded: ["", "现状 ", "差 ", "占 ", "去掉后 "],
    title: (name: string, value: string, target: string) => `${name}：现状 ${value}，目标 ${target}`,
    unnamed: "（没有写明单位的行）",
    met: "（达标）",
    more: (units: number, share: string) => `另有 ${units} 个单位，占差额 ${share}`,
  },
  en: {
    heading: "Who falls short",
    summary: (count: number) => `${count} pooled ${count === 1 ? "indicator" : "indicators"}, unit by unit`,
    columns: () => ["Unit", "Its value", "Short of target", "Share", "Whole without it"],
    folded: ["", "value ", "short ", "share ", "without it "],
    title: (name: string, value: string, target: string) => `${name}: now ${value}, target ${target}`,
    unnamed: "(rows that name no unit)",
    met: " (met)",
    more: (units: number, share: string) => `${units} more units, with ${share} of it`,
  },
};

/** Of pooled rates that miss their target: which units make it so, and what the rate would be without each. */
export function shortfalls(report: Report, language: Language): Block[] {
  const say = texts[language];
  const sections = report.indicators.flatMap((indicator) => sectionOf(indicator, language));
  if (sections.length === 0) return [];
  const columns = columnsOf(wholeName(report, language), language);
  const blocks = [table(columns, sections)];
  return [heading(2, say.heading), { kind: "details", summary: say.summary(sections.length), blocks }];
}

function columnsOf(whole: string, language: Language): Column[] {
  const say = texts[language];
  return say.columns(whole).map((title, index) => {
    if (index === 0) return { title, grows: true };
    return { title, right: true, ...(index > 2 ? { fold: say.folded[index] ?? "" } : {}) };
  });
}

function sectionOf(indicator: IndicatorReport, language: Language): TableSection[] {
  const say = texts[language];
  const { clause, name, whole } = indicator;
  const short = indicator.shortfalls.filter((one) => one.short > 0);
  if (short.length === 0) return [];
  const rest = short.slice(SHOWN);
  const share = rest.reduce((sum, one) => sum + one.share, 0);
  const value = valueText(indicator, whole, language);
  return [
    {
      title: line(say.title(`${clause} ${name}`, value, targetText(indicator, whole, language)), "strong"),
      rows: short.slice(0, SHOWN).map((one) => rowOf(one, indicator, language)),
      after: rest.length === 0 ? [] : [line(say.more(rest.length, shareText(share)), "muted")],
    },
  ];
}

function rowOf(found: Shortfall, indicator: IndicatorReport, language: Language): Row {
  const say = texts[language];
  return row([
    cell(found.unit ?? say.unnamed),
    cell(rateText(found.value, false, indicator, language)),
    cell(shortText(found, indicator, language), "warn"),
    cell(shareText(found.share)),
    cell(
      found.wholeWithout === null
        ? NOTHING
        : rateText(found.wholeWithout, found.metWithout === true, indicator, language) +
            (found.metWithout ? say.met : ""),
    ),
  ]);
}

/** Cut where rounding up would make an unmet rate look met: 99.996 of 100. */
export function rateText(
  value: number,
  met: boolean,
  indicator: IndicatorReport,
  language: Language,
): string {
  const { measuredIn, whole } = indicator;
  const digits = Math.abs(value) < 1 && measuredIn !== "%" ? 3 : 2;
  const shown = halfUp(value, digits);
  const looksMet = !met && Number(shown) === whole.threshold && value < whole.threshold;
  return withUnit(looksMet ? cut(value, digits) : shown, measuredIn, language);
}

export function shareText(share: number): string {
  return `${halfUp(100 * share, 1)}%`;
}
