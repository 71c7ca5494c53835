import { shortText } from "../../effort-words.ts";
import { counted, targetText, valueText } from "../../figures.ts";
import { neededText } from "../../needed.ts";
import { inPrint, listed, numbered, ruleName, targetPhrase, unended } from "../phrases.ts";
import type { Speaker } from "../speaker.ts";
import type { Owed } from "./owed.ts";

/** How each is put right: the plan's remedy, or else the work that is left. */
export function requirements(
  { indicators, tasks }: Owed,
  { say, language }: Speaker<"task-sheet">,
): string[] {
  const own = indicators.map(({ indicator, found }) => {
    const item = inPrint(indicator.name, language);
    if (indicator.remedy !== null) return say("requirement", { item, remedy: unended(indicator.remedy) });
    const needed = unended(neededText(indicator, found, language)) || targetText(indicator, found, language);
    return say("requirement-without-remedy", { item, needed });
  });
  const done = tasks.length === 0 ? [] : [say("task-requirement", { count: counted(tasks.length) })];
  return numbered([...own, ...done]);
}

/** What it owes together with others, and how much of it. */
export function sharedLine({ unit, shared }: Owed, { say, language }: Speaker<"task-sheet">): string {
  if (shared.length === 0) return "";
  const items = shared.map((indicator) => {
    const figures = {
      item: ruleName(indicator, language),
      value: valueText(indicator, indicator.whole, language),
      target: targetPhrase(indicator, indicator.whole, language),
    };
    const own = indicator.shortfalls.find((one) => one.unit === unit.unit);
    return own === undefined || own.short <= 0
      ? say("shared-item", figures)
      : say("shared-item-short", { ...figures, short: shortText(own, indicator, language) });
  });
  return say("shared", { items: listed(items, language) });
}
