import type { IndicatorReport } from "../../../model/report.ts";
import { counted, coverageText, gapText, scoreText, valueText } from "../../figures.ts";
import { isGap } from "../../sections/gaps.ts";
import { bandWord } from "../../words.ts";
import { body, type PaperBlock } from "../paper.ts";
import { ruleName, targetPhrase } from "../phrases.ts";
import type { Speaker } from "../speaker.ts";
import { hasTaskLedger } from "../standing.ts";
import { movement } from "./movement.ts";

const FURTHEST = 3;

/** How it stands overall: score and counts, what moved, what is furthest away. */
export function overall(speaker: Speaker<"bulletin">): PaperBlock[] {
  return [
    ...body([score(speaker), counts(speaker)].filter((part) => part !== "").join(gapBetween(speaker))),
    ...body(tasks(speaker)),
    ...body(...movement(speaker)),
    ...furthest(speaker),
  ];
}

export function gapBetween({ language }: Speaker<"bulletin">): string {
  return language === "zh" ? "" : " ";
}

function score(speaker: Speaker<"bulletin">): string {
  const { report, language, say } = speaker;
  const { score, coverage, band, provisional } = report.overall;
  if (score === null) return say("without-score");
  const said = say("score", {
    score: scoreText(score),
    band: bandWord(band, language),
    coverage: coverageText(coverage),
  });
  return provisional ? `${said}${gapBetween(speaker)}${say("provisional")}` : said;
}

function counts({ report, say }: Speaker<"bulletin">): string {
  const { met, open, overdue, noData } = report.overall;
  return say("counts", {
    indicators: counted(met + open + overdue + noData),
    met: counted(met),
    open: counted(open),
    overdue: counted(overdue),
    "no-data": counted(noData),
  });
}

function tasks({ report, say }: Speaker<"bulletin">): string {
  if (report.tasks.length === 0) return "";
  if (!hasTaskLedger(report)) return say("tasks-unchecked", { tasks: counted(report.tasks.length) });
  const duties = report.tasks.flatMap(({ units }) => units);
  const count = (status: (typeof duties)[number]["status"]) =>
    duties.filter((one) => one.status === status).length;
  return say("tasks", {
    tasks: counted(report.tasks.length),
    duties: counted(duties.length),
    done: counted(count("met")),
    late: counted(duties.filter(({ status, late }) => status === "met" && late).length),
    open: counted(count("open")),
    overdue: counted(count("overdue")),
    "no-data": counted(count("no-data")),
  });
}

function furthest({ report, language, say }: Speaker<"bulletin">): PaperBlock[] {
  const far = report.indicators
    .filter(({ whole, weight }) => isGap(whole) && weight > 0)
    .toSorted((a, b) => reached(a) - reached(b))
    .slice(0, FURTHEST);
  if (far.length === 0) return [];
  const items = far.map((indicator, index) => {
    const item = say("furthest-item", {
      indicator: ruleName(indicator, language),
      value: valueText(indicator, indicator.whole, language),
      target: targetPhrase(indicator, indicator.whole, language),
      gap: gapText(indicator, indicator.whole, language),
    });
    const end =
      language === "zh" ? (index < far.length - 1 ? "；" : "。") : index < far.length - 1 ? ";" : ".";
    return item === "" ? "" : `${index + 1}. ${item}${end}`;
  });
  return body(say("furthest", { count: far.length }), ...items);
}

function reached({ whole }: IndicatorReport): number {
  return whole.attainment ?? 0;
}
