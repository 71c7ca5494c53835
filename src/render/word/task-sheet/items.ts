import type { Language } from "../../../model/language.ts";
import { NOTHING } from "../../blocks.ts";
import { counted, gapText, targetText, valueText } from "../../figures.ts";
import { neededText } from "../../needed.ts";
import type { PaperTable } from "../paper.ts";
import { inPrint } from "../phrases.ts";
import type { Owed } from "./owed.ts";

const texts = {
  zh: {
    indicators: ["序号", "指标", "依据条款", "目标", "现状", "差距", "需整改数量", "完成时限"],
    tasks: ["序号", "任务（目标为完成）", "依据条款", "现状", "完成时限"],
    undone: "未完成",
    rate: (share: number) => `完成 ${share}%`,
    ongoing: "长期",
    due: "当日到期",
    left: (days: string) => `还有 ${days} 天`,
    late: (days: string) => `已逾期 ${days} 天`,
  },
  en: {
    indicators: ["No.", "Indicator", "Clause", "Target", "Now", "Gap", "To put right", "Deadline"],
    tasks: ["No.", "Task, to be done", "Clause", "Now", "Deadline"],
    undone: "not done",
    rate: (share: number) => `${share}% done`,
    ongoing: "standing",
    due: "due that day",
    left: (days: string) => `${days} days left`,
    late: (days: string) => `${days} days late`,
  },
};

// Millimetres of the 156 of a page.
const INDICATOR_WIDTHS = [9.5, 29.3, 22, 16, 15, 16.7, 27, 20.5];
const TASK_WIDTHS = [9.5, 60.5, 22, 20.5, 43.5];

/** What is to be reached and what is to be done, numbered through. */
export function itemTables({ indicators, tasks }: Owed, language: Language): PaperTable[] {
  const say = texts[language];
  const tables = [
    {
      titles: say.indicators,
      widths: INDICATOR_WIDTHS,
      centred: [0, 2, 3, 4, 5, 7],
      rows: indicators.map(({ indicator, found }) => [
        inPrint(indicator.name, language),
        inPrint(indicator.clause, language),
        targetText(indicator, found, language),
        valueText(indicator, found, language),
        gapText(indicator, found, language),
        neededText(indicator, found, language) || NOTHING,
        limitText(found.deadline, found.daysLeft, indicator.ongoing, language),
      ]),
    },
    {
      titles: say.tasks,
      widths: TASK_WIDTHS,
      centred: [0, 2, 3, 4],
      rows: tasks.map(({ task, found }) => [
        inPrint(task.name, language),
        inPrint(task.clause, language),
        found.rate === null || found.rate === 0 ? say.undone : say.rate(Math.floor(found.rate * 100)),
        limitText(task.deadline, found.daysLeft, task.ongoing, language),
      ]),
    },
  ];
  let number = 0;
  return tables
    .filter(({ rows }) => rows.length > 0)
    .map(({ titles, widths, centred, rows }) => ({
      kind: "table",
      columns: titles.map((title, index) => ({
        title,
        width: widths[index] ?? 1,
        ...(centred.includes(index) ? { align: "center" as const } : {}),
      })),
      rows: rows.map((cells) => {
        number += 1;
        return [String(number), ...cells];
      }),
    }));
}

/** Days from the day that the sheet is handed over. */
function limitText(
  deadline: string | null,
  daysLeft: number | null,
  ongoing: boolean,
  language: Language,
): string {
  const say = texts[language];
  if (deadline === null) return ongoing ? say.ongoing : NOTHING;
  if (daysLeft === null) return deadline;
  const days = counted(Math.abs(daysLeft));
  return `${deadline} ${daysLeft === 0 ? say.due : daysLeft > 0 ? say.left(days) : say.late(days)}`;
}
