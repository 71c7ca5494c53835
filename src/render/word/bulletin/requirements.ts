import type { IndicatorReport } from "../../../model/report.ts";
import { counted } from "../../figures.ts";
import { body, type PaperBlock, paragraphs } from "../paper.ts";
import {
  dayText,
  distanceText,
  headingOf,
  joined,
  listed,
  listedRules,
  listedUnits,
  numbered,
  ruleName,
} from "../phrases.ts";
import type { Speaker } from "../speaker.ts";
import { concerned, gathered, unitsBehind, unitsUndone } from "../standing.ts";
import { deadlineText } from "./problems.ts";

const UNITS_SHOWN = 5;
const ITEMS_SHOWN = 8;
/** Dates that are told item by item; of those after them the dates alone. */
const DATES_SHOWN = 2;

type Say = Speaker<"bulletin">;

/** One indicator that some still owe, by its date. */
interface Owed {
  readonly indicator: IndicatorReport;
  readonly deadline: string | null;
  readonly units: readonly string[];
  /** No unit of its own owes it: groups or several leads do together. */
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
  const names = new Set(report.units.map(({ unit }) => unit));
  const isUnit = (name: string | undefined) => name !== undefined && names.has(name);
  return concerned(report).flatMap((indicator): Owed[] => {
    const { whole, lead, responsible, scope, weight } = indicator;
    if (weight === 0) return [];
    const behind = unitsBehind(indicator).filter((one) => one.status === status);
    if (behind.length === 0 && whole.status !== status) return [];
    const deadline = behind[0]?.deadline ?? whole.deadline;
    const together = scope === "shared" && lead.length > 0 ? lead : responsible;
    const shared = behind.length === 0 && !(together.length === 1 && isUnit(together[0]));
    return [
      { indicator, deadline, units: behind.length === 0 ? together : behind.map(({ unit }) => unit), shared },
    ];
  });
}

function overdue(speaker: Say): Part {
  const { report, say, language } = speaker;
  const items = owed(speaker, "overdue").toSorted(
    (a, b) => Number(isLate(b)) - Number(isLate(a)) || b.units.length - a.units.length,
  );
  const late = report.tasks.filter((task) => unitsUndone(task, "overdue").length > 0);
  const units = new Set([
    ...items.filter(({ shared }) => !shared).flatMap((one) => one.units),
    ...late.flatMap((task) => unitsUndone(task, "overdue")),
  ]);
  const heading = say("overdue-first");
  if (items.length + late.length === 0) return { heading, blocks: [] };
  const work = joined(
    [
      items.length === 0 ? "" : say("overdue-work-indicators", { count: counted(items.length) }),
      late.length === 0 ? "" : say("overdue-work-tasks", { count: counted(late.length) }),
      units.size === 0 ? "" : say("overdue-work-units", { count: counted(units.size) }),
    ],
    language,
  );
  const lines = items.map((one) =>
    say("overdue-item", {
      item: ruleName(one.indicator, language),
      deadline: deadlineText(one.deadline, speaker),
      units: listedUnits(one.units, language, UNITS_SHOWN),
    }),
  );
  const owing = new Set(late.flatMap((task) => unitsUndone(task, "overdue")));
  const left =
    late.length === 0
      ? ""
      : say("overdue-tasks-left", { count: counted(late.length), units: counted(owing.size) });
  return { heading, blocks: [...body(say("overdue-work", { work })), ...itemList(lines, left, speaker)] };
}

function isLate({ indicator }: Owed): boolean {
  return indicator.whole.status === "overdue";
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
      days: distanceText(report.asOf, day, language),
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
    const item = listedRules(
      same.map(({ indicator }) => indicator),
      language,
    );
    const units = listedUnits(first.units, language, UNITS_SHOWN);
    return [first.shared ? say("deadline-shared", { item, units }) : say("deadline-item", { item, units })];
  });
  const units = new Set(
    tasks.flatMap((task) => task.units.filter((one) => one.status === "open").map(({ unit }) => unit)),
  );
  const undone =
    tasks.length === 0
      ? ""
      : say("deadline-tasks", { count: counted(tasks.length), units: counted(units.size) });
  return itemList(lines, undone, speaker);
}

/** The first ones, that the others stand in the annex, and what is left of tasks. */
function itemList(lines: readonly string[], tasks: string, { say }: Say): PaperBlock[] {
  const said = lines.filter((line) => line !== "");
  // One more is told rather than sent for.
  const shown = said.length === ITEMS_SHOWN + 1 ? said : said.slice(0, ITEMS_SHOWN);
  const more = said.length - shown.length;
  if (more === 0) return body(...numbered([...said, tasks]));
  return body(...numbered(shown), say("more-items", { count: counted(more) }), tasks);
}

function data({ report, say }: Say): Part {
  const lacking = report.indicators.filter(({ whole }) => whole.status === "no-data");
  const blocks = lacking.length === 0 ? [] : body(say("data-work", { count: counted(lacking.length) }));
  return { heading: say("data-first"), blocks };
}
