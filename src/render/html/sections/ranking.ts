import type { Language } from "../../../model/language.ts";
import type { UnitReport } from "../../../model/report.ts";
import { NOTHING } from "../../blocks.ts";
import { counted, coverageText, cut, scoreText } from "../../figures.ts";
import { groupsOf, type UnitGroup } from "../../groups.ts";
import { rankMoveText, scoreTone } from "../../movement-words.ts";
import { hasMoved, moveTitles, scoreMoveCell } from "../../sections/ranking.ts";
import { bandWord } from "../../words.ts";
import type { Bar } from "../charts/bars.ts";
import { barFigure } from "../charts/figure.ts";
import { palette, tones } from "../charts/palette.ts";
import { type Html, html, nothing } from "../markup.ts";
import { type Page, type Section, unitAnchor } from "../page.ts";
import { type HtmlCell, type HtmlColumn, type HtmlRow, type RowGroup, tableBox } from "../table.ts";

const texts = {
  zh: {
    title: "单位排名",
    chart: (group: string) => `${group}得分`,
    beside: "按得分从高到低",
    table: "各单位得分与各状态指标数",
    columns: ["名次", "单位", "得分", "等次", "覆盖", "达标", "未达标", "逾期", "无数据"],
    provisional: "暂定",
    last: "末位",
    unscored: "没有可计分的数据",
  },
  en: {
    title: "Ranking of units",
    chart: (group: string) => `Scores: ${group}`,
    beside: "highest first",
    table: "Score of each unit, and its indicators by status",
    columns: ["Rank", "Unit", "Score", "Band", "Cover", "Met", "Open", "Overdue", "No data"],
    provisional: "prov.",
    last: "last",
    unscored: "nothing to score",
  },
};

// One bar says nothing of a ranking.
const FEWEST = 3;

/** Who is first and last: bars by group, then the figures. */
export function ranking(page: Page): Section | null {
  const { report, language } = page;
  if (report.units.length === 0) return null;
  const say = texts[language];
  const groups = groupsOf(report, language);
  const table = tableBox({
    caption: say.table,
    columns: columnsOf(say.columns, hasMoved(report) ? moveTitles[language] : []),
    groups: groups.map((group) => groupRows(group, page)),
    filter: report.units.length > 10,
  });
  return {
    id: "ranking",
    title: say.title,
    body: html`${groups.map((group) => chartOf(group, page))}${table}`,
  };
}

function chartOf({ title, units }: UnitGroup, page: Page): Html {
  const { report, language, charts } = page;
  const say = texts[language];
  const scored = units.filter(({ score }) => score !== null);
  if (scored.length < FEWEST) return nothing;
  const marks = report.bands
    .filter(({ from }) => from > 0 && from < 100)
    .map(({ from, name }) => ({ at: from, label: `${cut(from, 0)} ${bandWord(name, language)}` }));
  return barFigure(
    charts,
    { title: say.chart(title), beside: say.beside },
    { bars: scored.map((unit) => barOf(unit, lastRank(scored), page)), marks: marks.length > 3 ? [] : marks },
  );
}

function barOf({ unit, score, rank, provisional }: UnitReport, last: number, { language }: Page): Bar {
  const say = texts[language];
  const isLast = rank === last;
  const remark = provisional ? ` ${say.provisional}` : isLast ? ` ${say.last}` : "";
  return {
    name: rank === null ? unit : `${rank}  ${unit}`,
    length: score ?? 0,
    label: scoreText(score) + remark,
    colour: provisional ? palette.pale : isLast ? tones.bad.text : palette.accent,
  };
}

/** No unit is last where all share a rank, nor in a report narrowed to some of a group. */
function lastRank(units: readonly UnitReport[]): number {
  const ranks = units.flatMap(({ rank }) => rank ?? []);
  const last = Math.max(0, ...ranks);
  return last > 1 && last <= ranks.length ? last : Number.NaN;
}

function columnsOf(titles: readonly string[], moves: readonly string[]): HtmlColumn[] {
  const columns = plainColumns(titles);
  const moved = moves.map((title): HtmlColumn => ({ title, right: true, sort: "down" }));
  return [...columns.slice(0, 3), ...moved, ...columns.slice(3)];
}

function plainColumns(titles: readonly string[]): HtmlColumn[] {
  return titles.map((title, index) => {
    if (index === 0) return { title, right: true, sort: "up" };
    if (index === 1) return { title, head: true, sort: "up", wide: true };
    if (index === 3) return { title };
    return { title, right: true, sort: "down" };
  });
}

function groupRows({ title, units }: UnitGroup, page: Page): RowGroup {
  return { title, rows: units.map((unit) => rowOf(unit, page)) };
}

function rowOf(unit: UnitReport, { report, language }: Page): HtmlRow {
  const say = texts[language];
  const anchor = unitAnchor(report, unit.unit);
  const rank = unit.score === null ? NOTHING : unit.provisional ? say.provisional : (unit.rank ?? NOTHING);
  const status = [
    ...(unit.overdue > 0 ? ["overdue"] : []),
    ...(unit.open > 0 ? ["open"] : []),
    ...(unit.noData > 0 ? ["no-data"] : []),
    ...(unit.met > 0 ? ["met"] : []),
  ];
  const count = (number: number, tone: string) => ({
    content:
      number > 0 && tone !== "" ? html`<span class="${tone}">${counted(number)}</span>` : counted(number),
    key: number,
  });
  return {
    status: status.join(" "),
    cells: [
      {
        content: typeof rank === "number" ? counted(rank) : html`<small>${rank}</small>`,
        key: unit.rank ?? "",
      },
      html`<a href="#${anchor}">${unit.unit}</a>${unit.score === null ? html`<small>${say.unscored}</small>` : nothing}`,
      { content: html`<b>${scoreText(unit.score)}</b>`, key: unit.score ?? "" },
      ...(hasMoved(report) ? moveCells(unit, language) : []),
      bandWord(unit.band, language) || NOTHING,
      { content: coverageText(unit.coverage), key: unit.coverage ?? "" },
      count(unit.met, ""),
      count(unit.open, "warn"),
      count(unit.overdue, "bad"),
      count(unit.noData, ""),
    ],
  };
}

function moveCells({ movement }: UnitReport, language: Language): HtmlCell[] {
  const change = movement?.previous;
  const tone = scoreTone(change);
  const text = scoreMoveCell(change, language);
  return [
    {
      content: tone === undefined ? text : html`<span class="${tone}">${text}</span>`,
      key: change?.change ?? "",
    },
    { content: rankMoveText(change, language), key: change?.up ?? "" },
  ];
}
