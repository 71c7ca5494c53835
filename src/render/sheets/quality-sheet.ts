import type { Language } from "../../model/language.ts";
import type { Report, SheetReport } from "../../model/report.ts";
import { datasetName, fieldName } from "../../model/reword.ts";
import type { Block } from "../blocks.ts";
import { counted } from "../figures.ts";
import { namedQuality } from "../named-quality.ts";
import { quality } from "../sections/quality.ts";
import { waiverRows, waiverTexts } from "../waiver-words.ts";
import { exclusionWord } from "../words.ts";
import { aboutLines } from "./about.ts";
import { fixedSheets } from "./names.ts";
import { amount, count } from "./numbers.ts";
import { type Sheet, type SheetColumn, type SheetLine, type SheetPart, tableOf, text } from "./sheet.ts";
import { PAGE_GRID } from "./standing.ts";

const MOST_ROWS = 1_000;

const texts = {
  zh: {
    inputs: "读入的工作表",
    inputColumns: ["文件", "工作表", "数据集", "行数", "采用", "排除", "拒收", "排除原因、缺少的列"],
    hidden: "（隐藏）",
    unused: "不属于任何数据集，未使用",
    missing: (fields: readonly string[]) => `缺少列：${fields.join("、")}`,
    findings: "疑点与说明",
    cells: "无法识别的单元格（按缺失处理）",
    cellColumns: ["文件", "工作表", "单元格", "列", "内容", "原因"],
    reconciliation: "对账：填报值与按明细计算的值",
    reconciliationColumns: ["条款", "单位", "计算", "填报", "差", "是否一致", "填报所在"],
    whole: "全域",
    agrees: (same: boolean) => (same ? "一致" : "不一致"),
    none: "没有读入任何文件。",
    between: "；",
  },
  en: {
    inputs: "Sheets read",
    inputColumns: [
      "File",
      "Sheet",
      "Dataset",
      "Rows",
      "Used",
      "Excluded",
      "Rejected",
      "Why; missing columns",
    ],
    hidden: " (hidden)",
    unused: "fits no dataset, unused",
    missing: (fields: readonly string[]) => `missing columns: ${fields.join(", ")}`,
    findings: "Doubts and remarks",
    cells: "Rejected cells (taken as missing)",
    cellColumns: ["File", "Sheet", "Cell", "Column", "Content", "Reason"],
    reconciliation: "Reported values beside computed ones",
    reconciliationColumns: ["Clause", "Unit", "Computed", "Reported", "Difference", "Agrees", "Reported at"],
    whole: "whole area",
    agrees: (same: boolean) => (same ? "yes" : "no"),
    none: "No file was read.",
    between: "; ",
  },
};

/** Whether the figures can be trusted. */
export function qualitySheet(report: Report, language: Language): Sheet {
  const say = texts[language];
  const findings = findingsOf(report, language);
  const lists: SheetPart[] =
    findings.length > 0 ? [{ kind: "lines", caption: say.findings, lines: findings }] : [];
  return {
    anchor: "quality",
    name: fixedSheets.quality[language],
    title: fixedSheets.quality[language],
    about: aboutLines(report, language),
    grid: PAGE_GRID,
    parts: [
      ...waived(report, language),
      inputsOf(report, language),
      ...lists,
      ...cellsOf(report, language),
      ...reconciled(report, language),
    ],
    isList: false,
  };
}

/** Before the data: what is left out of the scores on paper, not by what was read. */
function waived(report: Report, language: Language): SheetPart[] {
  const rows = waiverRows(report, language).map((cells) => ({ cells: cells.map((one) => text(one)) }));
  if (rows.length === 0) return [];
  const { title, about, columns } = waiverTexts(language);
  return [
    tableOf(columnsOf(columns, [1, 3, 4, 2, 1, 4], []), rows, title),
    { kind: "lines", caption: null, lines: [{ text: about, tone: "muted" }] },
  ];
}

function columnsOf(
  titles: readonly string[],
  spans: readonly number[],
  right: readonly number[],
): SheetColumn[] {
  return titles.map((title, index) => {
    const base = { title, span: spans[index] ?? 1 };
    return right.includes(index) ? { ...base, align: "right" } : base;
  });
}

function inputsOf(report: Report, language: Language): SheetPart {
  const say = texts[language];
  const rows = report.inputs.flatMap(({ file, sheets }) =>
    sheets.map((sheet) => ({
      cells: [
        text(file),
        text(sheet.name + (sheet.hidden ? say.hidden : "")),
        text(sheet.dataset === null ? null : datasetName(sheet.dataset, report, language)),
        ...[sheet.rows, sheet.used, excludedOf(sheet), sheet.rejected].map(count),
        text(remarksOf(sheet, report, language), sheet.missing.length > 0 ? "warn" : undefined),
      ],
    })),
  );
  if (rows.length === 0) return { kind: "lines", caption: say.inputs, lines: [{ text: say.none }] };
  return tableOf(columnsOf(say.inputColumns, [4, 2, 2, 1, 1, 1, 1, 3], [3, 4, 5, 6]), rows, say.inputs);
}

function excludedOf({ excluded }: SheetReport): number {
  return Object.values(excluded).reduce((sum, rows) => sum + rows, 0);
}

function remarksOf(sheet: SheetReport, report: Report, language: Language): string {
  const say = texts[language];
  const missing = sheet.missing.map((field) => fieldName(field, sheet.dataset, report, language));
  const reasons = Object.entries(sheet.excluded)
    .filter(([, rows]) => rows > 0)
    .map(([reason, rows]) => `${exclusionWord(reason, language)} ${counted(rows)}`);
  return [
    ...(sheet.dataset === null && reasons.length === 0 ? [say.unused] : []),
    ...reasons,
    ...(missing.length > 0 ? [say.missing(missing)] : []),
  ].join(say.between);
}

/** The lines of the other formats, without those on the sheets: they stand in the table. */
function findingsOf(report: Report, language: Language): SheetLine[] {
  const bare = {
    ...report,
    inputs: [],
    quality: { ...report.quality, rejectedCells: [], rejectedCellCount: 0 },
  };
  const lists = quality(bare, language).flatMap(listsOf).slice(1);
  return lists.flat().map((item) => ({ ...item, text: `· ${item.text}` }));
}

function listsOf(block: Block): SheetLine[][] {
  if (block.kind === "details") return block.blocks.flatMap(listsOf);
  return block.kind === "list" ? [[...block.items]] : [];
}

function cellsOf(report: Report, language: Language): SheetPart[] {
  const { rejectedCells, rejectedCellCount } = namedQuality(report, language);
  if (rejectedCells.length === 0) return [];
  const say = texts[language];
  const rows = rejectedCells.map(({ file, sheet, cell, field, value, reason }) => ({
    cells: [text(file), text(sheet), text(cell), text(field), text(value), text(reason)],
  }));
  const shown = rows.length < rejectedCellCount ? ` ${rows.length} / ${counted(rejectedCellCount)}` : "";
  return [tableOf(columnsOf(say.cellColumns, [4, 2, 1, 2, 3, 3], []), rows, say.cells + shown)];
}

function reconciled({ quality: { reconciliation } }: Report, language: Language): SheetPart[] {
  if (reconciliation.length === 0) return [];
  const say = texts[language];
  const shown = reconciliation.toSorted((a, b) => Number(a.agrees) - Number(b.agrees)).slice(0, MOST_ROWS);
  const rows = shown.map((one) => ({
    cells: [
      text(one.clause),
      text(one.unit ?? say.whole),
      ...[one.computed, one.reported, one.difference].map(amount),
      text(say.agrees(one.agrees), one.agrees ? "good" : "bad"),
      text(one.at),
    ],
  }));
  const more =
    shown.length < reconciliation.length ? ` ${shown.length} / ${counted(reconciliation.length)}` : "";
  const columns = columnsOf(say.reconciliationColumns, [1, 3, 2, 2, 2, 1, 4], [2, 3, 4]);
  return [tableOf(columns, rows, say.reconciliation + more)];
}
