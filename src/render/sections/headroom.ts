import type { Language } from "../../model/language.ts";
import { wholeName } from "../../model/presentation.ts";
import type { Report } from "../../model/report.ts";
import { type Block, cell, heading, line, NOTHING, plainTable, row } from "../blocks.ts";
import { targetText, valueText, withUnit } from "../figures.ts";
import { plural } from "../words.ts";
import { plainNumber } from "./plain-number.ts";

const SHOWN = 40;

const texts = {
  zh: {
    heading: "余量不足",
    about: (margin: string) => `已达标，但余量小于 ${margin}（以计量单位计，% 为百分点），稍有回落就会失守：`,
    columns: ["单位", "指标", "现状", "目标", "余量", "还可出错"],
    points: " 个百分点",
    spare: (count: number) => `${count} 行`,
    none: (margin: string) => `没有余量小于 ${margin} 的达标指标。`,
    more: (count: number) => `另有 ${count} 项次，见 JSON 报告。`,
  },
  en: {
    heading: "Thin headroom",
    about: (margin: string) =>
      `Met, but by less than ${margin} (in the indicator's unit, points for %): easily lost.`,
    columns: ["Unit", "Indicator", "Value", "Target", "Headroom", "May go wrong"],
    points: " pp",
    spare: (count: number) => plural(count, "row"),
    none: (margin: string) => `Nothing is met by less than ${margin}.`,
    more: (count: number) => `${count} more are in the JSON report.`,
  },
} as const;

/** What is met by less than a margin, so that it is not lost next week. */
export function headroom(report: Report, language: Language): Block[] {
  const { headroom: thin } = report;
  if (thin === undefined) return [];
  const say = texts[language];
  const margin = String(thin.margin);
  const title = heading(2, say.heading);
  if (thin.lines.length === 0) return [title, { kind: "lines", lines: [line(say.none(margin))] }];
  const rows = thin.lines.slice(0, SHOWN).flatMap((one) => {
    const indicator = report.indicators.find(({ id }) => id === one.indicator);
    const found =
      one.unit === null ? indicator?.whole : indicator?.units.find(({ unit }) => unit === one.unit);
    if (indicator === undefined || found === undefined) return [];
    const room = plainNumber(one.headroom);
    return [
      row([
        cell(one.unit ?? wholeName(report, language), one.unit === null ? "strong" : undefined),
        cell(`${one.clause} ${one.name}`),
        cell(valueText(indicator, found, language)),
        cell(targetText(indicator, found, language)),
        cell(
          indicator.measuredIn === "%" ? room + say.points : withUnit(room, indicator.measuredIn, language),
          "warn",
        ),
        cell(one.spare === null ? NOTHING : say.spare(one.spare)),
      ]),
    ];
  });
  const [unit, name, value, target, room, spare] = say.columns;
  const columns = [
    { title: unit, grows: true },
    { title: name, grows: true },
    { title: value, right: true },
    { title: target },
    { title: room, right: true },
    { title: spare, right: true, fold: `${spare} ` },
  ];
  const left = thin.lines.length - SHOWN;
  const after = left > 0 ? [{ kind: "lines", lines: [line(say.more(left))] } as const] : [];
  return [title, { kind: "lines", lines: [line(say.about(margin))] }, plainTable(columns, rows), ...after];
}
