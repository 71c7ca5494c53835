import type { Shortfall } from "../../model/effort.ts";
import type { Language } from "../../model/language.ts";
import { wholeName } from "../../model/presentation.ts";
import type { IndicatorReport } from "../../model/report.ts";
import { NOTHING } from "../blocks.ts";
import { shortText } from "../effort-words.ts";
import { rateText, shareText } from "../sections/shortfalls.ts";
import { type Html, html, nothing } from "./markup.ts";
import { type Page, unitLink } from "./page.ts";
import { type HtmlColumn, type HtmlRow, plainBox } from "./table.ts";

const SHOWN = 10;

const texts = {
  zh: {
    caption: (name: string) => `${name}：差在哪些单位`,
    titles: ["单位", "本单位现状", "按目标差", "占差额"],
    without: (whole: string) => `${whole}去掉该单位`,
    met: "（达标）",
    unnamed: "（没有写明单位的行）",
    more: (units: number, share: string) => `另有 ${units} 个单位，占差额 ${share}`,
  },
  en: {
    caption: (name: string) => `${name}: who falls short`,
    titles: ["Unit", "Its value", "Short of target", "Share"],
    without: () => "Whole without it",
    met: " (met)",
    unnamed: "(rows that name no unit)",
    more: (units: number, share: string) => `${units} more units, with ${share} of it`,
  },
} satisfies Record<Language, unknown>;

/** Which units make a pooled rate miss its target: the most first. */
export function shortfallTable(indicator: IndicatorReport, page: Page): Html {
  const { language, report } = page;
  const say = texts[language];
  const short = indicator.shortfalls.filter((one) => one.short > 0);
  const shown = short.slice(0, SHOWN);
  if (shown.length === 0) return nothing;
  const titles = [...say.titles, say.without(wholeName(report, language))];
  const columns = titles.map(
    (title, index): HtmlColumn =>
      index === 0 ? { title, head: true, sort: "up" } : { title, right: true, sort: "down" },
  );
  const box = plainBox(
    { caption: say.caption(indicator.name), columns },
    shown.map((one) => rowOf(one, indicator, page)),
  );
  const rest = short.slice(SHOWN);
  const share = rest.reduce((sum, one) => sum + one.share, 0);
  const more =
    rest.length === 0 ? nothing : html`<p class="muted">${say.more(rest.length, shareText(share))}</p>`;
  return html`${box}${more}`;
}

function rowOf(own: Shortfall, indicator: IndicatorReport, page: Page): HtmlRow {
  const { language } = page;
  const say = texts[language];
  const { unit, value, short, share, wholeWithout, metWithout } = own;
  const without =
    wholeWithout === null ? NOTHING : rateText(wholeWithout, metWithout === true, indicator, language);
  return {
    cells: [
      unit === null ? say.unnamed : unitLink(unit, page),
      { content: rateText(value, false, indicator, language), key: value },
      { content: shortText(own, indicator, language), key: short },
      { content: shareText(share), key: share },
      { content: without + (metWithout === true ? say.met : ""), key: wholeWithout ?? "" },
    ],
  };
}
