import type { Language } from "../../model/language.ts";
import type { IndicatorReport, Report } from "../../model/report.ts";
import { datasetName } from "../../model/reword.ts";
import { NOTHING } from "../blocks.ts";
import { bandWord, directionOf, directionWords, scopeWords, unitWord } from "../words.ts";
import { aboutLines } from "./about.ts";
import { widthsOf } from "./fit.ts";
import { fixedSheets } from "./names.ts";
import { amount, targetCell } from "./numbers.ts";
import { day, link, type Sheet, type SheetColumn, type SheetRow, tableOf, text } from "./sheet.ts";
import { anchorOf } from "./standing.ts";

const texts = {
  zh: {
    columns: [
      "条款",
      "指标",
      "怎么算",
      "方向",
      "目标",
      "时限",
      "考核方式",
      "牵头单位",
      "责任单位",
      "权重",
      "数据集",
      "整改办法",
      "计量单位",
      "国家评估维度",
      "指标编号",
      "备注",
    ],
    caption: "得分和状态怎么来",
    rules: [
      "状态：达标；未达标（时限未到）；逾期（过了时限仍未达标）；无数据（输入里没有所需的数据集或列）；不适用（该单位没有相应的行，或分母为 0）；不计分（没有量化目标）；已豁免。时限当天不算逾期。",
      "全域的比率按合并后的分子、分母计算，不是各单位比率的平均。",
      "差距：目标与现状之差，百分比指标以百分点计。需整改：现有的多少行改好就能达标；或新增合格：多少条新的合格记录也能达标。",
      "完成度：达标为 100%；不低于类按现状 ÷ 目标，不高于类按目标 ÷ 现状，另有规定的从其规定。",
      "得分：各计分指标完成度按权重加权平均 × 100；无数据、不适用、不计分、已豁免的不参与，权重重新归一。任务合起来算一项，方案另定权重的除外。",
      "覆盖：有数据的权重占应计分权重的比例；不足 80% 的得分为暂定，不参加排名。名次在组内排，同分并列。",
      "表中的数是原值，显示按格式取位；未达标的值不会显示成达标。百分比指标按百分数记，43 即 43%。",
    ],
    bands: (list: string) => `等次：${list}`,
    band: (from: number, name: string) => `${name} ≥ ${from}`,
    source: (id: string, sha: string, tool: string) => `规则 ${id}（SHA-256 ${sha}），由 ${tool} 计算。`,
    between: "、",
  },
  en: {
    columns: [
      "Clause",
      "Indicator",
      "How it is computed",
      "Direction",
      "Target",
      "Deadline",
      "Judged",
      "Lead",
      "Responsible",
      "Weight",
      "Datasets",
      "Remedy",
      "Measured in",
      "National dimension",
      "Id",
      "Note",
    ],
    caption: "How status and score come about",
    rules: [
      "Status: met; open (not met, deadline not passed); overdue (not met after the deadline); no data (a dataset or column is in no input); n/a (the unit has no such rows, or the denominator is 0); not scored (no target); waived. The deadline's own day is not overdue.",
      "A rate of the whole area is that of the pooled numerators and denominators, never the mean of the units' rates.",
      "Gap: between value and target; for percentages in percentage points (pp). To put right: how many existing rows would do; or new that meet it: how many new good rows would do.",
      "Attainment: 100% when met; else value ÷ target where more is better, target ÷ value where less is, unless the plan says otherwise.",
      "Score: weighted mean of the attainments × 100; what has no data, is not applicable, not scored or waived is left out and weights are renormalised. Tasks count together as one indicator unless the plan gives them weights.",
      "Coverage: the weight that has data, of all that could be scored; below 80% a score is provisional and unranked. Ranks are within a group, and ties share one.",
      "Cells hold the exact numbers and show them rounded; an unmet value is never shown as met. Percentages are written as their figure: 43 is 43%.",
    ],
    bands: (list: string) => `Bands: ${list}`,
    band: (from: number, name: string) => `${name} ≥ ${from}`,
    source: (id: string, sha: string, tool: string) => `Rules ${id} (SHA-256 ${sha}), computed by ${tool}.`,
    between: ", ",
  },
};

/** What each figure means, so that nobody has to ask. */
export function methodSheet(report: Report, language: Language): Sheet {
  const say = texts[language];
  const columns: SheetColumn[] = say.columns.map((title, index) =>
    index === 9 ? { title, span: 1, align: "right" } : { title, span: 1 },
  );
  const table = tableOf(
    columns,
    report.indicators.map((one) => rowOf(one, report, language)),
  );
  const bands = report.bands.map(({ from, name }) => say.band(from, bandWord(name, language)));
  const lines = [
    ...say.rules,
    ...(bands.length > 0 ? [say.bands(bands.join(say.between))] : []),
    say.source(report.plan.id, report.plan.sha256, `${report.tool.name} ${report.tool.version}`),
  ];
  return {
    anchor: "method",
    name: fixedSheets.method[language],
    title: fixedSheets.method[language],
    about: aboutLines(report, language),
    grid: widthsOf(table, [13, 30, 56, 11, 16, 12, 18, 18, 26, 7, 18, 32, 10, 16, 36, 32]),
    parts: [table, { kind: "lines", caption: say.caption, lines: lines.map((one) => ({ text: one })) }],
    isList: true,
    printed: 9,
  };
}

function rowOf(indicator: IndicatorReport, report: Report, language: Language): SheetRow {
  const { whole, scope } = indicator;
  const direction = directionWords[directionOf(indicator.direction)][language];
  const judged =
    (scopeWords as Readonly<Record<string, Record<Language, string>>>)[scope]?.[language] ?? scope;
  const list = (names: readonly string[]) => names.join(texts[language].between);
  const cells = [
    link(indicator.clause, anchorOf(indicator)),
    text(indicator.name),
    text(indicator.formula[language]),
    text(direction),
    targetCell(indicator, whole, language),
    day(whole.deadline),
    text(judged),
    text(list(indicator.lead)),
    text(list(indicator.responsible)),
    amount(indicator.weight),
    text(list(indicator.datasets.map((name) => datasetName(name, report, language)))),
    text(indicator.remedy),
    text(unitWord(indicator.measuredIn, language)),
    text(indicator.dimension ?? NOTHING, "muted"),
    text(indicator.id, "muted"),
    text(indicator.note, "muted"),
  ];
  return { cells, anchor: `method ${indicator.id}` };
}
