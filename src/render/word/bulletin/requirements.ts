import type { IndicatorReport } from "../../../model/report.ts";
import { counted, daysText } from "../../figures.ts";
import { body, type PaperBlock, paragraphs } from "../paper.ts";
import { dayText, headingOf, listed, ruleName } from "../phrases.ts";
import type { Speaker } from "../speaker.ts";
import { gathered, unitsBehind, unitsUndone } from "../standing.ts";
import { deadlineText } from "./problems.ts";

const UNITS_SHOWN = 5;
/** Dates that are told item by item; of those after them the dates alone. */
const DATES_SHOWN = 2;

type Say = Speaker<"bulletin">;

/** One indicator that some still owe, by its date. */
interface Owed {
  readonly indicator: IndicatorReport;
  readonly deadline: string | null;
  readonly units: readonly string[];
  readonly shared: boolean;
}

/** What falls due next, and who owes what by when. */
export function requirements(speaker: Say): PaperBlock[] {
  const { say, language } = speaker;
  const parts = [overdue(speaker), ...dated(speaker), undated(speaker), data(speaker)].filter(
    ({ blocks }) => blocks.length > 0,
  );
  if (parts.length === 0) return body(say("nothing-required"));
  return parts.flatMap(({ heading, blocks }, index) => [
    ...paragraphs("heading2", headingOf(2, index + 1, heading, language)),
    ...blocks,
  ]);
}

interface Part {
  readonly heading: string;
  readonly blocks: readonly PaperBlock[];
}

function owed({ report }: Say, status: "overdue" | "open"): Owed[] {
  return report.indicators.flatMap((indicator): Owed[] => {
    const { whole, lead, responsible, scope, weight } = indicator;
    if (weight === 0) return [];
    const behind = unitsBehind(indicator).filter((one) => one.status === status);
    const shared = behind.length === 0;
    if (shared && whole.status !== status) return [];
    const deadline = behind[0]?.deadline ?? whole.deadline;
    const together = scope === "shared" && lead.length > 0 ? lead : responsible;
    return [{ indicator, deadline, units: shared ? together : behind.map(({ unit }) => unit), shared }];
  });
}

function overdue(speaker: Say): Part {
  const { report, say, language } = speaker;
  const items = owed(speaker, "overdue");
  const late = report.tasks.filter((task) => unitsUndone(task, "overdue").length > 0);
  const units = new Set([
    ...items.filter(({ shared }) => !shared).flatMap((one) => one.units),
    ...late.flatMap((task) => unitsUndone(task, "overdue")),
  ]);
  const heading = say("overdue-first");
  if (items.length + late.length === 0) return { heading, blocks: [] };
  const work = say("overdue-work", {
    indicators: counted(items.length),
    tasks: counted(late.length),
    units: counted(units.size),
  });
  const lines = items.map((one, index) => {
    const said = say("overdue-item", {
      item: ruleName(one.indicator, language),
      deadline: deadlineText(one.deadline, speaker),
      units: listed(one.units, language, UNITS_SHOWN),
    });
    return said === "" ? "" : `${index + 1}. ${said}`;
  });
  return { heading, blocks: body(work, ...lines) };
}

function dated(speaker: Say): Part[] {
  const { report, say, language } = speaker;
  const items = owed(speaker, "open").filter(({ deadline }) => deadline !== null);
  const open = report.tasks.filter((task) => task.deadline !== null && unitsUndone(task, "open").length > 0);
  const dates = [...items.map(({ deadline }) => deadline), ...open.map(({ deadline }) => deadline)];
  const days = [...new Set(dates.filter((day) => day !== null))].sort();
  const later = days.slice(DATES_SHOWN).map((day) => dayText(day, language));
  const parts = days.slice(0, DATES_SHOWN).map((day): Part => {
    const own = items.filter(({ deadline }) => deadline === day);
    const tasks = open.filter(({ deadline }) => deadline === day);
    const heading = say("next-deadline", {
      deadline: dayText(day, language),
      days: daysText(daysBetween(report.asOf, day), language),
    });
    return { heading, blocks: itemBlocks(own, tasks, speaker) };
  });
  const last = parts.at(-1);
  if (last === undefined || later.length === 0) return parts;
  const told = body(say("later-deadlines", { deadlines: listed(later, language, UNITS_SHOWN) }));
  return [...parts.slice(0, -1), { ...last, blocks: [...last.blocks, ...told] }];
}

function undated(speaker: Say): Part {
  const { report, say } = speaker;
  const items = owed(speaker, "open").filter(({ deadline }) => deadline === null);
  const open = report.tasks.filter((task) => task.deadline === null && unitsUndone(task, "open").length > 0);
  return { heading: say("without-deadline"), blocks: itemBlocks(items, open, speaker) };
}

function itemBlocks(
  items: readonly Owed[],
  tasks: readonly { units: readonly { unit: string; status: string }[] }[],
  speaker: Say,
): PaperBlock[] {
  const { say, language } = speaker;
  // A dozen lines that name the same units would be one line.
  const together = [...gathered(items, ({ units, shared }) => `${shared} ${units.join("\n")}`).values()];
  const lines = together.flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const item = listed(
      same.map(({ indicator }) => ruleName(indicator, language)),
      language,
    );
    const units = listed(first.units, language, UNITS_SHOWN);
    return [first.shared ? say("deadline-shared", { item, units }) : say("deadline-item", { item, units })];
  });
  const units = new Set(
    tasks.flatMap((task) => task.units.filter((one) => one.status === "open").map(({ unit }) => unit)),
  );
  const undone =
    tasks.length === 0
      ? ""
      : say("deadline-tasks", { count: counted(tasks.length), units: counted(units.size) });
  return body(...[...lines, undone].filter((text) => text !== "").map((text, at) => `${at + 1}. ${text}`));
}

function data({ report, say }: Say): Part {
  const lacking = report.indicators.filter(({ whole }) => whole.status === "no-data");
  const blocks = lacking.length === 0 ? [] : body(say("data-work", { count: counted(lacking.length) }));
  return { heading: say("data-first"), blocks };
}

const DAY = 86_400_000;

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}
