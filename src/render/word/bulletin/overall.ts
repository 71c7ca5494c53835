import type { Effort } from "../../../model/effort.ts";
import type { IndicatorReport, Report, TaskReport } from "../../../model/report.ts";
import { effortWork } from "../../effort-words.ts";
import { counted, coverageText, gapText, halfUp, scoreText, valueText } from "../../figures.ts";
import { isGap } from "../../sections/gaps.ts";
import { bandWord } from "../../words.ts";
import { body, type PaperBlock } from "../paper.ts";
import { inOne, joined, listedUnits, numbered, ruleName, targetPhrase } from "../phrases.ts";
import type { Speaker } from "../speaker.ts";
import { hasTaskLedger, isNarrowed, unitsUndone } from "../standing.ts";
import { deadlines } from "./deadlines.ts";
import { lowest } from "./lowest.ts";
import { movement } from "./movement.ts";
import { trust } from "./trust.ts";

const SHOWN = 3;

type Say = Speaker<"bulletin">;

/**
 * What leaders ask first, in their order: how it stands and who is last, what moved, what will be missed by
 * when, what is furthest off and what would help most, and how far the figures can be trusted.
 */
export function overall(speaker: Say): PaperBlock[] {
  return [
    ...body(inOne([score(speaker), counts(speaker)], speaker.language)),
    ...body(tasks(speaker), lowest(speaker)),
    ...body(inOne(movement(speaker), speaker.language)),
    ...body(inOne(deadlines(speaker), speaker.language)),
    ...furthest(speaker),
    ...helpful(speaker),
    ...body(trust(speaker)),
  ];
}

function score({ report, language, say }: Say): string {
  const { score, coverage, band, provisional } = report.overall;
  if (score === null) return say("without-score");
  const said = say("score", {
    score: scoreText(score),
    band: bandWord(band, language),
    coverage: coverageText(coverage),
  });
  return inOne([said, provisional ? say("provisional") : ""], language);
}

function counts({ report, language, say }: Say): string {
  const { met, open, overdue, noData } = report.overall;
  const states = [
    say("count-met", { count: counted(met) }),
    open === 0 ? "" : say("count-open", { count: counted(open) }),
    say("count-overdue", { count: counted(overdue) }),
    noData === 0 ? "" : say("count-no-data", { count: counted(noData) }),
  ];
  return say("counts", {
    indicators: counted(met + open + overdue + noData),
    states: joined(states, language),
    met: counted(met),
    open: counted(open),
    overdue: counted(overdue),
    "no-data": counted(noData),
  });
}

function tasks({ report, language, say }: Say): string {
  if (report.tasks.length === 0) return "";
  if (!hasTaskLedger(report)) return say("tasks-unchecked", { tasks: counted(report.tasks.length) });
  const duties = report.tasks.flatMap(({ units }) => units);
  const count = (status: (typeof duties)[number]["status"]) =>
    duties.filter((one) => one.status === status).length;
  const done = counted(count("met"));
  const late = duties.filter(({ status, late }) => status === "met" && late).length;
  const [open, overdue, noData] = [count("open"), count("overdue"), count("no-data")];
  const states = [
    late === 0
      ? say("tasks-done", { count: done })
      : say("tasks-done-late", { count: done, late: counted(late) }),
    open === 0 ? "" : say("tasks-open", { count: counted(open) }),
    say("tasks-overdue", { count: counted(overdue) }),
    noData === 0 ? "" : say("tasks-no-data", { count: counted(noData) }),
  ];
  return say(isNarrowed(report) ? "tasks-shown" : "tasks", {
    tasks: counted(report.tasks.length),
    duties: counted(duties.length),
    states: joined(states, language),
    done,
    late: counted(late),
    open: counted(open),
    overdue: counted(overdue),
    "no-data": counted(noData),
  });
}

function furthest({ report, language, say }: Say): PaperBlock[] {
  const far = report.indicators
    .filter(({ whole, weight }) => isGap(whole) && weight > 0)
    .toSorted((a, b) => reached(a) - reached(b))
    .slice(0, SHOWN);
  if (far.length === 0) return [];
  const items = far.map((indicator) =>
    say("furthest-item", {
      indicator: ruleName(indicator, language),
      value: valueText(indicator, indicator.whole, language),
      target: targetPhrase(indicator, indicator.whole, language),
      gap: gapText(indicator, indicator.whole, language),
    }),
  );
  return body(say("furthest", { count: far.length }), ...inARow(items, language));
}

function reached({ whole }: IndicatorReport): number {
  return whole.attainment ?? 0;
}

/** The few things that raise the score most for the work they take. */
function helpful(speaker: Say): PaperBlock[] {
  const { report, language, say } = speaker;
  if (report.overall.score === null) return [];
  const named = report.overall.efforts.flatMap((effort) => {
    const rule = ruleOf(effort, report);
    return rule === undefined ? [] : [{ effort, rule }];
  });
  const first = named.slice(0, SHOWN);
  if (first.length === 0) return [];
  const items = first.map(({ effort, rule }) =>
    say("helpful-item", {
      item: ruleName(rule, language),
      work: isTask(rule) ? taskWork(rule, speaker) : rowsWork(effort, report, language),
      gain: gainText(effort.gain, language),
    }),
  );
  return body(say("helpful", { count: first.length }), ...inARow(items, language));
}

function ruleOf(
  { kind, id }: Effort,
  { indicators, tasks }: Report,
): IndicatorReport | TaskReport | undefined {
  return (kind === "task" ? tasks : indicators).find((one) => one.id === id);
}

function isTask(rule: IndicatorReport | TaskReport): rule is TaskReport {
  return !("whole" in rule);
}

/** Whether new cases would do as well stands in section three. */
function rowsWork(effort: Effort, report: Report, language: Say["language"]): string {
  return effortWork(effort, report, language).split(/[；;]/u)[0] ?? "";
}

function taskWork(task: TaskReport, { language, say }: Say): string {
  return say("helpful-task", { units: listedUnits(unitsUndone(task), language, SHOWN) });
}

function gainText(gain: number, language: Say["language"]): string {
  const shown = halfUp(gain, 2);
  if (shown !== "0.00") return shown;
  return language === "zh" ? "不到 0.01" : "less than 0.01";
}

/** Numbered, with the signs of an enumeration at their ends. */
function inARow(items: readonly string[], language: Say["language"]): string[] {
  const said = numbered(items);
  const [between, end] = language === "zh" ? ["；", "。"] : [";", "."];
  return said.map((text, index) => text + (index < said.length - 1 ? between : end));
}
