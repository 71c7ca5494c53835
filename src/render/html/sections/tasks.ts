import type { Language } from "../../../model/language.ts";
import type { TaskReport } from "../../../model/report.ts";
import { NOTHING } from "../../blocks.ts";
import { counted, coverageText, daysText } from "../../figures.ts";
import { recurrenceWords } from "../../recurrence-words.ts";
import { isGap } from "../../sections/gaps.ts";
import { type Html, html, joined, nothing, type Part } from "../markup.ts";
import { type Page, type Section, unitAnchor } from "../page.ts";
import { type HtmlColumn, type HtmlRow, type RowGroup, tableBox } from "../table.ts";

const LEDGER = "任务台账";
const NAMED = 6;

const texts = {
  zh: {
    title: "任务（按时限）",
    caption: "任务与各单位完成情况，先到期的在前",
    columns: ["时限", "条款", "任务", "完成", "未完成", "逾期", "无数据", "还没有完成的单位"],
    noLedger: (count: number) => `输入中没有任务台账，${count} 项任务未核对，也未计入得分。`,
    times: {
      late: "已到期，还有单位没有完成",
      due: "未到期",
      standing: "长期，或没有写明时限",
      done: "全部完成",
      unseen: "没有台账记录",
    },
    ongoing: "长期",
    more: (count: number) => `等 ${count} 个单位`,
    doneLate: (count: string) => `${count} 个单位迟于时限完成`,
    between: "、",
  },
  en: {
    title: "Tasks by date",
    caption: "Tasks and who has done them, the first to fall due on top",
    columns: [
      "Deadline",
      "Clause",
      "Task",
      "Done",
      "Open",
      "Overdue",
      "No data",
      "Units that have not done it",
    ],
    noLedger: (count: number) =>
      `There is no task ledger (任务台账) among the inputs: ${count} tasks are unchecked and left out of the score.`,
    times: {
      late: "Past due, not done by all",
      due: "Not due yet",
      standing: "Standing, or without a deadline",
      done: "Done by all",
      unseen: "Not in the ledger",
    },
    ongoing: "standing",
    more: (count: number) => `(${count} units)`,
    doneLate: (count: string) => `done late by ${count}`,
    between: ", ",
  },
} satisfies Record<Language, unknown>;

const times = ["late", "due", "standing", "done", "unseen"] as const;
type Time = (typeof times)[number];

/** Dated duties in the order in which they press. */
export function tasks(page: Page): Section | null {
  const { report, language } = page;
  if (report.tasks.length === 0) return null;
  const say = texts[language];
  const hasLedger = report.inputs.some(({ sheets }) => sheets.some(({ dataset }) => dataset === LEDGER));
  const shown = hasLedger ? say.columns.length : 3;
  const groups = times.flatMap((time): RowGroup[] => {
    const members = report.tasks.filter((task) => timeOf(task, report.asOf) === time).toSorted(byDeadline);
    if (members.length === 0) return [];
    const rows = members.map((task) => rowOf(task, shown, page));
    return [{ title: hasLedger ? `${say.times[time]} · ${counted(members.length)}` : null, rows }];
  });
  const missing = hasLedger ? nothing : html`<p class="warn">${say.noLedger(report.tasks.length)}</p>`;
  const table = tableBox({
    caption: say.caption,
    columns: columnsOf(say.columns.slice(0, shown)),
    groups,
    filter: report.tasks.length > 5,
  });
  return { id: "tasks", title: say.title, body: html`${missing}${table}` };
}

function timeOf({ units, deadline }: TaskReport, asOf: string): Time {
  if (units.every(({ status }) => status === "no-data")) return "unseen";
  if (!units.some((one) => isGap(one))) return "done";
  if (deadline === null) return "standing";
  return deadline < asOf ? "late" : "due";
}

function byDeadline(a: TaskReport, b: TaskReport): number {
  return (a.deadline ?? "9999").localeCompare(b.deadline ?? "9999");
}

function columnsOf(titles: readonly string[]): HtmlColumn[] {
  return titles.map((title, index): HtmlColumn => {
    if (index === 2) return { title, head: true, wide: true, sort: "up" };
    if (index < 2) return { title, sort: "up" };
    return index === 7 ? { title, wide: true } : { title, right: true, sort: "down" };
  });
}

function rowOf(task: TaskReport, shown: number, page: Page): HtmlRow {
  const { language, report } = page;
  const say = texts[language];
  const count = (status: string) => task.units.filter((one) => one.status === status).length;
  const late = task.units.filter((one) => one.status === "met" && one.late).length;
  const deadline = task.deadline ?? (task.ongoing ? say.ongoing : NOTHING);
  const days = task.units.find((one) => isGap(one) && one.daysLeft !== null)?.daysLeft ?? null;
  const remarks = [
    ...(task.recurrence === null ? [] : [recurrenceWords(task.recurrence, language)]),
    ...(days === null ? [] : [daysText(days, language)]),
  ];
  const figure = (number: number, tone: string) => ({
    content:
      number > 0 && tone !== "" ? html`<span class="${tone}">${counted(number)}</span>` : counted(number),
    key: number,
  });
  const statuses = new Set(task.units.map(({ status }) => status));
  const cells: HtmlRow["cells"] = [
    {
      content: html`${deadline}${remarks.map((remark) => html`<small>${remark}</small>`)}`,
      key: task.deadline ?? "",
    },
    { content: task.clause, key: report.tasks.indexOf(task) },
    html`${task.name}${late > 0 ? html`<small>${say.doneLate(counted(late))}</small>` : nothing}`,
    figure(count("met"), ""),
    figure(count("open"), "warn"),
    figure(count("overdue"), "bad"),
    figure(count("no-data"), ""),
    undone(task, page),
  ];
  return { status: [...statuses].join(" "), cells: cells.slice(0, shown) };
}

/** Few are named; many are counted, and named on demand. */
function undone({ units }: TaskReport, { report, language }: Page): Part {
  const say = texts[language];
  const open = units.filter((one) => isGap(one));
  if (open.length === 0) return NOTHING;
  const names = open.map(({ unit, rate }): Html => {
    const anchor = unitAnchor(report, unit);
    const named = anchor === null ? html`${unit}` : html`<a href="#${anchor}">${unit}</a>`;
    return rate === null ? named : html`${named} <small class="beside">${coverageText(rate)}</small>`;
  });
  if (names.length <= NAMED) return joined(names, say.between);
  const first = open.slice(0, 2).map(({ unit }) => unit);
  return html`<details class="fold inline" open><summary>${first.join(say.between)} ${say.more(open.length)}</summary>${joined(names, say.between)}</details>`;
}
