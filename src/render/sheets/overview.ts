import type { Effort } from "../../model/effort.ts";
import type { Language } from "../../model/language.ts";
import { titleOf, wholeName } from "../../model/presentation.ts";
import type { Report } from "../../model/report.ts";
import { ownUnit } from "../own-unit.ts";
import { highlights } from "../sections/highlights.ts";
import { closing } from "../sections/overall.ts";
import { bandWord, statusWords } from "../words.ts";
import { prefaceLines } from "./about.ts";
import { effortParts, shortfallParts } from "./effort-parts.ts";
import { type FixedSheet, fixedSheets } from "./names.ts";
import { count, score, share } from "./numbers.ts";
import { type Sheet, type SheetCell, type SheetLine, type SheetPart, tableOf, text } from "./sheet.ts";
import { anchorOf, PAGE_GRID, standingCells, standingColumns } from "./standing.ts";

const texts = {
  zh: {
    figures: (unit: string | null, whole: string) => [`${unit ?? whole}得分`, "等次", "覆盖"],
    provisional: "（暂定）",
    highlights: "要点",
    indicators: (whole: string) => `指标（${whole}）`,
    none: "方案没有可测量的指标。",
  },
  en: {
    figures: (unit: string | null, _: string) => [
      unit === null ? "Overall score" : `Score of ${unit}`,
      "Band",
      "Coverage",
    ],
    provisional: " (provisional)",
    highlights: "In short",
    indicators: (whole: string) => `Indicators (${whole})`,
    none: "The plan has no measured indicators.",
  },
};

/** One page for those who read only one. */
export function overviewSheet(report: Report, sheets: readonly FixedSheet[], language: Language): Sheet {
  const say = texts[language];
  const rows = report.indicators.map((indicator) => ({
    cells: standingCells(indicator, indicator.whole, language, anchorOf(indicator)),
  }));
  const caption = say.indicators(wholeName(report, language));
  const standing: SheetPart =
    rows.length > 0
      ? tableOf(standingColumns(language), rows, caption)
      : { kind: "lines", caption, lines: [{ text: say.none }] };
  return {
    anchor: "overview",
    name: fixedSheets.overview[language],
    title: titleOf(report, language),
    about: prefaceLines(report, language),
    grid: PAGE_GRID,
    parts: [
      { kind: "figures", figures: figuresOf(report, language) },
      { kind: "lines", caption: say.highlights, lines: linesOf(report, language) },
      { kind: "links", links: contents(sheets, language), span: 2 },
      standing,
      ...effortParts(...effortsOf(report, language), report, language),
      ...shortfallParts(report, language),
      ...lastWords(report, language),
    ],
    isList: false,
  };
}

function effortsOf(report: Report, language: Language): [readonly Effort[], string] {
  const own = ownUnit(report);
  return own === null ? [report.overall.efforts, wholeName(report, language)] : [own.efforts, own.unit];
}

function figuresOf(report: Report, language: Language): [string, SheetCell][] {
  const own = ownUnit(report);
  const overall = own ?? report.overall;
  const names = texts[language].figures(own?.unit ?? null, wholeName(report, language));
  const [scored = "", band = "", coverage = ""] = names;
  const { met, open, overdue, "no-data": noData } = statusWords;
  return [
    [scored + (overall.provisional ? texts[language].provisional : ""), score(overall.score)],
    [band, text(bandWord(overall.band, language))],
    [coverage, share(overall.coverage)],
    [met[language], count(overall.met)],
    [open[language], count(overall.open)],
    [overdue[language], count(overall.overdue)],
    [noData[language], count(overall.noData)],
  ];
}

function linesOf(report: Report, language: Language): SheetLine[] {
  return highlights(report, language).flatMap((block) =>
    block.kind === "list" ? block.items.map((item) => ({ ...item, text: `· ${item.text}` })) : [],
  );
}

function contents(sheets: readonly FixedSheet[], language: Language) {
  return sheets.map((sheet) => ({ text: fixedSheets[sheet][language], to: sheet }));
}

function lastWords(report: Report, language: Language): SheetPart[] {
  const lines = closing(report, language).flatMap((block) =>
    block.kind === "lines" ? [...block.lines] : [],
  );
  return lines.length === 0 ? [] : [{ kind: "lines", caption: null, lines }];
}
