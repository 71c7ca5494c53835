import { type Day, formatDay } from "../model/day.ts";
import type { Language } from "../model/language.ts";
import type { Indicator, Plan, Stage, Task } from "../model/plan.ts";
import { recurrenceText } from "../model/recurrence.ts";
import { type Block, heading, line, NOTHING } from "./blocks.ts";
import { withUnit } from "./figures.ts";
import { numberOf } from "./plan-json.ts";
import { recurrenceWords } from "./recurrence-words.ts";
import type { RenderOptions } from "./renderer.ts";
import { printBlocks } from "./terminal.ts";
import { dimensionWords, directionWords, scopeWords } from "./words.ts";

const texts = {
  zh: {
    issued: (day: string) => `印发 ${day}`,
    period: (start: string, end: string, yearly: boolean) =>
      `考核期 ${start} 至 ${end}${yearly ? "，逐年" : ""}`,
    counts: (indicators: number, tasks: number) => `指标 ${indicators} 项，任务 ${tasks} 项`,
    section: (name: string) => `指标：${name}`,
    tasks: "任务",
    formula: "公式",
    target: "目标",
    stage: (index: number) => `第 ${index} 阶段`,
    by: (day: string) => `，${day} 前`,
    ongoing: "长期坚持",
    deadline: "时限",
    responsible: "责任",
    lead: "牵头",
    scope: "考核",
    quota: "分解",
    share: (figure: string) => `${figure} 份`,
    weight: "权重",
    unscored: "0（不计分）",
    baseline: "基线",
    remedy: "措施",
    note: "说明",
    recurrence: "周期",
    start: "开始",
    dimension: "维度",
    more: (figure: string) => `（再新增 ${figure}）`,
  },
  en: {
    issued: (day: string) => `issued ${day}`,
    period: (start: string, end: string, yearly: boolean) =>
      `period ${start} to ${end}${yearly ? ", yearly" : ""}`,
    counts: (indicators: number, tasks: number) => `indicators: ${indicators}, tasks: ${tasks}`,
    section: (name: string) => `Indicators: ${name}`,
    tasks: "Tasks",
    formula: "formula",
    target: "target",
    stage: (index: number) => `stage ${index}`,
    by: (day: string) => ` by ${day}`,
    ongoing: "ongoing",
    deadline: "deadline",
    responsible: "responsible",
    lead: "lead",
    scope: "scope",
    quota: "quotas",
    share: (figure: string) => `share ${figure}`,
    weight: "weight",
    unscored: "0 (not scored)",
    baseline: "baseline",
    remedy: "remedy",
    note: "note",
    recurrence: "recurs",
    start: "start",
    dimension: "dimension",
    more: (figure: string) => ` (${figure} more)`,
  },
};

type Field = readonly [label: string, text: string];

/** A plan clause by clause, so that a reader can tick the document off. */
export function renderPlan(plan: Plan, options: RenderOptions): string {
  const { language } = options;
  const items = plan.indicators.map((one) => ({ clause: one.clause, block: indicatorBlock(one, language) }));
  const taskBlocks = plan.tasks.map((task) => taskBlock(task, language));
  const tasks = taskBlocks.length === 0 ? [] : [heading(2, texts[language].tasks), ...taskBlocks];
  return printBlocks([...headBlocks(plan, language), ...bySection(items, language), ...tasks], options);
}

function headBlocks(
  { title, id, document, issuer, issued, period, ...plan }: Plan,
  language: Language,
): Block[] {
  const say = texts[language];
  const source = [issuer ?? "", document ?? "", say.issued(formatDay(issued))].filter((part) => part !== "");
  const range =
    period === null ? [] : [say.period(formatDay(period.start), formatDay(period.end), period.yearly)];
  const counts = [id, ...range, say.counts(plan.indicators.length, plan.tasks.length)];
  return [heading(1, title), { kind: "lines", lines: [line(source.join(" · ")), line(counts.join(" · "))] }];
}

function bySection(items: readonly { clause: string; block: Block }[], language: Language): Block[] {
  return items.flatMap(({ clause, block }, index) => {
    const section = sectionOf(clause);
    const before = items[index - 1];
    const starts = before === undefined || sectionOf(before.clause) !== section;
    return starts ? [heading(2, texts[language].section(section)), block] : [block];
  });
}

/** 三(十二) stands in section 三. */
function sectionOf(clause: string): string {
  return clause.split(/[(（]/)[0] || clause;
}

function indicatorBlock(indicator: Indicator, language: Language): Block {
  return item(indicator, indicatorFields(indicator, language));
}

/** An indicator as the plan has it, line by line. */
export function indicatorFields(indicator: Indicator, language: Language): Field[] {
  const say = texts[language];
  const { baseline, weight } = indicator;
  const scored = numberOf(weight) === 0 ? say.unscored : String(numberOf(weight));
  const figures: Field[] = [
    [say.formula, indicator.formula[language]],
    ...targetFields(indicator, language),
    ...(baseline === null
      ? []
      : [
          [
            say.baseline,
            `${figure(indicator, baseline.value, language)} (${formatDay(baseline.date)})`,
          ] as const,
        ]),
  ];
  const scope: Field[] = [
    [say.scope, scopeWords[indicator.scope][language]],
    ...quotaFields(indicator, language),
    [say.weight, scored],
    ...(indicator.dimension === null
      ? []
      : [[say.dimension, dimensionWords[indicator.dimension][language]] as const]),
  ];
  return [...figures, ...dutyFields(indicator, language), ...scope, ...adviceFields(indicator, language)];
}

/** What each unit has to reach, as the plan gives it: a target of its own, or its part of the whole's. */
function quotaFields(indicator: Indicator, language: Language): Field[] {
  const { quota, quotaIsTable } = indicator;
  if (quota === null) return [];
  const say = texts[language];
  const parts = [...quota].map(([unit, value]) => {
    const text = quotaIsTable ? figure(indicator, value, language) : say.share(String(numberOf(value)));
    return `${unit} ${text}`;
  });
  return [[say.quota, parts.join(language === "zh" ? "、" : ", ")]];
}

export function targetFields(indicator: Indicator, language: Language): Field[] {
  const say = texts[language];
  if (!indicator.staged) {
    const stage = indicator.stages[0];
    const target = stage === undefined ? NOTHING : stageTarget(indicator, stage, language);
    return [[say.target, target], ...deadlineFields(indicator, language)];
  }
  const stages = indicator.stages.map((stage, index): Field => {
    const by = stage.deadline === null ? "" : say.by(formatDay(stage.deadline));
    return [say.stage(index + 1), stageTarget(indicator, stage, language) + by];
  });
  return indicator.ongoing ? [...stages, [say.deadline, say.ongoing]] : stages;
}

function stageTarget(
  indicator: Indicator,
  { direction, threshold, more }: Stage,
  language: Language,
): string {
  const word = directionWords[direction];
  if (direction === "improve" || direction === "reduce") return word[language];
  if (threshold === null) return NOTHING;
  const added = more === null ? "" : texts[language].more(figure(indicator, more, language));
  return `${word.sign} ${figure(indicator, threshold, language)}${added}`;
}

function figure(indicator: Indicator, value: Parameters<typeof numberOf>[0], language: Language): string {
  return withUnit(String(numberOf(value)), indicator.measuredIn, language);
}

function taskBlock(task: Task, language: Language): Block {
  const say = texts[language];
  const { start, recurrence } = task;
  const starts: Field[] = start === null ? [] : [[say.start, formatDay(start)]];
  const recurs: Field[] =
    recurrence === null ? [] : [[say.recurrence, recurrenceWords(recurrenceText(recurrence), language)]];
  const note = adviceFields({ remedy: null, note: task.note }, language);
  return item(task, [
    ...starts,
    ...deadlineFields(task, language),
    ...recurs,
    ...dutyFields(task, language),
    ...note,
  ]);
}

function item({ clause, name, id }: { clause: string; name: string; id: string }, fields: Field[]): Block {
  return { kind: "fields", title: `${clause} ${name} [${id}]`, fields };
}

export function deadlineFields(
  { deadline, ongoing }: { deadline: Day | null; ongoing: boolean },
  language: Language,
): Field[] {
  const say = texts[language];
  const parts = [...(deadline === null ? [] : [formatDay(deadline)]), ...(ongoing ? [say.ongoing] : [])];
  const separator = language === "zh" ? "，" : ", ";
  return [[say.deadline, parts.length === 0 ? NOTHING : parts.join(separator)]];
}

function dutyFields(
  { responsible, lead }: Pick<Indicator, "responsible" | "lead">,
  language: Language,
): Field[] {
  const say = texts[language];
  const separator = language === "zh" ? "、" : ", ";
  const named: Field[] = [
    [say.lead, lead.join(separator)],
    [say.responsible, responsible.join(separator)],
  ];
  return named.filter(([, text]) => text !== "");
}

function adviceFields({ remedy, note }: Pick<Indicator, "remedy" | "note">, language: Language): Field[] {
  const say = texts[language];
  const said: Field[] = [
    [say.remedy, remedy ?? ""],
    [say.note, note ?? ""],
  ];
  return said.filter(([, text]) => text !== "");
}
