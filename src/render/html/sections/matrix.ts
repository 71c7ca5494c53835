import type { Status } from "../../../model/assessment.ts";
import { NOTHING } from "../../blocks.ts";
import { valueText } from "../../figures.ts";
import { groupsOf } from "../../groups.ts";
import { statusWords } from "../../words.ts";
import { heatFills, heatMap } from "../charts/heat-map.ts";
import { fold } from "../fold.ts";
import { type Html, html, nothing } from "../markup.ts";
import { type Page, type Section, unitAnchor } from "../page.ts";
import { type HtmlColumn, type RowGroup, tableBox } from "../table.ts";

const texts = {
  zh: {
    title: "单位 × 指标",
    caption: (from: number, to: number, all: number) =>
      `各单位各指标的状态${to - from + 1 === all ? "" : `（第 ${from}–${to} 个单位，共 ${all} 个）`}`,
    legend: "图例",
    blank: "空白：不由该单位承担",
    table: "各单位各指标的现状与状态",
    open: "以表格查看，带数值",
    unit: "单位",
  },
  en: {
    title: "Units × indicators",
    caption: (from: number, to: number, all: number) =>
      `Status of each unit in each indicator${to - from + 1 === all ? "" : ` (units ${from}–${to} of ${all})`}`,
    legend: "Legend",
    blank: "blank: not this unit's",
    table: "Value and status of each unit in each indicator",
    open: "The same as a table, with values",
    unit: "Unit",
  },
};

// More rows than this do not fit on one sheet of A4.
const ROWS = 60;

/** Where the gaps lie: a map to see it at once, and a table to read it. */
export function matrix(page: Page): Section | null {
  const { report, language, charts } = page;
  const say = texts[language];
  const indicators = report.indicators.filter(({ units }) => units.length > 0);
  const units = groupsOf(report, language).flatMap((group) => group.units.map(({ unit }) => unit));
  const found = new Map(
    indicators.map(({ id, units }) => [id, new Map(units.map((one) => [one.unit, one]))]),
  );
  const rows = units.filter((unit) => indicators.some(({ id }) => found.get(id)?.has(unit)));
  if (rows.length === 0) return null;
  const statusOf = (unit: string, id: string): Status | null => found.get(id)?.get(unit)?.status ?? null;
  const columns = indicators.map(({ clause, name }) => `${clause} ${name}`);
  const maps: Html[] = [];
  for (let from = 0; from < rows.length; from += ROWS) {
    const part = rows.slice(from, from + ROWS);
    const cells = part.map((unit) => indicators.map(({ id }) => statusOf(unit, id)));
    const { option, size } = heatMap({ rows: part, columns, cells });
    const caption = say.caption(from + 1, from + part.length, rows.length);
    maps.push(html`<figure class="map"><figcaption>${caption}</figcaption>
<div class="scroll" role="group" tabindex="0" aria-label="${caption}">${charts.draw(option, size)}</div></figure>\n`);
  }
  const body = html`${legend(page)}${maps}${fold({ summary: say.open, body: tableOf(page) })}`;
  return { id: "matrix", title: say.title, body };
}

function legend({ report, language }: Page): Html {
  const say = texts[language];
  const present = new Set(report.indicators.flatMap(({ units }) => units.map(({ status }) => status)));
  const items = (Object.keys(statusWords) as Status[])
    .filter((status) => present.has(status))
    .map((status) => {
      const { sign, ...word } = statusWords[status];
      const ink = status === "overdue" ? "#ffffff" : "#1b2430";
      return html`<li><span class="swatch" style="background:${heatFills[status]};color:${ink}" aria-hidden="true">${sign}</span> ${word[language]}</li>`;
    });
  return html`<ul class="legend" aria-label="${say.legend}">${items}<li>${say.blank}</li></ul>\n`;
}

function tableOf({ report, language }: Page): Html {
  const say = texts[language];
  const indicators = report.indicators.filter(({ units }) => units.length > 0);
  const found = new Map(
    indicators.map(({ id, units }) => [id, new Map(units.map((one) => [one.unit, one]))]),
  );
  const columns: HtmlColumn[] = [
    { title: say.unit, head: true },
    ...indicators.map(({ clause, name }) => ({ title: `${clause} ${name}` })),
  ];
  const groups = groupsOf(report, language).map(
    ({ title, units }): RowGroup => ({
      title,
      rows: units.map(({ unit }) => ({
        cells: [
          html`<a href="#${unitAnchor(report, unit)}">${unit}</a>`,
          ...indicators.map((indicator) => {
            const one = found.get(indicator.id)?.get(unit);
            if (one === undefined) return nothing;
            const { sign, tone, ...word } = statusWords[one.status];
            const value = valueText(indicator, one, language);
            return html`<span class="mark ${tone}">${sign}<span class="unseen"> ${word[language]}</span></span>${value === NOTHING ? nothing : html` ${value}`}`;
          }),
        ],
      })),
    }),
  );
  return tableBox({ caption: say.table, captionHidden: true, columns, groups, dense: true });
}
