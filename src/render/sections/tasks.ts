import type { Language } from "../../model/language.ts";
import type { Report, TaskReport } from "../../model/report.ts";
import {
  type Block,
  type Column,
  cell,
  heading,
  line,
  NOTHING,
  plainTable,
  type Row,
  row,
} from "../blocks.ts";
import { counted } from "../figures.ts";
import { recurrenceWords } from "../recurrence-words.ts";
import { plural } from "../words.ts";

const LEDGER = "任务台账";
const NAMED_UNITS = 8;

const texts = {
  zh: {
    heading: "任务",
    summary: (tasks: number) => `${tasks} 项任务`,
    columns: ["条款", "任务", "时限", "完成", "未完成", "逾期", "无数据"],
    noLedger: (count: number) => `输入中没有任务台账，${count} 项任务未核对，也未计入得分。`,
    none: "方案没有任务。",
    late: (count: string) => `其中迟于时限完成 ${count} 个`,
    overdue: (names: string, more: number) =>
      `逾期：${names}${more > 0 ? ` 等 ${more + NAMED_UNITS} 个单位` : ""}`,
    ongoing: "长期",
  },
  en: {
    heading: "Tasks",
    summary: (tasks: number) => plural(tasks, "task"),
    columns: ["Clause", "Task", "Deadline", "Done", "Open", "Overdue", "No data"],
    noLedger: (count: number) =>
      `There is no task ledger (任务台账) among the inputs: ${count} tasks are unchecked and left out of the score.`,
    none: "The plan has no tasks.",
    late: (count: string) => `${count} of them done late`,
    overdue: (names: string, more: number) => `overdue: ${names}${more > 0 ? ` and ${more} more` : ""}`,
    ongoing: "standing",
  },
};

export function tasks(report: Report, language: Language): Block[] {
  const say = texts[language];
  const title = heading(2, say.heading);
  if (report.tasks.length === 0) return [title, { kind: "lines", lines: [line(say.none)] }];
  const hasLedger = report.inputs.some(({ sheets }) => sheets.some(({ dataset }) => dataset === LEDGER));
  const shown = hasLedger ? say.columns.length : 3;
  const rows = report.tasks.map((task) => rowOf(task, hasLedger, shown, language));
  const columns = columnsOf(language).slice(0, shown);
  const missing: Block[] = hasLedger
    ? []
    : [{ kind: "lines", lines: [line(say.noLedger(rows.length), "warn")] }];
  return [
    title,
    ...missing,
    { kind: "details", summary: say.summary(report.tasks.length), blocks: [plainTable(columns, rows, 1)] },
  ];
}

function columnsOf(language: Language): Column[] {
  return texts[language].columns.map((title, index) => {
    if (index === 1) return { title, grows: true };
    return index < 3 ? { title } : { title, right: true, fold: `${title} ` };
  });
}

function rowOf(task: TaskReport, hasLedger: boolean, shown: number, language: Language): Row {
  const say = texts[language];
  const count = (status: TaskReport["units"][number]["status"]) =>
    task.units.filter((one) => one.status === status).length;
  const late = task.units.filter((one) => one.status === "met" && one.late).length;
  const deadline = task.deadline ?? (task.ongoing ? say.ongoing : NOTHING);
  const remarks = hasLedger
    ? [...(late > 0 ? [say.late(counted(late))] : []), ...overdueUnits(task, language)]
    : [];
  const cells = [
    cell(task.clause),
    cell(task.name),
    cell(task.recurrence === null ? deadline : [deadline, recurrenceWords(task.recurrence, language)]),
    cell(counted(count("met"))),
    cell(counted(count("open")), count("open") > 0 ? "warn" : undefined),
    cell(counted(count("overdue")), count("overdue") > 0 ? "bad" : undefined),
    cell(counted(count("no-data"))),
  ];
  return row(cells.slice(0, shown), remarks);
}

function overdueUnits({ units }: TaskReport, language: Language): string[] {
  const names = units.filter(({ status }) => status === "overdue").map(({ unit }) => unit);
  if (names.length === 0) return [];
  const shown = names.slice(0, NAMED_UNITS).join(language === "zh" ? "、" : ", ");
  return [texts[language].overdue(shown, names.length - Math.min(names.length, NAMED_UNITS))];
}
