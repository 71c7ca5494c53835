import type { Language } from "../../../model/language.ts";
import { wholeName } from "../../../model/presentation.ts";
import { gapText, targetText, valueText } from "../../figures.ts";
import { type Judged, judgedFor, ownUnit } from "../../own-unit.ts";
import { isGap } from "../../sections/gaps.ts";
import type { Bar } from "../charts/bars.ts";
import { barFigure } from "../charts/figure.ts";
import { palette, tones } from "../charts/palette.ts";
import { effortsTable } from "../efforts.ts";
import { html, nothing } from "../markup.ts";
import type { Page, Section } from "../page.ts";
import { standingBox } from "../standing.ts";

const SHOWN = 15;

const texts = {
  zh: {
    title: "距目标最远的指标",
    chart: "距目标的远近",
    beside: "条长为完成度，满格即达标；右侧为现状与差距",
    label: (value: string, gap: string) => `${value}，差 ${gap}`,
    table: (shown: number) => `距目标最远的 ${shown} 项：差多少、要做什么`,
    more: (count: number) => `另有 ${count} 项未达标，见指标明细。`,
    target: "目标",
    pays: "哪里下功夫最见效",
  },
  en: {
    title: "Furthest from target",
    chart: "Distance to target",
    beside: "the length is the attainment, full is met; on the right the value and the gap",
    label: (value: string, gap: string) => `${value}, gap ${gap}`,
    table: (shown: number) => `The ${shown} furthest from target: gap and work`,
    more: (count: number) => `${count} more are unmet: see the indicators.`,
    target: "target",
    pays: "Where effort pays",
  },
} satisfies Record<Language, unknown>;

/** What misses its target over the whole area, or at the one unit shown, the furthest first; null where all is met. */
export function distance(page: Page): Section | null {
  const { report, language, charts } = page;
  const say = texts[language];
  const own = ownUnit(report);
  const missed = judgedFor(own, report)
    .filter(({ indicator, found }) => isGap(found) && indicator.weight > 0)
    .toSorted((a, b) => (a.found.attainment ?? 0) - (b.found.attainment ?? 0));
  if (missed.length === 0) return null;
  const shown = missed.slice(0, SHOWN);
  const figure = barFigure(
    charts,
    { title: say.chart, beside: say.beside },
    { bars: shown.map((one) => barOf(one, language)), marks: [{ at: 100, label: say.target }] },
  );
  const table = standingBox({ caption: say.table(shown.length), sorts: false, filter: false }, page, [
    { title: null, rows: shown },
  ]);
  const more = missed.length > SHOWN ? html`<p class="muted">${say.more(missed.length - SHOWN)}</p>` : "";
  const { efforts } = own ?? report.overall;
  const pays =
    efforts.length === 0
      ? nothing
      : html`<h3>${say.pays}</h3>${effortsTable(efforts, own?.unit ?? wholeName(report, language), page)}`;
  return { id: "distance", title: say.title, body: html`${figure}${pays}${table}${more}` };
}

function barOf({ indicator, found }: Judged, language: Language): Bar {
  const { clause, name } = indicator;
  const value = valueText(indicator, found, language);
  const gap = gapText(indicator, found, language);
  return {
    name: `${clause} ${name}`,
    length: 100 * (found.attainment ?? 0),
    label: texts[language].label(value, gap || targetText(indicator, found, language)),
    colour: found.status === "overdue" ? tones.bad.text : palette.amber,
  };
}
