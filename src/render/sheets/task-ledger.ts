import type { Language } from "../../model/language.ts";
import type { Report, TaskReport } from "../../model/report.ts";
import { recurrenceWords } from "../recurrence-words.ts";
import { aboutLines } from "./about.ts";
import { widthsOf } from "./fit.ts";
import { MOST_ROWS } from "./limits.ts";
import { fixedSheets } from "./names.ts";
import { daysCell, share } from "./numbers.ts";
import {
  blank,
  day,
  link,
  type Sheet,
  type SheetColumn,
  type SheetLine,
  type SheetRow,
  tableOf,
  text,
} from "./sheet.ts";
import { statusText } from "./standing.ts";
import type { UnitSheets } from "./unit-sheets.ts";

const LEDGER = "任务台账";

const texts = {
  zh: {
    columns: [
      "时限",
      "剩余时间",
      "条款",
      "任务",
      "责任单位",
      "状态",
      "完成日期",
      "完成率",
      "佐证材料",
      "周期",
      "牵头单位",
      "任务编号",
      "备注",
    ],
    done: "✓ 已完成",
    late: "✓ 逾期完成",
    open: "✗ 未完成",
    ongoing: "长期坚持",
    none: "方案没有任务。",
    noLedger: "输入中没有任务台账，各项任务未核对，也未计入得分。",
    left: (shown: number, all: number) => `共 ${all} 行，这里列出前 ${shown} 行，其余见 JSON 报告。`,
  },
  en: {
    columns: [
      "Deadline",
      "Time left",
      "Clause",
      "Task",
      "Unit",
      "Status",
      "Done on",
      "Share done",
      "Evidence",
      "Recurs",
      "Lead",
      "Id",
      "Note",
    ],
    done: "✓ done",
    late: "✓ done late",
    open: "✗ not done",
    ongoing: "standing",
    none: "The plan has no tasks.",
    noLedger: "There is no task ledger (任务台账) among the inputs: the tasks are unchecked and not scored.",
    left: (shown: number, all: number) => `The first ${shown} of ${all} rows; the JSON report has all.`,
  },
};

/** Every task of every unit by date; standing ones last. */
export function taskSheet(report: Report, sheets: UnitSheets, language: Language): Sheet {
  const say = texts[language];
  const tasks = byDate(report.tasks);
  const all = tasks.flatMap((task) => task.units.map((own) => ({ task, own })));
  const shown = all.slice(0, MOST_ROWS);
  const table = tableOf(
    columnsOf(language),
    shown.map(({ task, own }) => rowOf(task, own, sheets, language)),
  );
  const notes: SheetLine[] = [
    ...(report.tasks.length === 0 ? [{ text: say.none }] : []),
    ...(all.length > shown.length ? [{ text: say.left(shown.length, all.length) }] : []),
  ];
  const missing: SheetLine[] =
    report.tasks.length > 0 && !hasLedger(report) ? [{ text: say.noLedger, tone: "warn" }] : [];
  return {
    anchor: "tasks",
    name: fixedSheets.tasks[language],
    title: fixedSheets.tasks[language],
    about: [...aboutLines(report, language), ...missing],
    grid: widthsOf(table, [12, 14, 13, 44, 36, 18, 12, 9, 30, 16, 24, 36, 30]),
    parts: notes.length > 0 ? [table, { kind: "lines", caption: null, lines: notes }] : [table],
    isList: true,
    printed: 9,
  };
}

export function byDate(tasks: readonly TaskReport[]): TaskReport[] {
  return tasks.toSorted((a, b) => (a.deadline ?? "9999").localeCompare(b.deadline ?? "9999"));
}

export function hasLedger({ inputs }: Report): boolean {
  return inputs.some(({ sheets }) => sheets.some(({ dataset }) => dataset === LEDGER));
}

type Own = TaskReport["units"][number];

export function taskStatus({ status, late }: Own, language: Language): string {
  const say = texts[language];
  if (status === "met") return late ? say.late : say.done;
  return status === "open" ? say.open : statusText(status, language);
}

export function deadlineCell({ deadline, ongoing }: TaskReport, language: Language) {
  if (deadline !== null) return day(deadline);
  return ongoing ? text(texts[language].ongoing) : blank();
}

function columnsOf(language: Language): SheetColumn[] {
  return texts[language].columns.map((title, index) => {
    const base = { title, span: 1 };
    if (index === 5) return { ...base, align: "centre", isStatus: true };
    return index === 7 ? { ...base, align: "right" } : base;
  });
}

function rowOf(task: TaskReport, own: Own, { anchors }: UnitSheets, language: Language): SheetRow {
  const anchor = anchors.get(own.unit);
  const cells = [
    deadlineCell(task, language),
    daysCell(own, language),
    text(task.clause),
    text(task.name),
    anchor === undefined ? text(own.unit) : link(own.unit, anchor),
    text(taskStatus(own, language)),
    day(own.completedOn),
    share(own.rate),
    text(own.reason ?? own.evidence),
    text(task.recurrence === null ? "" : recurrenceWords(task.recurrence, language)),
    text(task.lead.join(language === "zh" ? "、" : ", ")),
    text(task.id, "muted"),
    text(task.note, "muted"),
  ];
  return { cells };
}
