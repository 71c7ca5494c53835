import type { Language } from "../../model/language.ts";
import { titleOf } from "../../model/presentation.ts";
import type { Report, TaskReport, UnitReport } from "../../model/report.ts";
import { bandWord, statusWords } from "../words.ts";
import { aboutLines } from "./about.ts";
import { effortParts } from "./effort-parts.ts";
import { fixedSheets } from "./names.ts";
import { count, daysCell, score, share } from "./numbers.ts";
import { day, type Sheet, type SheetCell, type SheetColumn, type SheetPart, tableOf, text } from "./sheet.ts";
import { anchorOf, PAGE_GRID, standingCells, standingColumns } from "./standing.ts";
import { byDate, deadlineCell, hasLedger, taskStatus } from "./task-ledger.ts";
import { type UnitSheets, unitAnchor } from "./unit-sheets.ts";

const texts = {
  zh: {
    back: (name: string) => `← ${name}`,
    figures: (band: string) => ["名次", `得分${band === "" ? "" : `（${band}）`}`, "覆盖"],
    provisional: "（暂定）",
    unknown: "待确认：名录里没有这个名称，请核对",
    indicators: "指标",
    none: "没有由该单位负责的指标。",
    unaffected: (names: readonly string[]) =>
      `不适用 ${names.length} 项（没有相应的数据行）：${names.join("、")}`,
    tasks: "任务",
    taskColumns: ["状态", "条款", "任务", "完成日期", "完成率", "佐证材料", "时限", "剩余时间"],
    unchecked: "输入中没有任务台账，任务未核对，也未计入得分。",
  },
  en: {
    back: (name: string) => `← ${name}`,
    figures: (band: string) => ["Rank", `Score${band === "" ? "" : ` (${band})`}`, "Coverage"],
    provisional: " (provisional)",
    unknown: "To be confirmed: not in the directory",
    indicators: "Indicators",
    none: "This unit is responsible for no indicator.",
    unaffected: (names: readonly string[]) =>
      `Not applicable (${names.length}), no such rows: ${names.join(", ")}`,
    tasks: "Tasks",
    taskColumns: ["Status", "Clause", "Task", "Done on", "Share done", "Evidence", "Deadline", "Time left"],
    unchecked: "There is no task ledger (任务台账) among the inputs: tasks are unchecked and not scored.",
  },
};

/** All that one unit is asked for, on a sheet that can be handed to it alone. */
export function unitSheet(report: Report, one: UnitSheets["shown"][number], language: Language): Sheet {
  const { unit, group, name } = one;
  const say = texts[language];
  const doubt = unit.unknown ? [{ text: say.unknown, tone: "warn" as const }] : [];
  return {
    anchor: unitAnchor(unit.unit),
    name,
    title: unit.unit,
    about: [{ text: `${group} · ${titleOf(report, language)}` }, ...aboutLines(report, language), ...doubt],
    grid: PAGE_GRID,
    parts: [
      {
        kind: "links",
        span: 2,
        links: (["overview", "scores", "gaps"] as const).map((to) => ({
          text: say.back(fixedSheets[to][language]),
          to,
        })),
      },
      { kind: "figures", figures: figuresOf(unit, language) },
      ...effortParts(unit.efforts, unit.unit, report, language),
      ...indicatorsOf(report, unit, language),
      ...tasksOf(report, unit, language),
    ],
    isList: false,
  };
}

function figuresOf(unit: UnitReport, language: Language): [string, SheetCell][] {
  const [rank = "", scored = "", coverage = ""] = texts[language].figures(bandWord(unit.band, language));
  const { met, open, overdue, "no-data": noData } = statusWords;
  return [
    [rank, count(unit.rank)],
    [scored + (unit.provisional ? texts[language].provisional : ""), score(unit.score)],
    [coverage, share(unit.coverage)],
    [met[language], count(unit.met)],
    [open[language], count(unit.open)],
    [overdue[language], count(unit.overdue)],
    [noData[language], count(unit.noData)],
  ];
}

const urgency = ["overdue", "open", "no-data", "met", "waived", "not-scored"];

/** What is unmet first; what does not concern the unit takes no rows. */
function indicatorsOf({ indicators }: Report, { unit }: UnitReport, language: Language): SheetPart[] {
  const say = texts[language];
  const own = indicators.flatMap((indicator) => {
    const found = indicator.units.find((assessed) => assessed.unit === unit);
    return found === undefined ? [] : [{ indicator, found }];
  });
  const apart = own.filter(({ found }) => found.status === "not-applicable");
  const rows = own
    .filter(({ found }) => found.status !== "not-applicable")
    .toSorted((a, b) => urgency.indexOf(a.found.status) - urgency.indexOf(b.found.status))
    .map(({ indicator, found }) => ({
      cells: standingCells(indicator, found, language, anchorOf(indicator)),
    }));
  const unaffected = apart.map(({ indicator }) => `${indicator.clause} ${indicator.name}`);
  const after: SheetPart[] =
    apart.length > 0
      ? [{ kind: "lines", caption: null, lines: [{ text: say.unaffected(unaffected), tone: "muted" }] }]
      : [];
  if (rows.length > 0) return [tableOf(standingColumns(language), rows, say.indicators), ...after];
  if (own.length > 0) return after;
  return [{ kind: "lines", caption: say.indicators, lines: [{ text: say.none }] }];
}

function tasksOf(report: Report, { unit }: UnitReport, language: Language): SheetPart[] {
  const say = texts[language];
  const own = byDate(report.tasks).flatMap((task) =>
    task.units.filter((one) => one.unit === unit).map((one) => ({ task, one })),
  );
  if (own.length === 0) return [];
  const checked = hasLedger(report);
  const rows = own.map(({ task, one }) => ({ cells: taskCells(task, one, language) }));
  const table = tableOf(taskColumns(language), rows, say.tasks);
  return checked
    ? [table]
    : [table, { kind: "lines", caption: null, lines: [{ text: say.unchecked, tone: "warn" }] }];
}

function taskColumns(language: Language): SheetColumn[] {
  const spans = [1, 1, 4, 1, 1, 5, 1, 1];
  return texts[language].taskColumns.map((title, index) => ({
    title,
    span: spans[index] ?? 1,
    ...(index === 0 ? { isStatus: true, align: "centre" as const } : {}),
    ...(index === 4 ? { align: "right" as const } : {}),
  }));
}

function taskCells(task: TaskReport, own: TaskReport["units"][number], language: Language): SheetCell[] {
  return [
    text(taskStatus(own, language)),
    text(task.clause),
    text(task.name),
    day(own.completedOn),
    share(own.rate),
    text(own.reason ?? own.evidence),
    deadlineCell(task, language),
    daysCell(own, language),
  ];
}
