import type { Language } from "../../model/language.ts";
import type { Report } from "../../model/report.ts";
import { isGap } from "../sections/gaps.ts";
import { aboutLines } from "./about.ts";
import { widthsOf } from "./fit.ts";
import { MOST_ROWS } from "./limits.ts";
import { moveCells, moveColumns } from "./move-columns.ts";
import { fixedSheets } from "./names.ts";
import { amount, count, daysCell, gapCell, share, targetCell, valueCell } from "./numbers.ts";
import {
  day,
  link,
  type Sheet,
  type SheetColumn,
  type SheetPart,
  type SheetRow,
  tableOf,
  text,
} from "./sheet.ts";
import { anchorOf, neededOf, statusCell } from "./standing.ts";
import { listColumns, type Subject, subjectCell } from "./subject.ts";
import type { UnitSheets } from "./unit-sheets.ts";

const texts = {
  zh: {
    columns: [
      "条款",
      "指标",
      "单位",
      "状态",
      "现状",
      "分子",
      "分母",
      "目标",
      "差距",
      "完成度",
      "需要做的",
      "时限",
      "剩余时间",
      "分组",
      "行数",
      "权重",
      "阶段",
      "计量单位",
      "指标编号",
      "说明",
    ],
    left: (shown: number, all: number) =>
      `共 ${all} 行，这里列出全域和未达标的 ${shown} 行；其余各行见 CSV 或 JSON 报告（-o report.csv）。`,
  },
  en: {
    columns: [
      "Clause",
      "Indicator",
      "Unit",
      "Status",
      "Value",
      "Numerator",
      "Denominator",
      "Target",
      "Gap",
      "Attainment",
      "Needed",
      "Deadline",
      "Time left",
      "Group",
      "Rows",
      "Weight",
      "Stage",
      "Measured in",
      "Id",
      "Reason",
    ],
    left: (shown: number, all: number) =>
      `Of ${all} rows the ${shown} of the whole area and of what is unmet are listed; the CSV or JSON report has all (-o report.csv).`,
  },
};

/** One row per indicator and unit, the whole first: what the CSV has, to filter and print. */
export function detailsSheet(report: Report, sheets: UnitSheets, whole: string, language: Language): Sheet {
  const all = subjectsOf(report);
  const listed =
    all.length > MOST_ROWS ? all.filter(({ unit, found }) => unit === null || isGap(found)) : all;
  const shown = listed.slice(0, MOST_ROWS);
  const moved = report.movement !== undefined;
  const table = tableOf(
    [...columnsOf(language), ...(moved ? moveColumns(language) : [])],
    shown.map((one) => {
      const row = rowOf(one, sheets, whole, language);
      return moved ? { ...row, cells: [...row.cells, ...moveCells(one.found, language)] } : row;
    }),
  );
  const left: SheetPart[] =
    shown.length < all.length
      ? [{ kind: "lines", caption: null, lines: [{ text: texts[language].left(shown.length, all.length) }] }]
      : [];
  return {
    anchor: "details",
    name: fixedSheets.details[language],
    title: fixedSheets.details[language],
    about: aboutLines(report, language),
    grid: widthsOf(
      table,
      [13, 34, 36, 13, 12, 10, 10, 14, 16, 9, 32, 12, 14, 20, 9, 8, 7, 9, 36, 30, 14, 18, 20, 18, 12, 12, 30],
    ),
    parts: [table, ...left],
    isList: true,
    printed: 13,
  };
}

function subjectsOf({ indicators }: Report): Subject[] {
  return indicators.flatMap((indicator) => [
    { indicator, found: indicator.whole, unit: null, group: null },
    ...indicator.units.map((found) => ({ indicator, found, unit: found.unit, group: found.group })),
  ]);
}

const places = { right: new Set([4, 5, 6, 8, 9, 14, 15]), centred: new Set([16, 17]), status: 3 };
const ATTAINMENT = 9;

function columnsOf(language: Language): SheetColumn[] {
  const columns = listColumns(texts[language].columns, places);
  return columns.map((column, index) => (index === ATTAINMENT ? { ...column, barTo: 1 } : column));
}

function rowOf(subject: Subject, sheets: UnitSheets, whole: string, language: Language): SheetRow {
  const { indicator, found, unit, group } = subject;
  const tone = unit === null ? "strong" : undefined;
  const needed = neededOf(indicator, found, language);
  const cells = [
    unit === null ? link(indicator.clause, `method ${indicator.id}`) : text(indicator.clause),
    text(indicator.name, tone),
    subjectCell(subject, sheets, whole),
    statusCell(found.status, language),
    valueCell(indicator, found, language),
    amount(found.numerator),
    amount(found.denominator),
    targetCell(indicator, found, language),
    gapCell(indicator, found, language),
    share(found.attainment),
    text(needed === found.reason ? "" : needed),
    day(found.deadline),
    daysCell(found, language),
    text(group),
    count(found.rows),
    amount(indicator.weight),
    count(found.stage),
    text(indicator.measuredIn),
    text(indicator.id, "muted"),
    text(found.reason, "muted"),
  ];
  return unit === null ? { cells, anchor: anchorOf(indicator) } : { cells };
}
