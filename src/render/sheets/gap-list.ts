import type { Language } from "../../model/language.ts";
import type { Report } from "../../model/report.ts";
import { groupsOf } from "../groups.ts";
import { gapsOf, isGap } from "../sections/gaps.ts";
import { aboutLines } from "./about.ts";
import { widthsOf } from "./fit.ts";
import { MOST_ROWS } from "./limits.ts";
import { fixedSheets } from "./names.ts";
import { amount, count, daysCell, gapCell, targetCell, valueCell } from "./numbers.ts";
import { day, link, type Sheet, type SheetPart, type SheetRow, tableOf, text } from "./sheet.ts";
import { anchorOf, neededOf, statusCell } from "./standing.ts";
import { listColumns, type Subject, subjectCell } from "./subject.ts";
import type { UnitSheets } from "./unit-sheets.ts";

const texts = {
  zh: {
    columns: [
      "单位",
      "状态",
      "条款",
      "指标",
      "现状",
      "目标",
      "差距",
      "需要做的",
      "整改办法",
      "时限",
      "剩余时间",
      "计分",
      "需整改",
      "或新增合格",
      "需变动总量",
      "分组",
    ],
    scored: (weight: number) => (weight > 0 ? "是" : "否"),
    none: "没有差距：各项指标都已达标，或没有数据。",
    note: "先列全域，再列各单位：组内名次靠后的在前，同一单位逾期和完成度低的在前。全域共同承担的指标只列在牵头单位名下。",
    left: (shown: number, all: number) => `共 ${all} 行，这里列出前 ${shown} 行，其余见 CSV 报告。`,
  },
  en: {
    columns: [
      "Unit",
      "Status",
      "Clause",
      "Indicator",
      "Value",
      "Target",
      "Gap",
      "Needed",
      "Remedy",
      "Deadline",
      "Time left",
      "Scored",
      "To put right",
      "Or new that meet it",
      "Total to move",
      "Group",
    ],
    scored: (weight: number) => (weight > 0 ? "yes" : "no"),
    none: "There are no gaps: everything is met, or without data.",
    note: "The whole area first, then the units: those that stand last in their group first, and in a unit what is overdue and furthest off. Shared indicators are listed under their lead only.",
    left: (shown: number, all: number) => `The first ${shown} of ${all} rows; the CSV report has all.`,
  },
};

/** All that is unmet, as a list of work. */
export function gapSheet(report: Report, sheets: UnitSheets, whole: string, language: Language): Sheet {
  const say = texts[language];
  const items = itemsOf(report, language);
  const shown = items.slice(0, MOST_ROWS);
  const table = tableOf(
    listColumns(say.columns, places),
    shown.map((item) => rowOf(item, sheets, whole, language)),
  );
  const notes = [
    ...(items.length === 0 ? [say.none] : [say.note]),
    ...(items.length > shown.length ? [say.left(shown.length, items.length)] : []),
  ];
  const after: SheetPart = { kind: "lines", caption: null, lines: notes.map((one) => ({ text: one })) };
  return {
    anchor: "gaps",
    name: fixedSheets.gaps[language],
    title: fixedSheets.gaps[language],
    about: aboutLines(report, language),
    grid: widthsOf(table, [36, 13, 13, 32, 12, 14, 16, 32, 32, 12, 14, 8, 9, 11, 12, 20]),
    parts: [table, after],
    isList: true,
    printed: 11,
  };
}

function itemsOf(report: Report, language: Language): Subject[] {
  const whole = report.indicators
    .filter((indicator) => isGap(indicator.whole))
    .map((indicator) => ({ indicator, found: indicator.whole, unit: null, group: null }));
  const units = groupsOf(report, language).flatMap((group) => group.units.toReversed());
  const own = units.flatMap((unit) =>
    gapsOf(report, unit).map((gap) => ({ ...gap, unit: unit.unit, group: unit.group })),
  );
  return [...whole, ...own];
}

const places = { right: new Set([4, 6, 12, 13, 14]), centred: new Set([11]), status: 1 };

function rowOf(subject: Subject, sheets: UnitSheets, whole: string, language: Language): SheetRow {
  const { indicator, found, group } = subject;
  const cells = [
    subjectCell(subject, sheets, whole),
    statusCell(found.status, language),
    link(indicator.clause, anchorOf(indicator)),
    text(indicator.name),
    valueCell(indicator, found, language),
    targetCell(indicator, found, language),
    gapCell(indicator, found, language),
    text(neededOf(indicator, found, language)),
    text(indicator.remedy),
    day(found.deadline),
    daysCell(found, language),
    text(texts[language].scored(indicator.weight)),
    count(found.needed?.fix ?? null),
    count(found.needed?.new ?? null),
    amount(found.needed?.move ?? null),
    text(group),
  ];
  return { cells };
}
