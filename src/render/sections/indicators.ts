import type { Language } from "../../model/language.ts";
import { dimensions } from "../../model/plan.ts";
import { wholeName } from "../../model/presentation.ts";
import type { IndicatorReport, Report } from "../../model/report.ts";
import { type Block, heading, line, plainTable, type TableSection, table } from "../blocks.ts";
import { cut } from "../figures.ts";
import type { GroupBy } from "../renderer.ts";
import { dimensionWords } from "../words.ts";
import { REMARKS_BELOW, standingColumns, standingRow } from "./measured.ts";

const texts = {
  zh: {
    heading: (whole: string) => `指标（${whole}）`,
    none: "方案没有可测量的指标。",
    mean: (title: string, mean: string, scored: number) =>
      `${title}：平均完成度 ${mean}%（${scored} 项计分）`,
    nothing: (title: string) => `${title}：没有计分的指标`,
    other: "未对应国家评估维度",
  },
  en: {
    heading: (whole: string) => `Indicators (${whole})`,
    none: "The plan has no measured indicators.",
    mean: (title: string, mean: string, scored: number) =>
      `${title}: mean attainment ${mean}% (${scored} scored)`,
    nothing: (title: string) => `${title}: nothing scored`,
    other: "No national dimension",
  },
};

export function indicators(report: Report, language: Language, groupBy: GroupBy = "clause"): Block[] {
  const title = heading(2, texts[language].heading(wholeName(report, language)));
  if (report.indicators.length === 0) return [title, { kind: "lines", lines: [line(texts[language].none)] }];
  const columns = standingColumns(language);
  if (groupBy === "dimension") return [title, table(columns, byDimension(report, language), REMARKS_BELOW)];
  return [title, plainTable(columns, rowsOf(report.indicators, language), REMARKS_BELOW)];
}

function byDimension(report: Report, language: Language): TableSection[] {
  return [...dimensions, null].flatMap((dimension) => {
    const members = report.indicators.filter((indicator) => indicator.dimension === dimension);
    if (members.length === 0) return [];
    const name = dimension === null ? texts[language].other : dimensionWords[dimension][language];
    return [
      { title: line(meanOf(name, members, language), "strong"), rows: rowsOf(members, language), after: [] },
    ];
  });
}

function rowsOf(members: readonly IndicatorReport[], language: Language) {
  return members.map((indicator) => standingRow(indicator, indicator.whole, language));
}

/** The weighted mean over what is scored: 0.9 (weight 1) and 0.6 (weight 2) make 70 %. */
function meanOf(name: string, members: readonly IndicatorReport[], language: Language): string {
  const say = texts[language];
  const scored = members.flatMap(({ weight, whole }) =>
    weight > 0 && whole.attainment !== null ? [{ weight, reached: weight * whole.attainment }] : [],
  );
  if (scored.length === 0) return say.nothing(name);
  const total = (pick: (one: (typeof scored)[number]) => number) =>
    scored.reduce((sum, one) => sum + pick(one), 0);
  const mean = (100 * total((one) => one.reached)) / total((one) => one.weight);
  return say.mean(name, cut(mean, 2), scored.length);
}
