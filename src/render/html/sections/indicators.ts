import type { Language } from "../../../model/language.ts";
import { dimensions } from "../../../model/plan.ts";
import type { IndicatorReport } from "../../../model/report.ts";
import { dimensionWords } from "../../words.ts";
import { html } from "../markup.ts";
import type { Page, Section } from "../page.ts";
import { type Standing, standingBox } from "../standing.ts";
import { indicatorCard } from "./indicator-card.ts";

const texts = {
  zh: {
    title: "指标明细",
    caption: "全域各项指标：现状、目标、差距与需要做的",
    each: "逐项说明",
    other: "未对应国家评估维度",
  },
  en: {
    title: "Indicators",
    caption: "Indicators of the whole area: value, target, gap and work",
    each: "One by one",
    other: "No national dimension",
  },
} satisfies Record<Language, unknown>;

/** All indicators in one table, then each with its formula, its clause and who falls short. */
export function indicators(page: Page): Section | null {
  const { report, language } = page;
  if (report.indicators.length === 0) return null;
  const say = texts[language];
  const overview = standingBox(
    { caption: say.caption, sorts: true, filter: report.indicators.length > 5 },
    page,
    groupsOf(page),
  );
  const cards = report.indicators.map((indicator) => indicatorCard(indicator, page));
  return {
    id: "indicators",
    title: say.title,
    body: html`${overview}<h3 class="rule">${say.each}</h3>\n${cards}`,
  };
}

function groupsOf({ report, language, groupBy }: Page): { title: string | null; rows: Standing[] }[] {
  if (groupBy === "clause") return [{ title: null, rows: report.indicators.map(standing) }];
  return [...dimensions, null].flatMap((dimension) => {
    const members = report.indicators.filter((indicator) => indicator.dimension === dimension);
    const title = dimension === null ? texts[language].other : dimensionWords[dimension][language];
    return members.length === 0 ? [] : [{ title, rows: members.map(standing) }];
  });
}

function standing(indicator: IndicatorReport): Standing {
  return { indicator, found: indicator.whole };
}
