import type { Shortfall } from "../../model/effort.ts";
import type { Language } from "../../model/language.ts";
import { wholeName } from "../../model/presentation.ts";
import type { IndicatorReport } from "../../model/report.ts";
import { NOTHING } from "../blocks.ts";
import { shortText } from "../effort-words.ts";
import { cut, halfUp, withUnit } from "../figures.ts";
import { type Html, nothing } from "./markup.ts";
import { type Page, unitLink } from "./page.ts";
import { type HtmlCell, type HtmlColumn, plainBox } from "./table.ts";

const SHOWN = 10;

const texts = {
  zh: {
    caption: (name: string) => `${name}：差在哪些单位`,
    unit: "单位",
    titles: ["按目标差", "占差额"],
    without: (whole: string) => `${whole}去掉该单位`,
    met: "（达标）",
    unnamed: "（没有写明单位的行）",
  },
  en: {
    caption: (name: string) => `${name}: who falls short`,
    unit: "Unit",
    titles: ["Short of target", "Share"],
    without: (whole: string) => `${whole} without it`,
    met: " (met)",
    unnamed: "(rows that name no unit)",
  },
} satisfies Record<Language, unknown>;

export function shortfallTitles({ report, language }: Page): string[] {
  const say = texts[language];
  return [...say.titles, say.without(wholeName(report, language))];
}

/** How much of what the whole lacks lies with a unit, and where the whole would stand without it. */
export function shortfallCells(
  indicator: IndicatorReport,
  unit: string | null,
  { language }: Page,
): HtmlCell[] {
  const own = indicator.shortfalls.find((one) => one.unit === unit);
  if (own === undefined) return shortfallCell.map(() => ({ content: NOTHING, key: "" }));
  return shortfallCell.map((make) => make(own, indicator, language));
}

const shortfallCell: readonly ((
  own: Shortfall,
  indicator: IndicatorReport,
  language: Language,
) => HtmlCell)[] = [
  (own, indicator, language) => ({
    content: own.short === 0 ? NOTHING : shortText(own, indicator, language),
    key: own.short,
  }),
  ({ short, share }) => ({ content: short === 0 ? NOTHING : `${halfUp(100 * share, 1)}%`, key: share }),
  ({ wholeWithout, metWithout }, { measuredIn, direction }, language) => {
    if (wholeWithout === null) return { content: NOTHING, key: "" };
    // Rounding up could make an unmet rate look met: 99.996 of 100.
    const rises = direction === "at-least" || direction === "more-than" || direction === "improve";
    const digits = Math.abs(wholeWithout) < 1 && measuredIn !== "%" ? 3 : 2;
    const figure = (rises && metWithout !== true ? cut : halfUp)(wholeWithout, digits);
    const met = metWithout === true ? texts[language].met : "";
    return { content: withUnit(figure, measuredIn, language) + met, key: wholeWithout };
  },
];

/** Of one value for the whole area: where it is lost. */
export function shortfallTable(indicator: IndicatorReport, page: Page): Html {
  const say = texts[page.language];
  const short = indicator.shortfalls.filter((one) => one.short > 0).slice(0, SHOWN);
  if (short.length === 0) return nothing;
  const columns = [say.unit, ...shortfallTitles(page)].map(
    (title, index): HtmlColumn =>
      index === 0 ? { title, head: true, sort: "up" } : { title, right: true, sort: "down" },
  );
  const rows = short.map(({ unit }) => ({
    cells: [unit === null ? say.unnamed : unitLink(unit, page), ...shortfallCells(indicator, unit, page)],
  }));
  return plainBox({ caption: say.caption(indicator.name), columns }, rows);
}
