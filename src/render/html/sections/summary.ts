import type { Language } from "../../../model/language.ts";
import { wholeName } from "../../../model/presentation.ts";
import { counted, coverageText, scoreText } from "../../figures.ts";
import { ownUnit } from "../../own-unit.ts";
import { highlights } from "../../sections/highlights.ts";
import { bandWord, statusWords } from "../../words.ts";
import { type Html, html, nothing, type Part } from "../markup.ts";
import type { Page, Section } from "../page.ts";
import { list } from "../table.ts";

const texts = {
  zh: {
    title: "总体情况",
    score: (unit: string | null, whole: string) => `${unit ?? whole}得分`,
    coverage: "数据覆盖",
    provisional: "暂定：覆盖不足 80%，得分仅供参考",
    firm: "有数据的指标占全部计分指标的权重",
    counts: "计分指标",
    of: (count: string) => `共 ${count} 项`,
  },
  en: {
    title: "Overall",
    score: (unit: string | null, _: string) => (unit === null ? "Overall score" : `Score of ${unit}`),
    coverage: "Data coverage",
    provisional: "provisional: less than 80% of the weight has data",
    firm: "weight of the scored indicators that have data",
    counts: "Scored indicators",
    of: (count: string) => `${count} in all`,
  },
} satisfies Record<Language, unknown>;

/** The figures of the whole, or of the one unit that is shown, and what leaders ask first. */
export function summary({ report, language }: Page): Section {
  const say = texts[language];
  const own = ownUnit(report);
  const { score, band, coverage, provisional, ...counts } = own ?? report.overall;
  const tallies = [
    ["met", counts.met],
    ["open", counts.open],
    ["overdue", counts.overdue],
    ["no-data", counts.noData],
  ] as const;
  const cards = [
    card(
      say.score(own?.unit ?? null, wholeName(report, language)),
      scoreText(score),
      [bandWord(band, language)],
      "lead",
    ),
    card(say.coverage, coverageText(coverage), [provisional ? say.provisional : say.firm]),
    ...tallies.map(([status, count]) => {
      const { sign, tone, ...word } = statusWords[status];
      const label = html`<span aria-hidden="true">${sign}</span> ${word[language]}`;
      return card(label, counted(count), [], count > 0 ? tone : "muted");
    }),
  ];
  const said = highlights(report, language).map((block) =>
    block.kind === "list" ? list(block.items) : nothing,
  );
  return {
    id: "summary",
    title: say.title,
    body: html`<dl class="cards">${cards}</dl>
<div class="points">${said}</div>`,
  };
}

function card(label: Part, figure: string, remarks: readonly string[], tone = ""): Html {
  const below = remarks.filter((remark) => remark !== "");
  return html`<div class="card ${tone}"><dt>${label}</dt><dd><b>${figure}</b>${below.map((remark) => html`<small>${remark}</small>`)}</dd></div>\n`;
}
