import type { Assessment } from "../model/assessment.ts";
import type { Language } from "../model/language.ts";
import type { Change, ScoreChange, Streak } from "../model/movement.ts";
import { phraseOf } from "../model/phrases.ts";
import type { IndicatorReport, UnitReport } from "../model/report.ts";
import { NOTHING, type Tone } from "./blocks.ts";
import { cut, halfUp, scoreText, signed, upToCents, withUnit } from "./figures.ts";

const texts = {
  zh: {
    points: " 个百分点",
    anew: (why: string) => `不可比：${why}`,
    since: (day: string, change: string) => `比 ${day} ${change}`,
    turns: {
      "newly-met": "新达标",
      "newly-lost": "失守",
      "data-came": "新有数据",
      "data-gone": "不再有数据",
    },
    unfair: (turn: string, why: string) => `${turn}（目标不同，不算进退：${why}）`,
    missed: (count: number, since: string) => `连续 ${count} 次未达标（自 ${since}）`,
    met: (count: number, since: string) => `连续 ${count} 次达标（自 ${since}）`,
    run: {
      met: (count: number) => `达标 ${count} 次`,
      missed: (count: number) => `未达标 ${count} 次`,
    },
    up: (places: number) => `↑${places}`,
    down: (places: number) => `↓${places}`,
    between: "；",
    states: { "on-track": "进度正常", "at-risk": "进度有风险", behind: "进度滞后" },
    perDay: (amount: string) => `每天需 ${amount}`,
    perWorkingDay: (amount: string) => `每个工作日需 ${amount}`,
    projected: (day: string) => `照此预计 ${day} 达标`,
    never: "照此不能达标",
    atDeadline: (value: string) => `到期时约 ${value}`,
    comma: "，",
  },
  en: {
    points: " pp",
    anew: (why: string) => `not comparable: ${why}`,
    since: (day: string, change: string) => `${change} since ${day}`,
    turns: {
      "newly-met": "newly met",
      "newly-lost": "newly lost",
      "data-came": "has data now",
      "data-gone": "has no data any more",
    },
    unfair: (turn: string, why: string) => `${turn} (by another target, no step forward or back: ${why})`,
    missed: (count: number, since: string) => `missed ${count} times in a row (since ${since})`,
    met: (count: number, since: string) => `met ${count} times in a row (since ${since})`,
    run: {
      met: (count: number) => `met ${count}×`,
      missed: (count: number) => `missed ${count}×`,
    },
    up: (places: number) => `↑${places}`,
    down: (places: number) => `↓${places}`,
    between: "; ",
    states: { "on-track": "on track", "at-risk": "at risk", behind: "behind" },
    perDay: (amount: string) => `${amount} a day needed`,
    perWorkingDay: (amount: string) => `${amount} a working day`,
    projected: (day: string) => `met on ${day} at this pace`,
    never: "not met at this pace",
    atDeadline: (value: string) => `about ${value} on the deadline`,
    comma: ", ",
  },
} as const satisfies Record<Language, unknown>;

/** "+2.27 个百分点", "+3 件": a change in the indicator's unit. */
export function amountOfChange(
  { measuredIn }: Pick<IndicatorReport, "measuredIn">,
  change: number,
  language: Language,
): string {
  const digits = Number.isInteger(change) && measuredIn !== "%" ? 0 : Math.abs(change) < 0.01 ? 4 : 2;
  const text = signed(change, digits);
  if (change === 0) return text;
  if (measuredIn === "%") return text + texts[language].points;
  return withUnit(text, measuredIn, language);
}

/** A value of an earlier run, which carries no rounding of its own. */
export function earlierText(
  { measuredIn, measure }: Pick<IndicatorReport, "measuredIn" | "measure">,
  value: number | null | undefined,
  language: Language,
): string {
  if (value == null) return NOTHING;
  const divides = measuredIn === "%" || measure === "average" || measure === "ratio";
  const places = divides || !Number.isInteger(value) ? 2 : 0;
  const digits = measure === "average" && Math.abs(value) < 1 ? 3 : places;
  return withUnit(halfUp(value, digits), measuredIn, language);
}

/** What became of a value, in a cell: its change, or why it cannot be compared. */
export function changeText(
  indicator: Pick<IndicatorReport, "measuredIn">,
  change: Change | null | undefined,
  language: Language,
): string {
  if (change == null) return NOTHING;
  if (!change.comparable) return texts[language].anew(whyAnew(change, language));
  return change.change === null ? NOTHING : amountOfChange(indicator, change.change, language);
}

/** Better is good news; what is neither, or not comparable, is not coloured. */
export function changeTone(change: Change | null | undefined): Tone | undefined {
  if (change?.better == null) return undefined;
  return change.better ? "good" : "bad";
}

/** Newly met, newly lost; with a word of caution where the target is another. */
export function turnText(change: Change | null | undefined, language: Language): string | null {
  if (change?.turn == null) return null;
  const say = texts[language];
  const turn = say.turns[change.turn];
  return change.fair || change.turn.startsWith("data") ? turn : say.unfair(turn, whyAnew(change, language));
}

const remarkCodes: readonly string[] = ["unit-renamed", "total-fell", "parts-fell"];

/** Why values or statuses are not comparable. */
export function whyAnew({ reasons }: Pick<Change, "reasons">, language: Language): string {
  return reasons
    .filter(({ code }) => !remarkCodes.includes(code))
    .map((why) => phraseOf(why, language))
    .join(texts[language].between);
}

/** What else is to be known before a movement is taken for progress. */
export function cautions(change: Change | null | undefined, language: Language): string[] {
  return (change?.reasons ?? [])
    .filter(({ code }) => remarkCodes.includes(code))
    .map((why) => phraseOf(why, language));
}

/** "未达标 6 次": in a cell. */
export function runText(streak: Streak | null | undefined, language: Language): string {
  return streak == null ? NOTHING : texts[language].run[streak.kind](streak.count);
}

export function streakText(streak: Streak | null | undefined, language: Language): string | null {
  if (streak == null || streak.count < 2) return null;
  return texts[language][streak.kind](streak.count, streak.since);
}

/** The remarks on a figure's movement: beside each figure, in every format. */
export function movementRemarks(
  indicator: Pick<IndicatorReport, "measuredIn">,
  { movement }: Pick<Assessment, "movement">,
  language: Language,
): string[] {
  if (movement === undefined) return [];
  const { previous, baseline, streak } = movement;
  const since = (change: Change | null) => {
    if (change === null || (change.comparable && change.change === null)) return [];
    return [texts[language].since(change.asOf, changeText(indicator, change, language))];
  };
  const turn = turnText(previous, language);
  const run = streakText(streak, language);
  return [
    ...(turn === null ? [] : [turn]),
    ...since(previous),
    ...(baseline?.asOf === previous?.asOf ? [] : since(baseline)),
    ...cautions(previous, language),
    ...(run === null ? [] : [run]),
  ];
}

/** "+1.20", or why scores cannot be compared. */
export function scoreChangeText(change: ScoreChange | null | undefined, language: Language): string {
  if (change == null) return NOTHING;
  if (!change.comparable) return texts[language].anew(scoreReasons(change, language));
  return change.change === null ? NOTHING : signed(change.change, 2);
}

export function scoreReasons({ reasons }: Pick<ScoreChange, "reasons">, language: Language): string {
  return reasons.map((why) => phraseOf(why, language)).join(texts[language].between);
}

export function scoreTone(change: ScoreChange | null | undefined): Tone | undefined {
  if (change?.change == null || change.change === 0) return undefined;
  return change.change > 0 ? "good" : "bad";
}

/** "↑2": places gained or lost in the group. */
export function rankMoveText(change: ScoreChange | null | undefined, language: Language): string {
  if (change?.up == null) return NOTHING;
  if (change.up === 0) return "=";
  const say = texts[language];
  return change.up > 0 ? say.up(change.up) : say.down(-change.up);
}

/** How it goes on: the state, what is needed a day, and when it would be reached. */
export function paceTexts(
  { measuredIn }: Pick<IndicatorReport, "measuredIn">,
  { pace, status }: Pick<Assessment, "pace" | "status">,
  language: Language,
): string[] {
  // Of what is met only a plan's own start says more than the figure itself.
  if (pace === null || pace.state === null || (status === "met" && pace.since !== undefined)) return [];
  const say = texts[language];
  const spi = pace.spi === null ? "" : ` (SPI ${halfUp(pace.spi, 2).replace("-", "−")})`;
  const amount = (number: number) =>
    measuredIn === "%" ? upToCents(number) + say.points : withUnit(upToCents(number), measuredIn, language);
  const { requiredPerDay, requiredPerWorkingDay, projected, since } = pace;
  const parts = [
    say.states[pace.state] + spi,
    ...(requiredPerDay === null ? [] : [say.perDay(amount(requiredPerDay))]),
    ...(requiredPerWorkingDay === null ? [] : [say.perWorkingDay(amount(requiredPerWorkingDay))]),
    // Only a history tells how it went lately.
    ...(since === undefined ? [] : [projected === null ? say.never : say.projected(projected)]),
  ];
  return [parts.join(say.comma)];
}

/** "96.50%": what it comes to on the deadline, cut so that a miss does not look like the target. */
export function atDeadlineText(
  { measuredIn }: Pick<IndicatorReport, "measuredIn">,
  { pace }: Pick<Assessment, "pace">,
  language: Language,
): string {
  const value = pace?.atDeadline ?? null;
  return value === null ? NOTHING : withUnit(cut(value, measuredIn === "%" ? 2 : 0), measuredIn, language);
}

/** "91.12 → 92.32". */
export function fromTo(from: number | null, to: number | null): string {
  return `${scoreText(from)} → ${scoreText(to)}`;
}

/** "比 2022-10-18 +1.20 · ↑2": of a unit's score and rank. */
export function unitMovement({ movement }: Pick<UnitReport, "movement">, language: Language): string[] {
  const change = movement?.previous;
  if (change == null) return [];
  const moved = scoreChangeText(change, language);
  return [
    ...(moved === NOTHING ? [] : [texts[language].since(change.asOf, moved)]),
    ...(change.up === null || change.up === 0 ? [] : [rankMoveText(change, language)]),
  ];
}
