import type { Language } from "../../../model/language.ts";
import type { UnitReport } from "../../../model/report.ts";
import { NOTHING } from "../../blocks.ts";
import { coverageText, daysText } from "../../figures.ts";
import { isGap } from "../../sections/gaps.ts";
import { type Html, nothing } from "../markup.ts";
import type { Page } from "../page.ts";
import { type HtmlColumn, type HtmlRow, plainBox } from "../table.ts";
import { taskTag, urgencyOf } from "../tag.ts";

const texts = {
  zh: {
    caption: (unit: string, undone: number, all: number) =>
      `${unit}的任务：未完成 ${undone} 项，共 ${all} 项`,
    columns: ["状态", "条款", "任务", "时限", "进展"],
    ongoing: "长期",
    late: "迟于时限完成",
  },
  en: {
    caption: (unit: string, undone: number, all: number) => `Tasks of ${unit}: ${undone} of ${all} not done`,
    columns: ["Status", "Clause", "Task", "Deadline", "Progress"],
    ongoing: "standing",
    late: "done late",
  },
} satisfies Record<Language, unknown>;

/** The tasks that a unit has still to do, or did late; what is done in time is only counted. */
export function unitTasks({ unit }: UnitReport, { report, language }: Page): Html {
  const say = texts[language];
  const own = report.tasks.flatMap((task) => {
    const found = task.units.find((one) => one.unit === unit);
    return found === undefined || found.status === "no-data" ? [] : [{ task, found }];
  });
  const undone = own.filter(({ found }) => isGap(found));
  const shown = own
    .filter(({ found }) => isGap(found) || found.late)
    .toSorted(
      (a, b) =>
        urgencyOf(a.found.status) - urgencyOf(b.found.status) ||
        (a.task.deadline ?? "9999").localeCompare(b.task.deadline ?? "9999"),
    );
  if (shown.length === 0) return nothing;
  const columns: HtmlColumn[] = say.columns.map((title, index) => ({
    title,
    ...(index === 2 ? { head: true, wide: true } : {}),
  }));
  const rows = shown.map(({ task, found }): HtmlRow => {
    const rate = found.rate === null ? NOTHING : coverageText(found.rate);
    const days = isGap(found) && found.daysLeft !== null ? ` ${daysText(found.daysLeft, language)}` : "";
    return {
      status: found.status,
      cells: [
        taskTag(found.status, language),
        task.clause,
        task.name,
        (task.deadline ?? (task.ongoing ? say.ongoing : NOTHING)) + days,
        found.status === "met" ? `${say.late} ${found.completedOn ?? ""}` : rate,
      ],
    };
  });
  return plainBox({ caption: say.caption(unit, undone.length, own.length), columns }, rows);
}
