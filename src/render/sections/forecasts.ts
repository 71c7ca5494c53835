import type { Language } from "../../model/language.ts";
import { phraseOf } from "../../model/phrases.ts";
import type { IndicatorReport, Report } from "../../model/report.ts";
import {
  type Block,
  type Column,
  cell,
  heading,
  line,
  NOTHING,
  plainTable,
  type Row,
  row,
} from "../blocks.ts";
import { deadlineTexts, halfUp, targetText, upToCents, valueText, withUnit } from "../figures.ts";
import { atDeadlineText, earlierText } from "../movement-words.ts";
import { isGap } from "./gaps.ts";

const texts = {
  zh: {
    heading: "进度与预测（未达标的指标）",
    columns: ["指标", "现状", "应达", "目标", "时限", "进度", "每天需", "每工作日需", "到期约", "预计达标"],
    states: { "on-track": "正常", "at-risk": "有风险", behind: "滞后" },
    never: "照此不能达标",
    points: " 个百分点",
    none: (why: string, names: string) => `不作预测（${why}）：${names}`,
    about: (since: string) =>
      `应达：从起算日${since === "" ? "" : `（${since}）`}到时限按直线应走到的数；进度 SPI = 实际进展 ÷ 应有进展，0.95 起为正常，0.60 起为有风险。`,
    more: (count: number) => ` 等 ${count} 项`,
  },
  en: {
    heading: "Pace and forecast (what is unmet)",
    columns: [
      "Indicator",
      "Now",
      "Expected",
      "Target",
      "Deadline",
      "Pace",
      "A day",
      "A working day",
      "On deadline",
      "Met on",
    ],
    states: { "on-track": "on track", "at-risk": "at risk", behind: "behind" },
    never: "not at this pace",
    points: " pp",
    none: (why: string, names: string) => `No forecast (${why}): ${names}`,
    about: (since: string) =>
      `Expected: on a straight line from the start${since === "" ? "" : ` (${since})`} to the deadline. SPI is actual over expected progress; on track from 0.95, at risk from 0.60.`,
    more: (count: number) => ` and so on (${count})`,
  },
} as const;

/** How what is unmet goes on to its deadline, and why some of it is not foretold. */
export function forecasts({ indicators }: Report, language: Language): Block[] {
  const say = texts[language];
  const unmet = indicators.filter(({ whole }) => isGap(whole));
  const told = unmet.filter(({ whole }) => whole.pace !== null);
  const refused = refusals(unmet, language);
  if (told.length + refused.length === 0) return [];
  const lines = [...(told.length === 0 ? [] : [line(say.about(sinceOf(told)), "muted")]), ...refused];
  const [name, now, expected, target, deadline, pace, day, workday, end, met] = say.columns;
  const columns = [
    { title: name, grows: true },
    { title: now, right: true },
    { title: expected, right: true },
    { title: target, fold: `${target} ` },
    { title: deadline, fold: `${deadline} ` },
    { title: pace },
    { title: day, right: true, fold: `${day} ` },
    { title: workday, right: true, fold: `${workday} ` },
    { title: end, right: true, fold: `${end} ` },
    { title: met },
  ];
  const table = withoutEmpty(
    columns,
    told.map((indicator) => rowOf(indicator, language)),
  );
  return [heading(3, say.heading), ...(told.length === 0 ? [] : [table]), { kind: "lines", lines }];
}

/** The days from which paces are counted, where they are few enough to say. */
function sinceOf(told: readonly IndicatorReport[]): string {
  const days = [...new Set(told.flatMap(({ whole }) => whole.pace?.since ?? []))].toSorted();
  return days.length > 3 ? `${days[0]} – ${days.at(-1)}` : days.join(", ");
}

/** After the deadline nothing is needed a day: columns in which nothing stands are left out. */
function withoutEmpty(columns: readonly Column[], rows: readonly Row[]) {
  const kept = columns.map((_, at) => rows.some(({ cells }) => cells[at]?.lines.join("") !== NOTHING));
  const only = <T>(list: readonly T[]) => list.filter((_, at) => kept[at]);
  return plainTable(
    only(columns),
    rows.map((one) => ({ ...one, cells: only(one.cells) })),
  );
}

function rowOf(indicator: IndicatorReport, language: Language): Row {
  const say = texts[language];
  const { whole, measuredIn, clause, name } = indicator;
  const { pace } = whole;
  if (pace === null) throw new Error("a forecast needs a pace");
  const amount = (number: number | null) => {
    if (number === null) return NOTHING;
    return measuredIn === "%"
      ? upToCents(number) + say.points
      : withUnit(upToCents(number), measuredIn, language);
  };
  const tone = pace.state === "behind" ? "bad" : pace.state === "at-risk" ? "warn" : "good";
  const spi = pace.spi === null ? "" : ` ${halfUp(pace.spi, 2).replace("-", "−")}`;
  return row([
    cell(`${clause} ${name}`),
    cell(valueText(indicator, whole, language)),
    cell(earlierText(indicator, pace.expected, language)),
    cell(targetText(indicator, whole, language)),
    cell(deadlineTexts(whole, language)),
    pace.state === null ? cell(NOTHING) : cell(say.states[pace.state] + spi, tone),
    cell(amount(pace.requiredPerDay)),
    cell(amount(pace.requiredPerWorkingDay)),
    cell(atDeadlineText(indicator, whole, language)),
    cell(pace.projected ?? say.never, pace.projected === null ? "bad" : undefined),
  ]);
}

const NAMED = 6;

function few(names: readonly string[], language: Language): string {
  const shown = names.slice(0, NAMED).join(language === "zh" ? "、" : ", ");
  return names.length > NAMED ? shown + texts[language].more(names.length) : shown;
}

/** Grouped by reason, since in the first weeks it is the same for all. */
function refusals(unmet: readonly IndicatorReport[], language: Language) {
  const groups = new Map<string, string[]>();
  for (const { clause, name, whole } of unmet) {
    const why = whole.movement?.noPace;
    if (why == null) continue;
    const said = phraseOf(why, language);
    groups.set(said, [...(groups.get(said) ?? []), `${clause} ${name}`]);
  }
  return [...groups].map(([why, names]) => line(texts[language].none(why, few(names, language)), "muted"));
}
