import type { Language } from "../../model/language.ts";
import { wholeName } from "../../model/presentation.ts";
import type { IndicatorReport, Report } from "../../model/report.ts";
import { changeText, rankMoveText, runText, scoreChangeText, turnText } from "../movement-words.ts";
import { escalation } from "../sections/escalation.ts";
import { forecasts } from "../sections/forecasts.ts";
import { headroom } from "../sections/headroom.ts";
import { movementLines } from "../sections/movement.ts";
import { sparkline } from "../sparkline.ts";
import { aboutLines } from "./about.ts";
import { blockParts } from "./block-parts.ts";
import { fixedSheets } from "./names.ts";
import { figure, score } from "./numbers.ts";
import {
  blank,
  link,
  type Sheet,
  type SheetCell,
  type SheetColumn,
  type SheetPart,
  type SheetRow,
  tableOf,
  text,
} from "./sheet.ts";
import { anchorOf, statusCell } from "./standing.ts";
import type { UnitSheets } from "./unit-sheets.ts";

/** As many days as stand side by side on a screen; JSON has more. */
const DAYS = 26;
const DRAWN = 26;

const texts = {
  zh: {
    said: "变化",
    indicators: (whole: string) => `各指标（${whole}）`,
    units: "各单位得分",
    indicatorColumns: ["条款", "指标", "状态", "计量单位", "变化", "变动", "连续", "走势"],
    unitColumns: ["分组", "单位", "名次", "升降", "变化", "", "", "走势"],
    about: "右侧各列为历次的数，颜色越深数越大（每行自己比）；算法变了的指标只列变化之后的数。",
  },
  en: {
    said: "Movement",
    indicators: (whole: string) => `Indicators (${whole})`,
    units: "Scores of units",
    indicatorColumns: ["Clause", "Indicator", "Status", "Measured in", "Change", "Turn", "In a row", "Trend"],
    unitColumns: ["Group", "Unit", "Rank", "Moved", "Change", "", "", "Trend"],
    about:
      "The columns on the right are the runs; the darker, the greater within its row. What is measured anew is listed from then on.",
  },
} as const;

const GRID = [20, 36, 13, 13, 26, 22, 14, 24];

/** How each figure moved, run by run; null without a history. */
export function trendSheet(report: Report, sheets: UnitSheets, language: Language): Sheet | null {
  const { trend } = report;
  const standings = [...escalation(report, language), ...headroom(report, language)];
  if (trend === undefined && standings.length === 0) return null;
  const say = texts[language];
  const dates = trend?.dates.slice(-DAYS) ?? [];
  const parts: SheetPart[] = [
    {
      kind: "lines",
      caption: say.said,
      lines: movementLines(report, language).map((line) => ({ ...line, text: `· ${line.text}` })),
    },
    ...(trend === undefined
      ? []
      : [indicatorTable(report, dates, language), unitTable(report, sheets, dates, language)]),
    ...blockParts([...forecasts(report, language), ...standings], GRID.length + dates.length),
  ];
  return {
    anchor: "trend",
    name: fixedSheets.trend[language],
    title: fixedSheets.trend[language],
    about: [...aboutLines(report, language), { text: say.about }],
    grid: [...GRID, ...dates.map(() => 12)],
    parts: parts.filter((part) => part.kind !== "lines" || part.lines.length > 0),
    isList: false,
    printed: GRID.length,
  };
}

function columnsOf(titles: readonly string[], dates: readonly string[]): SheetColumn[] {
  return [
    ...titles.map(
      (title, index): SheetColumn => ({
        title,
        span: 1,
        ...(index === 2 ? { align: "centre" as const, isStatus: true } : {}),
        ...(index === 3 ? { align: "centre" as const } : {}),
        ...(index === 4 ? { align: "right" as const } : {}),
      }),
    ),
    ...dates.map((title): SheetColumn => ({ title, span: 1, align: "right", isTrend: true })),
  ];
}

function indicatorTable(report: Report, dates: readonly string[], language: Language): SheetPart {
  const say = texts[language];
  const rows = report.indicators.map((indicator): SheetRow => {
    const { id, clause, name, whole, measuredIn } = indicator;
    const values = report.trend?.indicators.find((one) => one.id === id)?.values ?? [];
    const { previous, streak } = whole.movement ?? {};
    return {
      cells: [
        link(clause, anchorOf(indicator)),
        text(name),
        statusCell(whole.status, language),
        text(measuredIn),
        text(changeText(indicator, previous, language)),
        text(turnText(previous, language)),
        text(runText(streak, language)),
        text(sparkline(values, DRAWN)),
        ...lastOf(values, dates.length).map((value) => valueCellOf(indicator, value)),
      ],
    };
  });
  return tableOf(columnsOf(say.indicatorColumns, dates), rows, say.indicators(wholeName(report, language)));
}

function unitTable(
  report: Report,
  { anchors }: UnitSheets,
  dates: readonly string[],
  language: Language,
): SheetPart {
  const say = texts[language];
  const { scores } = report.trend ?? { scores: [] };
  const whole = wholeName(report, language);
  const own = report.overall.movement?.previous;
  const rowOf = (cells: readonly SheetCell[], values: readonly (number | null)[]): SheetRow => ({
    cells: [...cells, text(sparkline(values, DRAWN)), ...lastOf(values, dates.length).map(score)],
  });
  const rows = (report.trend?.units ?? []).map(({ unit, scores: values }) => {
    const line = report.units.find((one) => one.unit === unit);
    const previous = line?.movement?.previous;
    const anchor = anchors.get(unit);
    return rowOf(
      [
        text(line?.group),
        anchor === undefined ? text(unit) : link(unit, anchor),
        line?.rank == null ? blank() : figure(line.rank, 0),
        text(rankMoveText(previous, language)),
        text(scoreChangeText(previous, language)),
        blank(),
        blank(),
      ],
      values,
    );
  });
  const first = [
    blank(),
    text(whole, "strong"),
    blank(),
    blank(),
    text(scoreChangeText(own, language)),
    blank(),
    blank(),
  ];
  return tableOf(columnsOf(say.unitColumns, dates), [rowOf(first, scores), ...rows], say.units);
}

function lastOf(values: readonly (number | null)[], count: number): readonly (number | null)[] {
  return values.slice(-count);
}

function valueCellOf({ measuredIn }: IndicatorReport, value: number | null): SheetCell {
  if (value === null) return blank();
  const whole = Number.isInteger(value) && measuredIn !== "%";
  return figure(value, whole ? 0 : measuredIn !== "%" && Math.abs(value) < 1 ? 3 : 2);
}
