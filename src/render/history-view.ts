import type { Status } from "../model/assessment.ts";
import type { Language } from "../model/language.ts";
import type { Trend } from "../model/movement.ts";
import { type Block, cell, heading, line, NOTHING, plainTable, row } from "./blocks.ts";
import { scoreText, signed, withUnit } from "./figures.ts";
import type { RenderOptions } from "./renderer.ts";
import { plainNumber } from "./sections/plain-number.ts";
import { sparkline } from "./sparkline.ts";
import { printBlocks } from "./terminal.ts";
import { plural, statusWords } from "./words.ts";

/** One indicator over time, of the whole or of a unit. */
export interface HistoryLine {
  readonly id: string;
  readonly clause: string;
  readonly name: string;
  readonly measuredIn: string;
  readonly values: readonly (number | null)[];
  readonly statuses: readonly (Status | null)[];
}

/** The stored runs of one plan. */
export interface HistoryView {
  readonly plan: string;
  readonly title: string;
  readonly trend: Trend;
  /** Whom it was narrowed to. */
  readonly unit: string | null;
  readonly indicator: string | null;
  readonly lines: readonly HistoryLine[];
  /** One indicator in every unit, where it was asked for. */
  readonly units: readonly (HistoryLine & { readonly unit: string })[];
}

const texts = {
  zh: {
    none: "没有可读的快照。",
    span: (count: number, first: string, last: string) => `${count} 次结果，${first} 至 ${last}`,
    replanned: (days: readonly string[]) => `规则有变：${days.join("、")}（算法变了的指标只画变化之后）`,
    scores: "得分",
    indicators: (unit: string | null) => (unit === null ? "指标（全域）" : `指标（${unit}）`),
    units: "各单位",
    whole: "全域",
    columns: {
      who: "单位",
      clause: "条款",
      name: "指标",
      first: "最早",
      last: "最近",
      change: "变化",
      trend: "走势",
      states: "状态",
    },
    signs: "状态：",
  },
  en: {
    none: "There is no snapshot that can be read.",
    span: (count: number, first: string, last: string) => `${plural(count, "run")}, ${first} to ${last}`,
    replanned: (days: readonly string[]) =>
      `Rules changed on ${days.join(", ")} (what is measured anew is drawn from then on)`,
    scores: "Scores",
    indicators: (unit: string | null) => (unit === null ? "Indicators (whole area)" : `Indicators (${unit})`),
    units: "Units",
    whole: "whole area",
    columns: {
      who: "Unit",
      clause: "Clause",
      name: "Indicator",
      first: "First",
      last: "Last",
      change: "Change",
      trend: "Trend",
      states: "Status",
    },
    signs: "Status: ",
  },
} as const;

export function renderHistory(views: readonly HistoryView[], options: RenderOptions): string {
  const { language } = options;
  const none: Block[] = [{ kind: "lines", lines: [line(texts[language].none)] }];
  // So that a terminal of 80 columns has room for names.
  const points = options.width >= 110 ? 32 : 16;
  return printBlocks(
    views.length === 0 ? none : views.flatMap((view) => blocksOf(view, points, language)),
    options,
  );
}

export function historyAsJson(views: readonly HistoryView[]): unknown {
  return views.map(({ plan, title, trend, unit, indicator, lines, units }) => ({
    plan,
    title,
    dates: trend.dates,
    replanned: trend.replanned,
    scores: trend.scores,
    units: trend.units,
    asked: { unit, indicator },
    indicators: lines,
    byUnit: units,
  }));
}

function blocksOf(view: HistoryView, points: number, language: Language): Block[] {
  const say = texts[language];
  const { trend, unit, indicator } = view;
  const { dates, replanned } = trend;
  const about = [
    say.span(dates.length, dates[0] ?? "", dates.at(-1) ?? ""),
    ...(replanned.length === 0 ? [] : [say.replanned(replanned)]),
    say.signs +
      Object.values(statusWords)
        .map((word) => `${word.sign} ${word[language]}`)
        .join(" · "),
  ];
  const scores = indicator !== null && unit === null ? [] : scoreBlocks(view, points, language);
  return [
    heading(1, view.title === "" ? view.plan : view.title),
    { kind: "lines", lines: about.map((text) => line(text)) },
    ...scores,
    ...lineBlocks(view.lines, say.indicators(unit), points, language),
    ...lineBlocks(view.units, say.units, points, language),
  ];
}

function scoreBlocks({ trend, unit }: HistoryView, points: number, language: Language): Block[] {
  const say = texts[language];
  const units = trend.units.filter(
    (one) => (unit === null || one.unit === unit) && one.scores.some((score) => score !== null),
  );
  const all = [...(unit === null ? [{ unit: say.whole, scores: trend.scores }] : []), ...units];
  const { who, first, last, change, trend: drawn } = say.columns;
  const columns = [
    { title: who, grows: true },
    { title: first, right: true, fold: "" },
    { title: last, right: true },
    { title: change, right: true },
    { title: drawn, widest: points },
  ];
  const rows = all.map(({ unit: name, scores }) => {
    const [from, to] = ends(scores);
    return row([
      cell(name),
      cell(scoreText(from)),
      cell(scoreText(to), "strong"),
      cell(changeOf(from, to, 2)),
      cell(sparkline(scores, points)),
    ]);
  });
  return [heading(2, say.scores), plainTable(columns, rows)];
}

function lineBlocks(
  lines: readonly (HistoryLine & { readonly unit?: string })[],
  title: string,
  points: number,
  language: Language,
): Block[] {
  if (lines.length === 0) return [];
  const { who, name, first, last, change, trend, states } = texts[language].columns;
  const byUnit = lines[0]?.unit !== undefined;
  const columns = [
    { title: byUnit ? who : name, grows: true },
    { title: first, right: true, fold: "" },
    { title: last, right: true },
    { title: change, right: true },
    { title: trend, widest: points },
    { title: states, widest: points, fold: "" },
  ];
  const rows = lines.map(({ unit, clause, name: indicator, measuredIn, values, statuses }) => {
    const [from, to] = ends(values);
    const shown = (value: number | null) =>
      value === null ? NOTHING : withUnit(plainNumber(value), measuredIn, language);
    return row([
      cell(unit ?? `${clause} ${indicator}`.trim()),
      cell(shown(from)),
      cell(shown(to), "strong"),
      cell(changeOf(from, to)),
      cell(sparkline(values, points)),
      cell(statuses.slice(-points).map(signOf).join("")),
    ]);
  });
  return [heading(2, title), plainTable(columns, rows)];
}

/** The first that is known, and that of the last run; one point alone is no way from one to the other. */
function ends(values: readonly (number | null)[]): [number | null, number | null] {
  const first = values.findIndex((value) => value !== null);
  const last = values.at(-1) ?? null;
  return [first === values.length - 1 ? null : (values[first] ?? null), last];
}

function changeOf(from: number | null, to: number | null, digits?: number): string {
  if (from === null || to === null) return NOTHING;
  const whole = Number.isInteger(from) && Number.isInteger(to);
  return signed(Number((to - from).toPrecision(11)), digits ?? (whole ? 0 : 2));
}

function signOf(status: Status | null): string {
  return status === null ? "·" : statusWords[status].sign;
}
