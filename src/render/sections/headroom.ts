import type { Assessment } from "../../model/assessment.ts";
import type { Language } from "../../model/language.ts";
import { wholeName } from "../../model/presentation.ts";
import type { IndicatorReport, Report } from "../../model/report.ts";
import { type Block, cell, heading, type Line, line, NOTHING, plainTable, row } from "../blocks.ts";
import { targetText, valueText, withUnit } from "../figures.ts";
import { plural } from "../words.ts";
import { plainNumber } from "./plain-number.ts";

const SHOWN = 40;
const NAMED = 6;

const texts = {
  zh: {
    heading: "余量不足",
    about: (margin: string) => `已达标，但余量小于 ${margin}（以计量单位计，% 为百分点），稍有回落就会失守：`,
    columns: ["单位", "指标", "现状", "目标", "余量", "还可出错"],
    points: " 个百分点",
    spare: (count: number) => `${count} 行`,
    none: (margin: string) => `没有余量小于 ${margin} 的达标指标。`,
    more: (count: number) => `另有 ${count} 项次，见 JSON 报告。`,
    full: (name: string, value: string, target: string, count: number, names: string) =>
      `${name} 已到最好的 ${value}（目标 ${target}），${count} 个不逐一列出：${names}${count > NAMED ? " 等" : ""}`,
    between: "、",
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
    full: (name: string, value: string, target: string, count: number, names: string) =>
      `${name} cannot be better than ${value} (target ${target}); ${count} not listed one by one: ${names}${count > NAMED ? " …" : ""}`,
    between: ", ",
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
  const all = thin.lines.flatMap((one) => thinOf(one, report));
  const rest = all.filter((one) => !isFull(one));
  const rows = rest.slice(0, SHOWN).map(({ line: one, indicator, found }) => {
    const room = plainNumber(one.headroom);
    return row([
      cell(one.unit ?? wholeName(report, language), one.unit === null ? "strong" : undefined),
      cell(`${one.clause} ${one.name}`),
      cell(valueText(indicator, found, language)),
      cell(targetText(indicator, found, language)),
      cell(
        indicator.measuredIn === "%" ? room + say.points : withUnit(room, indicator.measuredIn, language),
        "warn",
      ),
      cell(one.spare === null ? NOTHING : say.spare(one.spare)),
    ]);
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
  const left = rest.length - SHOWN;
  const after = [
    ...(left > 0 ? [line(say.more(left))] : []),
    ...fullLines(all.filter(isFull), report, language),
  ];
  return [
    title,
    { kind: "lines", lines: [line(say.about(margin))] },
    ...(rows.length === 0 ? [] : [plainTable(columns, rows)]),
    ...(after.length === 0 ? [] : [{ kind: "lines", lines: after } as const]),
  ];
}

interface Thin {
  readonly line: NonNullable<Report["headroom"]>["lines"][number];
  readonly indicator: IndicatorReport;
  readonly found: Assessment;
}

function thinOf(line: Thin["line"], { indicators }: Report): Thin[] {
  const indicator = indicators.find(({ id }) => id === line.indicator);
  const found =
    line.unit === null ? indicator?.whole : indicator?.units.find(({ unit }) => unit === line.unit);
  return indicator === undefined || found === undefined ? [] : [{ line, indicator, found }];
}

/** At the end of its scale nothing can be done about the room above the target. */
function isFull({ indicator, found }: Thin): boolean {
  if (found.value === 0) return ["at-most", "less-than", "reduce"].includes(indicator.direction);
  return indicator.measuredIn === "%" && found.value === 100;
}

function fullLines(full: readonly Thin[], report: Report, language: Language): Line[] {
  const say = texts[language];
  const ids = [...new Set(full.map(({ line: one }) => one.indicator))];
  return ids.flatMap((id) => {
    const own = full.filter(({ line: one }) => one.indicator === id);
    const [first] = own;
    if (first === undefined) return [];
    const { indicator, found } = first;
    const names = own.map(({ line: one }) => one.unit ?? wholeName(report, language));
    const said = [valueText(indicator, found, language), targetText(indicator, found, language)] as const;
    const name = `${indicator.clause} ${indicator.name}`;
    return [line(say.full(name, ...said, own.length, names.slice(0, NAMED).join(say.between)), "muted")];
  });
}
