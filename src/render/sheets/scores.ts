import type { Language } from "../../model/language.ts";
import type { Report, UnitReport } from "../../model/report.ts";
import { groupsOf } from "../groups.ts";
import { bandWord } from "../words.ts";
import { aboutLines } from "./about.ts";
import { widthsOf } from "./fit.ts";
import { scoreMoveCells, scoreMoveColumns } from "./move-columns.ts";
import { fixedSheets } from "./names.ts";
import { count, score, share } from "./numbers.ts";
import {
  link,
  type Sheet,
  type SheetColumn,
  type SheetLine,
  type SheetPart,
  tableOf,
  text,
} from "./sheet.ts";
import type { UnitSheets } from "./unit-sheets.ts";

const NAMED = 60;

const texts = {
  zh: {
    columns: ["分组", "名次", "单位", "得分", "等次", "覆盖", "达标", "未达标", "逾期", "无数据", "说明"],
    provisional: "暂定：覆盖不足，不参加排名",
    unscored: "没有可计分的数据",
    parent: (name: string) => `属${name}`,
    unknown: "待确认：名录里没有这个名称",
    assumed: "预设单位，方案没有点名",
    without: (most: number, names: readonly string[], more: number) =>
      `工作簿只为前 ${most} 个单位各设一张工作表；以下单位没有单独的工作表，数据在“指标明细”“差距清单”和“任务台账”中，按单位筛选即可：${names.join("、")}${more > 0 ? ` 等 ${names.length + more} 个` : ""}`,
    none: "没有单位。",
  },
  en: {
    columns: [
      "Group",
      "Rank",
      "Unit",
      "Score",
      "Band",
      "Coverage",
      "Met",
      "Open",
      "Overdue",
      "No data",
      "Remarks",
    ],
    provisional: "provisional: too little data to be ranked",
    unscored: "nothing to score",
    parent: (name: string) => `part of ${name}`,
    unknown: "to be confirmed: not in the directory",
    assumed: "assumed, not named by the plan",
    without: (most: number, names: readonly string[], more: number) =>
      `Only the first ${most} units have a sheet of their own; filter Indicators, Gaps and Tasks by unit for these: ${names.join(", ")}${more > 0 ? ` and ${more} more` : ""}`,
    none: "There are no units.",
  },
};

/** Every unit in the order of its group's ranking; its name leads to its own sheet. */
export function scoresSheet(report: Report, sheets: UnitSheets, language: Language): Sheet {
  const say = texts[language];
  const groups = groupsOf(report, language);
  const moved = report.movement?.previous != null;
  const columns = [...columnsOf(language), ...(moved ? scoreMoveColumns(language) : [])];
  const rows = groups.flatMap(({ title, units }) =>
    units.map((unit) => ({
      cells: [...cellsOf(title, unit, sheets, language), ...(moved ? scoreMoveCells(unit, language) : [])],
    })),
  );
  const table = tableOf(columns, rows);
  const notes = [...(rows.length === 0 ? [{ text: say.none }] : []), ...leftOut(sheets, language)];
  const parts: SheetPart[] =
    notes.length > 0 ? [table, { kind: "lines", caption: null, lines: notes }] : [table];
  return {
    anchor: "scores",
    name: fixedSheets.scores[language],
    title: fixedSheets.scores[language],
    about: aboutLines(report, language),
    grid: widthsOf(table, [20, 8, 36, 11, 9, 9, 9, 9, 9, 9, 40, 11, 11, 11, 40]),
    parts,
    isList: true,
  };
}

function columnsOf(language: Language): SheetColumn[] {
  return texts[language].columns.map((title, index) => {
    const base = { title, span: 1 };
    if (index === 3) return { ...base, align: "right", barTo: 100 };
    if (index === 1 || index === 4) return { ...base, align: "centre" };
    return index > 4 && index < 10 ? { ...base, align: "right" } : base;
  });
}

function cellsOf(group: string, unit: UnitReport, { anchors }: UnitSheets, language: Language) {
  const say = texts[language];
  const anchor = anchors.get(unit.unit);
  const remarks = [
    ...(unit.parent === null ? [] : [say.parent(unit.parent)]),
    ...(unit.unknown ? [say.unknown] : []),
    ...(unit.assumed ? [say.assumed] : []),
    ...(unit.score === null ? [say.unscored] : []),
    ...(unit.provisional ? [say.provisional] : []),
  ];
  return [
    text(group),
    count(unit.rank),
    anchor === undefined ? text(unit.unit) : link(unit.unit, anchor),
    score(unit.score),
    text(bandWord(unit.band, language)),
    share(unit.coverage),
    ...[unit.met, unit.open, unit.overdue, unit.noData].map(count),
    text(remarks.join(language === "zh" ? "；" : "; "), "muted"),
  ];
}

function leftOut({ shown, without }: UnitSheets, language: Language): SheetLine[] {
  if (without.length === 0) return [];
  const names = without.slice(0, NAMED);
  const note = texts[language].without(shown.length, names, without.length - names.length);
  return [{ text: note, tone: "warn" }];
}
