import type { Language } from "../../../model/language.ts";
import type { IndicatorReport, TaskReport } from "../../../model/report.ts";
import { shortText } from "../../effort-words.ts";
import { counted, gapText, valueText } from "../../figures.ts";
import { neededText } from "../../needed.ts";
import { isGap } from "../../sections/gaps.ts";
import { shareText } from "../../sections/shortfalls.ts";
import { body, type PaperBlock, paragraphs } from "../paper.ts";
import { dayText, headingOf, listed, ruleName, targetPhrase, unended } from "../phrases.ts";
import type { Speaker } from "../speaker.ts";
import { unitsBehind, unitsUndone } from "../standing.ts";
import { gapBetween } from "./overall.ts";

const UNITS_SHOWN = 3;
const SHORTFALLS_SHOWN = 3;
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
  const scored = report.indicators.filter(({ weight }) => weight > 0);
  const unmet = (status: "overdue" | "open") =>
    scored.filter(({ whole }) => whole.status === status).toSorted(byAttainment);
  const unscored = report.indicators.filter(({ weight, whole }) => weight === 0 && isGap(whole));
  const partly = scored.filter(
    (one) => !isGap(one.whole) && one.whole.status !== "no-data" && unitsBehind(one).length > 0,
  );
  const late = report.tasks
    .filter((task) => unitsUndone(task, "overdue").length > 0)
    .toSorted((a, b) => unitsUndone(b, "overdue").length - unitsUndone(a, "overdue").length);
  const [overdue, open] = [unmet("overdue"), unmet("open")];
  const list = (
    indicators: readonly IndicatorReport[],
    text: (one: IndicatorReport, speaker: Say) => string,
  ) => body(...indicators.map((one, index) => numbered(text(one, speaker), index)));
  const parts: Part[] = [
    { heading: say("overdue-indicators", { count: overdue.length }), blocks: list(overdue, problemText) },
    { heading: say("open-indicators", { count: open.length }), blocks: list(open, problemText) },
    { heading: say("partly-unmet", { count: partly.length }), blocks: list(partly, partlyText) },
    { heading: say("overdue-tasks", { count: late.length }), blocks: taskBlocks(late, speaker) },
    { heading: say("doubts"), blocks: doubts(speaker) },
  ].filter(({ blocks }) => blocks.length > 0);
  const clear = overdue.length + open.length + partly.length + late.length === 0;
  return [
    ...(clear ? body(say("no-problems")) : []),
    ...parts.flatMap(({ heading, blocks }, index) => [
      ...paragraphs("heading2", headingOf(2, index + 1, heading, language)),
      ...blocks,
    ]),
    ...(unscored.length === 0 ? [] : body(say("unscored-indicators", unscoredFigures(unscored, language)))),
  ];
}

function unscoredFigures(indicators: readonly IndicatorReport[], language: Language) {
  const names = indicators.map((one) => ruleName(one, language));
  return { count: counted(names.length), names: listed(names, language) };
}

function byAttainment(a: IndicatorReport, b: IndicatorReport): number {
  return (a.whole.attainment ?? 0) - (b.whole.attainment ?? 0);
}

function numbered(text: string, index: number): string {
  return text === "" ? "" : `${index + 1}. ${text}`;
}

function problemText(indicator: IndicatorReport, speaker: Say): string {
  const { say, language } = speaker;
  const { whole } = indicator;
  const needed = unended(neededText(indicator, whole, language));
  return [
    say("problem", {
      indicator: ruleName(indicator, language),
      value: valueText(indicator, whole, language),
      target: targetPhrase(indicator, whole, language),
      gap: gapText(indicator, whole, language),
      deadline: deadlineText(whole.deadline, speaker),
    }),
    needed === "" ? "" : say("needed", { needed }),
    unitsText(indicator, speaker),
  ]
    .filter((part) => part !== "")
    .join(gapBetween(speaker));
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
  return [said, unitsText(indicator, speaker)].filter((part) => part !== "").join(gapBetween(speaker));
}

/** Units that miss it by their own rows; of a figure of the whole, those whose rows make it short. */
function unitsText(indicator: IndicatorReport, speaker: Say): string {
  const { say, language } = speaker;
  const behind = unitsBehind(indicator);
  if (behind.length > 0) {
    const units = behind.map((one) =>
      say("problem-unit", {
        unit: one.unit,
        value: valueText(indicator, one, language),
        gap: gapText(indicator, one, language),
      }),
    );
    return say("problem-units", {
      count: counted(units.length),
      units: listed(units, language, UNITS_SHOWN),
    });
  }
  const short = indicator.shortfalls.filter((one) => one.short > 0 && one.unit !== null);
  if (short.length === 0) return "";
  const units = short.slice(0, SHORTFALLS_SHOWN).map((one) =>
    say("shortfall-unit", {
      unit: one.unit ?? "",
      short: shortText(one, indicator, language),
      share: shareText(one.share),
    }),
  );
  return say("shortfall-units", { units: listed(units, language) });
}

function taskBlocks(late: readonly TaskReport[], speaker: Say): PaperBlock[] {
  const { say, language } = speaker;
  const shown = late.slice(0, TASKS_SHOWN).map((task) => {
    const units = unitsUndone(task, "overdue");
    return say("task-problem", {
      task: ruleName(task, language),
      deadline: deadlineText(task.deadline, speaker),
      count: counted(units.length),
      units: listed(units, language, UNITS_SHOWN),
    });
  });
  const more = late.length - shown.length;
  return body(...shown.map(numbered), more > 0 ? say("more-tasks", { count: counted(more) }) : "");
}

function doubts({ report, language, say }: Say): PaperBlock[] {
  const { unknownUnits, rejectedCellCount, duplicates, totals } = report.quality;
  const lacking = report.indicators.filter(({ whole }) => whole.status === "no-data");
  const conflicts = duplicates.reduce((sum, one) => sum + one.conflicts, 0);
  const disagreeing = totals.filter(({ agrees }) => !agrees).length;
  const names = unknownUnits.map(({ name }) => name);
  const found = [
    ...lacking.map((one) =>
      say("indicator-without-data", {
        indicator: ruleName(one, language),
        reason: unended(one.whole.reason ?? (language === "zh" ? "无数据" : "no data")),
      }),
    ),
    names.length === 0
      ? ""
      : say("doubt-units", { count: counted(names.length), names: listed(names, language, UNITS_SHOWN) }),
    rejectedCellCount === 0 ? "" : say("doubt-cells", { count: counted(rejectedCellCount) }),
    conflicts === 0 ? "" : say("doubt-conflicts", { count: counted(conflicts) }),
    disagreeing === 0 ? "" : say("doubt-totals", { count: counted(disagreeing) }),
  ];
  return body(...found.filter((text) => text !== "").map(numbered));
}
