import type { Language } from "../../model/language.ts";
import type { Report } from "../../model/report.ts";
import { type Block, cell, plainTable, row } from "../blocks.ts";
import { valueText } from "../figures.ts";
import { changeText, changeTone, earlierText, runText, turnText } from "../movement-words.ts";
import { sparkline } from "../sparkline.ts";
import { statusWords } from "../words.ts";

const POINTS = 16;

const titles = {
  zh: ["状态", "指标", "上次", "本次", "变化", "连续", "走势"],
  en: ["Status", "Indicator", "Before", "Now", "Change", "In a row", "Trend"],
} as const;

/** Then, now, and the way between, for each indicator of the whole. */
export function trendTable(report: Report, language: Language): Block[] {
  const { indicators, trend } = report;
  if (indicators.length === 0) return [];
  const [status, name, before, now, change, run, drawn] = titles[language];
  const columns = [
    { title: status },
    { title: name, grows: true },
    { title: before, right: true, fold: `${before} ` },
    { title: now, right: true },
    { title: change, right: true, widest: 22 },
    { title: run, fold: "" },
    { title: drawn, widest: POINTS },
  ];
  const rows = indicators.map((indicator) => {
    const { id, clause, name: title, whole } = indicator;
    const previous = whole.movement?.previous;
    const line = trend?.indicators.find((one) => one.id === id);
    const word = statusWords[whole.status];
    const turn = turnText(previous, language);
    return row([
      cell(`${word.sign} ${word[language]}`, word.tone),
      cell(`${clause} ${title}`),
      cell(earlierText(indicator, previous?.value, language)),
      cell(valueText(indicator, whole, language)),
      cell(
        [changeText(indicator, previous, language), ...(turn === null ? [] : [turn])],
        changeTone(previous),
      ),
      cell(runText(whole.movement?.streak, language)),
      cell(sparkline(line?.values ?? [], POINTS)),
    ]);
  });
  return [plainTable(columns, rows, 1)];
}
