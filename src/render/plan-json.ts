import type Fraction from "fraction.js";
import { type Day, formatDay } from "../model/day.ts";
import type { Language } from "../model/language.ts";
import type { Indicator, Plan, Task } from "../model/plan.ts";
import { recurrenceText } from "../model/recurrence.ts";

/** A plan after its defaults, in the shape that `show -f json` promises; formulas are worded. */
export function planAsJson({ id, title, document, issued, indicators, tasks }: Plan, language: Language) {
  return {
    plan: id,
    title,
    document,
    issued: formatDay(issued),
    indicators: indicators.map((indicator) => indicatorAsJson(indicator, language)),
    tasks: tasks.map(taskAsJson),
  };
}

export function indicatorAsJson(indicator: Indicator, language: Language) {
  const { id, clause, name, measuredIn, direction, ongoing, scope, remedy, formula, dimension } = indicator;
  return {
    id,
    clause,
    name,
    measuredIn,
    direction,
    threshold: numberOf(indicator.threshold),
    deadline: dateOf(indicator.deadline),
    ongoing,
    stages: indicator.staged
      ? indicator.stages.map((stage) => ({
          deadline: dateOf(stage.deadline),
          threshold: numberOf(stage.threshold),
          direction: stage.direction,
          ...(stage.more === null ? {} : { more: numberOf(stage.more) }),
        }))
      : [],
    responsible: indicator.responsible,
    lead: leadOf(indicator),
    scope,
    weight: numberOf(indicator.weight),
    remedy,
    dimension,
    formula: formula[language],
  };
}

function taskAsJson(task: Task) {
  const { id, clause, name, ongoing, recurrence, responsible } = task;
  return {
    id,
    clause,
    name,
    deadline: dateOf(task.deadline),
    ongoing,
    recurrence: recurrence === null ? null : recurrenceText(recurrence),
    responsible,
    lead: leadOf(task),
    start: dateOf(task.start),
  };
}

function leadOf({ lead }: { lead: readonly string[] }): readonly string[] | null {
  return lead.length === 0 ? null : lead;
}

function dateOf(day: Day | null): string | null {
  return day === null ? null : formatDay(day);
}

export function numberOf(value: Fraction | null): number | null {
  return value === null ? null : Number(Number(value.valueOf()).toPrecision(12));
}
