import type { Language } from "../../../model/language.ts";
import { wholeName } from "../../../model/presentation.ts";
import type { IndicatorReport } from "../../../model/report.ts";
import { scoreText, valueText } from "../../figures.ts";
import { scoreChangeText } from "../../movement-words.ts";
import { escalation as escalationBlocks } from "../../sections/escalation.ts";
import { isGap } from "../../sections/gaps.ts";
import { headroom as headroomBlocks } from "../../sections/headroom.ts";
import { movement as movementBlocks } from "../../sections/movement.ts";
import { blocksHtml } from "../blocks.ts";
import { lineChart } from "../charts/lines.ts";
import { palette, tones } from "../charts/palette.ts";
import { fold } from "../fold.ts";
import { type Html, html, nothing } from "../markup.ts";
import { indicatorAnchor, type Page, type Section, unitLink } from "../page.ts";

const texts = {
  zh: {
    title: "变化与走势",
    score: (whole: string) => `${whole}得分走势`,
    indicators: "各指标走势",
    units: "各单位得分走势",
    legend: "绿色虚线为目标，竖虚线为规则有变的日子；与下表同一数据",
    more: (count: number) => `另有 ${count} 个单位没有画出，见 JSON 报告。`,
  },
  en: {
    title: "Movement and trends",
    score: (whole: string) => `Score over time: ${whole}`,
    indicators: "Indicators over time",
    units: "Scores of units over time",
    legend: "Green dashes: the target; upright dashes: a change of rules. The tables have the same figures.",
    more: (count: number) => `${count} more units are not drawn: see the JSON report.`,
  },
} satisfies Record<Language, unknown>;

const WIDE = { width: 720, height: 190 };
const SMALL = { width: 300, height: 120 };
/** More would make a page that nobody waits for. */
const MOST_UNITS = 80;

/** What moved, and how each figure came here; null without a history. */
export function movement(page: Page): Section | null {
  const { report, language } = page;
  if (report.movement === undefined) return null;
  const say = texts[language];
  const [, ...blocks] = movementBlocks(report, language);
  const [said, ...tables] = blocks;
  return {
    id: "movement",
    title: say.title,
    body: html`<div class="points">${blocksHtml(said === undefined ? [] : [said], say.title)}</div>
${scoreChart(page)}${blocksHtml(tables, say.title)}${multiples(page)}`,
  };
}

/** Who stands on which step; null where the plan has none. */
export function escalation({ report, language }: Page): Section | null {
  return plain("escalation", escalationBlocks(report, language));
}

/** What is easily lost; null where no margin is given. */
export function headroom({ report, language }: Page): Section | null {
  return plain("headroom", headroomBlocks(report, language));
}

function plain(id: string, [head, ...blocks]: ReturnType<typeof escalationBlocks>): Section | null {
  if (head?.kind !== "heading") return null;
  return { id, title: head.text, body: blocksHtml(blocks, head.text) };
}

function scoreChart(page: Page): Html {
  const { report, language } = page;
  const { trend } = report;
  if (trend === undefined || trend.dates.length < 2) return nothing;
  const say = texts[language];
  const svg = draw(page, { values: trend.scores, target: null, bounds: [0, 100], size: WIDE });
  return html`<figure><figcaption>${say.score(wholeName(report, language))} <small>${say.legend}</small></figcaption>${svg}</figure>\n`;
}

function multiples(page: Page): Html {
  const { report, language } = page;
  const { trend } = report;
  if (trend === undefined || trend.dates.length < 2) return nothing;
  const say = texts[language];
  const indicators = report.indicators.map((one) => indicatorChart(one, page));
  const scored = trend.units.filter(({ scores }) => scores.some((score) => score !== null));
  const units = scored.slice(0, MOST_UNITS).map((one) => unitChart(one, page));
  const left = scored.length - units.length;
  const more = left > 0 ? html`<p class="muted">${say.more(left)}</p>` : nothing;
  const many = (title: string, drawn: readonly Html[], after: Html) =>
    drawn.length === 0
      ? nothing
      : fold({ summary: html`<h4>${title}</h4>`, body: html`<div class="multiples">${drawn}</div>${after}` });
  return html`${many(say.indicators, indicators, nothing)}${many(say.units, units, more)}`;
}

interface Drawn {
  readonly values: readonly (number | null)[];
  readonly target: number | null;
  readonly bounds?: readonly [number, number];
  readonly size: { readonly width: number; readonly height: number };
  readonly colour?: string;
}

function draw({ report, charts: drawing }: Page, drawn: Drawn): Html {
  const { dates, replanned } = report.trend ?? { dates: [], replanned: [] };
  const { option, size } = lineChart({ dates, marks: replanned, ...drawn });
  return drawing.draw(option, size);
}

function indicatorChart(indicator: IndicatorReport, page: Page): Html {
  const { report, language } = page;
  const { id, clause, name, whole, measuredIn } = indicator;
  const values = report.trend?.indicators.find((one) => one.id === id)?.values ?? [];
  if (values.every((value) => value === null)) return nothing;
  const within = (low: number, high: number) =>
    values.every((value) => value === null || (value >= low && value <= high));
  const most = measuredIn === "%" && within(0, 100) ? 100 : Number.POSITIVE_INFINITY;
  const svg = draw(page, {
    values,
    target: whole.threshold,
    size: SMALL,
    colour: isGap(whole) ? palette.amber : palette.accent,
    ...(within(0, Number.POSITIVE_INFINITY) ? { bounds: [0, most] as const } : {}),
  });
  return html`<figure><figcaption><a href="#${indicatorAnchor(report, id)}">${clause} ${name}</a> <small>${valueText(indicator, whole, language)}</small></figcaption>${svg}</figure>\n`;
}

function unitChart(
  { unit, scores }: { readonly unit: string; readonly scores: readonly (number | null)[] },
  page: Page,
): Html {
  const { report, language } = page;
  const line = report.units.find((one) => one.unit === unit);
  const change = line?.movement?.previous;
  const fell = (change?.change ?? 0) < 0;
  const svg = draw(page, {
    values: scores,
    target: null,
    bounds: [0, 100],
    size: SMALL,
    colour: fell ? tones.bad.text : palette.accent,
  });
  const moved =
    change === undefined || change === null || !change.comparable ? "" : scoreChangeText(change, language);
  return html`<figure><figcaption>${unitLink(unit, page)} <small>${[scoreText(line?.score ?? null), moved].filter((part) => part !== "").join(" ")}</small></figcaption>${svg}</figure>\n`;
}
