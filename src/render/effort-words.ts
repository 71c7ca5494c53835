import type { Effort, Shortfall } from "../model/effort.ts";
import type { Language } from "../model/language.ts";
import type { IndicatorReport, Report, TaskReport } from "../model/report.ts";
import { counted, grouped, halfUp, upToCents } from "./figures.ts";
import { neededText } from "./needed.ts";
import { counterOf } from "./words.ts";
import { plainNumber } from "./working.ts";

const texts = {
  zh: {
    points: (gain: string) => `+${gain} 分`,
    tiny: "不到 +0.01 分",
    task: (units: number) => (units === 1 ? "完成这项任务" : `${units} 个单位完成这项任务`),
    hopeless: "新增无法补救",
    unknown: "工作量未知",
    due: (day: string) => ` ${day} 期`,
  },
  en: {
    points: (gain: string) => `+${gain}`,
    tiny: "under +0.01",
    task: (units: number) => (units === 1 ? "finish the task" : `${units} units to finish the task`),
    hopeless: "new cases cannot help",
    unknown: "work unknown",
    due: (day: string) => `, due ${day}`,
  },
} satisfies Record<Language, unknown>;

/** "三(二) 差评整改率": what an effort is about. */
export function effortName({ kind, id }: Effort, { tasks, indicators }: Report, language: Language): string {
  if (kind === "task") {
    const task = tasks.find((one) => one.id === id);
    return task === undefined ? id : taskName(task, language);
  }
  const indicator = indicators.find((one) => one.id === id);
  return indicator === undefined ? id : `${indicator.clause} ${indicator.name}`;
}

type NamedTask = Pick<TaskReport, "clause" | "name" | "of" | "deadline">;

/** A task by clause and name; of those that recur, the due day tells one from the next. */
export function taskName({ clause, name, of, deadline }: NamedTask, language: Language): string {
  const due = of === null || deadline === null ? "" : texts[language].due(deadline);
  return `${clause} ${name}${due}`;
}

/** The work it takes, and whether new cases would do as well. */
export function effortWork(effort: Effort, { indicators }: Report, language: Language): string {
  const say = texts[language];
  if (effort.kind === "task") return say.task(effort.work ?? 1);
  const indicator = indicators.find(({ id }) => id === effort.id);
  if (indicator === undefined || effort.work === null) return say.unknown;
  const text = neededText(indicator, { ...indicator.whole, needed: effort.needed }, language);
  const told = effort.recoverable !== false || indicator.measure === "share";
  return told ? text : `${text}${language === "zh" ? "；" : "; "}${say.hopeless}`;
}

export function pointsText(gain: number, language: Language): string {
  const shown = halfUp(gain, 2);
  return shown === "0.00" && gain > 0 ? texts[language].tiny : texts[language].points(shown);
}

/** "1 ÷ 25 × (1 − 0.8547) × 100": how a gain comes about. */
export function effortWorking({ weight, parts, weights, attainment }: Effort): string {
  const share = parts === 1 ? plainNumber(weight) : `${plainNumber(weight)} ÷ ${parts}`;
  return `${share} ÷ ${plainNumber(weights)} × (1 − ${halfUp(attainment, 4)}) × 100`;
}

/** What a unit lacks at the threshold: whole rows, or an amount. */
export function shortText({ short }: Shortfall, indicator: IndicatorReport, language: Language): string {
  const { datasets, whole } = indicator;
  if (whole.needed?.fix == null) return grouped(upToCents(short));
  const rows = Math.ceil(Number(short.toPrecision(12)));
  const word = counterOf(datasets[0], language);
  return `${counted(rows)} ${rows === 1 && language === "en" ? word.replace(/s$/, "") : word}`;
}
