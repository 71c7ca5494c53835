import type { Language } from "../../../model/language.ts";
import type { Report, UnitReport } from "../../../model/report.ts";
import { counted, coverageText, scoreText, valueText } from "../../figures.ts";
import { groupsOf } from "../../groups.ts";
import { unitMovement } from "../../movement-words.ts";
import { isGap } from "../../sections/gaps.ts";
import { bandWord, statusWords } from "../../words.ts";
import { effortsTable } from "../efforts.ts";
import { fold } from "../fold.ts";
import { type Html, html, joined, nothing } from "../markup.ts";
import { indicatorAnchor, type Page, type Section, unitAnchor } from "../page.ts";
import { type Standing, standingBox } from "../standing.ts";
import { urgencyOf } from "../tag.ts";
import { unitTasks } from "./unit-tasks.ts";

const texts = {
  zh: {
    title: "各单位",
    rank: (rank: number) => `第 ${rank} 名`,
    score: (score: string) => `得分 ${score}`,
    provisional: "（暂定）",
    unknown: "待确认：数据中出现、名录里没有",
    coverage: (coverage: string) => `覆盖 ${coverage}`,
    below: (parent: string) => `隶属 ${parent}`,
    table: (unit: string, count: number) => `${unit}：未达标和无数据的指标（${count} 项）`,
    met: (count: number) => `达标 ${count} 项：`,
    rest: (count: number) => `不适用或不计分 ${count} 项：`,
    between: "、",
    nothing: "没有分到这个单位的指标。",
  },
  en: {
    title: "Units",
    rank: (rank: number) => `rank ${rank}`,
    score: (score: string) => `score ${score}`,
    provisional: " (provisional)",
    unknown: "to be confirmed: in the data, not in the directory",
    coverage: (coverage: string) => `coverage ${coverage}`,
    below: (parent: string) => `part of ${parent}`,
    table: (unit: string, count: number) => `${unit}: unmet or without data (${count})`,
    met: (count: number) => `Met (${count}): `,
    rest: (count: number) => `Not applicable or not scored (${count}): `,
    between: ", ",
    nothing: "No indicator falls to this unit.",
  },
} satisfies Record<Language, unknown>;

/** A section for each unit that can be handed to it alone. */
export function units(page: Page): Section | null {
  const { report, language } = page;
  if (report.units.length === 0) return null;
  const groups = groupsOf(report, language).map(
    ({ title, units }) => html`<h3 class="rule">${title}</h3>\n${units.map((unit) => unitCard(unit, page))}`,
  );
  return { id: "units", title: texts[language].title, body: html`${groups}` };
}

function unitCard(unit: UnitReport, page: Page): Html {
  const { report, language } = page;
  const say = texts[language];
  const standing = [
    ...(unit.rank === null ? [] : [say.rank(unit.rank)]),
    ...(unit.score === null
      ? []
      : [
          say.score(scoreText(unit.score)) + (unit.provisional ? say.provisional : ""),
          bandWord(unit.band, language),
        ]),
    ...unitMovement(unit, language),
    ...(unit.coverage === null ? [] : [say.coverage(coverageText(unit.coverage))]),
    ...(unit.parent === null ? [] : [say.below(unit.parent)]),
    ...(unit.unknown ? [say.unknown] : []),
  ].filter((part) => part !== "");
  const rows = rowsOf(unit, page);
  const pressing = rows.filter(({ found }) => isGap(found) || found.status === "no-data");
  const caption = say.table(unit.unit, pressing.length);
  const table =
    pressing.length === 0
      ? nothing
      : standingBox({ caption, sorts: true, filter: false }, page, [{ title: null, rows: pressing }]);
  const none = rows.length === 0 ? html`<p class="muted">${say.nothing}</p>` : nothing;
  return fold({
    id: unitAnchor(report, unit.unit) ?? "",
    summary: html`<h4>${unit.unit}</h4> <span class="brief">${standing.join(" · ")}</span> ${tallies(unit, language)}`,
    body: html`${effortsTable(unit.efforts, unit.unit, page)}${table}${unitTasks(unit, page)}${metOnes(rows, page)}${restOnes(rows, pressing, page)}${none}`,
  });
}

/** How many stand how, where a name is all that is seen of a unit. */
function tallies({ met, open, overdue, noData }: UnitReport, language: Language): Html {
  const counts = [
    ["overdue", overdue],
    ["open", open],
    ["no-data", noData],
    ["met", met],
  ] as const;
  const shown = counts.flatMap(([status, count]) => {
    const { sign, tone, ...word } = statusWords[status];
    return count === 0
      ? []
      : [
          html`<span class="tag ${tone}"><span aria-hidden="true">${sign}</span> ${word[language]} ${counted(count)}</span> `,
        ];
  });
  return shown.length === 0 ? nothing : html`<span class="tallies">${shown}</span>`;
}

function rowsOf({ unit }: UnitReport, { report }: Page): Standing[] {
  return report.indicators
    .flatMap((indicator): Standing[] => {
      const found = indicator.units.find((one) => one.unit === unit);
      return found === undefined ? [] : [{ indicator, found }];
    })
    .toSorted(byUrgency);
}

function metOnes(rows: readonly Standing[], page: Page): Html {
  const { report, language } = page;
  const met = rows.filter(({ found }) => found.status === "met").toSorted(inOrder(report));
  if (met.length === 0) return nothing;
  const say = texts[language];
  const named = met.map(
    ({ indicator, found }) =>
      html`<a href="#${indicatorAnchor(report, indicator.id)}">${indicator.name}</a> <small>${valueText(indicator, found, language)}</small>`,
  );
  return html`<p class="names"><span class="good">${say.met(met.length)}</span>${joined(named, say.between)}</p>\n`;
}

function restOnes(rows: readonly Standing[], pressing: readonly Standing[], page: Page): Html {
  const { report, language } = page;
  const rest = rows
    .filter((row) => !pressing.includes(row) && row.found.status !== "met")
    .toSorted(inOrder(report));
  if (rest.length === 0) return nothing;
  const say = texts[language];
  const names = rest.map(({ indicator }) => indicator.name);
  return html`<p class="names muted">${say.rest(rest.length)}${names.join(say.between)}</p>\n`;
}

function inOrder({ indicators }: Report) {
  return (a: Standing, b: Standing) => indicators.indexOf(a.indicator) - indicators.indexOf(b.indicator);
}

/** What is the unit's own and scores comes first, the rest in the order of clauses. */
function byUrgency(a: Standing, b: Standing): number {
  const own = ({ indicator }: Standing) =>
    Number(indicator.scope !== "shared") * 2 + Number(indicator.weight > 0);
  return (
    urgencyOf(a.found.status) - urgencyOf(b.found.status) ||
    own(b) - own(a) ||
    (a.found.status === "met" ? 0 : (a.found.attainment ?? 0) - (b.found.attainment ?? 0))
  );
}
