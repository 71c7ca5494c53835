import type { Assessment } from "../../model/assessment.ts";
import type { Language } from "../../model/language.ts";
import { phraseOf } from "../../model/phrases.ts";
import type { UnitReport } from "../../model/report.ts";
import { runText, scoreReasons, turnText } from "../movement-words.ts";
import { amount, count, score } from "./numbers.ts";
import { blank, day, type SheetCell, type SheetColumn, text } from "./sheet.ts";

const titles = {
  zh: ["上次现状", "比上次", "变动", "连续", "连续自", "预计达标", "不可比或须注意"],
  en: ["Value before", "Change", "Turn", "In a row", "Since", "Met on", "Not comparable, or mind"],
} as const;

const scoreTitles = {
  zh: ["上次得分", "得分变化", "名次升降", "变化说明"],
  en: ["Score before", "Change", "Places gained", "About the change"],
} as const;

/** What moved, beside each figure, in a report with a history. */
export function moveColumns(language: Language): SheetColumn[] {
  return titles[language].map((title, index) => ({
    title,
    span: 1,
    ...(index < 2 ? { align: "right" as const } : {}),
  }));
}

export function moveCells({ movement, pace }: Assessment, language: Language): SheetCell[] {
  const { previous, streak } = movement ?? {};
  const reasons = (previous?.reasons ?? []).map((why) => phraseOf(why, language));
  return [
    amount(previous?.value ?? null),
    amount(previous?.change ?? null),
    text(turnText(previous, language)),
    streak == null ? blank() : text(runText(streak, language)),
    day(streak?.since ?? null),
    day(pace?.projected ?? null),
    text(reasons.join(language === "zh" ? "；" : "; "), "muted"),
  ];
}

/** The same of a unit's score. */
export function scoreMoveColumns(language: Language): SheetColumn[] {
  return scoreTitles[language].map((title, index) => ({
    title,
    span: 1,
    ...(index < 3 ? { align: "right" as const } : {}),
  }));
}

export function scoreMoveCells({ movement }: UnitReport, language: Language): SheetCell[] {
  const previous = movement?.previous;
  if (previous == null) return [blank(), blank(), blank(), blank()];
  return [
    score(previous.score),
    score(previous.change),
    count(previous.up),
    text(scoreReasons(previous, language), "muted"),
  ];
}
