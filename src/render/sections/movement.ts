import type { Language } from "../../model/language.ts";
import type { Comparison, Turn } from "../../model/movement.ts";
import { phraseOf } from "../../model/phrases.ts";
import type { IndicatorReport, Report } from "../../model/report.ts";
import { type Block, heading, type Line, line, type Tone } from "../blocks.ts";
import {
  cautions,
  earlierText,
  fromTo,
  scoreChangeText,
  scoreReasons,
  scoreTone,
} from "../movement-words.ts";
import { plural } from "../words.ts";
import { forecasts } from "./forecasts.ts";
import { trendTable } from "./trend-table.ts";

const texts = {
  zh: {
    heading: "变化",
    first: "历史里还没有更早的结果；本次存入后，下次起可以比较。",
    score: (day: string, moved: string, scores: string) => `与 ${day} 相比：得分 ${moved}（${scores}）`,
    base: (day: string, moved: string, scores: string) => `与基线 ${day} 相比：得分 ${moved}（${scores}）`,
    anew: (day: string, why: string, scores: string) => `与 ${day} 的得分不可比（${scores}）：${why}`,
    but: (why: string) => `得分的变化里有：${why}`,
    whole: {
      "newly-met": (names: string) => `全域新达标：${names}`,
      "newly-lost": (names: string) => `全域失守：${names}`,
      "data-came": (names: string) => `新有数据：${names}`,
      "data-gone": (names: string) => `不再有数据：${names}`,
    },
    units: {
      "newly-met": (count: number, names: string) => `单位新达标 ${count} 项次：${names}`,
      "newly-lost": (count: number, names: string) => `单位失守 ${count} 项次：${names}`,
      "data-came": (count: number, names: string) => `单位新有数据 ${count} 项次：${names}`,
      "data-gone": (count: number, names: string) => `单位不再有数据 ${count} 项次：${names}`,
    },
    unfair: "（目标不同）",
    risen: (names: string) => `名次上升最多：${names}`,
    fallen: (names: string) => `名次下降最多：${names}`,
    place: (unit: string, up: number, rank: number) =>
      `${unit}${up > 0 ? "升" : "降"} ${Math.abs(up)} 名（第 ${rank} 名）`,
    failing: (names: string) => `连续未达标最久：${names}`,
    run: (unit: string, name: string, count: number) => `${unit} ${name} ${count} 次`,
    plan: (changes: string) =>
      `方案、单位名录或数据字典与上次不同${changes === "" ? "；指标的算法和目标没有变" : `：${changes}`}`,
    added: (names: string) => `新增指标 ${names}`,
    removed: (names: string) => `取消指标 ${names}`,
    changed: (id: string, why: string) => `${id} ${why}`,
    unitsAdded: (names: string) => `新出现的单位：${names}`,
    unitsRemoved: (names: string) => `不再出现的单位：${names}`,
    renamed: (from: string, to: string) => `“${from}”改名为“${to}”`,
    same: "数据文件与上次完全相同，没有新的导出。",
    inputs: (same: number, added: number, changed: number, removed: number) =>
      `数据文件：新 ${added} 个，内容有变 ${changed} 个，不再有 ${removed} 个，相同 ${same} 个`,
    between: "、",
    semicolon: "；",
    of: (name: string, said: string) => `${name}：${said}`,
    corrected: (day: string, count: number, names: string) =>
      `${day} 的结果后来更正过 ${count} 个数，这里与更正后的比：${names}`,
    edited: (names: string) => `以前导出的文件改过，报过的数可能有更正：${names}`,
    more: (count: number) => ` 等 ${count} 项次`,
    many: (name: string, count: number) => `${name} ${count} 个单位`,
    moreRules: (count: number) => ` 等 ${count} 项指标`,
  },
  en: {
    heading: "Movement",
    first: "There is no earlier result yet; this one is stored, and the next is compared with it.",
    score: (day: string, moved: string, scores: string) => `Since ${day}: score ${moved} (${scores})`,
    base: (day: string, moved: string, scores: string) =>
      `Since the baseline ${day}: score ${moved} (${scores})`,
    anew: (day: string, why: string, scores: string) =>
      `Not comparable with the score of ${day} (${scores}): ${why}`,
    but: (why: string) => `In the movement of the score: ${why}`,
    whole: {
      "newly-met": (names: string) => `Newly met (whole area): ${names}`,
      "newly-lost": (names: string) => `Newly lost (whole area): ${names}`,
      "data-came": (names: string) => `Has data now: ${names}`,
      "data-gone": (names: string) => `Has no data any more: ${names}`,
    },
    units: {
      "newly-met": (count: number, names: string) => `Newly met by units (${count}): ${names}`,
      "newly-lost": (count: number, names: string) => `Newly lost by units (${count}): ${names}`,
      "data-came": (count: number, names: string) => `Units that have data now (${count}): ${names}`,
      "data-gone": (count: number, names: string) => `Units without data any more (${count}): ${names}`,
    },
    unfair: " (another target)",
    risen: (names: string) => `Rose most: ${names}`,
    fallen: (names: string) => `Fell most: ${names}`,
    place: (unit: string, up: number, rank: number) =>
      `${unit} ${up > 0 ? "up" : "down"} ${Math.abs(up)} (rank ${rank})`,
    failing: (names: string) => `Missed longest: ${names}`,
    run: (unit: string, name: string, count: number) => `${unit} ${name} ${plural(count, "time")}`,
    plan: (changes: string) =>
      `Plan, units or dictionary are not those of last time${changes === "" ? "; no formula or target changed" : `: ${changes}`}`,
    added: (names: string) => `new ${names}`,
    removed: (names: string) => `gone ${names}`,
    changed: (id: string, why: string) => `${id} ${why}`,
    unitsAdded: (names: string) => `New units: ${names}`,
    unitsRemoved: (names: string) => `Units no longer there: ${names}`,
    renamed: (from: string, to: string) => `${from} is now called ${to}`,
    same: "The data files are those of last time: nothing new was exported.",
    inputs: (same: number, added: number, changed: number, removed: number) =>
      `Data files: ${added} new, ${changed} changed, ${removed} gone, ${same} the same`,
    between: ", ",
    semicolon: "; ",
    of: (name: string, said: string) => `${name}: ${said}`,
    corrected: (day: string, count: number, names: string) =>
      `${count} ${count === 1 ? "figure" : "figures"} of ${day} ${count === 1 ? "was" : "were"} corrected later; what is compared is the corrected result: ${names}`,
    edited: (names: string) =>
      `Exports of days reported already have other content, so their figures may have been corrected: ${names}`,
    more: (count: number) => ` and so on (${count})`,
    many: (name: string, count: number) => `${name} ${plural(count, "unit")}`,
    moreRules: (count: number) => ` and so on (${plural(count, "indicator")})`,
  },
};

const NAMED = 8;
const EXTREMES = 3;

/** What moved since the last run and the baseline, and what must not be mistaken for progress. */
export function movement(report: Report, language: Language): Block[] {
  const said = movementLines(report, language);
  if (report.movement === undefined) return [];
  return [
    heading(2, texts[language].heading),
    { kind: "list", items: said },
    ...(report.movement.snapshots === 0 ? [] : trendTable(report, language)),
    ...forecasts(report, language),
  ];
}

/** The same as plain lines, for formats that draw the tables themselves. */
export function movementLines(report: Report, language: Language): Line[] {
  const { movement: moved, overall } = report;
  const say = texts[language];
  if (moved === undefined) return [];
  if (moved.snapshots === 0) return [line(say.first)];
  return [
    ...scoreLines(overall.movement?.previous, overall.score, say.score, language),
    ...(moved.baseline === null || moved.baseline.asOf === moved.previous?.asOf
      ? []
      : scoreLines(overall.movement?.baseline, overall.score, say.base, language)),
    ...turns(report, language),
    ...rankMoves(report, language),
    ...failing(report, language),
    ...(moved.previous === null ? [] : changedLines(moved.previous, report, language)),
    ...doubtful(report, language),
  ];
}

type ScoreMove = NonNullable<NonNullable<Report["overall"]["movement"]>["previous"]>;

function scoreLines(
  change: ScoreMove | null | undefined,
  now: number | null,
  say: (day: string, moved: string, scores: string) => string,
  language: Language,
): Line[] {
  if (change == null) return [];
  const scores = fromTo(change.score, now);
  const why = scoreReasons(change, language);
  if (!change.comparable) return [line(texts[language].anew(change.asOf, why, scores), "warn")];
  const moved = line(say(change.asOf, scoreChangeText(change, language), scores), scoreTone(change));
  return why === "" ? [moved] : [moved, line(texts[language].but(why), "warn")];
}

const tones: Partial<Record<Turn, Tone>> = { "newly-met": "good", "newly-lost": "bad" };

function turns({ indicators }: Report, language: Language): Line[] {
  const say = texts[language];
  const order: readonly Turn[] = ["newly-met", "newly-lost", "data-came", "data-gone"];
  return order.flatMap((turn) => {
    const tone = tones[turn];
    const named = ({ clause, name }: IndicatorReport, fair: boolean) =>
      `${clause} ${name}${fair || turn.startsWith("data") ? "" : say.unfair}`;
    const whole = indicators.flatMap((indicator) => {
      const change = indicator.whole.movement?.previous;
      return change?.turn === turn ? [named(indicator, change.fair)] : [];
    });
    const byRule = indicators
      .filter(({ scope, weight }) => scope !== "shared" && weight > 0)
      .map((indicator) => {
        const turned = indicator.units.flatMap(({ unit, movement: own }) =>
          own?.previous?.turn === turn ? [{ unit, fair: own.previous.fair }] : [],
        );
        return {
          name: named(
            indicator,
            turned.every(({ fair }) => fair),
          ),
          units: turned.map(({ unit, fair }) => `${unit} ${named(indicator, fair)}`),
        };
      });
    const units = byRule.flatMap((one) => one.units);
    return [
      ...(whole.length === 0 ? [] : [line(say.whole[turn](whole.join(say.between)), tone)]),
      ...(units.length === 0
        ? []
        : [line(say.units[turn](units.length, unitTurns(byRule, units, language)), tone)]),
    ];
  });
}

/** By name as long as they are few, else how many units at which indicator: each unit's own part names them. */
function unitTurns(
  byRule: readonly { readonly name: string; readonly units: readonly string[] }[],
  units: readonly string[],
  language: Language,
): string {
  if (units.length <= NAMED) return units.join(texts[language].between);
  const say = texts[language];
  const most = byRule
    .filter((one) => one.units.length > 0)
    .toSorted((a, b) => b.units.length - a.units.length);
  const shown = most.slice(0, NAMED).map((one) => say.many(one.name, one.units.length));
  return shown.join(say.between) + (most.length > NAMED ? say.moreRules(most.length) : "");
}

function few(names: readonly string[], language: Language): string {
  const say = texts[language];
  const shown = names.slice(0, NAMED).join(say.between);
  return names.length > NAMED ? shown + say.more(names.length) : shown;
}

function rankMoves({ units }: Report, language: Language): Line[] {
  const say = texts[language];
  const moved = units.flatMap(({ unit, rank, movement: own }) => {
    const up = own?.previous?.up ?? 0;
    return up === 0 || rank === null ? [] : [{ unit, rank, up }];
  });
  const said = (list: typeof moved) =>
    list.map(({ unit, up, rank }) => say.place(unit, up, rank)).join(say.between);
  const risen = moved
    .filter(({ up }) => up > 0)
    .toSorted((a, b) => b.up - a.up)
    .slice(0, EXTREMES);
  const fallen = moved
    .filter(({ up }) => up < 0)
    .toSorted((a, b) => a.up - b.up)
    .slice(0, EXTREMES);
  return [
    ...(risen.length === 0 ? [] : [line(say.risen(said(risen)), "good")]),
    ...(fallen.length === 0 ? [] : [line(say.fallen(said(fallen)), "bad")]),
  ];
}

const LONG = 3;

function failing({ indicators }: Report, language: Language): Line[] {
  const say = texts[language];
  const runs = indicators
    .filter(({ scope, weight }) => scope !== "shared" && weight > 0)
    .flatMap(({ clause, units }) =>
      units.flatMap(({ unit, movement: own }) => {
        const streak = own?.streak;
        return streak?.kind === "missed" && streak.count >= LONG
          ? [{ unit, clause, count: streak.count }]
          : [];
      }),
    )
    .toSorted((a, b) => b.count - a.count);
  if (runs.length === 0) return [];
  const names = runs.map(({ unit, clause, count }) => say.run(unit, clause, count));
  return [line(say.failing(few(names, language)), "warn")];
}

/** Rules, units and files that are not those of last time. */
function changedLines(comparison: Comparison, report: Report, language: Language): Line[] {
  const { plan, indicators, units, inputs } = comparison;
  const say = texts[language];
  const titles = new Map(report.indicators.map((one) => [one.id, `${one.clause} ${one.name}`.trim()]));
  const titleOf = (id: string) => titles.get(id) ?? id;
  const changes = [
    ...(indicators.added.length === 0 ? [] : [say.added(indicators.added.map(titleOf).join(say.between))]),
    ...(indicators.removed.length === 0
      ? []
      : [say.removed(indicators.removed.map(({ name }) => name).join(say.between))]),
    ...indicators.changed.map(({ id, reasons }) =>
      say.changed(titleOf(id), reasons.map((why) => phraseOf(why, language)).join(say.between)),
    ),
  ].join(say.semicolon);
  const { same, added, changed, removed } = inputs;
  const moved = added.length + changed.length + removed.length;
  return [
    ...(plan.changed || changes !== "" ? [line(say.plan(changes), "warn")] : []),
    ...units.renamed.map(({ from, to }) => line(say.renamed(from, to), "warn")),
    ...(units.added.length === 0 ? [] : [line(say.unitsAdded(few(units.added, language)), "warn")]),
    ...(units.removed.length === 0 ? [] : [line(say.unitsRemoved(few(units.removed, language)), "warn")]),
    line(
      moved === 0 ? say.same : say.inputs(same, added.length, changed.length, removed.length),
      moved === 0 ? "warn" : undefined,
    ),
    ...editedLines(comparison, language),
    ...correctedLines(comparison, report, language),
  ];
}

const DATED = /(20\d{2})[-._年]?(\d{2})[-._月]?(\d{2})/;

/** An export named after a day that was reported already has other content now. */
function editedLines({ asOf, inputs }: Comparison, language: Language): Line[] {
  const edited = inputs.changed.filter((file) => {
    const [, ...date] = DATED.exec(file) ?? [];
    return date.length > 0 && date.join("-") <= asOf;
  });
  return edited.length === 0 ? [] : [line(texts[language].edited(few(edited, language)), "warn")];
}

/** What the day that is compared with said first, and was put right by a later run of it. */
function correctedLines({ asOf, corrected }: Comparison, report: Report, language: Language): Line[] {
  const say = texts[language];
  const named = corrected.flatMap(({ indicator: id, unit, from, to }) => {
    const indicator = report.indicators.find((one) => one.id === id);
    if (indicator === undefined) return [];
    const [before, after] = [from, to].map((value) => earlierText(indicator, value, language));
    return [`${unit === null ? "" : `${unit} `}${indicator.clause} ${indicator.name} ${before} → ${after}`];
  });
  if (named.length === 0) return [];
  return [line(say.corrected(asOf, named.length, few(named, language)), "warn")];
}

/** Figures of the whole whose movement may be a correction. */
function doubtful({ indicators }: Report, language: Language): Line[] {
  return indicators.flatMap(({ clause, name, whole }) =>
    cautions(whole.movement?.previous, language).map((said) =>
      line(texts[language].of(`${clause} ${name}`, said), "warn"),
    ),
  );
}
