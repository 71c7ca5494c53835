import type { IndicatorReport, IndicatorUnit } from "../../../model/report.ts";
import { NOTHING } from "../../blocks.ts";
import { gapText, partsText, targetText, valueText, withUnit } from "../../figures.ts";
import { neededText } from "../../needed.ts";
import { isGap } from "../../sections/gaps.ts";
import { type Html, html, joined, nothing } from "../markup.ts";
import { type Page, unitLink } from "../page.ts";
import { shortfallTable } from "../shortfalls.ts";
import { type HtmlColumn, type HtmlRow, plainBox } from "../table.ts";
import { statusTag, urgencyOf } from "../tag.ts";

const texts = {
  zh: {
    caption: (name: string, count: number) => `${name}：未达标和无数据的单位（${count} 个）`,
    columns: ["单位", "状态", "现状", "目标", "差距", "需要做的"],
    met: (count: number) => `达标的单位（${count} 个）：`,
    other: (count: number) => `不适用的单位（${count} 个）：`,
    contributions: "各单位贡献：",
    between: "、",
  },
  en: {
    caption: (name: string, count: number) => `${name}: units that fall short or have no data (${count})`,
    columns: ["Unit", "Status", "Value", "Target", "Gap", "Needed"],
    met: (count: number) => `Units that meet it (${count}): `,
    other: (count: number) => `Not applicable to (${count}): `,
    contributions: "What each unit contributes: ",
    between: ", ",
  },
};

/** Which units an indicator is short in, worst first, and in words which are not. */
export function indicatorUnits(indicator: IndicatorReport, page: Page): Html {
  const { units, scope } = indicator;
  const shortfalls = shortfallTable(indicator, page);
  if (scope === "shared") return html`${contributions(indicator, page)}${shortfalls}`;
  const pressing = units
    .filter(({ status }) => isGap({ status }) || status === "no-data")
    .toSorted(byUrgency);
  const met = units.filter(({ status }) => status === "met");
  const rest = units.filter((one) => !pressing.includes(one) && !met.includes(one));
  return html`${shortOnes(indicator, pressing, page)}${shortfalls}${metOnes(indicator, met, page)}${restOnes(rest, page)}`;
}

function shortOnes(indicator: IndicatorReport, units: readonly IndicatorUnit[], page: Page): Html {
  if (units.length === 0) return nothing;
  const { language } = page;
  const say = texts[language];
  const columns: HtmlColumn[] = say.columns.map((title, index) => ({
    title,
    ...(index === 0 ? { head: true } : {}),
    ...(index === 2 ? { right: true } : {}),
    ...(index === 5 ? { wide: true } : {}),
    sort: index > 3 ? "down" : "up",
  }));
  const rows = units.map((found): HtmlRow => {
    const parts = partsText(found);
    const cells = [
      unitLink(found.unit, page),
      { content: statusTag(found.status, language), key: urgencyOf(found.status) },
      {
        content: html`${valueText(indicator, found, language)}${parts === null ? nothing : html`<small>${parts}</small>`}`,
        key: found.value ?? "",
      },
      { content: targetText(indicator, found, language), key: found.threshold ?? "" },
      { content: gapText(indicator, found, language), key: found.gap ?? "" },
      {
        content: neededText(indicator, found, language) || (found.reason ?? NOTHING),
        key: found.needed?.fix ?? found.needed?.move ?? "",
      },
    ];
    return {
      status: found.status,
      cells,
    };
  });
  return plainBox({ caption: say.caption(indicator.name, units.length), columns }, rows);
}

function metOnes(indicator: IndicatorReport, units: readonly IndicatorUnit[], page: Page): Html {
  if (units.length === 0) return nothing;
  const { language } = page;
  const named = units.map(
    (found) => html`${unitLink(found.unit, page)} <small>${valueText(indicator, found, language)}</small>`,
  );
  return html`<p class="names"><span class="good">${texts[language].met(units.length)}</span>${joined(named, texts[language].between)}</p>\n`;
}

function restOnes(units: readonly IndicatorUnit[], page: Page): Html {
  if (units.length === 0) return nothing;
  const say = texts[page.language];
  const names = units.map(({ unit }) => unitLink(unit, page));
  return html`<p class="names muted">${say.other(units.length)}${joined(names, say.between)}</p>\n`;
}

/** Of one value for the whole area nobody has a status of its own. */
function contributions({ units, measuredIn }: IndicatorReport, page: Page): Html {
  const { language } = page;
  const given = units.filter(({ contribution }) => contribution !== null);
  if (given.length === 0) return nothing;
  const named = given
    .toSorted((a, b) => (b.contribution ?? 0) - (a.contribution ?? 0))
    .map(({ unit, contribution }) => {
      const amount = withUnit(String(contribution), measuredIn === "%" ? "" : measuredIn, language);
      return html`${unitLink(unit, page)} <small>${amount}</small>`;
    });
  const say = texts[language];
  return html`<p class="names">${say.contributions}${joined(named, say.between)}</p>\n`;
}

function byUrgency(a: IndicatorUnit, b: IndicatorUnit): number {
  return urgencyOf(a.status) - urgencyOf(b.status) || (a.attainment ?? 0) - (b.attainment ?? 0);
}
