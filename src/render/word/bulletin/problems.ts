import type { IndicatorReport, TaskReport } from "../../../model/report.ts";
import { counted, gapText, valueText } from "../../figures.ts";
import { neededText } from "../../needed.ts";
import { isGap } from "../../sections/gaps.ts";
import { body, type PaperBlock, paragraphs } from "../paper.ts";
import {
  dayText,
  headingOf,
  inOne,
  listedRules,
  numbered,
  ruleName,
  someUnits,
  targetPhrase,
  unended,
} from "../phrases.ts";
import type { Speaker } from "../speaker.ts";
import { concerned, unitsBehind, unitsUndone } from "../standing.ts";
import { doubts } from "./doubts.ts";
import { unitGaps } from "./unit-gaps.ts";

// The annexes have them all: a section that lists everything is not read.
const INDICATORS_SHOWN = 5;
const PARTLY_SHOWN = 3;
const NAMES_SHOWN = 12;
const UNITS_SHOWN = 3;
const TASKS_SHOWN = 5;

type Say = Speaker<"bulletin">;
interface Part {
  readonly heading: string;
  readonly blocks: readonly PaperBlock[];
}

/** What falls short: by indicator the figure, the gap, the work left and the units; then tasks; then the data. */
export function problems(speaker: Say): PaperBlock[] {
  const { report, language, say } = speaker;
  // What is not scored stands in the annex.
  const all = concerned(report);
  const scored = all.filter(({ weight }) => weight > 0);
  const unmet = (status: "overdue" | "open") =>
    scored.filter(({ whole }) => whole.status === status).toSorted(byAttainment);
  const unscored = all.filter(({ weight, whole }) => weight === 0 && isGap(whole));
  const partly = scored
    .filter((one) => !isGap(one.whole) && one.whole.status !== "no-data" && unitsBehind(one).length > 0)
    .toSorted((a, b) => unitsBehind(b).length - unitsBehind(a).length);
  const late = report.tasks
    .filter((task) => unitsUndone(task, "overdue").length > 0)
    .toSorted((a, b) => unitsUndone(b, "overdue").length - unitsUndone(a, "overdue").length);
  const [overdue, open] = [unmet("overdue"), unmet("open")];
  const list = (
    indicators: readonly IndicatorReport[],
    most: number,
    text: (one: IndicatorReport, speaker: Say) => string,
  ) => {
    // One more is told rather than sent for.
    const shown = indicators.length === most + 1 ? most + 1 : most;
    return [
      ...body(...numbered(indicators.slice(0, shown).map((one) => text(one, speaker)))),
      ...body(rest(indicators.slice(shown), speaker)),
    ];
  };
  const heads = [
    {
      heading: say("overdue-indicators", { count: overdue.length }),
      blocks: list(overdue, INDICATORS_SHOWN, problemText),
    },
    {
      heading: say("open-indicators", { count: open.length }),
      blocks: list(open, INDICATORS_SHOWN, problemText),
    },
    {
      heading: say("partly-unmet", { count: partly.length }),
      blocks: list(partly, PARTLY_SHOWN, partlyText),
    },
  ];
  const aside =
    unscored.length === 0
      ? ""
      : say("unscored-indicators", {
          count: counted(unscored.length),
          names: listedRules(unscored, language, NAMES_SHOWN),
        });
  const parts: Part[] = withAside(heads, body(aside)).concat([
    { heading: say("overdue-tasks", { count: late.length }), blocks: taskBlocks(late, speaker) },
    { heading: say("doubts"), blocks: doubts(speaker) },
  ]);
  const clear = overdue.length + open.length + partly.length + late.length === 0;
  const told = parts.filter(({ blocks }) => blocks.length > 0);
  return [
    ...(clear ? [...body(say("no-problems")), ...body(aside)] : []),
    ...told.flatMap(({ heading, blocks }, index) => [
      ...paragraphs("heading2", headingOf(2, index + 1, heading, language)),
      ...blocks,
    ]),
  ];
}

/** After the last list of indicators, and before tasks and data. */
function withAside(parts: readonly Part[], aside: readonly PaperBlock[]): Part[] {
  const told = parts.filter(({ blocks }) => blocks.length > 0);
  return told.map((part, at) =>
    at === told.length - 1 ? { ...part, blocks: [...part.blocks, ...aside] } : part,
  );
}

function rest(indicators: readonly IndicatorReport[], { say, language }: Say): string {
  if (indicators.length === 0) return "";
  const names = listedRules(indicators, language, NAMES_SHOWN);
  return say("more-indicators", { count: counted(indicators.length), names });
}

function byAttainment(a: IndicatorReport, b: IndicatorReport): number {
  return (a.whole.attainment ?? 0) - (b.whole.attainment ?? 0);
}

function problemText(indicator: IndicatorReport, speaker: Say): string {
  const { say, language } = speaker;
  const { whole } = indicator;
  const needed = unended(neededText(indicator, whole, language));
  return inOne(
    [
      say("problem", {
        indicator: ruleName(indicator, language),
        value: valueText(indicator, whole, language),
        target: targetPhrase(indicator, whole, language),
        gap: gapText(indicator, whole, language),
        deadline: deadlineText(whole.deadline, speaker),
      }),
      needed === "" ? "" : say("needed", { needed }),
      unitGaps(indicator, speaker),
    ],
    language,
  );
}

export function deadlineText(deadline: string | null, { language }: Pick<Say, "language">): string {
  if (deadline !== null) return dayText(deadline, language);
  return language === "zh" ? "未写明" : "not stated";
}

function partlyText(indicator: IndicatorReport, speaker: Say): string {
  const { say, language } = speaker;
  const said = say("problem-met", {
    indicator: ruleName(indicator, language),
    value: valueText(indicator, indicator.whole, language),
    target: targetPhrase(indicator, indicator.whole, language),
  });
  return inOne([said, unitGaps(indicator, speaker)], language);
}

function taskBlocks(late: readonly TaskReport[], speaker: Say): PaperBlock[] {
  const { say, language } = speaker;
  const shown = late.slice(0, TASKS_SHOWN).map((task) => {
    const units = unitsUndone(task, "overdue");
    return say("task-problem", {
      task: ruleName(task, language),
      deadline: deadlineText(task.deadline, speaker),
      count: counted(units.length),
      units: someUnits(units, language, UNITS_SHOWN),
    });
  });
  const more = late.length - shown.length;
  return body(...numbered(shown), more > 0 ? say("more-tasks", { count: counted(more) }) : "");
}
